"""A scale of three or five faces, each with words. "I don't know" stands apart from the scale."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from consultations.kinds.base import Offered, QuestionBlock
from consultations.kinds.choose_one import ChooseOne

POINTS = (3, 5)
DONT_KNOW = "dont_know"


class FacesBlock(QuestionBlock):
    words = blocks.ListBlock(
        blocks.CharBlock(max_length=40),
        label=_("Words for the faces, from the saddest to the happiest"),
        min_num=3,
        max_num=5,
        default=[_("Not good"), _("In the middle"), _("Good")],
        help_text=_("Three or five. Three for children under 8."),
    )
    dont_know = blocks.CharBlock(
        label=_("Words for not knowing"), max_length=40, default=_("I don't know")
    )

    class Meta:
        icon = "pick"
        label = _("Faces")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if len(cleaned["words"]) not in POINTS:
            raise blocks.StructBlockValidationError(
                {"words": ValidationError(_("Give words for three or for five faces."))}
            )
        return cleaned


class Faces(ChooseOne):
    code = "faces"
    label = _("Faces")
    block = FacesBlock
    template = "components/faces.html"

    def offered(self, value: Any) -> list[Offered]:
        scale = [
            Offered(code=f"face_{place}", label=str(word), value=place)
            for place, word in enumerate(value["words"], start=1)
        ]
        apart = Offered(code=DONT_KNOW, label=str(value["dont_know"]), value=99, apart=True)
        return [*scale, apart]

    def shape(self, value: Any) -> dict:
        return {"points": len(value["words"])}
