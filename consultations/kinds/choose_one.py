"""Choose one answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.kinds.options import ClosedKind, OptionsBlock

NOT_OFFERED = _("Choose one of the answers on this page, or skip it.")


class ChooseOneBlock(OptionsBlock):
    class Meta:
        icon = "radio-full"
        label = _("Choose one")


class ChooseOne(ClosedKind):
    code = "choose_one"
    label = _("Choose one")
    block = ChooseOneBlock

    def field(self, question: dict, words: dict) -> forms.Field:
        return forms.ChoiceField(
            choices=self.choices(question, words["language"]),
            widget=forms.RadioSelect,
            required=False,
            error_messages={"invalid_choice": NOT_OFFERED},
        )

    def answer(self, cleaned: Any) -> dict | None:
        return {"options": [cleaned]} if cleaned else None

    def initial(self, answer: dict) -> Any:
        return next(iter(answer.get("options", [])), None)
