"""Who was not heard, against how many the officer hoped to hear from."""

import pytest

from feedback.showing import shown_findings
from tests import make

ALL = {"label": "Children in care", "role": "child", "number": 40}
YOUNG = {"label": "Under 13", "role": "child", "band": "10-12", "number": 40}
TEENS = {"label": "Teenagers", "role": "child", "band": "13-15", "number": 40}
PARENTS = {"label": "Parents", "role": "parent", "number": 40}


def lines(page):
    """(own, others, share, few) for each group that was hoped for."""
    return [
        (line["own"], [n for n, _who in line["others"]], line["share"], line["few"])
        for line in shown_findings(make.draft_findings(page))["expected"]
    ]


def test_a_group_stands_beside_how_many_were_hoped_for():
    page = make.closed_consultation(expected=[ALL])
    make.responses(page, 20)

    assert lines(page) == [(20, [], 50, "")]


@pytest.mark.parametrize(("n", "few"), [(9, "few"), (10, "")])
def test_less_than_a_quarter_is_not_many(n, few):
    page = make.closed_consultation(expected=[PARENTS])
    make.responses(page, n, role="parent")

    assert lines(page)[0][3] == few


def test_nobody_is_said_to_be_nobody():
    assert lines(make.closed_consultation(expected=[PARENTS])) == [(0, [], 0, "none")]


def test_a_group_that_was_not_asked_was_not_heard():
    page = make.closed_consultation(roles=["child"], expected=[PARENTS | {"role": "chooser"}])

    assert lines(page) == [(0, [], 0, "none")]


def test_a_small_group_is_hidden_and_said_to_be_few():
    page = make.closed_consultation(expected=[PARENTS])
    make.responses(page, 3, role="parent")

    assert lines(page) == [(None, [], None, "few")]


def test_a_large_group_that_hides_a_small_one_is_not_said_to_be_few():
    page = make.closed_consultation(expected=[YOUNG, TEENS])
    make.responses(page, 36, band="10-12")
    make.responses(page, 3, band="13-15")

    assert lines(page) == [(None, [], None, "")] * 2


def test_what_came_through_somebody_else_stands_apart():
    page = make.closed_consultation(expected=[TEENS])
    make.responses(page, 12, band="13-15", voice="adult_view")

    assert lines(page) == [(0, [12], 0, "few")]


def test_a_number_that_is_told_as_at_least_says_so():
    page = make.closed_consultation(expected=[TEENS])
    make.responses(page, 12, band="13-15", heard="yes")
    make.responses(page, 11, band="13-15", heard="no")
    make.responses(page, 2, band="13-15")

    (line,) = shown_findings(make.draft_findings(page))["expected"]

    assert (line["own"], line["at_least"], line["few"]) == (23, True, "")


def test_more_than_were_hoped_for_is_a_whole_bar():
    page = make.closed_consultation(expected=[ALL | {"number": 10}])
    make.responses(page, 12)

    assert lines(page) == [(12, [], 100, "")]


def test_a_group_that_nobody_could_count_is_no_error():
    page = make.closed_consultation(expected=[ALL | {"number": 0}])
    make.responses(page, 12)

    assert lines(page) == [(12, [], 100, "")]
