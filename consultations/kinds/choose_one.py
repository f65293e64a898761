"""Choose one answer."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.kinds.options import ClosedKind, OptionsBlock
from consultations.kinds.widgets import OneOf

NOT_OFFERED = _("Choose one of the answers on this page, or skip it.")


class ChooseOneBlock(OptionsBlock):
    class Meta:
        icon = "radio-full"
        label = _("Choose one")


class ChooseOne(ClosedKind):
    code = "choose_one"
    label = _("Choose one")
    block = ChooseOneBlock
    paper: ClassVar[str] = "components/paper/choices.html"
    widget: ClassVar[type[OneOf]] = OneOf

    def field(self, question: dict, words: dict) -> forms.Field:
        return forms.ChoiceField(
            choices=self.choices(question, words["language"]),
            widget=self.widget(answers=question["options"]),
            required=False,
            error_messages={"invalid_choice": NOT_OFFERED},
        )

    def answer(self, cleaned: Any) -> dict | None:
        return {"options": [cleaned]} if cleaned else None

    def initial(self, answer: dict) -> Any:
        return next(iter(answer.get("options", [])), None)
