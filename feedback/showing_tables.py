"""Frozen tables as a page of findings shows them: in words, with bars, question by question."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from consultations.audiences import Band
from consultations.first_words import in_its_language
from consultations.kinds.base import in_language
from feedback.groups import whose_answers


def by_question(tables: list[dict]) -> list[dict]:
    """Tables under their questions, each with the length of its bars, in the reader's language.

    Groups that were too small for any number but zero are not there; `too_few` says that there
    are some.
    """
    language = get_language()
    questions: dict[str, dict] = {}
    for table in tables:
        text = in_language(table["words"], language)
        nothing: dict = {
            "text": text,
            "shown": shown_words(table["words"]),
            "tables": [],
            "too_few": False,
            "taken_away": False,  # they were wrong (see editions.py)
        }
        question = questions.setdefault(table["question"], nothing)
        if _has_numbers(table):
            question["tables"].append(_table(table, language))
        elif table.get("withheld"):
            question["taken_away"] = True
        else:
            question["too_few"] = True
    return [question | {"sorted": _sorted(question["tables"])} for question in questions.values()]


def shown_words(words: dict[str, str]) -> str:
    """Frozen words in the reader's language; if there are none, those in the first one, marked."""
    language = get_language()
    first = next(iter(words), language)
    return in_its_language(in_language(words, language), language if language in words else first)


def _sorted(tables: list[dict]) -> list[dict]:
    """Tables about things that were sorted, together for each group of people: what all of them
    said of each thing, one line each."""
    groups: dict[str, list] = {}
    for table in tables:
        if table["part"]:
            groups.setdefault(table["who"], []).append(table)
    return [
        {"who": who, "columns": things[0]["columns"], "things": things}
        for who, things in groups.items()
    ]


def _has_numbers(table: dict) -> bool:
    """Whether a table shows how many gave any answer."""
    return any(any(row["cells"]) for row in table["rows"]) or any(table["column_totals"])


def _table(table: dict, language: str) -> dict:
    """One table, with words for its columns and rows and, where it is one row, bars."""
    columns = [shown_words(column["words"]) for column in table["columns"]]
    rows = [
        {
            "label": Band(row["band"]).label if row["band"] else _("Everyone"),
            "cells": list(zip(columns, row["cells"], strict=True)),
            "total": row["total"],
        }
        for row in table["rows"]
    ]
    summary = table["column_totals"] or table["rows"][0]["cells"]
    longest = max((number for number in summary if number), default=1)
    return {
        "who": whose_answers(table["role"], table["voice"]),
        "part": in_language(table.get("part", {}), language),
        "shown_part": shown_words(table.get("part", {})),
        "note": _note(table["kind"]),
        "several": table["kind"] == "choose_several",
        "columns": columns,
        "summary": list(summary),
        "rows": rows,
        "has_bands": len(rows) > 1,
        "column_totals": table["column_totals"],
        "total": table["total"],
        "hides": any(number is None for row in table["rows"] for number in row["cells"]),
        "bars": [
            {
                "label": label,
                "number": number,
                "percent": None if number is None else round(100 * number / longest),
            }
            for label, number in zip(columns, summary, strict=True)
        ],
    }


def _note(kind: str) -> str:
    """What the numbers of a table count, where its columns alone do not say it."""
    return {
        "choose_several": _("They could choose more than one, so the numbers do not add up."),
        "order": _("The numbers say how many people put each one first."),
        "number": _("The numbers say how many people gave a number in each group."),
    }.get(kind, "")
