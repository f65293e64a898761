"""Numbers as people type them, and the groups that findings put them into."""

from decimal import Decimal

import pytest

from consultations.numbers import default_starts, group_of, read_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", "3"),
        (" 3 ", "3"),
        ("+3", "3"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("1,000", "1000"),
        ("1 000", "1000"),
        ("1’000", "1000"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1.234.567", "1234567"),
        ("2,5", "2.5"),
        ("2.50", "2.5"),
        (".5", "0.5"),
        ("٣", "3"),
        ("١٬٠٠٠", "1000"),
        ("٢٫٥", "2.5"),
        ("۱۲", "12"),
        ("£5", "5"),
        ("9999999999", "9999999999"),
    ],
)
def test_a_number_is_read_as_people_type_it(typed, number):
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    ["", "three", "about 3", "3 or 4", "1,2,3", "1.000", "3-4", "½", "🙂", "10000000000", "1e3"],
)
def test_what_could_mean_something_else_is_not_read(typed):
    assert read_number(typed) is None


def test_the_unit_may_stand_beside_it():
    assert read_number("3 Days", "days") == 3
    assert read_number("3 weeks", "days") is None


@pytest.mark.parametrize(
    ("least", "most", "whole", "starts"),
    [
        (0, 5, True, [0, 1, 2, 3, 4, 5]),
        (0, 100, True, [0, 20, 40, 60, 80]),
        (1, 31, True, [1, 10, 20, 30]),
        (0, 1, False, ["0", "0.2", "0.4", "0.6", "0.8"]),
        (0, None, True, [0, 1, 2, 6, 11]),
        (-10, 10, True, [-10, -5, 0, 5]),
    ],
)
def test_groups_are_made_where_an_officer_gives_none(least, most, whole, starts):
    most = None if most is None else Decimal(most)

    assert default_starts(Decimal(least), most, whole=whole) == [Decimal(one) for one in starts]


@pytest.mark.parametrize(("number", "group"), [(-1, 0), (0, 0), (4, 0), (5, 1), (9, 1), (99, 2)])
def test_a_number_is_in_one_group_and_none_is_left_out(number, group):
    assert group_of(Decimal(number), [Decimal(0), Decimal(5), Decimal(10)]) == group
