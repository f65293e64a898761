"""A document of numbers in the pieces that change as a whole, and every number that a piece tells.

A piece is the tables of a question for one group, a line of the coverage, a line of how people
came, or a set of what people said about themselves.
"""

from collections.abc import Callable, Iterator, Mapping

from feedback.following import withheld

Key = tuple[str, ...]  # "tables" and the like, then whose numbers they are
Piece = tuple[Mapping, ...]
Numbers = dict[tuple, int]

TABLES, COVERAGE, CAME_BY, APART = "tables", "coverage", "came_by", "apart"


def pieces(document: Mapping) -> dict[Key, Piece]:
    """A document of numbers in the pieces that change as a whole."""
    found: dict[Key, Piece] = {}
    for table in document["tables"]:
        key = (TABLES, table["question"], table["role"], table["voice"])
        found[key] = (*found.get(key, ()), table)
    for group in document["coverage"]:
        for voice, line in group["voices"].items():
            told = {"line": line, "at_least": group["at_least"].get(voice, [])}
            mark = {"withheld": True} if voice in group.get("withheld", ()) else {}
            found[COVERAGE, group["role"], voice] = ({**told, **mark},)
    for line in document.get("came_by", ()):
        found[CAME_BY, line["role"], line["voice"]] = (line,)
    for told in document.get("apart", ()):
        found[APART, told["asks"], told["version"], told["role"], told["voice"]] = (told,)
    return found


def numbers_of(kind: str, piece: Piece) -> Numbers | None:
    """Every number that a piece tells, and those that follow from it; None if one is hidden."""
    found: Numbers = {}
    for place, one in enumerate(piece):
        numbers = _READ[kind](one)
        if numbers is None or None in numbers.values():
            return None
        found |= {(place, *name): n for name, n in numbers.items()}
    return found


def _of_a_table(table: Mapping) -> Mapping | None:
    if table["refused"] or None in (*table["column_totals"], table["total"]):
        return None
    rows = {row["band"]: [*row["cells"], row["total"]] for row in table["rows"]}
    if any(None in row for row in rows.values()):
        return None
    rows["all"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    found = {(band, place): n for band, row in rows.items() for place, n in enumerate(row)}
    without = {(band, place, "not"): rows[band][-1] - n for (band, place), n in found.items()}
    return found | without if table["kind"] == "choose_several" else found


def _of_the_coverage(told: Mapping) -> Mapping | None:
    return None if told["at_least"] else {(age,): n for age, n in told["line"].items()}


def _of_routes(line: Mapping) -> Mapping:
    return {(route,): n for route, n in line["routes"].items()}


def _of_a_set(told: Mapping) -> Mapping:
    return {(place,): n for place, n in enumerate(told["cells"])}


_READ: Mapping[str, Callable[[Mapping], Mapping | None]] = {
    TABLES: _of_a_table,
    COVERAGE: _of_the_coverage,
    CAME_BY: _of_routes,
    APART: _of_a_set,
}


def skipped_of(tables: Piece, coverage: Piece, like: Piece) -> Numbers | None:
    """How many skipped a question, by age, where both are shown. No table means that all did."""
    answered, heard = numbers_of(TABLES, tables), numbers_of(COVERAGE, coverage)
    if answered is None or not heard:
        return None
    widths = [len(table["columns"]) for table in tables or like]
    ages = {age: n for (_place, age), n in heard.items()} | {"all": heard[0, ""]}
    return {
        (place, age): n - answered.get((place, age, width), 0)
        for place, width in enumerate(widths)
        for age, n in ages.items()
        if age
    }


def alike(kind: str, one: Piece, other: Piece) -> bool:
    """Whether two pieces count the same, in the same way. Nobody at all has no table, no line."""
    if not one or not other:
        return kind in (TABLES, COVERAGE)
    if kind == TABLES:
        return [*map(_shape, one)] == [*map(_shape, other)]
    return kind != APART or one[0]["columns"] == other[0]["columns"]


def _shape(table: Mapping) -> tuple:
    """What a table is about and how it is grouped: by age, or with everyone in one row."""
    is_whole = any(row["band"] == "" for row in table["rows"])
    return table["kind"], table.get("part_id"), table["columns"], is_whole


def somebody(piece: Piece) -> bool:
    """Whether a piece counts anybody, or hides whether it does."""
    return any(n != 0 for one in piece for n in _everything(one))


def _everything(told: Mapping) -> Iterator[int | None]:
    if "line" in told:
        yield from told["line"].values()
    for row in told.get("rows", ()):
        yield from (*row["cells"], row["total"])


def without_numbers(kind: str, one: Mapping) -> dict:
    """A part of a piece of which no number is told any more."""
    if kind == TABLES:
        return withheld(one) | {"withheld": True}
    if kind == COVERAGE:
        silent = {"line": dict.fromkeys(one["line"]), "at_least": sorted(one["line"])}
        return silent | {"withheld": True}
    if kind == CAME_BY:
        return {**one, "routes": dict.fromkeys(one["routes"]), "withheld": True}
    return {**one, "cells": [None] * len(one["cells"]), "withheld": True}
