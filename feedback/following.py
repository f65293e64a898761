"""A table must not tell what another one hides: how many chose the answer that leads to it.

Of a question that is asked only after an answer, the number of people who answered says how many
gave that answer. So its table is shown only where the table of the first question hides nothing of
the same people, and where nobody can work out from both that a few skipped the second one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Led = tuple[int, int]  # the least and the most who were led on


@dataclass(frozen=True)
class Made:
    """A table of the people of one role and voice, and how many of each age answered."""

    question: Mapping
    table: Mapping
    answered: Mapping[str, int]

    def led_on(self, after: Mapping, sizes: Mapping[str, int]) -> dict[str, Led]:
        """How many of each row were led on from this question, where the row hides nothing.

        Somebody who could choose several counts once: their number lies between the most chosen of
        the answers that lead on, and all of them together. `sizes` are those who answered anything.
        """
        leading = [
            place
            for place, option in enumerate(self.question["options"])
            if option["id"] in after["options"]
        ]
        found = {}
        for row in () if self.table["refused"] else self.table["rows"]:
            if None not in (row["total"], *row["cells"]):
                band = row["band"]
                skipped = _of(sizes, band) - _of(self.answered, band) if after["unanswered"] else 0
                chosen = [row["cells"][place] for place in leading]
                found[band] = (max(chosen, default=0) + skipped, sum(chosen) + skipped)
        return found

    def tells(self, led: Mapping[str, Led], hide_up_to: int) -> bool:
        """Whether this table says more than may be known of those who were `led` to it."""
        for row in self.table["rows"]:
            band = row["band"]
            if band not in led:
                return True
            if any(1 <= n - _of(self.answered, band) <= hide_up_to for n in led[band]):
                return True
        return False


def tables_that_tell(
    made: Sequence[Made], sizes: Mapping[str, int], hide_up_to: int
) -> Iterator[bool]:
    """Which of the tables that were `made` for the same people are withheld, one after the other.

    They stand in the order of the questionnaire. What hangs on a withheld table is withheld too.
    """
    shown: dict[str, Made] = {}
    for one in made:
        after = one.question.get("after")
        first = shown.get(after["question"]) if after else None
        if after and one.tells(first.led_on(after, sizes) if first else {}, hide_up_to):
            yield True
        else:
            shown[one.question["id"]] = one
            yield False


def withheld(table: Mapping) -> dict:
    """The table with no number in it."""
    rows = [{**row, "cells": [None] * len(row["cells"]), "total": None} for row in table["rows"]]
    return {
        **table,
        "rows": rows,
        "column_totals": [None] * len(table["column_totals"]),
        "total": None,
        "refused": True,
        "held": [],
    }


def _of(numbers: Mapping[str, int], band: str) -> int:
    """The number of one age, or of everyone."""
    return numbers[band] if band in numbers else sum(numbers.values())
