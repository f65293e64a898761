"""The numbers of a consultation, made safe to publish.

Everything here is counted per role, and apart for each kind of voice: a person's own, a child's
exact words that an adult wrote down, a child who could not say what they wanted, an adult's view,
what was noticed, and where nobody said.
Roles and voices are never added together. What comes out is the document of an edition of findings:

    {"tables": [{"question": "<id>", "kind": "choose_one", "words": {"en-gb": "…"},
                 "part": {"en-gb": "…"} (only where a table is about one thing that was sorted),
                 "part_id": "<Option>" (there as well),
                 "role": "child", "voice": "own", "columns": [{"words": {"en-gb": "Yes"}}],
                 "rows": [{"band": "6-9", "cells": [14, null], "total": 23}],
                 "column_totals": [63, 24], "total": 113, "refused": false, "held": ["13-15"]}],
     "coverage": [{"role": "child", "voices": {"own": {"6-9": 23, "13-15": 37, "": 60}},
                   "at_least": {"own": ["", "6-9"]}}],
     "came_by": [{"role": "child", "voice": "own", "routes": {"open": 40, "invited": 20}}],
     "hide_up_to": 5,
     "attributable": ["child:0-12", "child:0-12@en-gb"],
     "apart": [what people said about themselves, see apart.py]}

A number that is null was hidden. In `coverage` the key "" is the total of all ages, and `at_least`
names the numbers that may be higher in truth (see skipped.py). A row in which nobody answered is
left out. `held` names the bands where everyone gave the same answer and nobody has decided that
this may be shown.

The size of an age group stands in the coverage and again in each table. Where a table would hide
the sizes of other groups than the coverage does, a reader could put the two together: such a table
shows everyone in one row, with the band "".
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from consultations.audiences import Band, Role
from consultations.kinds import KINDS
from consultations.kinds.outputs import Part
from consultations.models import Consultation
from feedback.apart import safe_tallies
from feedback.came_by import routes_of, safe_routes
from feedback.counted import bases_of, counts_of
from feedback.coverage import (
    Lines,
    attributable,
    coverage_beside,
    coverage_lines,
    heard_by_language,
    people,
)
from feedback.disclosure import protect, protect_choices, uniform_rows
from feedback.following import Made, tables_that_tell, withheld
from feedback.groups import MIN_GROUP, VOICES, Cell
from feedback.skipped import Beside

Shown = Iterable[tuple[str, str, str, str]]  # question or part, role, voice, band


@dataclass(frozen=True)
class Counted:
    """What all tables of a consultation are made from."""

    counts: Mapping[tuple[str, str, Cell], int]  # by part of a question, column and who
    bases: Mapping[tuple[str, Cell], int]  # people, by part of a question and who
    lines: Lines
    open_to: Collection[str]  # bands
    hide_up_to: int
    shown: frozenset[tuple[str, str, str, str]]

    def bands(self, question: Mapping, part: Part, role: str, voice: str) -> list[str]:
        """The ages that were asked a question, and any that answered an older edition of it."""
        if role != Role.CHILD:
            return [""]
        asked = [band for band in self.open_to if band in (question["bands"] or self.open_to)]
        return [
            band for band in Band.values if band in asked or self.base(part, (role, voice, band))
        ]

    def base(self, part: Part, cell: Cell) -> int:
        """How many answered a part of a question."""
        return self.bases.get((part.id, cell), 0)

    def count(self, part: Part, column: str, cell: Cell) -> int:
        """How many gave an answer that counts in a column."""
        return self.counts.get((part.id, column, cell), 0)


def safe_numbers(consultation: Consultation, *, hide_up_to: int, shown: Shown = ()) -> dict:
    """The document of an edition, counted now. `shown` are rows that a person decided to show.

    Seven statements and one for each question that takes several answers, however many answered.
    """
    questionnaires = consultation.questionnaires.order_by("number")
    documents = list(questionnaires.values_list("document", flat=True))
    heard = heard_by_language(consultation)
    questions = merged_questions(documents)
    counts, sizes = counts_of(consultation, questions)
    counted = Counted(
        counts=counts,
        bases=sizes | bases_of(consultation, questions),
        lines=coverage_lines(documents[-1], people(heard), hide_up_to),
        open_to=documents[-1]["bands"],
        hide_up_to=hide_up_to,
        shown=frozenset(shown),
    )
    numbers = numbers_from(questions, people(heard), counted)
    return {
        **numbers,
        "hide_up_to": hide_up_to,
        "came_by": safe_routes(routes_of(consultation), numbers["coverage"], hide_up_to),
        "attributable": attributable(heard),
        "apart": safe_tallies(consultation, hide_up_to=hide_up_to),
    }


def numbers_from(
    questions: Iterable[Mapping], heard: Mapping[Cell, int], counted: Counted
) -> dict[str, list]:
    """The tables, and the coverage as it is told beside them."""
    questions = list(questions)
    found = [
        (role, voice, *made)
        for role in Role.values
        for voice in VOICES
        for made in _tables(questions, role, voice, heard, counted)
    ]
    order = {question["id"]: place for place, question in enumerate(questions)}
    found.sort(key=lambda one: order[one[2]["question"]])
    beside = [(role, voice, seen) for role, voice, _table, seen in found]
    return {
        "tables": [table for _role, _voice, table, _seen in found],
        "coverage": coverage_beside(counted.lines, heard, beside, hide=counted.hide_up_to),
    }


def merged_questions(documents: Iterable[Mapping], *, closed: bool = True) -> list[dict]:
    """Every closed question of every edition, with every answer that was ever offered, once; or
    every question, when not only the `closed` ones are asked for.

    In the order and words of the newest edition that has them.
    """
    questions: dict[str, dict] = {}
    for document in documents:
        for question in document["questions"]:
            if closed and not KINDS[question["kind"]].is_closed:
                continue
            before = questions.pop(question["id"], {"options": []})
            kept = {option["id"] for option in question["options"]}
            retired = [option for option in before["options"] if option["id"] not in kept]
            questions[question["id"]] = {
                **question,
                "options": [*question["options"], *retired],
                "source": document["source"],
            }
    return list(questions.values())


def _tables(
    questions: Iterable[dict], role: str, voice: str, heard: Mapping[Cell, int], counted: Counted
) -> list[tuple[dict, Beside]]:
    """The tables for a role and a kind of voice. Those that would tell how many were led to their
    question have no numbers (see following.py)."""
    made = [
        (one, *found)
        for one in questions
        for part in KINDS[one["kind"]].parts(one)
        if (found := _table(one, part, role, voice, counted))
    ]
    sizes = {band: n for (r, v, band), n in heard.items() if (r, v) == (role, voice)}
    all_made = [Made(question, table, seen.answered) for question, table, seen in made]
    telling = tables_that_tell(all_made, sizes, counted.hide_up_to)
    return [
        (withheld(table), Beside(seen.answered, {}, None)) if tells else (table, seen)
        for (_question, table, seen), tells in zip(made, telling, strict=True)
    ]


def _table(
    question: dict, part: Part, role: str, voice: str, counted: Counted
) -> tuple[dict, Beside] | None:
    """The table of one part of a question for a role and a kind of voice, and what it tells of how
    many answered; None if none of them did."""
    asked = counted.bands(question, part, role, voice)
    answered = {band: counted.base(part, (role, voice, band)) for band in asked}
    bands = [band for band in asked if answered[band]]
    if not bands:
        return None
    rows = [
        [counted.count(part, column, (role, voice, band)) for column, _words in part.columns]
        for band in bands
    ]
    said = (part.id, role, voice)
    may_show = {band for *row, band in counted.shown if tuple(row) == said}
    rules = {"hide_up_to": counted.hide_up_to, "may_show": may_show}
    line = counted.lines[role, voice]
    safe = _protected(question["kind"], bands, rows, [answered[band] for band in bands], **rules)
    if len(asked) > 1 and _sizes_differ(safe, line):
        everyone = [sum(column) for column in zip(*rows, strict=True)]
        safe = _protected(question["kind"], [""], [everyone], [sum(answered.values())], **rules)
    if _rests_on_a_secret(safe, line):
        safe = withheld(safe)
    table = {
        "question": question["id"],
        "kind": question["kind"],
        "words": {lang: words["text"] for lang, words in question["words"].items()},
        **({"part": part.words, "part_id": part.id} if part.words else {}),
        "role": role,
        "voice": voice,
        "columns": [{"words": words} for _column, words in part.columns],
        **safe,
    }
    return table, _beside(table, answered, line)


def _beside(table: Mapping, answered: Mapping[str, int], line: Mapping) -> Beside:
    """What a table tells of how many answered, beside a line of the coverage."""
    rows = {row["band"]: row["total"] for row in table["rows"]}
    if rows.keys() <= answered.keys():  # not everyone in one row
        rows |= {age: 0 for age, n in answered.items() if not n and line[age] is not None}
    shown = {age: n for age, n in rows.items() if age in answered and n is not None}
    return Beside(answered, {} if table["refused"] else shown, table["total"])


def _sizes_differ(table: Mapping, line: Mapping[str, int | None]) -> bool:
    """Whether a table hides the sizes of other groups than the line of coverage does."""
    return any((row["total"] is None) != (line[row["band"]] is None) for row in table["rows"])


def _rests_on_a_secret(table: Mapping, line: Mapping[str, int | None]) -> bool:
    """Whether a table is safe only while nobody knows how many there were, which the coverage
    tells: 1 and 1 beside a larger number, where everyone is known to be 10."""
    told = [(row["band"], row["total"]) for row in table["rows"]] + [("", table["total"])]
    return any(n is None and line[band] is not None for band, n in told)


def _protected(
    kind: str, bands: list, rows: list, people: list, *, hide_up_to: int, may_show: set
) -> dict:
    """The rows and totals of a table after disclosure control.

    Where nobody chose more than one answer, the answers add up to the people whatever the kind,
    and the last one that is hidden could be worked out.
    """
    adds_up = [sum(row) == base for row, base in zip(rows, people, strict=True)]
    several = kind == "choose_several" and not all(adds_up)
    forced = {i for i, row in enumerate(rows) if several and adds_up[i] and hide_up_to in row}
    if several:
        places = enumerate(zip(rows, people, strict=True))
        uniform = [i for i, (row, base) in places if base >= MIN_GROUP and base in row]
    else:
        uniform = uniform_rows(rows, min_base=MIN_GROUP)
    held = [i for i in uniform if bands[i] not in may_show]
    rules = {"hide_up_to": hide_up_to, "min_base": MIN_GROUP, "withheld_rows": forced | {*held}}
    safe = protect_choices(rows, people, **rules) if several else protect(rows, **rules)
    return {
        "rows": [
            {"band": band, "cells": list(cells), "total": total}
            for band, cells, total in zip(bands, safe.cells, safe.row_totals, strict=True)
        ],
        "column_totals": list(safe.column_totals),
        "total": safe.total,
        "refused": safe.refused,
        "held": [bands[i] for i in held],
    }
