"""No small number can be worked out: tested against every table that fits what is shown.

The oracle here lists those tables. It shares no code with the module.
"""

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from feedback.disclosure import protect, ranges

FLOORS = pytest.mark.parametrize("floor", [1, 6], ids=["knows the small", "knows the others too"])


def near(true, low, high=10**6):
    """The values that a number could have, one up and one down.

    That is enough to tell whether it has only one possible value; fewer values than a reader
    would think of can only make this oracle stricter.
    """
    return [value for value in (true - 1, true, true + 1) if low <= value <= high]


def knowledge(rows, shown, floor, hide_up_to, min_base, withheld):
    """The values that a reader thinks possible of each cell, base, column total and the total."""

    def known(true, seen, low):
        if seen is not None:
            return [seen]
        if 1 <= true <= hide_up_to:
            return near(true, 1, hide_up_to)
        return near(true, low if true else 0)

    cells, bases = [], []
    for i, (row, seen) in enumerate(zip(rows, shown.cells, strict=True)):
        held = sum(row) < min_base or i in withheld or halves(row, hide_up_to, min_base)
        cells.append(
            [near(t, 0) if held else known(t, s, floor) for t, s in zip(row, seen, strict=True)]
        )
        least = floor if set(seen) == {None} else min_base
        bases.append(known(sum(row), shown.row_totals[i], least))
    sums = [sum(column) for column in zip(*rows, strict=True)]
    seen = shown.column_totals or sums
    columns = [known(t, s, floor) for t, s in zip(sums, seen, strict=True)]
    return cells, bases, columns, known(sum(sums), shown.total, min_base)


def all_tables(rows, shown, floor, hide_up_to=5, min_base=10, withheld=()):
    """Every table near the true one that fits what is shown, as rows with their totals below."""
    cells, bases, columns, total = knowledge(rows, shown, floor, hide_up_to, min_base, withheld)
    possible = [
        [row for row in product(*known) if sum(row) in base]
        for known, base in zip(cells, bases, strict=True)
    ]
    if len(rows) == 1:
        columns = [range(10**6)] * len(rows[0])
    for table in product(*possible):
        sums = [sum(column) for column in zip(*table, strict=True)]
        if sum(sums) in total and all(s in known for s, known in zip(sums, columns, strict=True)):
            yield [*((*row, sum(row)) for row in table), (*sums, sum(sums))]


def must_stay_secret(rows, hide_up_to, min_base, withheld):
    """The places of small numbers, totals too, and of the answers of withheld rows."""
    whole = [[*row, sum(row)] for row in rows]
    whole.append([sum(column) for column in zip(*whole, strict=True)])
    for i, row in enumerate(whole):
        base = row[-1]
        held = i < len(rows) and base and (base < min_base or i in withheld)
        held = held or halves(row[:-1], hide_up_to, min_base)
        for j, true in enumerate(row):
            if (held and j < len(row) - 1) or 1 <= true <= hide_up_to:
                yield i, j


@st.composite
def tables(draw, most_rows=3, most_columns=3):
    hide_up_to, min_base, top = draw(
        st.sampled_from([(5, 10, 14), (3, 6, 8), (2, 4, 5), (5, 10, 7)])
    )
    n_columns = draw(st.integers(1, most_columns))
    row = st.lists(st.integers(0, top), min_size=n_columns, max_size=n_columns)
    rows = draw(st.lists(row, min_size=1, max_size=most_rows))
    withheld = draw(st.sets(st.integers(0, len(rows) - 1), max_size=1))
    return rows, {"hide_up_to": hide_up_to, "min_base": min_base, "withheld_rows": withheld}


def halves(row, hide_up_to, min_base):
    """5 and 5 of 10: such a row is withheld."""
    return sum(row) == min_base and set(row) <= {0, hide_up_to}


@FLOORS
@settings(max_examples=300, deadline=None)
@given(table=tables())
def test_no_reader_can_work_out_a_number_that_must_stay_secret(floor, table):
    rows, rule = table
    low, least, withheld = rule["hide_up_to"], rule["min_base"], rule["withheld_rows"]
    shown = protect(rows, **rule)
    assume(not shown.refused)

    fits = list(all_tables(rows, shown, min(floor, low + 1), low, least, withheld))

    for i, j in must_stay_secret(rows, low, least, withheld):
        if len(rows) > 1 or i == 0:
            assert len({table[i][j] for table in fits}) > 1, (i, j, shown)


@settings(max_examples=300, deadline=None)
@given(table=tables(most_rows=7, most_columns=7))
def test_what_is_shown_is_true_and_small_numbers_are_none(table):
    rows, rule = table
    shown = protect(rows, **rule)
    secret = set(
        must_stay_secret(rows, rule["hide_up_to"], rule["min_base"], rule["withheld_rows"])
    )

    true = [[*row, sum(row)] for row in rows]
    seen = [[*row, base] for row, base in zip(shown.cells, shown.row_totals, strict=True)]
    if len(rows) > 1:
        true.append([sum(column) for column in zip(*true, strict=True)])
        seen.append([*shown.column_totals, shown.total])
    for i, row in enumerate(true):
        for j, count in enumerate(row):
            assert seen[i][j] is None if (i, j) in secret else seen[i][j] in (count, None)


@settings(max_examples=200, deadline=None)
@given(table=tables(most_rows=7, most_columns=7))
def test_the_same_table_is_always_hidden_in_the_same_way(table):
    rows, rule = table

    again = protect(
        tuple(map(tuple, rows)), **rule | {"withheld_rows": list(rule["withheld_rows"])}
    )

    assert protect(rows, **rule) == again
    assert list(ranges(again, rows, **rule)) == sorted(ranges(again, rows, **rule))


def every_value(rows, shown, floor):
    """The lowest and highest of each hidden number, from every table of whole numbers at all.

    For tables whose totals are all shown, and without withheld rows.
    """
    low = [[1 if 1 <= true <= 5 else floor for true in row] for row in rows]
    high = [[5 if 1 <= true <= 5 else sum(row) for true in row] for row in rows]
    possible = []
    for i, row in enumerate(rows):
        values = [
            [seen] if seen is not None else range(low[i][j], high[i][j] + 1)
            for j, seen in enumerate(shown.cells[i])
        ]
        possible.append([candidate for candidate in product(*values) if sum(candidate) == sum(row)])
    sums = [sum(column) for column in zip(*rows, strict=True)]
    fits = [t for t in product(*possible) if [sum(col) for col in zip(*t, strict=True)] == sums]
    return {
        (i, j): (min(t[i][j] for t in fits), max(t[i][j] for t in fits))
        for i, row in enumerate(shown.cells)
        for j, seen in enumerate(row)
        if seen is None
    }


@FLOORS
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_ranges_are_those_of_every_table_that_fits(floor, data):
    row = st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(lambda row: sum(row) >= 10)
    rows = data.draw(st.lists(row, min_size=2, max_size=3))
    assume(not any(halves(row, 5, 10) for row in rows))
    shown = protect(rows)
    assume(None not in (*shown.row_totals, *shown.column_totals, shown.total))

    assert ranges(shown, rows, floor=floor) == every_value(rows, shown, floor)
