"""How the answers of a frozen question look as boxes: each with its picture and its place."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

FACES = {
    3: ("face-1", "face-3", "face-5"),
    5: ("face-1", "face-2", "face-3", "face-4", "face-5"),
}


class WithAnswers(forms.widgets.ChoiceWidget):
    """Boxes that know the frozen answer that each of them stands for."""

    def __init__(self, *args: Any, answers: Iterable[Mapping] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answers = {answer["id"]: answer for answer in answers}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict:
        answer = self.answers.get(str(value), {})
        return super().create_option(name, value, *args, **kwargs) | {"answer": answer}


class OneOf(WithAnswers, forms.RadioSelect):
    """One of the answers."""


class SomeOf(WithAnswers, forms.CheckboxSelectMultiple):
    """Any of the answers."""


class FacesOf(OneOf):
    """One of the faces. What stands apart from the scale has no drawing."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict:
        option = super().create_option(name, value, *args, **kwargs)
        return option | {"symbol": self._drawing(option["answer"])}

    def _drawing(self, answer: Mapping) -> str:
        points = sum(1 for one in self.answers.values() if not one["apart"])
        if not answer or answer["apart"]:
            return ""
        return FACES[points][answer["value"] - 1]
