"""Editions of the numbers in words: for the public, and old beside new for the analyst."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consultations.audiences import Band
from consultations.equality import NOT_SAID
from consultations.first_words import in_its_language
from consultations.models import CouncilSettings, Route
from feedback.editions import Compared, Standing, Why
from feedback.groups import whose_answers
from feedback.models.edition import FindingsEdition
from feedback.pieces import APART, CAME_BY, COVERAGE
from feedback.showing_tables import shown_words

Grid = tuple[list[str], dict[str, list]]  # columns, and numbers by age
LEAST_HIDDEN = 5  # what every council hides; more is said on the page


def shown_editions(page: Any, shown: FindingsEdition | None = None) -> dict | None:
    """What a page says of its editions: the one that is `shown`, or the newest. None before any."""
    if not page.all_editions:
        return None
    newest = page.all_editions[-1]
    shown = shown or newest
    hidden = shown.document.get("hide_up_to")
    council = CouncilSettings.for_site(page.consultation.council)
    return {
        "shown": _told(page, shown),
        "all": [_told(page, one) for one in reversed(page.all_editions)],
        "newest": None if shown == newest else _told(page, newest),
        "hidden": hidden,
        "hides_more": hidden is not None and hidden > LEAST_HIDDEN,
        "least": council.least_change,
    }


def _told(page: Any, edition: FindingsEdition) -> dict:
    """One edition: its number, day, note and address."""
    return {
        "number": edition.number,
        "day": date_format(edition.frozen_on, "j F Y"),
        "what": in_its_language(edition.what_changed, settings.LANGUAGE_CODE),
        "why": in_its_language(edition.why_changed, settings.LANGUAGE_CODE),
        "address": f"edition/{edition.number}/",
    }


def old_beside_new(compared: Sequence[Compared]) -> list[dict]:
    """Every piece that differs, with its numbers as they stood and as they would be counted now."""
    return [
        {
            "heading": _heading(one),
            "who": whose_answers(*one.key[-2:]),
            "becomes": _becomes(one.standing),
            "is_new": one.standing is Standing.NEW,
            "why": _why(one.why) if one.why else "",
            "tables": list(_pairs(one)),
        }
        for one in compared
        if one.standing is not Standing.SAME
    ]


def _heading(one: Compared) -> str:
    told = (one.now or one.before)[0]
    if one.kind == COVERAGE:
        return _("How many answered")
    return _("How people came") if one.kind == CAME_BY else shown_words(told["words"])


def _becomes(standing: Standing) -> str:
    return {
        Standing.NEW: _("Shows the new numbers"),
        Standing.KEPT: _("Stays as it was"),
        Standing.WITHHELD: _("Shows no number any more"),
    }[standing]


def _why(why: Why) -> str:
    return {
        Why.LITTLE: _("A number would change by a few people, who could be pointed at."),
        Why.HIDES: _("A number is hidden, now or before. Two editions together can give it away."),
        Why.BESIDE: _("How many answered stays as it was, and this could tell it."),
        Why.HANGS: _("The question is asked only after an answer, and tells how many gave it."),
        Why.OTHERWISE: _("It was not shown before, or it was counted in other groups."),
    }[why]


def _pairs(one: Compared) -> Iterator[dict]:
    """Tables of (old, new), where None is a hidden number and "" one that is not there. Where the
    columns are others than before, old and new have a table each."""
    for old, new in zip_longest(one.before, one.now):
        before, after = _grid(one.kind, old), _grid(one.kind, new)
        part = shown_words((new or old or {}).get("part", {}))
        if old and new and before[0] != after[0]:
            yield _pair(part, before, ([], {}))
            yield _pair(part, ([], {}), after)
        else:
            yield _pair(part, before, after)


def _pair(part: str, before: Grid, after: Grid) -> dict:
    columns = after[0] or before[0]
    bands = [*after[1], *(band for band in before[1] if band not in after[1])]
    empty = [""] * len(columns)
    return {
        "part": part,
        "columns": columns,
        "rows": [
            {
                "label": _age(band),
                "cells": [*zip(before[1].get(band, empty), after[1].get(band, empty), strict=True)],
            }
            for band in bands
        ],
    }


def _grid(kind: str, told: Mapping | None) -> Grid:
    """The columns of a piece, and its numbers by age."""
    if told is None:
        return [], {}
    if kind == COVERAGE:
        return [_age(age) for age in told["line"]], {"": [*_as_told(told)]}
    if kind == CAME_BY:
        return [str(Route(one).label) for one in told["routes"]], {"": [*told["routes"].values()]}
    columns = [_column(column) for column in told["columns"]]
    if kind == APART:
        return columns, {"": told["cells"]}
    rows = {row["band"]: [*row["cells"], row["total"]] for row in told["rows"]}
    return [*columns, _("All")], rows


def _as_told(told: Mapping) -> Iterator[Any]:
    """The numbers of a line of the coverage, those marked that may be higher in truth."""
    for age, n in told["line"].items():
        is_least = age in told["at_least"] and n is not None
        yield _("at least %(n)s") % {"n": n} if is_least else n


def _column(column: Mapping) -> str:
    not_said = column.get("code") == NOT_SAID
    return _("Would rather not say") if not_said else shown_words(column["words"])


def _age(band: str) -> str:
    return str(Band(band).label) if band else _("All")
