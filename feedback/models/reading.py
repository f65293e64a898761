"""Every text is opened by a person; a worry goes to the safeguarding lead."""

import json
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from consultations.models import Consultation
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


class Outcome(models.TextChoices):
    """What came of a concern (requirements S6)."""

    NO_CONCERN = "no_concern", _("No concern")
    WELLBEING = "wellbeing", _("Wellbeing: offered contact")
    CANNOT_IDENTIFY = "cannot_identify", _("Concern: cannot find out who it is")
    REFERRED = "referred", _("Referral made")
    DANGER = "danger", _("Immediate danger: 999")
    ALLEGATION = "allegation", _("About an adult who works with children: LADO")


class ConcernQuerySet(models.QuerySet):
    """Concerns by whether somebody has acted."""

    def waiting(self) -> "ConcernQuerySet":
        """Those without an outcome."""
        return self.filter(outcome="")


class Concern(models.Model):
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
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, blank=True)
    sealed_action = models.TextField(_("what was done and why, sealed"), blank=True)
    acted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    acted_at = models.DateTimeField(_("acted"), null=True, blank=True)

    objects = ConcernQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("concern")
        verbose_name_plural = _("concerns")
        ordering: ClassVar[list] = ["-raised_at"]
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_concern_outcome_has_somebody_and_a_time",
                condition=models.Q(outcome="", acted_by=None, acted_at=None)
                | (
                    ~models.Q(outcome="") & models.Q(acted_by__isnull=False, acted_at__isnull=False)
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
        """The text of a sealed field: "words", "note", "about" or "action"."""
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


class FollowUp(WrittenOnce):
    """What happened after the outcome of a concern was recorded, and the outcome if it changed."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="follow_ups")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("written"))
    outcome = models.CharField(_("new outcome"), max_length=20, choices=Outcome, blank=True)
    sealed_note = models.TextField(_("note, sealed"))

    class Meta(WrittenOnce.Meta):
        verbose_name = _("follow-up of a concern")
        verbose_name_plural = _("follow-ups of concerns")
        constraints: ClassVar[list] = [
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
