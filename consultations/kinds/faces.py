"""A scale of three or five faces, each with words. "I don't know" stands apart from the scale."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from consultations.audiences import Band, Role
from consultations.kinds.base import Offered, QuestionBlock
from consultations.kinds.choose_one import ChooseOne
from consultations.kinds.widgets import FacesOf

POINTS = (3, 5)
DONT_KNOW = "dont_know"
UNDER_8 = (Band.UNDER_6, Band.SIX)


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

    happiest_first = blocks.BooleanBlock(
        label=_("Show the happiest face first"),
        required=False,
        help_text=_("The order can sway people. The numbers of the faces stay the same."),
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
    paper = "components/paper/faces.html"
    template = "components/faces.html"
    widget = FacesOf

    def offered(self, value: Any) -> list[Offered]:
        scale = [
            Offered(code=f"face_{place}", label=str(word), value=place)
            for place, word in enumerate(value["words"], start=1)
        ]
        apart = Offered(code=DONT_KNOW, label=str(value["dont_know"]), value=99, apart=True)
        return [*scale, apart]

    def shape(self, value: Any) -> dict:
        return {"points": len(value["words"])}

    def frozen(self, value: Any) -> dict:
        return {"happiest_first": True} if value.get("happiest_first") else {}

    def choices(self, question: dict, language: str) -> list[tuple[str, str]]:
        choices = super().choices(question, language)
        if question.get("happiest_first"):
            return [*choices[-2::-1], choices[-1]]
        return choices

    def advice(self, value: Any) -> list[str]:
        young = not value["bands"] or any(band in UNDER_8 for band in value["bands"])
        of_children = not value["roles"] or Role.CHILD in value["roles"]
        if len(value["words"]) == 3 or not (young and of_children):
            return []
        return [
            _(
                "“%s” shows five faces to children under 8. Three are easier for them: they tend "
                "to pick the first or the last of many."
            )
            % value["text"]
        ]
