"""A worry about somebody who works here: they lose access at once (requirement S7)."""

import json
import uuid
from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from consultations.models import StaffRole
from consultations.permissions import councils_of
from feedback.sealing import unseal


class ConflictQuerySet(models.QuerySet):
    """Conflicts by what they keep from whom."""

    def standing(self) -> Self:
        """Those that keep a response from everybody but a few."""
        return self.filter(ended_at=None)

    def naming(self, user: Any) -> Self:
        """Those that are about somebody."""
        return self.filter(Exists(_people(user, Part.NAMED)))

    def keeping(self, user: Any) -> Self:
        """Those that somebody keeps, because nobody was on the conflict list."""
        return self.filter(Exists(_people(user, Part.KEEPS)))

    def kept_from(self, user: Any) -> Self:
        """Those of which this person sees nothing: whoever it is about, for good; everybody who
        is not on the conflict list, as long as it stands."""
        on_list = Q(council__in=councils_of(user, StaffRole.CONFLICT))
        kept_by = on_list | Exists(_people(user, Part.KEEPS))
        return self.filter(Exists(_people(user, Part.NAMED)) | Q(ended_at=None) & ~kept_by)


class Conflict(models.Model):
    """A response is about somebody who works here, or about how people work here.

    Only the conflict list sees it until one of them lets the others work with it again. Whoever it
    is about never does. `sealed_seen` says who had opened it before it was marked.
    """

    council = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="conflicts")
    # No foreign key: it stands also when the answers are taken back.
    response_id = models.UUIDField(_("response"), unique=True, editable=False)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    marked_at = models.DateTimeField(_("marked"))
    sealed_seen = models.TextField(_("who had opened it, sealed"))
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(_("others may work with it again"), null=True, blank=True)
    sealed_why = models.TextField(_("why they may, sealed"), blank=True)

    objects = ConflictQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("conflict of interest")
        verbose_name_plural = _("conflicts of interest")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_conflict_is_ended_by_somebody_who_says_why",
                condition=Q(ended_by=None, ended_at=None, sealed_why="")
                | (Q(ended_by__isnull=False, ended_at__isnull=False) & ~Q(sealed_why="")),
            ),
        ]

    def __str__(self) -> str:
        return f"Conflict {self.pk}"

    @property
    def seen(self) -> list[dict]:
        """Who had opened the words before: their name and when, oldest first."""
        seen = json.loads(unseal(self.sealed_seen))
        return [{**one, "when": datetime.fromisoformat(one["at"])} for one in seen]

    @property
    def why_ended(self) -> str:
        """Why others may work with it again."""
        return unseal(self.sealed_why) if self.sealed_why else ""


class Part(models.TextChoices):
    """What somebody has to do with a conflict."""

    NAMED = "named", _("it is about them")
    KEEPS = "keeps", _("they see it where nobody is on the conflict list")


class Involved(models.Model):
    """A member of staff whom a conflict is about, or who keeps it."""

    conflict = models.ForeignKey(Conflict, on_delete=models.CASCADE, related_name="involved")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(_("part"), max_length=8, choices=Part)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("person in a conflict of interest")
        verbose_name_plural = _("people in conflicts of interest")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["conflict", "person"], name="feedback_nobody_keeps_what_is_about_them"
            ),
        ]

    def __str__(self) -> str:
        return f"Involved {self.pk}"


def kept_from(user: Any, response: str) -> Exists:
    """Whether the response that `response` leads to is kept from somebody. To be excluded."""
    return Exists(Conflict.objects.kept_from(user).filter(response_id=OuterRef(response)))


def standing(response: str) -> Exists:
    """Whether a conflict stands about the response that `response` leads to."""
    return Exists(Conflict.objects.standing().filter(response_id=OuterRef(response)))


def _people(user: Any, part: Part) -> Any:
    return Involved.objects.filter(conflict=OuterRef("pk"), person=user, part=part)


def without_response() -> uuid.UUID:
    """What stands for the response of a concern whose answers were taken back before."""
    return uuid.uuid4()
