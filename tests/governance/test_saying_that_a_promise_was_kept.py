"""The screens on which a decision maker says that a promise was kept."""

import pytest
from django.urls import reverse

from governance.models import Log, PromiseUpdate
from tests import make
from tests.governance import record, screens

LIST = reverse("governance_promises")
OTHERS = [
    "participation",
    "approver",
    "governance",
    "analyst",
]


def screen_of(promise) -> str:
    return reverse("governance_keep", args=[promise.pk])


def said(**more) -> dict:
    """What a decision maker types on the screen of a promise."""
    return {"kept_on": make.today().isoformat(), "evidence": "Form 7.2 is in use."} | more


@pytest.fixture
def decider(as_staff):
    return as_staff("decision_maker")


def test_the_list_shows_open_promises_with_the_latest_first_and_says_how_late(decider):
    page = make.decision(
        promises=[
            {"text": "Due soon.", "due_on": make.today(3)},
            {"text": "Long due.", "due_on": make.today(-5)},
        ]
    )

    screen = screens.words(decider.get(LIST))

    assert screen.index("Long due.") < screen.index("Due soon.")
    assert "5 days late" in screen
    assert page.title in screen


def test_the_list_shows_promises_that_were_kept_and_what_shows_it(decider):
    promise = make.promise()
    decider.post(screen_of(promise), said())

    screen = screens.words(decider.get(LIST))

    assert "No promise is open." in screen
    assert "Form 7.2 is in use." in screen


def test_promises_of_drafts_are_not_listed(decider):
    make.draft_decision()

    assert "No promise is open." in screens.words(decider.get(LIST))


def test_saying_that_a_promise_was_kept_enters_it(decider):
    promise = make.promise()

    response = decider.post(screen_of(promise), said(), follow=True)

    kept = PromiseUpdate.objects.get(promise=promise)
    assert (kept.evidence, kept.kept_on) == ("Form 7.2 is in use.", make.today())
    assert "Recorded, and entered in the log." in screens.words(response)
    assert record.types()[-1] == "promise.kept"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"kept_on": make.today(1).isoformat()}, "A promise is kept on a day that has come."),
        ({"kept_on": ""}, "This field is required."),
        ({"kept_on": "yesterday"}, "Enter a valid date."),
        ({"evidence": ""}, "This field is required."),
        ({"evidence": "  "}, "This field is required."),
        ({"evidence": "\u200b\u202e"}, "This field is required."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(decider, typed, sentence):
    promise = make.promise()

    response = decider.post(screen_of(promise), said(**typed))

    assert response.status_code == 422
    assert sentence in screens.words(response)
    assert not PromiseUpdate.objects.exists()


@pytest.mark.parametrize("day", ["0001-01-01", make.today(-3).isoformat()])
def test_a_promise_is_not_kept_before_it_was_made(decider, day):
    promise = make.promise()  # of a decision of the day before yesterday

    response = decider.post(screen_of(promise), said(kept_on=day))

    assert response.status_code == 422
    assert "A promise is not kept before it is made." in screens.complaints(response)
    assert not PromiseUpdate.objects.exists()


def test_a_promise_can_be_kept_on_the_day_on_which_it_was_made(decider):
    decider.post(screen_of(make.promise()), said(kept_on=make.today(-2).isoformat()))

    assert PromiseUpdate.objects.exists()


def test_a_promise_of_a_decision_that_is_out_of_sight_can_be_kept(decider):
    promise = make.promise()
    promise.page.unpublish()

    assert promise.text in screens.words(decider.get(LIST))
    decider.post(screen_of(promise), said())

    assert record.types()[-2:] == ["publication.withdrawn", "promise.kept"]


def test_what_was_typed_is_still_there_when_the_day_is_wrong(decider):
    promise = make.promise()

    response = decider.post(screen_of(promise), said(kept_on=make.today(1).isoformat()))

    assert screens.soup(response).find("textarea").text.strip() == "Form 7.2 is in use."


def test_marks_that_turn_text_around_are_taken_out_of_the_evidence(decider):
    promise = make.promise()

    decider.post(screen_of(promise), said(evidence="Form \u202e7.2 is in use."))

    assert PromiseUpdate.objects.get().evidence == "Form 7.2 is in use."


def test_saying_it_twice_says_that_it_was_recorded_already(decider):
    promise = make.promise()
    decider.post(screen_of(promise), said())

    response = decider.post(screen_of(promise), said(evidence="Again."), follow=True)

    assert "Somebody has recorded that already." in screens.words(response)
    assert PromiseUpdate.objects.get().evidence == "Form 7.2 is in use."


def test_a_clock_that_went_back_is_said_and_nothing_is_recorded(decider):
    promise = make.promise()
    Log.objects.update(last_at=make.noon(make.today(2)))

    response = decider.post(screen_of(promise), said())

    assert response.status_code == 422
    assert "clock is behind" in screens.words(response)
    assert not PromiseUpdate.objects.exists()


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_do_not_see_these_screens(as_staff, role, method):
    promise = make.promise()
    browser = as_staff(role)

    answers = [getattr(browser, method)(address) for address in (LIST, screen_of(promise))]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert not PromiseUpdate.objects.exists()


def test_a_visitor_is_asked_to_sign_in(visitor):
    response = visitor.get(LIST)

    assert response.status_code == 302
    assert reverse("account_login") in response["Location"]


def test_a_promise_of_another_council_is_not_found(as_staff):
    promise = make.promise()
    stranger = make.staff()
    stranger.groups.add(
        record.another_council().roles.get(role="decision_maker").group,
        make.staff("participation").groups.get(),
    )
    browser = as_staff(user=stranger)

    answer = browser.post(screen_of(promise), said())

    assert answer.status_code == 404
    assert not PromiseUpdate.objects.exists()


def test_the_menu_shows_promises_to_a_decision_maker_alone(decider, as_staff):
    assert LIST in decider.get("/admin/").content.decode()
    assert LIST not in as_staff("participation").get("/admin/").content.decode()
