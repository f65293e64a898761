"""No published number of 1 to 5 people, and no change of as many, can be worked out.

Not from all tables, the coverage and the routes of a consultation together, and not by somebody who
keeps every edition. `make soak` does the same 10,000 times. The reader is a_reader.py, the people
are made up in crowds.py, and the arithmetic is that of solver.py: none of them is Heard's.
"""

from dataclasses import replace
from itertools import pairwise, product
from random import Random

import pytest

from feedback import coverage, tables
from feedback.disclosure import Protected
from tests.feedback.a_reader import exposed
from tests.feedback.crowds import Person, Story, Truth, story
from tests.feedback.publishing import every_edition, every_edition_naively
from tests.feedback.solver import System

SETS = 300
FEW = 40


def test_no_reader_of_every_edition_works_out_a_few_people():
    for seed in range(SETS):
        told = story(Random(seed))
        published = every_edition(told, keeps=seed % 2 == 0)

        assert not exposed(told, published, every_edition_naively(told)), f"seed {seed}"


def test_the_sets_are_worth_trying():
    stories = [story(Random(seed)) for seed in range(SETS)]

    assert sum(len(one.times) > 1 for one in stories) > SETS / 2
    assert {one.way for one in stories} == {"withdrawn", "late", "both"}
    assert sum(_says_something_new(one) for one in stories) > SETS / 20


def _says_something_new(told: Story) -> bool:
    editions = every_edition(told)
    return any(old["tables"] != new["tables"] for old, new in pairwise(editions))


# The reader has teeth


def found_in(sets: int, publish, n_times: int = 3) -> int:
    """In how many sets the reader works something out."""
    stories = [story(Random(seed)) for seed in range(sets)]
    stories = [replace(one, times=one.times[:n_times]) for one in stories]
    made = [(one, publish(one)) for one in stories]
    return sum(bool(exposed(one, documents, documents)) for one, documents in made)


def test_the_reader_finds_what_editions_give_away_that_are_each_safe_alone():
    assert found_in(FEW, every_edition_naively) > FEW / 5


def only_small_ones(rows, *, hide_up_to=5, **rules) -> Protected:
    """A table in which nothing is hidden but the small numbers themselves."""

    def shown(numbers):
        return tuple(None if 1 <= n <= hide_up_to else n for n in numbers)

    sums = [sum(column) for column in zip(*rows, strict=True)]
    return Protected(
        cells=tuple(shown(row) for row in rows),
        row_totals=shown([sum(row) for row in rows]),
        column_totals=shown(sums) if len(rows) > 1 else (),
        total=sum(sums),
        refused=False,
    )


def test_the_reader_finds_what_hiding_only_small_numbers_gives_away(monkeypatch):
    for room in (tables, coverage):
        monkeypatch.setattr(room, "protect", only_small_ones)

    assert found_in(FEW, every_edition_naively, n_times=1) > FEW / 2


def one_group(*times: tuple[int, ...], way: str = "withdrawn") -> Story:
    """Parents who were asked one question, at each time as many as gave each answer."""
    asked = story(Random(0)).asked[:1]
    asked[0].kind, asked[0].n, asked[0].after = "choose_one", 3, None
    truths = [
        Truth(
            [
                Person("parent", "own", "", "open", {asked[0].id: [option]})
                for option, n in zip(asked[0].options, counts, strict=True)
                for _ in range(n)
            ]
        )
        for counts in times
    ]
    return Story(asked, truths, way)


@pytest.mark.parametrize("after", [(19, 30, 10), (20, 25, 10), (20, 29, 9)])
def test_the_reader_finds_the_few_who_took_their_answers_back(after):
    told = one_group((20, 30, 10), after)
    naive = every_edition_naively(told)

    assert exposed(told, naive, naive)
    assert not exposed(told, every_edition(told), naive)


# The solver is right


@pytest.mark.parametrize("seed", range(30))
def test_the_solver_says_what_trying_everything_says(seed):
    random = Random(seed)
    system = System()
    cells = [[system.number(random.randint(0, 3), 0, 4) for _ in range(3)] for _ in range(2)]
    for line in [*cells, *zip(*cells, strict=True)]:
        total = system.together(*line)
        system.within(total, system.true[total], system.true[total])
    for one in random.sample(range(6), 2):
        system.within(one, system.true[one], system.true[one])

    possible = [values for values in product(range(5), repeat=6) if _fits(system, values)]

    for one in range(6):
        is_known = len({values[one] for values in possible}) == 1
        assert system.verdict(one) == ("exposed" if is_known else "safe")


def _fits(system: System, values: tuple) -> bool:
    """Whether these values of the six cells agree with every sum and every limit."""
    filled = [*values, *system.true[6:]]
    return all(
        not sum(sign * filled[one] for one, sign in terms.items()) for terms in system.sums
    ) and all(system.low[i] <= value <= system.high[i] for i, value in enumerate(values))
