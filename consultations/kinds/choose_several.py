"""Choose as many answers as you like, or one that goes with no other, such as "none of these"."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from consultations.kinds.base import Chosen, OptionBlock, in_language
from consultations.kinds.choose_one import NOT_OFFERED
from consultations.kinds.options import ClosedKind, OptionsBlock
from consultations.kinds.outputs import Column
from consultations.kinds.widgets import SomeOf


class OneOfSeveralBlock(OptionBlock):
    """An answer that can be chosen beside others, unless it goes with none."""

    alone = blocks.BooleanBlock(
        label=_("Goes with no other answer"),
        required=False,
        help_text=_("Such as “None of these”: whoever ticks it ticks nothing else."),
    )

    class Meta:
        label_format = "{label}"


class ChooseSeveralBlock(OptionsBlock):
    options = blocks.ListBlock(OneOfSeveralBlock(), label=_("Answers"), min_num=2, max_num=20)

    class Meta:
        icon = "list-ul"
        label = _("Choose several")


class ChooseSeveral(ClosedKind):
    code = "choose_several"
    label = _("Choose several")
    block = ChooseSeveralBlock
    paper = "components/paper/choices.html"
    script = "js/choose_several.js"
    welcome = _("Choose as many as you like.")

    def field(self, question: dict, words: dict) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.choices(question, words["language"]),
            widget=SomeOf(answers=question["options"]),
            required=False,
            error_messages={"invalid_choice": NOT_OFFERED},
        )

    def answer(self, cleaned: Any) -> dict | None:
        # A tampered form can tick a box twice; the database counts an answer once.
        return {"options": list(dict.fromkeys(cleaned))} if cleaned else None

    def initial(self, answer: dict) -> Any:
        return answer.get("options", [])

    def mend(self, question: dict, answer: dict) -> str:
        chosen = answer.get("options", [])
        alone = [one for one in question["options"] if one.get("alone") and one["id"] in chosen]
        if not alone or len(chosen) < 2:
            return ""
        return _("You ticked “%s” and something else. Untick one of them.") % in_language(
            alone[0]["words"], translation.get_language()
        )

    def columns(self, question: dict) -> list[Column]:
        return [*self.column_each(question, "yes_no"), Column(question["key"], "codes")]

    def cells(self, question: dict, chosen: Sequence[Chosen], text: str) -> list:
        ticked = {one.option for one in chosen}
        codes = [option["code"] for option in question["options"] if option["id"] in ticked]
        return [
            *(int(option["id"] in ticked) for option in question["options"]),
            "|".join(codes),
        ]
