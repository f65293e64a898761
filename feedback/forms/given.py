"""Answers that people give numbers to, as staff type them from paper: one choice for each."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from consultations.kinds import Kind
from consultations.kinds.base import in_language
from consultations.kinds.choose_one import NOT_OFFERED

Lines = Sequence[tuple[str, str]]


class GivenWidget(forms.Widget):
    """A list of numbers beside each answer."""

    template_name = "feedback/admin/given.html"
    use_fieldset = True

    def __init__(self, things: Lines, numbers: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self.things, self.numbers = things, numbers

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        chosen = value if isinstance(value, Mapping) else {}
        context["things"] = [
            {
                "name": f"{name}-{key}",
                "label": label,
                "numbers": [
                    (str(number), words, chosen.get(key) == str(number))
                    for number, words in self.numbers
                ],
            }
            for key, label in self.things
        ]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        sent = {key: data.get(f"{name}-{key}", "") for key, _label in self.things}
        return {key: number for key, number in sent.items() if number}


class GivenField(forms.Field):
    """The numbers that were given, as the kind's own field takes them."""

    def __init__(self, kind: Kind, question: dict, inner: forms.Field, language: str) -> None:
        self.kind, self.inner = kind, inner
        self.numbers = kind.numbers(question, language)
        self.things = [
            (option["id"], in_language(option["words"], language)) for option in question["options"]
        ]
        widget = GivenWidget(self.things, self.numbers)
        super().__init__(
            required=False, widget=widget, label=inner.label, help_text=inner.help_text
        )

    def clean(self, value: Any) -> Any:
        known = {str(number): number for number, _words in self.numbers}
        if not set(value.values()) <= set(known):
            raise ValidationError(NOT_OFFERED)
        numbers = {key: known[number] for key, number in value.items()}
        return self.inner.clean(self.kind.given(numbers))
