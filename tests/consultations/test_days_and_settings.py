"""Days come in their order, and numbers up to five are always hidden."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse

from consultations.models import ConsultationPage, CouncilSettings
from tests import make
from tests.sharing import once_a_file

# Days from today on which it opens, closes, is heard and is decided.
WRONG = {
    "the last day before the first": (1, 0, 5, 9),
    "heard before it closes": (0, 5, 4, 9),
    "decided before it is heard": (0, 5, 7, 6),
}
RIGHT = {
    "one after the other": (0, 1, 2, 3),
    "all on one day": (0, 0, 0, 0),
    "none yet": (None, None, None, None),
    "only the first": (0, None, None, None),
}
SENTENCES = {
    "the last day before the first": "The last day must not be before the first.",
    "heard before it closes": "What people said comes after the last day.",
    "decided before it is heard": "The decision comes after what people said.",
}


def _days(numbers: tuple) -> dict:
    names = ("opens_on", "closes_on", "findings_by", "decision_by")
    return {
        name: None if number is None else make.today(number)
        for name, number in zip(names, numbers, strict=True)
    }


@pytest.mark.parametrize("numbers", WRONG.values(), ids=WRONG)
def test_the_database_refuses_days_in_the_wrong_order(numbers):
    page = make.draft_consultation()

    with pytest.raises(IntegrityError):
        ConsultationPage.objects.filter(pk=page.pk).update(**_days(numbers))


@pytest.mark.parametrize("numbers", RIGHT.values(), ids=RIGHT)
def test_the_database_takes_days_in_order_and_days_to_come(numbers):
    page = make.draft_consultation()

    ConsultationPage.objects.filter(pk=page.pk).update(**_days(numbers))

    page.refresh_from_db()
    assert (page.opens_on, page.closes_on) == tuple(_days(numbers).values())[:2]


@pytest.mark.parametrize("name", WRONG)
def test_days_in_the_wrong_order_are_refused_with_a_sentence(name):
    page = make.draft_consultation()
    for field, day in _days(WRONG[name]).items():
        setattr(page, field, day)

    with pytest.raises(ValidationError) as refused:
        page.full_clean()

    assert SENTENCES[name] in refused.value.messages


@pytest.mark.parametrize(
    ("opens", "closes", "state"),
    [
        (1, 5, "to_open"),
        (0, 5, "open"),
        (-5, 0, "open"),
        (-5, -1, "closed"),
        (None, 5, "to_open"),
        (0, None, "to_open"),
    ],
)
def test_where_it_stands_follows_from_its_days(opens, closes, state):
    days = _days((opens, closes, None, None))

    assert ConsultationPage(**days).state == state


@pytest.mark.parametrize(("closes", "left"), [(5, 5), (0, 0), (-3, 0)])
def test_days_left_are_counted_to_the_last_day(closes, left):
    assert ConsultationPage(closes_on=make.today(closes)).days_left == left


def _settings(**facts) -> CouncilSettings:
    settings = CouncilSettings.for_site(make.council())
    for name, value in facts.items():
        setattr(settings, name, value)
    return settings


@pytest.mark.parametrize("number", [0, 1, 4])
def test_the_database_never_hides_less_than_five(number):
    with pytest.raises(IntegrityError):
        _settings(hide_up_to=number).save()


@pytest.mark.parametrize("number", [5, 6, 20])
def test_a_council_may_hide_more(number):
    _settings(hide_up_to=number).save()

    assert CouncilSettings.for_site(make.council()).hide_up_to == number


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("hide_up_to", 4, 5),
        ("read_within_days", 0, 1),
        ("draft_hours", 0, 1),
        ("draft_hours", 24 * 28 + 1, 24 * 28),
    ],
)
def test_a_promise_that_cannot_be_kept_is_refused_in_the_form(name, wrong, right):
    _settings(**{name: right}).full_clean()

    with pytest.raises(ValidationError) as refused:
        _settings(**{name: wrong}).full_clean()

    assert name in refused.value.message_dict


@once_a_file
def address() -> str:
    site = make.council()
    return reverse("wagtailsettings:edit", args=["consultations", "councilsettings", site.pk])


def test_an_information_governance_officer_keeps_the_facts_of_the_council(as_staff, address):
    screen = as_staff("governance").get(address)

    assert screen.status_code == 200
    assert "Numbers from 1 to" in screen.content.decode() or "hide numbers up to" in (
        screen.content.decode().lower()
    )


@pytest.mark.parametrize("role", ["participation", "approver", "decision_maker"])
def test_nobody_else_changes_the_facts_of_the_council(as_staff, address, role):
    assert as_staff(role).get(address).status_code == 302
