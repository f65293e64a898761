"""Choose as many answers as you like."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.kinds.choose_one import NOT_OFFERED
from consultations.kinds.options import ClosedKind, OptionsBlock


class ChooseSeveralBlock(OptionsBlock):
    class Meta:
        icon = "list-ul"
        label = _("Choose several")


class ChooseSeveral(ClosedKind):
    code = "choose_several"
    label = _("Choose several")
    block = ChooseSeveralBlock
    welcome = _("Choose as many as you like.")

    def field(self, question: dict, words: dict) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.choices(question, words["language"]),
            widget=forms.CheckboxSelectMultiple,
            required=False,
            error_messages={"invalid_choice": NOT_OFFERED},
        )

    def answer(self, cleaned: Any) -> dict | None:
        # A tampered form can tick a box twice; the database counts an answer once.
        return {"options": list(dict.fromkeys(cleaned))} if cleaned else None

    def initial(self, answer: dict) -> Any:
        return answer.get("options", [])
