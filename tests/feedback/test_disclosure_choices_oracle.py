"""No small side of a choice can be worked out: tested against every table that fits what is shown.

The oracle here lists those tables. It shares no code with the module.
"""

from itertools import chain, product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from feedback.disclosure import protect_choices


class Reader:
    """Someone who knows the rules, which sides were hidden for being small, and the base rule."""

    def __init__(self, chosen, bases, shown, hide_up_to, min_base, withheld_rows):
        self.chosen, self.bases, self.shown = chosen, bases, shown
        self.small, self.min_base = hide_up_to, min_base
        self.held = [b < min_base or i in withheld_rows for i, b in enumerate(bases)]
        self.lost = [
            {row[j] for row in shown.cells} == {None} and shown.column_totals[j : j + 1] == (None,)
            for j in range(len(chosen[0]))
        ]

    def fits(self, value, true):
        """Whether a hidden number could be this value, for a reader who knows if it is small."""
        if 1 <= true <= self.small:
            return 1 <= value <= self.small
        return value > self.small if true else value >= 0

    def fits_base(self, value, true):
        if 1 <= true <= self.small:
            return 1 <= value <= self.small
        if true < self.min_base:
            return self.small < value < self.min_base
        return value >= self.min_base

    def near_bases(self, i):
        true, seen = self.bases[i], self.shown.row_totals[i]
        if seen is not None:
            return [seen]
        return [value for value in (true - 1, true, true + 1) if self.fits_base(value, true)]

    def near_choices(self, i, j, base):
        true, seen = self.chosen[i][j], self.shown.cells[i][j]
        if self.lost[j]:
            return [0]
        if seen is not None:
            rest = base - seen
            return [seen] if rest == 0 or rest > self.small else []
        values = [value for value in (true - 1, true, true + 1) if 0 <= value <= base]
        nothing_shown = {self.shown.row_totals[i], *self.shown.cells[i]} == {None}
        if self.held[i] or nothing_shown:  # then also zeros may be hidden
            return values
        if len(self.bases) == 1:  # one [c] may be all there is: it does not say which side is small
            return [value for value in values if 0 < value < base]
        without = self.bases[i] - true
        return [v for v in values if self.fits(v, true) and self.fits(base - v, without)]

    def rows(self, i):
        """Every base and choices of one row that fit what is shown of it."""
        return [
            (base, *choices)
            for base in self.near_bases(i)
            for choices in product(
                *(self.near_choices(i, j, base) for j in range(len(self.chosen[i])))
            )
        ]

    def tables(self):
        """Every table near the true one that fits: rows of base, then choices."""
        wanted = [self.shown.total, *(self.shown.column_totals or [None] * len(self.chosen[0]))]
        true = [sum(self.bases), *map(sum, zip(*self.chosen, strict=True))]
        for table in product(*(self.rows(i) for i in range(len(self.bases)))):
            sums = [sum(column) for column in zip(*table, strict=True)]
            if self.fits_sums(sums, wanted, true):
                yield table, sums

    def fits_sums(self, sums, wanted, true):
        if any(seen not in (None, value) for value, seen in zip(sums, wanted, strict=True)):
            return False
        if sums[0] < self.min_base:
            return False
        if len(self.bases) == 1:
            return True
        return all(
            lost
            or seen is not None
            or (self.fits(value, was) and self.fits(sums[0] - value, true[0] - was))
            for value, seen, was, lost in zip(
                sums[1:], wanted[1:], true[1:], self.lost, strict=True
            )
        )


def secrets(reader, table, sums):
    """What must not be worked out, by name, as it stands in one table."""
    small = range(1, reader.small + 1)
    for i, base in enumerate(reader.bases):
        if base in small:
            yield ("base", i), table[i][0]
    for j in [j for j, lost in enumerate(reader.lost) if not lost]:
        yield from secret_choices(reader, table, j)
        chose = sum(row[j] for row in reader.chosen)
        if chose in small:
            yield ("all who chose", j), sums[j + 1]
        if sum(reader.bases) - chose in small:
            yield ("all who did not", j), sums[0] - sums[j + 1]


def secret_choices(reader, table, j):
    """What must not be worked out about option `j` in each row of one table."""
    small = range(1, reader.small + 1)
    for i, base in enumerate(reader.bases):
        chose, held = reader.chosen[i][j], reader.held[i] and base
        if held or chose in small:
            yield ("chosen", i, j), table[i][j + 1]
        if held or base - chose in small:
            yield ("not chosen", i, j), table[i][0] - table[i][j + 1]


@st.composite
def choices(draw):
    hide_up_to, min_base, top = draw(st.sampled_from([(5, 10, 16), (3, 6, 9), (2, 4, 6)]))
    bases = draw(st.lists(st.integers(0, top), min_size=1, max_size=3))
    n_options = draw(st.integers(1, 2))
    chosen = [[draw(st.integers(0, base)) for _ in range(n_options)] for base in bases]
    withheld = draw(st.sets(st.integers(0, len(bases) - 1), max_size=1))
    return (
        chosen,
        bases,
        {"hide_up_to": hide_up_to, "min_base": min_base, "withheld_rows": withheld},
    )


@settings(max_examples=400, deadline=None)
@given(table=choices())
def test_no_reader_can_work_out_how_many_chose_or_did_not(table):
    chosen, bases, rule = table
    shown = protect_choices(chosen, bases, **rule)
    assume(not shown.refused)
    reader = Reader(chosen, bases, shown, **rule)

    fits = list(reader.tables())
    assert fits

    values = {}
    for fitting, sums in fits:
        for name, value in secrets(reader, fitting, sums):
            values.setdefault(name, set()).add(value)

    assert all(len(found) > 1 for found in values.values()), (values, shown)


@settings(max_examples=200, deadline=None)
@given(table=choices())
def test_what_is_shown_is_true_and_always_the_same(table):
    chosen, bases, rule = table
    shown = protect_choices(chosen, bases, **rule)
    sums = [sum(column) for column in zip(*chosen, strict=True)] if len(bases) > 1 else []

    seen = [*shown.row_totals, *shown.column_totals, shown.total, *chain(*shown.cells)]
    true = [*bases, *sums, sum(bases), *chain(*chosen)]
    assert all(one in (None, other) for one, other in zip(seen, true, strict=True))
    assert shown == protect_choices(tuple(map(tuple, chosen)), list(bases), **rule)
