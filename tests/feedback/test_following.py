"""A question that hangs on an answer does not tell how many gave it. No database in it."""

import pytest

from feedback.following import Made, tables_that_tell, withheld
from tests.routed import question

FIRST = question("seen")
THEN = question("wrong", after=("seen", ["yes"], False))
LAST = question("asked", after=("wrong", ["yes"], False))
EVEN = question("even", after=("seen", ["yes"], True))


def made(asked: dict, cells: list | None, answered: int, *, total: int | None = -1, band="10-12"):
    """The table of one age: its cells, how many answered in truth, and the total it shows."""
    total = answered if total == -1 else total
    rows = [{"band": band, "cells": cells or [None] * 3, "total": total}]
    table = {"rows": rows, "column_totals": [], "total": total, "refused": cells is None}
    return Made(asked, table, {band: answered})


def telling(*tables: Made, size: int = 60) -> list[str]:
    tell = tables_that_tell(tables, {"10-12": size}, 5)
    return [one.question["id"] for one, tells in zip(tables, tell, strict=True) if tells]


@pytest.mark.parametrize(
    ("answered", "tells"), [(20, False), (19, True), (15, True), (14, False), (0, False)]
)
def test_a_few_who_skipped_what_they_were_led_to_are_not_given_away(answered, tells):
    tables = made(FIRST, [20, 30, 10], 60), made(THEN, [answered, 0, 0], answered)

    assert telling(*tables) == (["wrong"] if tells else [])


@pytest.mark.parametrize("cells", [[20, None, None], [None, None, 20], None])
def test_where_the_first_table_hides_anything_the_second_says_nothing(cells):
    tables = made(FIRST, cells, 60), made(THEN, [20, 0, 0], 20)

    assert telling(*tables) == ["wrong"]


def test_where_the_first_table_hides_how_many_answered_the_second_says_nothing():
    tables = made(FIRST, [20, 30, 10], 60, total=None), made(THEN, [20, 0, 0], 20)

    assert telling(*tables) == ["wrong"]


def test_where_nobody_answered_the_first_question_the_second_says_nothing():
    assert telling(made(THEN, [20, 0, 0], 20)) == ["wrong"]


def test_an_age_that_stands_in_the_second_table_alone_says_nothing():
    tables = made(FIRST, [20, 30, 10], 60), made(THEN, [20, 0, 0], 20, band="13-15")

    assert telling(*tables) == ["wrong"]


def test_what_hangs_on_a_withheld_table_is_withheld():
    tables = (
        made(FIRST, [None, None, 20], 60),
        made(THEN, [20, 0, 0], 20),
        made(LAST, [20, 0, 0], 20),
    )

    assert telling(*tables) == ["wrong", "asked"]


@pytest.mark.parametrize(("size", "tells"), [(62, True), (60, False), (70, False)])
def test_those_who_skipped_the_first_question_count_where_they_are_led_on(size, tells):
    tables = made(FIRST, [20, 30, 10], 60), made(EVEN, [20, 0, 0], 20)

    assert telling(*tables, size=size) == (["even"] if tells else [])


@pytest.mark.parametrize(("answered", "tells"), [(48, True), (28, True), (30, False), (9, False)])
def test_of_several_answers_neither_the_most_chosen_nor_their_sum_gives_a_few_away(answered, tells):
    first = question("which", kind="choose_several")
    then = question("then", after=("which", ["yes", "no"], False))
    tables = made(first, [20, 30, 10], 40), made(then, [answered, 0, 0], answered)

    assert telling(*tables) == (["then"] if tells else [])


def test_a_question_without_a_route_is_left_as_it_is():
    assert telling(made(FIRST, [None, None, 20], 60), made(question("other"), [1, 2, 3], 6)) == []


def test_a_withheld_table_has_no_number_in_it():
    table = {
        "question": "q",
        "rows": [{"band": "6-9", "cells": [1, 2], "total": 3}],
        "column_totals": [1, 2],
        "total": 3,
        "refused": False,
        "held": ["6-9"],
    }

    assert withheld(table) == {
        "question": "q",
        "rows": [{"band": "6-9", "cells": [None, None], "total": None}],
        "column_totals": [None, None],
        "total": None,
        "refused": True,
        "held": [],
    }
