"""Every text is opened by a person; a worry goes to the safeguarding lead."""

import json
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from consultations.models import Consultation, StaffRole
from consultations.permissions import councils_of
from feedback.models.acted import Acted
from feedback.models.conflict import Conflict
from feedback.models.response import Words
from feedback.models.written_once import WrittenOnce
from feedback.sealing import seal, unseal, unseal_bytes


class Opening(WrittenOnce):
    """Somebody opened a text. Written down each time, before the text is shown."""

    words = models.ForeignKey(Words, on_delete=models.CASCADE, related_name="openings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("opened"))

    class Meta(WrittenOnce.Meta):
        verbose_name = _("opening")
        verbose_name_plural = _("openings")

    def __str__(self) -> str:
        return f"Opening {self.pk}"


class Browsing(WrittenOnce):
    """An analyst looked through a page of the texts of a consultation."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("looked"))

    class Meta(WrittenOnce.Meta):
        verbose_name = _("look through texts")
        verbose_name_plural = _("looks through texts")

    def __str__(self) -> str:
        return f"Browsing {self.pk}"


class Reading(models.Model):
    """Who opened a text first and who marked it as read. Each opening is an Opening."""

    words = models.OneToOneField(Words, on_delete=models.CASCADE, related_name="reading")
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(_("opened"))
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_reading_is_read_by_somebody",
                condition=models.Q(read_by=None, read_at=None)
                | models.Q(read_by__isnull=False, read_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Reading {self.pk}"


class ConcernQuerySet(models.QuerySet):
    """Concerns by whether somebody has acted, and who sees them."""

    def waiting(self) -> "ConcernQuerySet":
        """Those without an outcome."""
        return self.filter(outcome="")

    def visible_to(self, user: Any) -> Self:
        """Those that are for the eyes of `user`: as a safeguarding lead all but those about
        somebody who works here, and those where they are on the conflict list or keep it."""
        mine = Q(council__in=councils_of(user, StaffRole.SAFEGUARDING))
        conflicts = Conflict.objects.filter(pk=OuterRef("conflict"))
        kept_from = Exists(conflicts.kept_from(user))
        on_list = Q(council__in=councils_of(user, StaffRole.CONFLICT), conflict__isnull=False)
        keeps = Q(conflict__in=Conflict.objects.standing().keeping(user).values("pk"))
        return self.filter(mine | on_list | keeps).exclude(kept_from)


class Concern(Acted):
    """A worry about somebody's safety. Only the safeguarding lead sees it.

    What is written is sealed: a copy of the words is kept with it, and of what was asked, the age
    and whose words they are, because the person may take their answers back and the worry stays.
    The page says so before they do. The first outcome stays; what follows is a FollowUp.
    """

    council = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="concerns")
    words = models.ForeignKey(
        Words, on_delete=models.SET_NULL, null=True, blank=True, related_name="concerns"
    )
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    raised_at = models.DateTimeField(_("raised"))
    sealed_words = models.TextField(_("words, sealed"), blank=True)
    sealed_file = models.TextField(_("picture or sound, sealed"), blank=True)
    sealed_note = models.TextField(_("why, sealed"), blank=True)
    sealed_about = models.TextField(_("what was asked and of whom, sealed"), blank=True)
    conflict = models.ForeignKey(
        Conflict, on_delete=models.PROTECT, null=True, blank=True, related_name="concerns"
    )
    sealed_action = models.TextField(_("what was done and why, sealed"), blank=True)
    acted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded"), null=True, blank=True)

    objects = ConcernQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("concern")
        verbose_name_plural = _("concerns")
        ordering: ClassVar[list] = ["-raised_at"]
        constraints: ClassVar[list] = [
            *Acted.Meta.constraints,
            models.CheckConstraint(
                name="feedback_concern_outcome_has_somebody_and_a_time",
                condition=models.Q(outcome="", acted_by=None, acted_at=None)
                | (
                    ~models.Q(outcome="") & models.Q(acted_by__isnull=False, acted_at__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="feedback_concern_outcome_says_when_it_was_known_and_recorded",
                condition=Q(outcome="", aware_at=None, told_at=None, recorded_at=None)
                | (
                    ~Q(outcome="")
                    & Q(aware_at__isnull=False, recorded_at__isnull=False)
                    & Q(acted_at__lte=models.F("recorded_at"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Concern {self.pk}"

    @staticmethod
    def sealed(text: str) -> str:
        """`text` as it is stored: sealed with a key that the database does not hold."""
        return seal(text) if text else ""

    def opened(self, field: str) -> str:
        """The text of a sealed field, such as "words", "note", "about" or "action"."""
        token = getattr(self, f"sealed_{field}")
        return unseal(token) if token else ""

    @property
    def file(self) -> bytes:
        """The picture or the sound as it was sealed; b"" where there was none."""
        return unseal_bytes(self.sealed_file) if self.sealed_file else b""

    @property
    def about(self) -> dict:
        """What was asked, and the role, age and voice of whoever answered, as it was sealed; and
        of a picture or a sound what it is, and whether it may be opened."""
        return json.loads(self.opened("about") or "{}")

    @property
    def is_frozen(self) -> bool:
        """Whether its picture may be illegal to look at."""
        freezing = getattr(self, "freezing", None)
        return freezing is not None and freezing.released_at is None


class FollowUp(WrittenOnce, Acted):
    """What happened after the outcome of a concern was recorded, and the outcome if it changed."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="follow_ups")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("written"))
    sealed_note = models.TextField(_("note, sealed"))

    class Meta(WrittenOnce.Meta):
        verbose_name = _("follow-up of a concern")
        verbose_name_plural = _("follow-ups of concerns")
        constraints: ClassVar[list] = [
            *Acted.Meta.constraints,
            models.CheckConstraint(
                name="feedback_follow_up_says_what_happened",
                condition=~models.Q(sealed_note=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Follow-up {self.pk}"

    @property
    def note(self) -> str:
        """What was written."""
        return unseal(self.sealed_note)

    @property
    def reference(self) -> str:
        """The reference of a referral that was made later."""
        return unseal(self.sealed_reference) if self.sealed_reference else ""

    @property
    def pattern(self) -> str:
        """What a setting was told of a pattern later."""
        return unseal(self.sealed_pattern) if self.sealed_pattern else ""
