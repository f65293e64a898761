"""Setting a text aside: for fixed reasons alone, by two people, and counted in public."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from feedback.models.response import Words


class AsideReason(models.TextChoices):
    """Why a text is not analysed (requirement Q6). Anger, swearing, jokes, one word, emoji and
    going off the topic are not among them, and never will be."""

    TEST = "test", _("A test entry, by us or by somebody who tried the form")
    DUPLICATE = "duplicate", _("Exactly the same, sent twice by the same person")
    ADVERT = "advert", _("Spam or an advertisement")
    NAMES = "names", _("Nothing but names of people")
    THREAT = "threat", _("Nothing but a threat against somebody")


class SetAsideQuerySet(models.QuerySet):
    """Texts that were set aside by whether a second person agreed."""

    def waiting(self) -> "SetAsideQuerySet":
        """Those that somebody offered, and nobody confirmed yet: they are still analysed."""
        return self.filter(confirmed_at=None)

    def confirmed(self) -> "SetAsideQuerySet":
        """Those that are not analysed."""
        return self.filter(confirmed_at__isnull=False)


class SetAside(models.Model):
    """A text that is not analysed, why, and the two people who say so. It can be put back."""

    words = models.OneToOneField(
        Words, on_delete=models.CASCADE, primary_key=True, related_name="set_aside"
    )
    reason = models.CharField(_("reason"), max_length=10, choices=AsideReason)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(_("offered"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    objects = SetAsideQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("text that was set aside")
        verbose_name_plural = _("texts that were set aside")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_set_aside_for_a_fixed_reason",
                condition=Q(reason__in=AsideReason.values),
            ),
            models.CheckConstraint(
                name="feedback_set_aside_by_two_people",
                condition=Q(confirmed_by=None, confirmed_at=None)
                | (
                    Q(confirmed_by__isnull=False, confirmed_at__isnull=False)
                    & ~Q(confirmed_by=models.F("proposed_by"))
                ),
                violation_error_message=_("Somebody else must confirm it."),
            ),
        ]

    def __str__(self) -> str:
        return "A text that was set aside"
