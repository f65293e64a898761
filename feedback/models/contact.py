"""Somebody asked to be contacted: apart from their answers, sealed, and not for long (S8)."""

import json
import uuid
from collections.abc import Iterable
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from consultations.keyed import current_key, digest, digests
from feedback.models.written_once import WrittenOnce
from feedback.sealing import seal, unseal

LINK = "contact"  # what the one-way id is for: it matches nothing else


class Way(models.TextChoices):
    """How somebody can be reached without being put in danger."""

    PHONE = "phone", _("A phone call")
    TEXT = "text", _("A text message")
    EMAIL = "email", _("An email")
    PERSON = "person", _("Through a person I trust")


class CameOfIt(models.TextChoices):
    """How a request to be contacted ended."""

    REACHED = "reached", _("We reached them")
    NOT_REACHED = "not_reached", _("We could not reach them")
    NOT_SAFE = "not_safe", _("It was not safe to try")
    NOT_WANTED = "not_wanted", _("They do not want it any more")


class ContactQuerySet(models.QuerySet):
    """Requests to be contacted, by what is still to do."""

    def open(self) -> Self:
        """Those about which nobody has said how they ended."""
        return self.filter(closed_on=None)

    def of(self, response_id: uuid.UUID) -> Self:
        """Those of whoever sent this response."""
        return self.filter(link__in=digests(str(response_id), LINK))

    def not_of(self, responses: Iterable[uuid.UUID]) -> Self:
        """All but those of whoever sent these responses."""
        links = [one for pk in responses for one in digests(str(pk), LINK)]
        return self.exclude(link__in=links)


class Contact(models.Model):
    """How and when somebody can be reached safely.

    `link` is a digest under a key that the database does not hold: it leads from a response to its
    contact on the screens of the safeguarding lead, and nothing leads there from the table alone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    council = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="contacts")
    link = models.CharField(_("one-way id"), max_length=64)
    link_key = models.PositiveSmallIntegerField(_("number of the key"))
    sealed = models.TextField(_("how to reach them, sealed"))
    asked_on = models.DateField(_("asked"))  # a day: a time could point at a response
    closed_on = models.DateField(_("ended"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    came_of_it = models.CharField(_("what came of it"), max_length=12, choices=CameOfIt, blank=True)

    objects = ContactQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("request to be contacted")
        verbose_name_plural = _("requests to be contacted")
        ordering: ClassVar[list] = ["asked_on", "pk"]
        indexes: ClassVar[list] = [models.Index(fields=["link"], name="feedback_contact_is_found")]
        constraints: ClassVar[list] = [
            models.CheckConstraint(name="feedback_contact_is_sealed", condition=~Q(sealed="")),
            models.CheckConstraint(
                name="feedback_contact_is_ended_by_somebody_who_says_how",
                condition=Q(closed_on=None, closed_by=None, came_of_it="")
                | (Q(closed_on__isnull=False, closed_by__isnull=False) & ~Q(came_of_it="")),
            ),
        ]

    def __str__(self) -> str:
        return "A request to be contacted"  # never more: this text can end up in a log

    @classmethod
    def asked(cls, *, response_id: uuid.UUID, details: dict, **more) -> Self:
        """A request of whoever sent this response, not saved yet."""
        key = current_key()
        link = digest(str(response_id), key, LINK)
        return cls(link=link, link_key=key, sealed=seal(json.dumps(details)), **more)

    def is_of(self, response_id: uuid.UUID) -> bool:
        """Whether whoever sent this response asked for it."""
        return self.link == digest(str(response_id), self.link_key, LINK)

    @property
    def details(self) -> dict:
        """What they wrote: a way, a time, who should not see it, and where."""
        return json.loads(unseal(self.sealed))

    @property
    def way(self) -> str:
        """The way in which they can be reached, in words."""
        return str(Way(self.details["way"]).label)


class ContactOpening(WrittenOnce):
    """Somebody saw how a person can be reached. Written down each time, before it is shown."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="openings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("opened"))

    class Meta(WrittenOnce.Meta):
        verbose_name = _("opening of a request to be contacted")
        verbose_name_plural = _("openings of requests to be contacted")

    def __str__(self) -> str:
        return f"Opening of a request {self.pk}"
