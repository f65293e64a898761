"""Statistical disclosure control: tables of counts that point at no child.

A table has one row for each age band (one row for adult roles) and one column for each answer.
Small counts are hidden, then as many more as it takes so that nobody can work them out from the
totals. Two readers are meant: one who knows which numbers were hidden for being small, and one
who knows besides that every other hidden number is not small. The second knows more, so a table
that is safe from the second is safe from both.

A total hidden here must not be published elsewhere. A row held for a person to decide must carry
the same marker as a small group: a marker of its own would say that everyone gave one answer.

Sources: L. H. Cox (1980), "Suppression methodology and statistical disclosure control", Journal
of the American Statistical Association 75 (370), pages 377-385; Department for Education,
"Children in need" (1 to 5 shown as c, with secondary suppression).
"""

from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass, replace

from feedback.flow import (
    NO_LIMIT,
    Counts,
    Kind,
    Place,
    Rules,
    Sheet,
    extent,
    room,
    settle,
    sheet_of,
    way_through,
    with_totals,
)

Pairs = Sequence[Sequence[tuple[int, int]]]  # for each row and option: chosen, not chosen
Range = tuple[int, int | None]

CHOSEN, NOT_CHOSEN, BASE = 0, 1, 2  # the columns of the table that each option is


@dataclass(frozen=True)
class Protected:
    """A table that may be published. None is a hidden number; every other number is true.

    `cells` has one row for each row given. `column_totals` is empty for a table of one row,
    where it would repeat the cells. `refused` says that nothing safe could be shown.
    """

    cells: tuple[tuple[int | None, ...], ...]
    row_totals: tuple[int | None, ...]
    column_totals: tuple[int | None, ...]
    total: int | None
    refused: bool


def protect(
    rows: Counts, *, hide_up_to: int = 5, min_base: int = 10, withheld_rows: Collection[int] = ()
) -> Protected:
    """Hide what could point at a person in a table where everyone gave one answer.

    Numbers from 1 to `hide_up_to` are hidden and zero is shown. A row of fewer than `min_base`
    people, or listed in `withheld_rows` (counted from 0), shows no answers; nor does a row whose
    total is itself small enough to hide, nor one of exactly `min_base` people of whom `hide_up_to`
    each gave the same answer. A table of fewer than `min_base` people shows nothing.

    Raises ValueError if a count is negative, the rows are not equally long, a withheld row is
    not there, or `hide_up_to` is below 2: a hidden number could then only be 1.

    >>> protect([[12, 4, 9, 0]]).cells
    ((12, None, None, 0),)
    """
    rules = _rules(rows, hide_up_to, min_base, withheld_rows).without_halves(rows)
    bases = [sum(row) for row in rows]
    sheet = sheet_of(rows, rules)
    if sum(bases) >= rules.min_base and settle(sheet):
        return _publish(with_totals(rows, bases), sheet.hidden | rules.blanks(bases, len(rows[0])))
    return _publish(with_totals(rows, bases), sheet.numbers)


