"""Tables where everyone gave one answer: what is hidden, and what is not."""

from time import perf_counter

import pytest

from feedback.disclosure import protect, ranges, uniform_rows

c = None  # printed as [c]

DEMO = [[14, 6, 3], [22, 11, 9], [18, 7, 12], [9, 0, 2]]


# The vectors of section 1F


def test_a_small_number_hides_with_the_smallest_other_one():
    shown = protect([[12, 4, 9, 0]])

    assert shown.cells == ((12, c, c, 0),)
    assert shown.row_totals == (25,)
    assert shown.total == 25
    assert not shown.refused
    assert ranges(shown, [[12, 4, 9, 0]]) == {(0, 1): (1, 5), (0, 2): (8, 12)}


def test_two_ones_cannot_be_worked_out_from_their_sum():
    shown = protect([[20, 1, 1]])

    assert shown.cells == ((c, c, c),)
    assert shown.row_totals == (22,)


def test_two_fives_cannot_be_worked_out_from_their_sum():
    shown = protect([[20, 5, 5, 14]])

    assert shown.cells == ((20, c, c, c),)
    assert shown.row_totals == (44,)


def test_two_small_numbers_that_can_differ_need_no_partner():
    assert protect([[20, 1, 2]]).cells == ((20, c, c),)
    assert protect([[20, 5, 4, 14]]).cells == ((20, c, c, 14),)


def test_one_small_number_in_a_table_of_four_hides_all_four():
    shown = protect([[3, 8], [15, 9]])

    assert shown.cells == ((c, c), (c, c))
    assert shown.row_totals == (11, 24)
    assert shown.column_totals == (18, 17)
    assert shown.total == 35


def test_the_demo_table_hides_seven_numbers_of_twelve():
    shown = protect(DEMO)

    assert shown.cells == ((c, c, c), (22, 11, 9), (18, c, c), (c, 0, c))
    assert shown.row_totals == (23, 42, 37, 11)
    assert shown.column_totals == (63, 24, 26)
    assert shown.total == 113


def test_every_small_number_of_the_demo_table_could_be_one_to_five():
    found = ranges(protect(DEMO), DEMO)

    assert len(found) == 7
    assert [found[0, 2], found[3, 2]] == [(1, 5), (1, 5)]


def test_a_table_without_small_numbers_hides_nothing():
    shown = protect([[7, 8, 9], [10, 11, 12]])

    assert shown.cells == ((7, 8, 9), (10, 11, 12))
    assert shown.row_totals == (24, 33)
    assert shown.column_totals == (17, 19, 21)
    assert shown.total == 57
    assert ranges(shown, [[7, 8, 9], [10, 11, 12]]) == {}


def test_two_people_are_not_shown_at_all():
    shown = protect([[2, 0, 0]])

    assert shown.cells == ((c, c, c),)
    assert shown.row_totals == (c,)
    assert shown.total is None
    assert shown.refused


# Each rule from both sides


def test_five_is_hidden_and_six_is_shown():
    assert protect([[20, 5]]).cells == ((c, c),)
    assert protect([[20, 6]]).cells == ((20, 6),)


def test_the_limit_can_be_raised():
    assert protect([[20, 8, 9]], hide_up_to=7).cells == ((20, 8, 9),)
    assert protect([[20, 8, 9]], hide_up_to=8).cells == ((20, c, c),)


def test_zero_is_shown():
    assert protect([[12, 0, 13]]).cells == ((12, 0, 13),)


def test_nine_people_are_refused_and_ten_are_shown():
    assert protect([[9, 0]]).refused
    assert protect([[9, 0]]).total is None
    assert protect([[10, 0]]).cells == ((10, 0),)


def test_a_row_of_nine_shows_its_total_but_no_answers():
    shown = protect([[9, 0], [20, 12], [30, 17]])

    assert shown.cells[0] == (c, c)
    assert shown.row_totals == (9, 32, 47)


def test_a_row_of_ten_shows_its_answers():
    assert protect([[10, 0], [20, 12]]).cells == ((10, 0), (20, 12))


def test_a_row_of_five_hides_its_total_and_that_of_another():
    shown = protect([[5, 0], [20, 12], [30, 17]])

    assert shown.cells[0] == (c, c)
    assert shown.row_totals == (c, c, 47)


def test_a_row_of_nobody_shows_that_nobody_answered_and_nothing_else():
    shown = protect([[0, 0], [20, 12]])

    assert shown.cells == ((c, c), (20, 12))
    assert shown.row_totals == (0, 32)


def test_a_row_whose_total_is_small_enough_to_hide_is_not_broken_down():
    shown = protect([[12, 0], [20, 30], [40, 50]], hide_up_to=12, min_base=10)

    assert shown.cells[0] == (c, c)
    assert shown.row_totals[0] is None


def test_a_column_total_of_five_is_hidden_and_one_of_six_is_shown():
    assert protect([[20, 2], [30, 3]]).column_totals == (c, c)
    assert protect([[20, 2], [30, 4]]).column_totals == (50, 6)


