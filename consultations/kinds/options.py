"""What kinds that offer fixed answers share."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from consultations.kinds.base import Chosen, Kind, Offered, OptionBlock, QuestionBlock, in_language


class OptionsBlock(QuestionBlock):
    """A question with answers to choose from."""

    options = blocks.ListBlock(OptionBlock(), label=_("Answers"), min_num=2, max_num=20)


class ClosedKind(Kind):
    """A kind whose answers are option ids, and nothing else."""

    is_closed: ClassVar[bool] = True
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

    def lines(self, question: dict, answer: dict, language: str) -> list[str]:
        chosen = answer.get("options", [])
        return [label for key, label in self.choices(question, language) if key in chosen]
