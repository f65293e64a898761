"""The answers as tables: one row for each response, and one row for each thing that was said."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from consultations.models import Consultation
from feedback.exporting.columns import AskedColumns, Closed, asked_columns, bare
from feedback.exporting.guarding import plain_cell
from feedback.exporting.reading import (
    ANSWER,
    REMARK,
    Told,
    editions_of,
    offered_by,
    responses_of,
)
from feedback.tables import merged_questions

LONG = ("resp_id", "question", "about", "option", "number", "text", "language")
Chosen = Mapping[str, tuple[str, ...]]  # what is stored of each question


class Answers:
    """What one consultation asked and heard, ready to be written down."""

    def __init__(self, consultation: Consultation) -> None:
        self.consultation, self.editions = consultation, editions_of(consultation)
        self.documents = [edition.document for edition in self.editions]
        self.asked = asked_columns(merged_questions(self.documents, closed=False))
        self.closed = Closed(self.asked, offered_by(self.editions))
        self.by_id = [(one.question["id"], one) for one in self.asked]
        self.names = {key: one.question["key"] for key, one in self.by_id}
        self.codes = {
            bare(option["id"]): option["code"]
            for _key, one in self.by_id
            for option in one.question["options"]
        }

    def told(self, seen: Callable[[int], None] = lambda _n: None) -> Iterator[tuple[Told, Chosen]]:
        """Each response with what was chosen in it, by question. `seen` is told how many there
        were so far."""
        n = 0
        for n, told in enumerate(responses_of(self.consultation, self.editions), start=1):
            yield told, self.closed.sorted_out(told.given)
            if n % 1000 == 0:
                seen(n)
        seen(n)

    def wide(self, told: Told, chosen: Chosen) -> list:
        """The row of a response in the wide table."""
        row: list[Any] = list(told.facts)
        for key, one in self.by_id:
            asked = key in told.asked
            if one.is_text:
                row += self._text(key, one, told, asked)
            else:
                row += self.closed.cells(told.edition, key, chosen.get(key, ()), asked)
            remark = told.texts.get((key, REMARK))
            row.append(plain_cell(remark[0]) if remark else "")
        return row

    @staticmethod
    def _text(key: str, one: AskedColumns, told: Told, asked: bool) -> list:
        """What was said in words, and in which language."""
        if found := told.texts.get((key, ANSWER)):
            return [plain_cell(found[0]), found[1]]
        return [*one.blank(asked=asked), ""]

    def long(self, told: Told, chosen: Chosen) -> Iterator[tuple]:
        """The rows of a response in the long table."""
        number = told.facts[0]
        for key, tokens in chosen.items():
            for token in tokens:
                about, _colon, amount = token.partition(":")
                code = self.codes.get(about, "")
                yield number, self.names[key], ANSWER, code, amount, "", ""
        for (key, about), (text, language) in told.texts.items():
            yield number, self.names[key], about, "", "", plain_cell(text), language
