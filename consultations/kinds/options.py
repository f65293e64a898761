"""What kinds that offer fixed answers share."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from consultations.kinds.base import Chosen, Kind, Offered, OptionBlock, QuestionBlock, in_language
from consultations.kinds.outputs import SKIPPED, Column, Part


class OptionsBlock(QuestionBlock):
    """A question with answers to choose from."""

    options = blocks.ListBlock(OptionBlock(), label=_("Answers"), min_num=2, max_num=20)


class ClosedKind(Kind):
    """A kind whose answers are option ids, and nothing else."""

    is_closed: ClassVar[bool] = True
    can_lead: ClassVar[bool] = True
    is_group: ClassVar[bool] = True
    template: ClassVar[str] = "components/choices.html"

    def offered(self, value: Any) -> list[Offered]:
        return [
            Offered(
                code=bound.value["code"],
                label=bound.value["label"],
                block_id=bound.id,
                alone=bool(bound.value.get("alone")),
                picture=bound.value.get("picture"),
            )
            for bound in value["options"].bound_blocks
        ]

    def choices(self, question: dict, language: str) -> list[tuple[str, str]]:
        """Option ids with their words, in the order that the officer gave."""
        return [
            (option["id"], in_language(option["words"], language)) for option in question["options"]
        ]

    def chosen(self, question: dict, answer: dict) -> list[Chosen]:
        # A tampered form can name an answer twice; the database counts it once.
        return [Chosen(option) for option in dict.fromkeys(answer.get("options", []))]

    def parts(self, question: dict) -> list[Part]:
        columns = [(option["id"], option["words"]) for option in question["options"]]
        return [Part(question["id"], columns, lambda option, _number: option)]

    def columns(self, question: dict) -> list[Column]:
        return [Column(question["key"], "code", values=_values(question))]

    def cells(self, question: dict, chosen: Sequence[Chosen], text: str) -> list:
        numbers = {option["id"]: option["value"] for option in question["options"]}
        return [numbers[chosen[0].option]]

    def column_each(
        self, question: dict, holds: str, values: Mapping | None = None
    ) -> list[Column]:
        """A column for each answer of a question: its name ends in the answer's code."""
        return [
            Column(f"{question['key']}_{option['code']}", holds, option["words"], values or {})
            for option in question["options"]
        ]

    def lines(self, question: dict, answer: dict, language: str) -> list[str]:
        chosen = answer.get("options", [])
        return [label for key, label in self.choices(question, language) if key in chosen]


def each_number(question: dict, chosen: Sequence[Chosen]) -> list:
    """The number that goes with each answer of a question, or that there is none."""
    numbers = {one.option: int(one.number) for one in chosen if one.number is not None}
    return [numbers.get(option["id"], SKIPPED) for option in question["options"]]


def _values(question: dict) -> dict:
    """What the numbers of a question's answers mean."""
    return {option["value"]: option["words"] for option in question["options"]}
