"""What a consultation asks about the people who answer, apart from what they say."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from consultations.audiences import Band
from consultations.equality import EqualitySet
from consultations.fields import ManyOf
from consultations.models.consultation import AskedRole, ConsultationPage


class AskedApart(Orderable):
    """A set of questions about the person, and of whom it is asked (see decision 0018)."""

    page = ParentalKey(ConsultationPage, on_delete=models.CASCADE, related_name="apart")
    asks = models.CharField(_("about"), max_length=20, choices=EqualitySet)
    roles = ManyOf(_("asked of"), terms=AskedRole, help_text=_("Nobody ticked means everyone."))
    bands = ManyOf(
        _("at the ages of"),
        terms=Band,
        help_text=_("For children and young people. Nothing ticked means every age."),
    )

    panels: ClassVar[list] = ["asks", FieldRowPanel(["roles", "bands"])]

    class Meta(Orderable.Meta):
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["page", "asks"],
                name="consultations_a_set_is_asked_once",
                violation_error_message=_("This set is asked already. Change that line instead."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_asks_display())
