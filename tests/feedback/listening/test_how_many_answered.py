"""Officers see how many have answered, by role and age, and never an answer."""

import pytest
from django.urls import reverse

from tests import make
from tests.feedback.listening.screens import elsewhere, is_refused, n_queries, rows, says


def address(page):
    return reverse("feedback_how_many", args=[page.identity.code])


def test_it_counts_by_role_and_age(as_staff):
    page = make.consultation()
    make.responses(page, 3, band="13-15")
    make.responses(page, 2, band="10-12")
    make.response(page, role="parent")
    make.response(page, role="not_said")

    assert rows(as_staff("participation").get(address(page))) == [
        ["Child or young person", "10 to 12", "2"],
        ["Child or young person", "13 to 15", "3"],
        ["Parent or carer", "", "1"],
        ["Would rather not say", "", "1"],
    ]


def test_nobody_has_answered_yet(as_staff):
    response = as_staff("participation").get(address(make.consultation()))

    assert rows(response) == [["Nobody yet."]]


def test_answers_of_another_consultation_are_not_counted(as_staff):
    make.responses(make.consultation(), 3)

    response = as_staff("participation").get(address(make.consultation()))

    assert rows(response) == [["Nobody yet."]]


def test_it_stands_beside_how_many_were_hoped_for(as_staff):
    children = {"label": "Children in care", "role": "child", "number": 40}
    teens = {"label": "Teenagers", "role": "child", "band": "13-15", "number": 20}
    page = make.consultation(expected=[children, teens])
    make.responses(page, 2, band="13-15")
    make.response(page, band="10-12")

    response = as_staff("participation").get(address(page))

    assert rows(response, 1) == [["Children in care", "3", "40"], ["Teenagers", "2", "20"]]


def test_it_never_shows_an_answer(as_staff):
    page = make.consultation()
    make.response(page, heard="yes", more="He hits me")

    response = as_staff("participation").get(address(page))

    for part in ("He hits me", "Do you feel heard?", "Yes"):
        assert part not in says(response)


def test_it_says_that_the_counts_are_not_for_publishing(as_staff):
    response = as_staff("participation").get(address(make.consultation()))

    assert "Counts for you to plan with, not to publish" in says(response)


@pytest.mark.parametrize("role", ["participation", "approver", "analyst"])
def test_those_who_plan_see_it(as_staff, role):
    assert as_staff(role).get(address(make.consultation())).status_code == 200


def test_a_superuser_sees_counts(as_staff):
    page = make.consultation()

    assert as_staff(user=make.superuser()).get(address(page)).status_code == 200


@pytest.mark.parametrize("role", ["reader", "safeguarding", "governance", "decision_maker"])
def test_nobody_else_sees_it(as_staff, role):
    assert is_refused(as_staff(role).get(address(make.consultation())))


def test_an_officer_of_another_council_does_not_see_ours(as_staff):
    page = make.consultation()

    assert is_refused(as_staff(user=elsewhere("participation")).get(address(page)))


def test_a_visitor_must_sign_in(visitor):
    assert reverse("account_login") in visitor.get(address(make.consultation())).url


def test_there_is_no_such_consultation(as_staff):
    response = as_staff("participation").get(reverse("feedback_how_many", args=["nothing"]))

    assert response.status_code == 404


def test_more_answers_ask_the_database_no_more(as_staff):
    page, client = make.consultation(), as_staff("participation")
    make.response(page, band="10-12")
    before = n_queries(client, address(page))

    make.responses(page, 5, band="13-15")

    assert n_queries(client, address(page)) == before