def test_a_withheld_row_hides_also_its_zeros_and_leaves_the_rest_consistent():
    rows = [[12, 0], [20, 14], [30, 17]]
    shown = protect(rows, withheld_rows=[0])

    assert shown.cells == ((c, c), (c, c), (30, 17))
    assert shown.row_totals == (12, 34, 47)
    assert ranges(shown, rows, withheld_rows=[0])[0, 1] == (0, 12)


def test_the_only_row_can_be_withheld():
    shown = protect([[12, 0]], withheld_rows=[0])

    assert shown.cells == ((c, c),)
    assert shown.total == 12
    assert not shown.refused


def test_an_answer_nobody_gave_hides_its_total_when_a_row_is_withheld():
    rows = [[7, 0, 0], [20, 0, 14], [30, 0, 10]]
    shown = protect(rows)

    assert shown.column_totals[1] is None
    assert [row[1] for row in shown.cells] == [c, 0, 0]
    assert ranges(shown, rows)[0, 1] == (0, 7)


def test_an_answer_nobody_gave_shows_its_total_when_no_row_is_withheld():
    assert protect([[20, 0], [30, 0]]).column_totals == (50, 0)


def test_a_table_of_one_row_has_no_column_totals():
    assert protect([[20, 12]]).column_totals == ()


def test_a_hidden_number_that_needs_a_third_to_be_safe_gets_it():
    assert protect([[20, 1, 6]]).cells == ((c, c, c),), "1 + 6 is the least that could be hidden"


def test_ten_people_split_in_half_are_withheld_as_a_small_group_is():
    shown = protect([[5, 5], [20, 30], [30, 40]])

    assert shown.cells == ((c, c), (c, c), (30, 40))
    assert shown.row_totals == (10, 50, 70)
    assert ranges(shown, [[5, 5], [20, 30], [30, 40]])[0, 0] == (0, 10)


def test_zeros_beside_two_fives_do_not_say_that_there_are_ten_people():
    shown = protect([[0, 5, 5, 0], [0, 1, 0, 0]])

    assert {number for row in shown.cells for number in row} == {c}
    assert shown.row_totals == (c, c), "10 who are shown would leave 1 of the 11"


def test_a_group_of_one_is_not_worked_out_from_the_least_size_of_another():
    shown = protect([[1, 0], [10, 0]])

    assert shown.row_totals == (c, c)
    assert shown.total is None, "11 less the 10 that a group with answers needs is 1"


def test_what_cannot_be_made_safe_is_refused():
    shown = protect([[1, 20], [1, 30], [1, 40], [1, 50], [1, 60]])

    assert shown.refused, "five ones with a hidden total of at most five are ones"
    assert {number for row in shown.cells for number in row} == {c}
    assert ranges(shown, [[1, 20]] * 5) == {}


def test_a_refused_table_shows_no_number_at_all():
    shown = protect([[2, 3], [0, 4]])

    assert shown == protect([[9, 0], [0, 0]])
    assert {*shown.row_totals, *shown.column_totals, shown.total} == {c}


def test_a_number_that_nothing_limits_has_no_highest_value():
    rows = [[0, 10], [6, 0]]

    assert ranges(protect(rows), rows)[0, 1] == (10, None)
    rows = [[1, 1], [20, 30]]
    assert ranges(protect(rows), rows)[1, 2] == (47, 51), "a total is limited by another one"


def test_the_total_of_an_answer_is_hidden_before_that_of_a_group():
    shown = protect([[1, 10], [10, 5]])

    assert shown.row_totals == (11, 15)
    assert shown.column_totals == (c, c)


def test_numbers_far_from_a_forced_one_are_hidden_before_a_table_is_refused():
    shown = protect([[0, 10], [6, 0]])

    assert shown.cells == ((0, c), (c, c))
    assert not shown.refused


def test_no_more_is_hidden_once_new_partners_have_partners():
    assert protect([[6], [10], [11]]).column_totals == (27,)


@pytest.mark.parametrize(
    "rows",
    [[], [[]], [[1, 2], [3]], [[12, -1]]],
    ids=["no rows", "no columns", "uneven rows", "less than nobody"],
)
def test_what_is_no_table_of_counts_is_an_error(rows):
    with pytest.raises(ValueError, match=r"equal length|negative"):
        protect(rows)


def test_a_withheld_row_that_is_not_there_is_an_error():
    with pytest.raises(ValueError, match="not in the table"):
        protect([[20, 30]], withheld_rows=[1])


def test_hiding_only_ones_is_an_error():
    with pytest.raises(ValueError, match="could otherwise only be 1"):
        protect([[20, 30]], hide_up_to=1)


def test_rows_where_everyone_gave_one_answer_are_named():
    assert uniform_rows([[12, 0], [11, 1], [0, 10], [9, 0], [0, 0]]) == [0, 2]
    assert uniform_rows([[12, 0], [9, 0]], min_base=9) == [0, 1]


def test_a_table_of_seven_bands_and_twelve_answers_takes_well_under_a_tenth_of_a_second():
    rows = [[(i * 7 + j * 5) % 13 for j in range(12)] for i in range(7)]

    start = perf_counter()
    protect(rows)

    assert perf_counter() - start < 0.1
