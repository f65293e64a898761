"""Every text is opened by a person; a worry goes to the safeguarding lead."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from feedback.models.response import Words
from feedback.sealing import seal, unseal


class Reading(models.Model):
    """Who opened a text and who marked it as read. Opening is recorded before the text is shown."""

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

    What is written is sealed: a copy of the words is kept with it, because the person may take
    their answers back and the worry stays. The page says so before they do.
    """

    council = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="concerns")
    words = models.ForeignKey(
        Words, on_delete=models.SET_NULL, null=True, blank=True, related_name="concerns"
    )
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    raised_at = models.DateTimeField(_("raised"))
    sealed_words = models.TextField(_("words, sealed"))
    sealed_note = models.TextField(_("why, sealed"), blank=True)
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
        """The text of a sealed field: "words", "note" or "action"."""
        token = getattr(self, f"sealed_{field}")
        return unseal(token) if token else ""
