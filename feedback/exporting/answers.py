"""The answers as tables: one row for each response, and one row for each thing that was said."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from consultations.models import Consultation
from feedback.exporting.columns import AskedColumns, Closed, asked_columns, bare
from feedback.exporting.guarding import plain_cell
from feedback.exporting.reading import ANSWER, REMARK, Told, offered_by, responses_of
from feedback.tables import merged_questions

LONG = ("resp_id", "question", "about", "option", "number", "text", "language")
NOTHING = ("", "")
Rows = Iterator[tuple[list, list[list]]]  # a row of the wide table, and those of the long one


class Answers:
    """What one consultation asked and heard, ready to be written down."""

    def __init__(self, consultation: Consultation) -> None:
        documents = consultation.questionnaires.order_by("number").values_list(
            "document", flat=True
        )
        self.documents = list(documents)
        self.consultation = consultation
        self.asked = asked_columns(merged_questions(self.documents, closed=False))
        self.closed = Closed(self.asked, offered_by(consultation))

    def rows(self, seen: Callable[[int], None] = lambda _n: None) -> Rows:
        """Each response as (wide row, long rows). `seen` is told how many there were so far."""
        n = 0
        for n, told in enumerate(responses_of(self.consultation), start=1):
            chosen = self.closed.sorted_out(told.given)
            yield self._wide(told, chosen), self._long(told, chosen)
            if n % 1000 == 0:
                seen(n)
        seen(n)

    def _wide(self, told: Told, chosen: Mapping) -> list:
        row: list[Any] = list(told.facts)
        for one in self.asked:
            key = one.question["id"]
            asked = key in told.asked
            if one.is_text:
                row += self._text(one, told, asked)
            else:
                row += self.closed.cells(told.edition, key, chosen.get(key, ()), asked)
            row.append(plain_cell(told.texts.get((key, REMARK), NOTHING)[0]))
        return row

    @staticmethod
    def _text(one: AskedColumns, told: Told, asked: bool) -> list:
        """What was said in words, and in which language."""
        text, language = told.texts.get((one.question["id"], ANSWER), NOTHING)
        cells = one.blank(asked=asked) if not text else [plain_cell(text)]
        return [*cells, language]

    def _long(self, told: Told, chosen: Mapping) -> list[list]:
        number = told.facts[0]
        rows = []
        for one in self.asked:
            key, name = one.question["id"], one.question["key"]
            codes = {bare(option["id"]): option["code"] for option in one.question["options"]}
            for token in chosen.get(key, ()):
                about, _colon, amount = token.partition(":")
                rows.append([number, name, ANSWER, codes.get(about, ""), amount, "", ""])
            for about in (ANSWER, REMARK):
                if found := told.texts.get((key, about)):
                    text, language = found
                    rows.append([number, name, about, "", "", plain_cell(text), language])
        return rows
