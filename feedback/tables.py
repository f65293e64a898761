"""The numbers of a consultation, made safe to publish.

Everything here is counted per role, and a person's own voice apart from words that an adult gave
for a child: roles and voices are never added together. What comes out is the document of an
edition of findings:

    {"tables": [{"question": "<id>", "kind": "choose_one", "words": {"en-gb": "…"},
                 "role": "child", "own": true, "columns": [{"words": {"en-gb": "Yes"}}],
                 "rows": [{"band": "6-9", "cells": [14, null], "total": 23}],
                 "column_totals": [63, 24], "total": 113, "refused": false, "held": ["13-15"]}],
     "coverage": [{"role": "child", "own": {"6-9": 23, "": 113}, "others": {"6-9": null, …}}],
     "attributable": ["child:6-12"]}

A number that is null was hidden. In `coverage` the key "" is the total of all ages; a person's own
voice and what others wrote are never added up, because the sum would give a small one away. `held`
names the bands where everyone gave the same answer and nobody has decided that this may be shown.

The size of an age group stands in the coverage and again in each table. Where a table would hide
the sizes of other groups than the coverage does, a reader could put the two together: such a table
shows everyone in one row, with the band "".
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count

from consultations.audiences import Band, Role, is_own_voice
from consultations.kinds import KINDS
from consultations.models import Consultation
from feedback.disclosure import protect, protect_choices, uniform_rows
from feedback.models import Answer, Response

MIN_GROUP = 10  # nobody is described by a group of fewer than this (requirements R3, R8)
WIDE_BANDS = {
    Band.UNDER_6: "0-12",
    Band.SIX: "0-12",
    Band.TEN: "0-12",
    Band.THIRTEEN: "13-17",
    Band.SIXTEEN: "13-17",
    Band.EIGHTEEN: "18-25",
}
VOICES = ((True, "own"), (False, "others"))
Cell = tuple[str, bool, str]  # role, own voice, band
Shown = Iterable[tuple[str, str, bool, str]]  # question, role, own voice, band


@dataclass(frozen=True)
class Counted:
    """What all tables of a consultation are made from."""

    counts: Mapping[tuple[str, str, Cell], int]  # by question, option and who
    bases: Mapping[tuple[str, Cell], int]  # people, by question and who
    lines: Mapping[tuple[str, bool], Mapping[str, int | None]]  # coverage, by role and own voice
    open_to: Collection[str]  # bands
    hide_up_to: int
    shown: frozenset[tuple[str, str, bool, str]]

    def bands(self, question: Mapping, role: str, own: bool) -> list[str]:
        """The rows of a table: the ages that were asked, and any that answered an older edition."""
        if role != Role.CHILD:
            return [""]
        asked = [band for band in self.open_to if band in (question["bands"] or self.open_to)]
        return [
            band
            for band in Band.values
            if band in asked or self.bases.get((question["id"], (role, own, band)))
        ]


def safe_numbers(consultation: Consultation, *, hide_up_to: int, shown: Shown = ()) -> dict:
    """The document of an edition, counted now. `shown` are rows that a person decided to show.

    Four statements, however many answers there are.
    """
    questionnaires = consultation.questionnaires.order_by("number")
    documents = list(questionnaires.values_list("document", flat=True))
    heard = _heard(consultation)
    coverage = _coverage(documents[-1], heard, hide_up_to)
    counted = Counted(
        counts=_counts(consultation),
        bases=_bases(consultation),
        lines={(line["role"], own): line[key] for line in coverage for own, key in VOICES},
        open_to=documents[-1]["bands"],
        hide_up_to=hide_up_to,
        shown=frozenset(shown),
    )
    tables = [
        table
        for question in merged_questions(documents)
        for role in Role.values
        for own, _key in VOICES
        if (table := _table(question, role, own, counted))
    ]
    return {"tables": tables, "coverage": coverage, "attributable": _attributable(heard)}


def merged_questions(documents: Iterable[Mapping]) -> list[dict]:
    """Every closed question of every edition, with every answer that was ever offered, once.

    In the order and words of the newest edition that has them.
    """
    questions: dict[str, dict] = {}
    for document in documents:
        for question in document["questions"]:
            if not KINDS[question["kind"]].is_closed:
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


def wide_group(role: str, band: str) -> str:
    """The group that somebody is described by in public, such as "child:13-17" or "parent"."""
    return f"{role}:{WIDE_BANDS[Band(band)]}" if band else role


def _table(question: dict, role: str, own: bool, counted: Counted) -> dict | None:
    """The table of one question for a role and a kind of voice; None if none of them answered."""
    bands = counted.bands(question, role, own)
    people = [counted.bases.get((question["id"], (role, own, band)), 0) for band in bands]
    if not any(people):
        return None
    options = [option["id"] for option in question["options"]]
    rows = [
        [counted.counts.get((question["id"], option, (role, own, band)), 0) for option in options]
        for band in bands
    ]
    said = (question["id"], role, own)
    may_show = {band for *row, band in counted.shown if tuple(row) == said}
    rules = {"hide_up_to": counted.hide_up_to, "may_show": may_show}
    safe = _protected(question["kind"], bands, rows, people, **rules)
    if len(bands) > 1 and _sizes_differ(safe, counted.lines[role, own]):
        everyone = [sum(column) for column in zip(*rows, strict=True)]
        safe = _protected(question["kind"], [""], [everyone], [sum(people)], **rules)
    return {
        "question": question["id"],
        "kind": question["kind"],
        "words": {lang: words["text"] for lang, words in question["words"].items()},
        "role": role,
        "own": own,
        "columns": [{"words": option["words"]} for option in question["options"]],
        **safe,
    }


def _sizes_differ(table: Mapping, line: Mapping[str, int | None]) -> bool:
    """Whether a table hides the sizes of other groups than the line of coverage does."""
    return any((row["total"] is None) != (line[row["band"]] is None) for row in table["rows"])


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


def _counts(consultation: Consultation) -> Mapping:
    """How often each answer was chosen, by (question, option, (role, own voice, band))."""
    counts: dict = defaultdict(int)
    answers = Answer.objects.filter(response__questionnaire__consultation=consultation)
    for question, option, role, band, voice, n in answers.values_list(
        "question_id", "option_id", "response__role", "response__band", "response__voice"
    ).annotate(n=Count("pk")):
        counts[str(question), str(option), (role, is_own_voice(voice), band)] += n
    return counts


def _bases(consultation: Consultation) -> Mapping:
    """How many people answered each question, by (question, (role, own voice, band))."""
    bases: dict = defaultdict(int)
    answers = Answer.objects.filter(response__questionnaire__consultation=consultation)
    for question, role, band, voice, n in answers.values_list(
        "question_id", "response__role", "response__band", "response__voice"
    ).annotate(n=Count("response_id", distinct=True)):
        bases[str(question), (role, is_own_voice(voice), band)] += n
    return bases


def _heard(consultation: Consultation) -> Mapping[Cell, int]:
    """How many people answered at all, by (role, own voice, band)."""
    heard: dict = defaultdict(int)
    responses = Response.objects.filter(questionnaire__consultation=consultation)
    for role, band, voice, n in responses.values_list("role", "band", "voice").annotate(
        n=Count("pk")
    ):
        heard[role, is_own_voice(voice), band] += n
    return heard


def _coverage(document: Mapping, heard: Mapping[Cell, int], hide_up_to: int) -> list[dict]:
    """Who was heard, by role and age: in their own voice, and apart in other people's words."""
    coverage = []
    answered = {band for (_role, _own, band), n in heard.items() if n}
    ages = [band for band in Band.values if band in answered.union(document["bands"])]
    for role in Role.values:
        bands = ages if role == Role.CHILD else [""]
        own = [heard[role, True, band] for band in bands]
        others = [heard[role, False, band] for band in bands]
        if role in document["roles"] or any(own) or any(others):
            coverage.append(
                {
                    "role": role,
                    "own": _line(bands, own, hide_up_to),
                    "others": _line(bands, others, hide_up_to),
                }
            )
    return coverage


def _line(bands: list[str], counts: list[int], hide_up_to: int) -> dict[str, int | None]:
    """One line of counts by age with its total, made safe. Nobody at all is no secret."""
    if not any(counts):
        return dict.fromkeys([*bands, ""], 0)
    safe = protect([counts], hide_up_to=hide_up_to, min_base=MIN_GROUP)
    return dict(zip(bands, safe.cells[0], strict=True)) | {"": safe.total}


def _attributable(heard: Mapping[Cell, int]) -> list[str]:
    """The groups that are large enough to name beside somebody's words."""
    sizes: dict[str, int] = defaultdict(int)
    for (role, own, band), n in heard.items():
        if own:
            sizes[wide_group(role, band)] += n
    return sorted(group for group, n in sizes.items() if n >= MIN_GROUP)
