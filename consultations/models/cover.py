"""Who reads when, and days that are not like others: each council's for itself."""

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Site

from consultations.scoping import CouncilsRowForm, ReadersForm


class ReadingCoverQuerySet(models.QuerySet):
    """Lines of the rota by time."""

    def touching(self, first: date, last: date) -> Self:
        """Those that cover some day from `first` to `last`."""
        return self.filter(first_day__lte=last, last_day__gte=first)


class ReadingCover(models.Model):
    """A line of the rota: who reads what people write on these days, and who stands in for them."""

    council = models.ForeignKey(
        Site, verbose_name=_("council"), on_delete=models.PROTECT, related_name="cover"
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who reads"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who stands in"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = ReadingCoverQuerySet.as_manager()

    base_form_class = ReadersForm
    panels: ClassVar[list] = [
        "council",
        FieldRowPanel(["first_day", "last_day"]),
        FieldRowPanel(["lead", "deputy"]),
    ]

    class Meta:
        verbose_name = _("who reads when")
        verbose_name_plural = _("who reads when")
        ordering: ClassVar[list] = ["first_day", "pk"]
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="consultations_cover_begins_before_it_ends",
                condition=Q(first_day__lte=F("last_day")),
                violation_error_message=_("The last day must not be before the first."),
            ),
            models.CheckConstraint(
                name="consultations_cover_is_two_people",
                condition=~Q(lead=F("deputy")),
                violation_error_message=_("Whoever stands in must be somebody else."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lead}, {self.deputy}: {self.first_day} to {self.last_day}"


class PeriodKind(models.TextChoices):
    """What is special about some days."""

    HOLIDAY = "holiday", _("School holidays")
    ELECTION = "election", _("Before an election")
    CLOSED = "closed", _("Nobody works, besides bank holidays")


class CouncilPeriod(models.Model):
    """Days that the gate knows of. The bank holidays of England need no line here."""

    council = models.ForeignKey(
        Site, verbose_name=_("council"), on_delete=models.PROTECT, related_name="periods"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=PeriodKind)
    name = models.CharField(_("name"), max_length=80)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))

    base_form_class = CouncilsRowForm
    panels: ClassVar[list] = ["council", "kind", "name", FieldRowPanel(["first_day", "last_day"])]

    class Meta:
        verbose_name = _("special days")
        verbose_name_plural = _("special days")
        ordering: ClassVar[list] = ["first_day", "pk"]
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="consultations_period_begins_before_it_ends",
                condition=Q(first_day__lte=F("last_day")),
                violation_error_message=_("The last day must not be before the first."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
