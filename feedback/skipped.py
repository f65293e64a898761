"""How many skipped a question must not be worked out from how many answered at all.

A reader has two numbers of an age: how many answered anything (the coverage), and how many of them
answered one question (its table). What lies between them is a count of people like any other, so
from 1 to `hide_up_to` it must not be known. The tables stay as they are, and the coverage says
less: "at least", with the largest number that the tables show anyway, and "at least" in all.

That is safe, because nothing is left to subtract from. "At least" itself says only that some table
missed a few: each table could be that one, with any number from 1 to `hide_up_to`.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

Line = Mapping[str, int | None]


@dataclass(frozen=True)
class Beside:
    """What a table says of how many answered one question, beside a line of the coverage.

    `answered` has the true number of every age that was asked. `shown` has the numbers that the
    table shows, of none, some or all of them; `total` is the one for all, or None.
    """

    answered: Mapping[str, int]
    shown: Mapping[str, int]
    total: int | None

    def groups(self) -> Iterator[list[str]]:
        """The smallest groups of ages of which a reader knows how many answered."""
        yield from ([age] for age in self.shown)
        hidden = [age for age in self.answered if age not in self.shown]
        if hidden and self.total is not None:
            yield hidden


def blurred(sizes: Mapping[str, int], tables: Iterable[Beside], hide_up_to: int) -> set[str]:
    """The ages of which the coverage says "at least", so that no small number is worked out."""
    found: set[str] = set()
    for table in tables:
        for group in table.groups():
            skipped = sum(sizes[age] - table.answered[age] for age in group)
            if 1 <= skipped <= hide_up_to and not found.intersection(group):
                found.add(max(group, key=lambda age: sizes[age]))
    return found


def at_least(line: Line, ages: Collection[str], tables: Collection[Beside]) -> dict:
    """A line of the coverage in which `ages` and the total, "", say what the tables show anyway.

    An age that no table shows has no number then. What was hidden before stays hidden.
    """
    said = dict(line)
    for age in ages:
        if line[age] is not None:
            said[age] = max((t.shown[age] for t in tables if age in t.shown), default=None)
    if line[""] is not None:
        seen = sum(number for age, number in said.items() if age and number)
        said[""] = max([seen, *(table.total for table in tables if table.total is not None)])
    return said
