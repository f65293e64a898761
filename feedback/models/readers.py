"""From where people read: the standpoint of each analyst, and what young checkers said."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.audiences import Band
from consultations.models import Consultation
from feedback.models.theme import Theme


class WorksIn(models.TextChoices):
    """Where an analyst works."""

    PARTICIPATION = "participation", _("The participation team")
    DATA = "data", _("The data team")
    SERVICES = "services", _("A service that works with children")
    MANAGEMENT = "management", _("Management or commissioning")
    OUTSIDE = "outside", _("Not for the council")
    OTHER = "other", _("Another part of the council")


class Link(models.TextChoices):
    """How an analyst is tied to what was asked about."""

    CHOSE = "chose", _("I chose, or helped to choose, something that this is about")
    USES = "uses", _("I use this information in my work")
    LIVED = "lived", _("It was, or is, about me or my family")
    NONE = "none", _("None that I know of")


class Standpoint(models.Model):
    """Where somebody stands who reads the texts of a consultation. Published only as numbers."""

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="standpoints"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    works_in = models.CharField(_("where you work"), max_length=15, choices=WorksIn)
    link = models.CharField(_("your link to the topic"), max_length=10, choices=Link)
    view = models.TextField(_("what you bring to it"), blank=True)
    said_on = models.DateField(_("said"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("standpoint")
        verbose_name_plural = _("standpoints")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["consultation", "by"], name="feedback_standpoint_is_said_once"
            ),
        ]

    def __str__(self) -> str:
        return f"Standpoint {self.pk}"


class CheckBack(models.Model):
    """Themes were shown to young checkers; or they were not, and why not.

    Who they were is a group in a few words, such as "The youth council": never a name.
    """

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="checks")
    who = models.CharField(_("who they were"), max_length=120, blank=True)
    youngest = models.CharField(_("youngest"), max_length=10, choices=Band, blank=True)
    oldest = models.CharField(_("oldest"), max_length=10, choices=Band, blank=True)
    held_on = models.DateField(_("when"), null=True, blank=True)
    why_skipped = models.TextField(_("why not"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_on = models.DateField(_("recorded"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("check by young people")
        verbose_name_plural = _("checks by young people")
        ordering: ClassVar[list] = ["held_on", "pk"]
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_check_was_held_or_skipped_with_a_reason",
                condition=models.Q(held_on=None, who="", youngest="", oldest="")
                & ~models.Q(why_skipped="")
                | models.Q(held_on__isnull=False, why_skipped="")
                & ~models.Q(who="")
                & ~models.Q(youngest="")
                & ~models.Q(oldest=""),
            ),
            models.UniqueConstraint(
                fields=["consultation"],
                condition=models.Q(held_on=None),
                name="feedback_check_is_skipped_once",
            ),
        ]

    def __str__(self) -> str:
        return f"Check {self.pk}"


class Verdict(models.TextChoices):
    """What young checkers said of a theme."""

    RIGHT = "right", _("It is right as it is")
    CHANGED = "changed", _("They changed something")
    WRONG = "wrong", _("They did not agree with it")


class CheckedTheme(models.Model):
    """What young checkers said of one theme."""

    check_back = models.ForeignKey(CheckBack, on_delete=models.CASCADE, related_name="themes")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="checks")
    verdict = models.CharField(_("what they said"), max_length=10, choices=Verdict)
    changed = models.TextField(_("what they changed"), blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("theme that young people checked")
        verbose_name_plural = _("themes that young people checked")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["check_back", "theme"], name="feedback_checked_theme_is_one_for_a_check"
            ),
            models.CheckConstraint(
                name="feedback_checked_theme_says_what_changed",
                condition=models.Q(verdict=Verdict.RIGHT) | ~models.Q(changed=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Checked theme {self.pk}"
