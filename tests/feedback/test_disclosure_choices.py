"""Tables where people could choose several answers: neither side of an option may be small."""

from time import perf_counter

import pytest

from feedback.disclosure import protect_choices

c = None  # printed as [c]


def test_the_one_of_twelve_who_did_not_choose_cannot_be_worked_out():
    shown = protect_choices([[11]], [12])

    assert shown.cells == ((c,),)
    assert shown.row_totals == (12,)
    assert shown.total == 12
    assert shown.column_totals == ()


@pytest.mark.parametrize(
    ("chosen", "cell"),
    [(0, 0), (1, c), (5, c), (6, 6), (14, 14), (15, c), (19, c), (20, 20)],
)
def test_of_twenty_people_one_to_five_are_hidden_on_either_side(chosen, cell):
    assert protect_choices([[chosen]], [20]).cells == ((cell,),)


def test_options_are_hidden_each_on_its_own():
    shown = protect_choices([[10, 3, 0], [24, 20, 7]], [20, 40])

    assert shown.cells == ((10, c, 0), (24, c, 7))
    assert shown.column_totals == (34, 23, 7)
    assert shown.row_totals == (20, 40)
    assert shown.total == 60


def test_who_did_not_choose_cannot_be_worked_out_from_the_column():
    shown = protect_choices([[18], [24], [30]], [20, 40, 60])

    assert shown.cells == ((c,), (c,), (30,)), "2 of 20 did not, so another row hides with it"
    assert shown.column_totals == (72,)


def test_a_column_total_is_hidden_when_few_of_all_did_not_choose():
    assert protect_choices([[19], [38]], [20, 40]).column_totals == (c,)
    assert protect_choices([[19], [30]], [20, 40]).column_totals == (49,)


def test_a_row_of_nine_shows_its_base_but_no_choices():
    shown = protect_choices([[0, 9], [20, 14], [30, 17]], [9, 40, 60])

    assert shown.cells[0] == (c, c)
    assert shown.row_totals == (9, 40, 60)


def test_a_row_of_ten_shows_its_choices():
    assert protect_choices([[0, 10], [20, 14]], [10, 40]).cells == ((0, 10), (20, 14))


def test_a_row_of_three_hides_its_base_with_another_base():
    shown = protect_choices([[2, 0], [10, 24], [30, 12]], [3, 40, 60])

    assert shown.cells[0] == (c, c)
    assert shown.row_totals == (c, c, 60)
    assert shown.total == 103


def test_a_group_of_one_is_not_worked_out_from_who_chose_in_another_group():
    shown = protect_choices([[0], [17]], [1, 17])

    assert shown.row_totals == (c, c)
    assert shown.cells == ((c,), (c,)), "17 of a group leaves 1 of the 18 people"


def test_a_group_of_one_is_not_worked_out_from_the_least_sizes_of_the_others():
    everyone = protect_choices([[11], [1], [0]], [11, 1, 6])
    most = protect_choices([[0], [4], [8]], [1, 6, 14])

    assert everyone.cells[0] == (c,), "11 who chose, 6 or more in another group, 1 left of 18"
    assert most.cells[2] == (c,), "8 who chose and 6 who did not, 6 or more, 1 left of 21"


def test_small_groups_do_not_lose_the_column_total():
    assert protect_choices([[1], [4], [6]], [1, 6, 10]).column_totals == (11,)


def test_a_base_hidden_for_the_sake_of_another_keeps_its_choices():
    shown = protect_choices([[2], [30], [12]], [3, 40, 60])

    assert shown.row_totals == (c, c, 60)
    assert shown.cells == ((c,), (30,), (c,))
    assert protect_choices([[0], [2]], [19, 2]).cells == ((0,), (c,))


def test_a_row_of_nobody_shows_no_choices():
    shown = protect_choices([[0], [20]], [0, 40])

    assert shown.cells == ((c,), (20,))
    assert shown.row_totals == (0, 40)


def test_the_bases_are_the_same_for_every_option():
    shown = protect_choices([[2, 3, 0], [10, 24, 40], [30, 12, 6]], [3, 40, 60])

    assert len(shown.row_totals) == len(shown.cells) == 3
    assert {len(row) for row in shown.cells} == {len(shown.column_totals)} == {3}


def test_an_option_that_cannot_be_made_safe_is_hidden_in_every_row():
    shown = protect_choices([[5, 7], [20, 30], [30, 31]], [13, 40, 60])
    lost = protect_choices([[5, 10], [20, 30], [30, 31]], [10, 40, 60])

    assert shown.column_totals == (55, 68)
    assert [row[0] for row in lost.cells] == [c, c, c], "5 and 5 of 10 are forced by the base"
    assert lost.column_totals == (c, 71)
    assert lost.row_totals == (10, 40, 60)


def test_a_withheld_row_hides_its_choices():
    shown = protect_choices([[20, 0], [24, 17]], [20, 40], withheld_rows=[0])

    assert shown.cells[0] == (c, c)
    assert shown.row_totals == (20, 40)


def test_nine_people_are_refused():
    shown = protect_choices([[6, 0], [3, 3]], [6, 3])

    assert shown.refused
    assert {*shown.row_totals, *shown.column_totals, shown.total} == {c}


@pytest.mark.parametrize(
    ("chosen", "bases"),
    [([[13]], [12]), ([[3], [4]], [12]), ([[-1]], [12])],
    ids=["more than there were", "a base is missing", "less than nobody"],
)
def test_choices_that_do_not_fit_their_bases_are_an_error(chosen, bases):
    with pytest.raises(ValueError, match=r"More people|shorter|negative"):
        protect_choices(chosen, bases)


def test_seven_bands_and_twelve_options_take_well_under_a_tenth_of_a_second():
    bases = [3, 12, 30, 44, 18, 9, 61]
    chosen = [[(i * 7 + j * 5) % (base + 1) for j in range(12)] for i, base in enumerate(bases)]

    start = perf_counter()
    protect_choices(chosen, bases)

    assert perf_counter() - start < 0.1