def ranges(
    protected: Protected,
    rows: Counts,
    *,
    floor: int = 1,
    hide_up_to: int = 5,
    min_base: int = 10,
    withheld_rows: Collection[int] = (),
) -> dict[Place, Range]:
    """The lowest and highest value of each number that `protect` hid, as a reader can tell.

    By row and column, both from 0; one past the last row or column is its total. A highest of
    None means no limit. `floor` is the least that the reader takes a number to be that was not
    hidden for being small: 1, or `hide_up_to` + 1 for one who knows which those are. The other
    arguments are those given to `protect`. Empty if the table was refused.
    """
    if protected.refused:
        return {}
    rules = _rules(rows, hide_up_to, min_base, withheld_rows).without_halves(rows)
    rules = replace(rules, floor=floor)
    sheet = sheet_of(rows, rules)
    shown = [[*row, base] for row, base in zip(protected.cells, protected.row_totals, strict=True)]
    shown.append([*protected.column_totals, protected.total])
    sheet.hidden = {(i, j) for i, j in sheet.numbers if shown[i][j] is None}
    found = {place: extent(sheet, place) for place in sorted(sheet.hidden)}
    return {p: (low, high if high < NO_LIMIT // 2 else None) for p, (low, high) in found.items()}


def uniform_rows(rows: Counts, *, min_base: int = 10) -> list[int]:
    """The rows, counted from 0, where at least `min_base` people all gave one answer.

    To be held for a person to decide: such a row says what every child in a group thinks.
    """
    return [i for i, row in enumerate(rows) if sum(row) >= min_base and max(row) == sum(row)]


def protect_choices(
    chosen: Counts,
    bases: Sequence[int],
    *,
    hide_up_to: int = 5,
    min_base: int = 10,
    withheld_rows: Collection[int] = (),
) -> Protected:
    """Hide what could point at a person in a table where people could choose several answers.

    `chosen[i][j]` of the `bases[i]` people in row i chose option j. Neither how many chose nor
    how many did not may be worked out when it is from 1 to `hide_up_to`. `row_totals` are the
    bases and `total` their sum. An option that cannot be made safe is hidden in every row. The
    other arguments and errors are those of `protect`, and ValueError if a count is above its base.

    Count in the bases also people who chose nothing. If a reader knows that everyone chose
    something, what is missing from a base can give a hidden number away: 8, 7 and [c] of 20.
    """
    rules = _rules(chosen, hide_up_to, min_base, withheld_rows)
    pairs = [[(n, base - n) for n in row] for row, base in zip(chosen, bases, strict=True)]
    if any(without < 0 for row in pairs for _, without in row):
        raise ValueError("More people chose an option than there were.")
    table = with_totals(chosen, bases)
    hidden = _hidden_choices(pairs, bases, rules) if sum(bases) >= rules.min_base else None
    if hidden is None:
        hidden = {(i, j) for i, row in enumerate(table) for j in range(len(row))}
    return _publish(table, hidden)


def _rules(rows: Counts, hide_up_to: int, min_base: int, withheld_rows: Collection[int]) -> Rules:
    if hide_up_to < 2:
        raise ValueError("Hide at least 1 and 2: a hidden number could otherwise only be 1.")
    if not rows or not rows[0] or len({len(row) for row in rows}) > 1:
        raise ValueError("A table needs rows of equal length.")
    if any(count < 0 for row in rows for count in row):
        raise ValueError("A count cannot be negative.")
    if not set(withheld_rows) <= set(range(len(rows))):
        raise ValueError("A row to withhold is not in the table.")
    floor = hide_up_to + 1
    return Rules(hide_up_to, max(min_base, floor), frozenset(withheld_rows), floor)


def _publish(table: Counts, hidden: Container[Place]) -> Protected:
    """A table with its totals, less what is hidden."""
    shown = [
        tuple(None if (i, j) in hidden else count for j, count in enumerate(row))
        for i, row in enumerate(table)
    ]
    rows, below = (shown[:-1], shown[-1]) if len(shown) > 1 else (shown, shown[0][-1:])
    return Protected(
        cells=tuple(row[:-1] for row in rows),
        row_totals=tuple(row[-1] for row in rows),
        column_totals=below[:-1],
        total=below[-1],
        refused=all(count is None for row in shown for count in row),
    )


def _hidden_choices(pairs: Pairs, bases: Sequence[int], rules: Rules) -> set[Place] | None:
    """What to hide of a table of choices; one past the last option is the base. None: no way.

    A base hidden as partner of a small one keeps its row's choices, unless they would give the
    small one away: 17 who chose and 18 people in both rows leave 1.
    """
    heard = _bases(bases, rules)
    if not settle(heard):
        return None
    n_rows, n_options = len(pairs), len(pairs[0])
    partners = {i for i, _ in heard.hidden if i < n_rows}
    for tried in (rules, replace(rules, withheld=rules.withheld | partners)):
        options = _options(pairs, tried)
        if _bases_stay_hidden(heard, options):
            hidden = tried.blanks(bases, n_options) | {(i, n_options) for i, _ in heard.hidden}
            for j, option in enumerate(options):
                column = {(i, CHOSEN) for i in range(n_rows + 1)}
                hidden |= {(i, j) for i, _ in (column & option.hidden if option else column)}
            return hidden
    return None


def _bases(bases: Sequence[int], rules: Rules) -> Sheet:
    """The bases of a table of choices and their sum, as one line of numbers."""
    whole = sheet_of([(0, base) for base in bases], rules)
    line = [place for place in sorted(whole.numbers) if place[1] == BASE]
    numbers = {place: replace(whole.numbers[place], tail=1, head=0) for place in line[:-1]}
    numbers[line[-1]] = replace(whole.numbers[line[-1]], tail=0, head=1)
    return Sheet(numbers, [line] if len(line) > 1 else [], whole.hidden & set(line))


def _options(pairs: Pairs, rules: Rules) -> list[Sheet | None]:
    """Each option made safe from a reader who knows every base; None if it cannot be.

    Knowing the bases is more than any reader does, and lets each option be judged on its own.
    """
    options: list[Sheet | None] = []
    for option in zip(*pairs, strict=True):
        sheet = sheet_of(option, rules)
        sheet.kept = frozenset(place for place in sheet.numbers if place[1] == BASE)
        sheet.hidden -= sheet.kept
        options.append(sheet if settle(sheet) else None)
    return options


def _bases_stay_hidden(heard: Sheet, options: Sequence[Sheet | None]) -> bool:
    """Whether each small base can be one higher or lower, another with it, in every option."""
    return all(
        any(
            _can_swap(heard, options, small, other, step)
            for other in sorted(heard.hidden - {small})
            for step in (1, -1)
        )
        for small in heard.hidden
        if heard.numbers[small].at_risk
    )


def _can_swap(
    heard: Sheet, options: Sequence[Sheet | None], small: Place, other: Place, step: int
) -> bool:
    """Whether a small base can take the step, and another hidden number make up for it."""
    back = step if heard.numbers[other].kind is Kind.TOTAL else -step
    for place, way in ((small, step), (other, back)):
        if not room(heard.numbers[place], heard.numbers[place].value, way):
            return False
    start, goal = (small[0], other[0]) if step > 0 else (other[0], small[0])
    unpublished = {(i, NOT_CHOSEN) for i, _ in heard.hidden}
    known = [replace(option, hidden=option.hidden | unpublished) for option in options if option]
    return all(way_through(option, start, goal) is not None for option in known)
