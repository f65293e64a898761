"""A new edition of the numbers beside the earlier ones: nobody can work out what a few people did.

Whoever holds two editions can subtract them. So a document is compared in pieces: the tables of a
question for one group, a line of the coverage, a line of how people came, a set of what people said
about themselves. A piece is new as a whole, or it stays as it was, or it has no numbers any more.

It is new only where every number of it was shown in every earlier edition and is shown now, and
each differs from what it was by nothing or by at least the guard: the cells, the totals, how many
did not choose an answer, and how many skipped the question. Then there is nothing that a reader
does not see, and what they see are changes of many people. Where a number is or was hidden, two
editions together can give away what each hides alone, so such a piece never changes; nor does a
table while how many answered stays as it was (see decision 0029).
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from feedback.following import withheld

Key = tuple[str, ...]  # "tables" and the like, then whose numbers they are
Piece = tuple[Mapping, ...]
Numbers = dict[tuple, int]

TABLES, COVERAGE, CAME_BY, APART = "tables", "coverage", "came_by", "apart"
ROUNDING = 4  # two numbers that were rounded to five are up to this much nearer in truth


class Standing(StrEnum):
    """What becomes of a piece in the new edition."""

    SAME = "same"  # nothing differs
    NEW = "new"
    KEPT = "kept"  # stays as it was, because the new numbers would tell too much
    WITHHELD = "withheld"  # has no numbers any more, for the same reason


class Why(StrEnum):
    """Why a piece cannot be new."""

    LITTLE = "little"  # a number would change by a few people
    HIDES = "hides"  # a number is hidden, now or before
    BESIDE = "beside"  # how many answered stays as it was, and this could tell it
    HANGS = "hangs"  # the question is asked only after an answer
    OTHERWISE = "otherwise"  # it was not counted before, or it was grouped in another way


@dataclass(frozen=True)
class Guard:
    """What a new edition goes by. `least` is the least that a number may change by; `keeps` says
    whether what cannot be new stays as it was; `hanging` are questions that are asked only after an
    answer."""

    least: int
    keeps: bool
    hanging: Collection[str] = ()


@dataclass(frozen=True)
class Compared:
    """A piece as it stood, as it would be counted now, and what becomes of it."""

    key: Key
    before: Piece
    now: Piece
    standing: Standing
    why: Why | None = None

    @property
    def kind(self) -> str:
        return self.key[0]

    @property
    def published(self) -> Piece:
        """What the new edition says."""
        if self.standing in (Standing.SAME, Standing.KEPT):
            return self.before
        if self.standing is Standing.NEW:
            return self.now
        return tuple(_without_numbers(self.kind, one) for one in self.before)


def compare(earlier: Sequence[Mapping], now: Mapping, guard: Guard) -> list[Compared]:
    """Every piece of the numbers, with what becomes of it after the `earlier` editions."""
    before = [pieces(document) for document in earlier]
    fresh = pieces(now)
    order = list(fresh) + [key for key in before[-1] if key not in fresh]
    found: dict[Key, Compared] = {}
    for key in sorted(order, key=lambda key: (key[0] != COVERAGE, order.index(key))):
        why = _why_not(key, before, fresh, guard, found)
        old, new = before[-1].get(key, ()), fresh.get(key, ())
        if old == new:
            found[key] = Compared(key, old, new, Standing.SAME)
        elif why is None:
            found[key] = Compared(key, old, new, Standing.NEW)
        else:
            held = Standing.KEPT if guard.keeps else Standing.WITHHELD
            found[key] = Compared(key, old, new, held, why)
    return [found[key] for key in order]


def document_of(compared: Sequence[Compared], earlier: Mapping, now: Mapping) -> dict:
    """The document of the new edition. Groups that are large enough to name beside somebody's
    words were so before and are so now."""
    published: dict[str, list] = {TABLES: [], CAME_BY: [], APART: []}
    coverage: dict[str, dict] = {}
    for one in compared:
        if one.kind == COVERAGE:
            _kind, role, voice = one.key
            told = coverage.setdefault(role, {"role": role, "voices": {}, "at_least": {}})
            for line in one.published:
                told["voices"][voice] = line["line"]
                if line["at_least"]:
                    told["at_least"][voice] = line["at_least"]
                if line.get("withheld"):
                    told.setdefault("withheld", []).append(voice)
        else:
            published[one.kind].extend(one.published)
    named = set(earlier["attributable"])
    return {
        **now,
        **published,
        "coverage": [told for told in coverage.values() if told["voices"]],
        "attributable": [group for group in now["attributable"] if group in named],
    }


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


def _why_not(
    key: Key,
    before: Sequence[Mapping[Key, Piece]],
    now: Mapping[Key, Piece],
    guard: Guard,
    found: Mapping[Key, Compared],
) -> Why | None:
    """Why a piece cannot be new; None if it can."""
    told = [one.get(key, ()) for one in before]
    # A piece that lost its numbers says nothing of how many there were.
    told = [piece for piece in told if not any(one.get("withheld") for one in piece)]
    if why := _why_alone(key, told, now.get(key, ()), guard):
        return why
    if key[0] not in (TABLES, CAME_BY):
        return None
    heard = found.get((COVERAGE, *key[-2:]))
    if heard is None or heard.standing not in (Standing.SAME, Standing.NEW):
        return Why.BESIDE
    skipped = key[0] == TABLES and _tell_skipped(key, before, now, guard)
    return Why.LITTLE if skipped else None


def _why_alone(key: Key, told: Sequence[Piece], now: Piece, guard: Guard) -> Why | None:
    """Why a piece cannot be new, whatever else is published."""
    if key[0] in (TABLES, COVERAGE) and not any(map(_somebody, told)):
        return None  # nobody was counted here before, so no number was hidden
    if key[0] == TABLES and key[1] in guard.hanging:
        return Why.HANGS
    if not all(_alike(key[0], one, now) for one in told):
        return Why.OTHERWISE
    numbers = [_numbers(key[0], piece) for piece in [*told, now]]
    shown = [one for one in numbers if one is not None]
    if len(shown) < len(numbers):
        return Why.HIDES
    least = guard.least + (ROUNDING if key[0] == APART else 0)
    return Why.LITTLE if _differ_little(shown, least) else None


def _tell_skipped(
    key: Key, before: Sequence[Mapping[Key, Piece]], now: Mapping[Key, Piece], guard: Guard
) -> bool:
    """Whether it could be worked out that a few more or fewer skipped a question."""
    line = (COVERAGE, *key[-2:])
    like = now.get(key) or before[-1].get(key, ())
    both = [(one.get(key, ()), one.get(line, ())) for one in [*before, now]]
    skipped = [_skipped(tables, heard, like) for tables, heard in both]
    if skipped[-1] is None:
        return False
    return _differ_little([one for one in skipped if one is not None], guard.least)


def _differ_little(numbers: Sequence[Numbers], least: int) -> bool:
    """Whether a number of the last edition is a few away from what an earlier one said."""
    *earlier, now = numbers
    return any(
        0 < abs(now.get(name, 0) - one.get(name, 0)) < least
        for one in earlier
        for name in now.keys() | one.keys()
    )


def _numbers(kind: str, piece: Piece) -> Numbers | None:
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


def _skipped(tables: Piece, coverage: Piece, like: Piece) -> Numbers | None:
    """How many skipped a question, by age, where both are shown. No table means that all did."""
    answered, heard = _numbers(TABLES, tables), _numbers(COVERAGE, coverage)
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


def _alike(kind: str, one: Piece, other: Piece) -> bool:
    """Whether two pieces count the same, in the same way. Nobody at all has no table."""
    if not one or not other:
        return kind in (TABLES, COVERAGE)
    if kind == TABLES:
        return [*map(_shape, one)] == [*map(_shape, other)]
    return kind != APART or one[0]["columns"] == other[0]["columns"]


def _shape(table: Mapping) -> tuple:
    """What a table is about and how it is grouped: by age, or with everyone in one row."""
    is_whole = any(row["band"] == "" for row in table["rows"])
    return table["kind"], table.get("part_id"), table["columns"], is_whole


def _somebody(piece: Piece) -> bool:
    """Whether a piece counts anybody, or hides whether it does."""
    return any(n != 0 for one in piece for n in _everything(one))


def _everything(told: Mapping) -> Iterator[int | None]:
    if "line" in told:
        yield from told["line"].values()
    for row in told.get("rows", ()):
        yield from (*row["cells"], row["total"])


def _without_numbers(kind: str, one: Mapping) -> dict:
    """A part of a piece of which no number is told any more."""
    if kind == TABLES:
        return withheld(one) | {"withheld": True}
    if kind == COVERAGE:
        silent = {"line": dict.fromkeys(one["line"]), "at_least": sorted(one["line"])}
        return silent | {"withheld": True}
    if kind == CAME_BY:
        return {**one, "routes": dict.fromkeys(one["routes"]), "withheld": True}
    return {**one, "cells": [None] * len(one["cells"]), "withheld": True}


def differs(compared: Sequence[Compared]) -> bool:
    """Whether the new edition would say anything else than the one before."""
    return any(one.published != one.before for one in compared)
