"""Answers by each route are counted apart, for officers and, made safe, in the findings."""

import pytest
from django.urls import reverse

from consultations.models import Route
from feedback.actions import sending
from feedback.came_by import safe_routes
from feedback.models import Response
from tests import make
from tests.feedback.listening.screens import rows, says
from tests.sharing import once_a_file


def coverage(total, *, at_least=()):
    return [
        {"role": "child", "voices": {"own": {"": total}}, "at_least": {v: [""] for v in at_least}}
    ]


def routes(**counts):
    return {("child", "own"): counts}


def test_where_everybody_came_by_the_open_link_nothing_is_said():
    assert safe_routes(routes(open=40), coverage(40), 5) == []


def test_large_numbers_are_told():
    found = safe_routes(routes(open=40, invited=20), coverage(60), 5)

    assert found == [
        {"role": "child", "voice": "own", "routes": {"open": 40, "invited": 20, "group": 0}}
    ]


def test_a_small_number_is_hidden_and_cannot_be_worked_out():
    (found,) = safe_routes(routes(open=40, invited=3), coverage(43), 5)

    assert found["routes"] == {"open": None, "invited": None, "group": 0}


@pytest.mark.parametrize(
    "told", [coverage(None), coverage(55), coverage(60, at_least=["own"]), coverage(0)]
)
def test_routes_say_no_more_than_the_coverage_does(told):
    assert safe_routes(routes(open=40, invited=20), told, 5) == []


@once_a_file
def page():
    """A consultation that twelve people answered by each of two routes."""
    page = make.long_closed_consultation()
    make.responses(page, 24, heard="yes")
    for response in Response.objects.all()[:12]:
        Response.objects.filter(pk=response.pk).update(route=Route.INVITED)
    return page


def test_findings_tell_how_people_came(visitor, page):
    shown = visitor.get(make.findings(page).url)

    assert "How people came" in says(shown)
    table = [row for number in range(9) for row in tables(shown, number)]
    assert ["Children and young people speaking for themselves", "12", "12", "0"] in table


def tables(shown, number) -> list:
    try:
        return rows(shown, number)
    except IndexError:
        return []


def test_officers_see_how_many_came_by_which_route(as_staff, page):
    shown = as_staff("participation").get(reverse("feedback_how_many", args=[page.identity.code]))

    assert ["A code of their own", "12"] in [*rows(shown, 1), *rows(shown, 2)]


def test_in_the_room_an_officer_sees_one_number(as_staff):
    page = make.consultation()
    make.responses(page, 3, heard="yes", more="He hits me")
    Response.objects.update(route=Route.GROUP)
    make.responses(page, 2)
    make.response(page, on=make.today(-1))
    Response.objects.filter(received_on=make.today(-1)).update(route=Route.GROUP)

    shown = as_staff("participation").get(reverse("feedback_today", args=[page.identity.code]))

    assert '<output id="count">3</output>' in shown.content.decode()
    assert "He hits me" not in says(shown)


def test_a_response_keeps_its_route_and_nothing_of_the_code():
    page = make.consultation()
    words = make.draft(page)
    sent = sending.send(words=words, now=make.noon(make.today()), today=make.today())

    assert sent.route == Route.OPEN
    assert not [field.name for field in Response._meta.fields if "invit" in field.name]
