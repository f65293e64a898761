"""How many skipped a question is not worked out, by a reader who has the coverage too.

The oracle lists every way in which people could have answered that fits what is published. It
shares no code with the module.
"""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.coverage import coverage_beside, coverage_lines
from feedback.skipped import Beside, at_least, blurred
from feedback.tables import Counted, numbers_from

AGES = ["6-9", "10-12", "13-15"]


def beside(answered, shown=None, total=0):
    return Beside(answered, answered if shown is None else shown, total or sum(answered.values()))


def test_one_who_skipped_is_not_told():
    assert blurred({"6-9": 24, "10-12": 40}, [beside({"6-9": 23, "10-12": 40})], 5) == {"6-9"}


@pytest.mark.parametrize("n", [0, 6])
def test_nobody_or_many_who_skipped_are_no_secret(n):
    assert blurred({"6-9": 24 + n}, [beside({"6-9": 24})], 5) == set()


def test_a_few_who_skipped_in_ages_that_are_hidden_together_are_not_told():
    table = beside({"6-9": 3, "10-12": 12, "13-15": 20}, shown={"13-15": 20})

    assert blurred({"6-9": 4, "10-12": 12, "13-15": 20}, [table], 5) == {"10-12"}


def test_a_table_that_shows_no_number_leaves_nothing_to_subtract():
    assert blurred({"6-9": 5}, [Beside({"6-9": 3}, {}, None)], 5) == set()


def test_the_coverage_then_says_what_the_tables_say_anyway():
    line = {"6-9": 24, "10-12": 43, "": 67}
    tables = [beside({"6-9": 20, "10-12": 42}), beside({"6-9": 23, "10-12": 42})]

    assert at_least(line, {"6-9", "10-12"}, tables) == {"6-9": 23, "10-12": 42, "": 65}


def test_what_was_hidden_stays_hidden():
    line = {"6-9": None, "10-12": None, "": 40}

    assert at_least(line, {"6-9"}, [beside({"6-9": 3, "10-12": 30}, {}, 33)]) == {
        "6-9": None,
        "10-12": None,
        "": 33,
    }


def published(sizes, questions):
    """(coverage, tables) of children of three ages. A question is {age: (yes, no)}."""
    heard = {("child", "own", age): n for age, n in sizes.items()}
    document = {"bands": AGES, "roles": ["child"]}
    counts, bases = {}, {}
    for number, question in enumerate(questions):
        for age, pair in question.items():
            cell = ("child", "own", age)
            bases[str(number), cell] = sum(pair)
            counts |= {(str(number), code, cell): n for code, n in zip("yn", pair, strict=True)}
    asked = [
        {
            "id": str(number),
            "kind": "choose_one",
            "words": {},
            "bands": [],
            "options": [{"id": code, "words": {}} for code in "yn"],
        }
        for number in range(len(questions))
    ]
    lines = coverage_lines(document, heard, 5)
    made = numbers_from(asked, heard, Counted(counts, bases, lines, AGES, 5, frozenset()))
    return made["coverage"][0], made["tables"]


def fits(sizes, answered, coverage, tables):
    """Whether so many could have answered at all, and each question, given what is published."""
    line, more = coverage["voices"]["own"], coverage["at_least"].get("own", ())
    for age, n in [*sizes.items(), ("", sum(sizes.values()))]:
        seen = line[age]
        if seen is not None and (n < seen if age in more else n != seen):
            return False
    return all(
        is_in_table(one, table) and all(one[age] <= sizes[age] for age in AGES)
        for one, table in zip(answered, tables, strict=True)
    )


def is_in_table(one, table):
    rows = {row["band"]: row["total"] for row in table["rows"]}
    if table["refused"]:  # too few answered, or too few numbers would have been left
        return True
    everyone = rows.get("", table["total"])
    if everyone is not None and sum(one.values()) != everyone:
        return False
    return "" in rows or all(rows.get(age, 0) in (None, n) for age, n in one.items())


def nearby(n):
    return [value for value in (n - 1, n, n + 1, n + 2) if value >= 0]


@st.composite
def consultations(draw, most=14):
    sizes = {age: draw(st.integers(0, most)) for age in AGES}
    questions = []
    for _question in range(draw(st.integers(1, 2))):
        answered = {age: max(0, n - draw(st.integers(0, 6))) for age, n in sizes.items()}
        yes = {age: draw(st.integers(0, n)) for age, n in answered.items()}
        questions.append({age: (yes[age], n - yes[age]) for age, n in answered.items()})
    return sizes, [one for one in questions if any(map(any, one.values()))]


def small_groups(sizes, one):
    """Each age, and all of them, where 1 to 5 people skipped this question."""
    for group in [*([age] for age in AGES), AGES]:
        if 1 <= sum(sizes[age] - one[age] for age in group) <= 5:
            yield group


@settings(max_examples=150, deadline=None)
@given(made=consultations())
def test_no_reader_of_the_coverage_works_out_how_many_skipped(made):
    sizes, questions = made
    if not questions:
        return
    coverage, tables = published(sizes, questions)
    truly = [{age: sum(pair) for age, pair in one.items()} for one in questions]
    possible = [dict(zip(AGES, n, strict=True)) for n in product(*map(nearby, sizes.values()))]

    for one, table in zip(truly, tables, strict=True):
        ways = [dict(zip(AGES, n, strict=True)) for n in product(*map(nearby, one.values()))]
        ways = [way for way in ways if is_in_table(way, table)]
        pairs = [
            (size, way) for size in possible for way in ways if fits(size, [way], coverage, [table])
        ]
        for group in small_groups(sizes, one):
            skipped = {sum(size[age] - way[age] for age in group) for size, way in pairs}
            assert len(skipped) > 1, (sizes, one, group, coverage)


def test_an_age_that_is_hidden_is_not_worked_out_from_a_table_of_another():
    """1 and 14 are hidden as 15. A table of the second age alone says that 14 answered."""
    sizes = {"6-9": 1, "10-12": 14, "13-15": 20}
    heard = {("child", "own", age): n for age, n in sizes.items()}
    lines = coverage_lines({"bands": AGES, "roles": ["child"]}, heard, 5)

    table = ("child", "own", beside({"10-12": 14}))
    (told,) = coverage_beside(lines, heard, [table], hide=5)

    assert told["voices"]["own"] == {"6-9": None, "10-12": None, "13-15": 20, "": 20}
    assert "" in told["at_least"]["own"]


def test_the_coverage_beside_the_first_table_of_the_demo():
    """24, 43, 38 and 12 answered; 23, 42, 37 and 11 of them answered the question."""
    sizes = {"6-9": 24, "10-12": 43, "13-15": 38}
    answered = {"6-9": 23, "10-12": 42, "13-15": 37}
    heard = {("child", "own", age): n for age, n in sizes.items()}
    lines = coverage_lines({"bands": AGES, "roles": ["child"]}, heard, 5)

    (told,) = coverage_beside(lines, heard, [("child", "own", beside(answered))], hide=5)

    assert told["voices"]["own"] == {**answered, "": 102}
    assert told["at_least"]["own"] == ["", "10-12", "13-15", "6-9"]
