"""What a reader could work out about the hidden numbers of a table with totals.

A table with totals is a network: every number is an arc between its row and its column, and as
much flows into a row or a column as out of it. A hidden number can take another value when a
loop of hidden numbers passes through it, each with room to go up or down by one. So the ranges
are exact, and whole.

Source: D. Gusfield (1988), "A graph theoretic approach to statistical data security",
SIAM Journal on Computing 17 (3), pages 552-571.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

Counts = Sequence[Sequence[int]]
Place = tuple[int, int]  # row, column; one past the last row or column is its total
Step = tuple[Place, int]  # +1 up, -1 down

NO_LIMIT = 10**9  # far above any count of people we publish


class Kind(IntEnum):
    """What a number counts, the first to be hidden first: a base says who we heard from."""

    CELL = 0
    COLUMN_TOTAL = 1
    ROW_TOTAL = 2
    TOTAL = 3


@dataclass(frozen=True)
class Number:
    """One true count, what a reader knows of it when hidden, and the arc that it is.

    `low` and `high` are the least and most that it can be, both included. `tail` and `head` are
    the nodes it flows from and to. `at_risk` says that nobody may work it out.
    """

    value: int
    low: int
    high: int
    kind: Kind
    at_risk: bool
    tail: int
    head: int


@dataclass(eq=False)
class Sheet:
    """Numbers, the lines they add up in (parts first, then their total), and what is hidden."""

    numbers: Mapping[Place, Number]
    lines: list[list[Place]]
    hidden: set[Place]
    kept: frozenset[Place] = frozenset()  # decided elsewhere: not ours to hide


@dataclass(frozen=True)
class Rules:
    """What is hidden, and what a reader knows of a hidden number."""

    hide_up_to: int
    min_base: int  # a group whose own total is hidden is never broken down
    withheld: frozenset[int]
    floor: int  # the least that a number not hidden for being small can be

    def without_halves(self, rows: Counts) -> "Rules":
        """These rules for a table where also the rows are withheld that the least size gives away.

        Of 0, 5, 5 and 0 the zeros would say that the row is large enough to be shown, and so that
        it has at least 10 people: 5 and 5, and in a row beside it whatever is left of the total.
        """
        even = {0, self.hide_up_to}
        halves = {i for i, row in enumerate(rows) if sum(row) == self.min_base and even >= {*row}}
        return replace(self, withheld=self.withheld | halves)

    def withholds(self, row: int, base: int) -> bool:
        return row in self.withheld or base < self.min_base

    def blanks(self, bases: Sequence[int], n_columns: int) -> set[Place]:
        """The cells of rows that show no answers: also zeros, also where nobody answered."""
        rows = [i for i, base in enumerate(bases) if self.withholds(i, base)]
        return {(i, j) for i in rows for j in range(n_columns)}

    def bounds(self, kind: Kind, value: int, withheld: bool) -> tuple[int, int]:
        """The least and the most that a reader of the method note takes a number to be."""
        if kind is Kind.CELL and withheld:
            return 0, NO_LIMIT
        if value == 0:
            return 0, NO_LIMIT if kind is Kind.COLUMN_TOTAL else 0
        if value <= self.hide_up_to:
            return 1, self.hide_up_to
        if kind in (Kind.CELL, Kind.COLUMN_TOTAL):
            return self.floor, NO_LIMIT
        if value < self.min_base:
            return self.floor, self.min_base - 1
        return self.min_base, NO_LIMIT


def with_totals(rows: Counts, bases: Sequence[int]) -> list[list[int]]:
    """The rows with their totals, and a row of totals below if there is more than one row."""
    table = [[*row, base] for row, base in zip(rows, bases, strict=True)]
    below = [[sum(column) for column in zip(*table, strict=True)]]
    return table + below if len(rows) > 1 else table


def sheet_of(rows: Counts, rules: Rules) -> Sheet:
    """The table as numbers in a network, with the small and the withheld hidden."""
    bases = [sum(row) for row in rows]
    n_rows, n_columns = len(rows), len(rows[0])
    table = with_totals(rows, bases)

    numbers = {}
    for i, row in enumerate(table):
        for j, value in enumerate(row):
            kind = Kind(2 * (j == n_columns) + (i == n_rows))
            withheld = kind is Kind.CELL and rules.withholds(i, bases[i])
            at_risk = bases[i] > 0 if withheld else 0 < value <= rules.hide_up_to
            column = len(table) + (j if n_rows > 1 else 0)  # one row: all columns are one node
            arc = (i, column) if kind in (Kind.CELL, Kind.TOTAL) else (column, i)
            bounds = rules.bounds(kind, value, withheld)
            numbers[i, j] = Number(value, *bounds, kind, at_risk, *arc)

    lines = [[(i, j) for j in range(n_columns + 1)] for i in range(len(table))]
    if n_rows > 1:
        lines += [[(i, j) for i in range(n_rows + 1)] for j in range(n_columns + 1)]
    return Sheet(numbers, lines, {place for place, n in numbers.items() if n.at_risk})


def settle(sheet: Sheet) -> bool:
    """Hide more until no number at risk can be worked out; False if that cannot be done.

    Changes `sheet.hidden`. A number that can move goes on being able to when more is hidden, so
    each is tested until it moves and never again.
    """
    _close_lines(sheet)
    for place in sorted(place for place in sheet.hidden if sheet.numbers[place].at_risk):
        crossing = [p for p in sheet.numbers if p[0] == place[0] or p[1] == place[1]]
        while not can_move(sheet, place):
            if not (hide_one(sheet, crossing) or hide_one(sheet, sheet.numbers)):
                return False
            _close_lines(sheet)
    return True


def hide_one(sheet: Sheet, places: Iterable[Place]) -> bool:
    """Hide the smallest shown number among `places`; False if there is none to hide.

    Cells before totals. Zeros stay, but for the zero total of a column, and that only as the
    last resort: without it nobody's withheld answers could stand in an answer nobody else gave.
    """

    def order(place: Place) -> tuple[bool, Kind, int, Place]:
        number = sheet.numbers[place]
        return number.value == 0, number.kind, number.value, place

    closed = sheet.hidden | sheet.kept
    shown = [
        place
        for place in places
        if place not in closed
        and (sheet.numbers[place].value or sheet.numbers[place].kind is Kind.COLUMN_TOTAL)
    ]
    if shown:
        sheet.hidden.add(min(shown, key=order))
    return bool(shown)


def can_move(sheet: Sheet, place: Place) -> bool:
    """Whether a hidden number can take another value."""
    number = sheet.numbers[place]
    return any(
        room(number, number.value, step)
        and way_through(sheet, *_ends(number, step), without=place) is not None
        for step in (1, -1)
    )


def extent(sheet: Sheet, place: Place) -> tuple[int, int]:
    """The lowest and the highest value that a hidden number can take, both included.

    NO_LIMIT // 2 or more means that nothing limits it from above.
    """
    value = sheet.numbers[place].value
    return value - _reach(sheet, place, -1), value + _reach(sheet, place, 1)


def way_through(
    sheet: Sheet,
    start: int,
    goal: int,
    without: Place | None = None,
    values: Mapping[Place, int] | None = None,
) -> list[Step] | None:
    """The shortest chain of steps of hidden numbers that carries one person between two nodes.

    `values` are where the numbers stand now, if not at their true counts. None: no chain.
    """
    ways: dict[int, list[tuple[int, Step]]] = defaultdict(list)
    for place in sorted(sheet.hidden - {without}):
        number = sheet.numbers[place]
        for step in (1, -1):
            if room(number, values[place] if values else number.value, step):
                head, tail = _ends(number, step)
                ways[tail].append((head, (place, step)))

    chains: dict[int, list[Step]] = {start: []}
    waiting = deque([start])
    while waiting and goal not in chains:
        node = waiting.popleft()
        for following, taken in ways[node]:
            if following not in chains:
                chains[following] = [*chains[node], taken]
                waiting.append(following)
    return chains.get(goal)


def _reach(sheet: Sheet, place: Place, step: int) -> int:
    """How far a hidden number can go up (1) or down (-1): a largest flow, by shortest chains."""
    values = {p: sheet.numbers[p].value for p in sheet.hidden}
    number = sheet.numbers[place]
    left = room(number, number.value, step)
    gone = 0
    while left > gone:
        chain = way_through(sheet, *_ends(number, step), without=place, values=values)
        if chain is None:
            break
        most = min(room(sheet.numbers[p], values[p], way) for p, way in chain)
        most = min(most, left - gone)
        for p, way in chain:
            values[p] += way * most
        gone += most
    return gone


def room(number: Number, value: int, step: int) -> int:
    """How far a number that stands at `value` may still go up (1) or down (-1)."""
    return number.high - value if step > 0 else value - number.low


def _ends(number: Number, step: int) -> tuple[int, int]:
    """Where the rest of a loop starts and ends, when this number takes the step."""
    return (number.head, number.tail) if step > 0 else (number.tail, number.head)


def _close_lines(sheet: Sheet) -> None:
    """Hide partners until no line on its own gives a hidden number away, where any is left.

    One at a time, from the first line again: a row closed in between may save a column one.
    """
    while any(_gives_away(sheet, line) and hide_one(sheet, line) for line in sheet.lines):
        pass


def _gives_away(sheet: Sheet, line: list[Place]) -> bool:
    """Whether a line has one hidden number, or one at risk that its sum forces.

    A sum forces when every hidden part is at its lowest and the total is shown or at its highest,
    or the other way round: 1 and 1 where 2 are missing, or 5 and 5 where 10 are.
    """
    *parts, total = [(place, sheet.numbers[place]) for place in line]
    hidden = [number for place, number in parts if place in sheet.hidden]
    sums = [total[1]] if total[0] in sheet.hidden else []
    if len(hidden + sums) == 1:
        return True
    if not any(number.at_risk for number in hidden + sums):
        return False
    lowest = all(n.value == n.low for n in hidden) and all(n.value == n.high for n in sums)
    highest = all(n.value == n.high for n in hidden) and all(n.value == n.low for n in sums)
    return lowest or highest
