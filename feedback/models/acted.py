"""What was done about a worry: what came of it, what it is about, and when (requirement S6)."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from feedback.pathways import TOLD_AT_ONCE, Category


class Outcome(models.TextChoices):
    """What came of a concern (requirements S6)."""

    NO_CONCERN = "no_concern", _("No concern")
    WELLBEING = "wellbeing", _("Wellbeing: offered contact")
    CANNOT_IDENTIFY = "cannot_identify", _("Concern: cannot find out who it is")
    REFERRED = "referred", _("Referral made")
    DANGER = "danger", _("Immediate danger: 999")
    ALLEGATION = "allegation", _("About an adult who works with children: LADO")


WORRIES = (Outcome.CANNOT_IDENTIFY, Outcome.REFERRED, Outcome.DANGER, Outcome.ALLEGATION)
TOLD = (Outcome.REFERRED, Outcome.DANGER, Outcome.ALLEGATION)  # somebody outside was told


class Acted(models.Model):
    """An outcome with its times. It says whom it is about without naming anybody."""

    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, blank=True)
    category = models.CharField(_("about"), max_length=20, choices=Category, blank=True)
    about_writer = models.BooleanField(_("the person who wrote"), default=False)
    about_another = models.BooleanField(_("another child"), default=False)
    others_at_risk = models.BooleanField(
        _("other children may be at risk from the same person now"), default=False
    )
    aware_at = models.DateTimeField(_("knew"), null=True, blank=True)
    told_at = models.DateTimeField(_("told"), null=True, blank=True)
    acted_at = models.DateTimeField(_("acted"), null=True, blank=True)
    sealed_reference = models.TextField(_("reference of the referral, sealed"), blank=True)
    sealed_pattern = models.TextField(_("what a setting was told, sealed"), blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_was_known_before_somebody_acted",
                condition=Q(aware_at=None) | Q(acted_at=None) | Q(aware_at__lte=F("acted_at")),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_was_known_before_it_was_told",
                condition=Q(told_at=None) | Q(aware_at__lte=F("told_at")),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_is_told_at_once_or_not_settled",
                condition=Q(outcome="") | ~Q(category__in=TOLD_AT_ONCE) | Q(told_at__isnull=False),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_says_when_others_were_told",
                condition=~Q(outcome__in=TOLD) | Q(told_at__isnull=False),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_of_a_referral_has_its_reference",
                condition=~Q(outcome=Outcome.REFERRED) | ~Q(sealed_reference=""),
            ),
        ]
