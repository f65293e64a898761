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

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from feedback.pieces import (
    APART,
    CAME_BY,
    COVERAGE,
    TABLES,
    Key,
    Numbers,
    Piece,
    alike,
    numbers_of,
    pieces,
    skipped_of,
    somebody,
    without_numbers,
)

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
    """What a new edition goes by. `least` is the least that a number may change by, `keeps` says
    whether what cannot be new stays as it was, `hanging` are questions asked only after an answer.
    """

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
        return tuple(without_numbers(self.kind, one) for one in self.before)


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
    if key[0] in (TABLES, COVERAGE) and not any(map(somebody, told)):
        return None  # nobody was counted here before, so no number was hidden
    if key[0] == TABLES and key[1] in guard.hanging:
        return Why.HANGS
    if not all(alike(key[0], one, now) for one in told):
        return Why.OTHERWISE
    numbers = [numbers_of(key[0], piece) for piece in [*told, now]]
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
    skipped = [skipped_of(tables, heard, like) for tables, heard in both]
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


def differs(compared: Sequence[Compared]) -> bool:
    """Whether the new edition would say anything else than the one before."""
    return any(one.published != one.before for one in compared)
