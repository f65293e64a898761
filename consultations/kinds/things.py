"""A field that asks the same of each of several things: which side it is on, which place it has."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from consultations.kinds.base import in_language
from consultations.kinds.choose_one import NOT_OFFERED

Things = Sequence[tuple[Mapping, str]]  # the frozen answer, and its words in one language


def things_of(question: Mapping, language: str) -> Things:
    """The things that a question is about, in the order that the officer gave."""
    return [(option, in_language(option["words"], language)) for option in question["options"]]


class PerThing(forms.MultiValueField):
    """One choice for each thing, and any of them can be left out.

    Takes a list with a value for each thing, or {"<Option>": value}.
    """

    def __init__(self, things: Things, choices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        self.ids = [thing["id"] for thing, _label in things]
        unknown = {"invalid_choice": NOT_OFFERED}
        fields = [
            forms.ChoiceField(choices=choices, label=label, required=False, error_messages=unknown)
            for _thing, label in things
        ]
        wrong = {"invalid": NOT_OFFERED}
        super().__init__(
            fields, required=False, require_all_fields=False, error_messages=wrong, **kwargs
        )

    def clean(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            if not value.keys() <= set(self.ids):
                raise ValidationError(NOT_OFFERED)
            value = [value.get(one, "") for one in self.ids]
        return super().clean(value)
