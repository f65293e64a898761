"""Names of places that would show where somebody lives or learns: a list that officers keep."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from consultations.scoping import CouncilsRowForm


class PlaceKind(models.TextChoices):
    """What a place is. The values are those of feedback.pointing.What."""

    SCHOOL = "school", _("School or nursery")
    HOME = "home", _("Children's home or other place to live")
    STREET = "street", _("Street or estate")
    PLACE = "place", _("Other place, such as a club")


class LocalPlace(models.Model):
    """A place here by its name. Readers are told to take it out of what people wrote."""

    council = models.ForeignKey(
        Site, verbose_name=_("council"), on_delete=models.PROTECT, related_name="local_places"
    )
    name = models.CharField(
        _("name"),
        max_length=80,
        help_text=_("As people say it: “Elm Tree” finds “Elm Tree House” too."),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=PlaceKind)

    base_form_class = CouncilsRowForm
    panels: ClassVar[list] = ["council", "name", "kind"]

    class Meta:
        verbose_name = _("local place")
        verbose_name_plural = _("local places")
        ordering: ClassVar[list] = ["name"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                Lower("name"),
                "council",
                name="feedback_place_stands_once_on_a_councils_list",
                violation_error_message=_("This place is on the list already."),
            ),
            models.CheckConstraint(name="feedback_place_has_a_name", condition=~models.Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name
