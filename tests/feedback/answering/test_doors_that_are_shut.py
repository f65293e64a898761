"""Closed, not open yet, waited too long, sent already: each says so, and loses nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from consultations.models import Consultation
from feedback.models import Draft, Response, Words
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

TYPED = "A thought that took me an hour"
STEPS = ["", "voice", "agree", 1, 2, "check"]


@once_a_file
def page():
    """An open consultation with a choice and a text."""
    return make.consultation()


@pytest.fixture
def client(page) -> Client:
    """Somebody who is half way through it."""
    client = Client()
    walk.begin(client, page)
    return client


def days(opens: int, closes: int) -> None:
    """Every consultation is open on these days."""
    Consultation.objects.update(opens_on=make.today(opens), closes_on=make.today(closes))


def wait_too_long() -> None:
    """The time of every draft runs out."""
    Draft.objects.update(expires_at=timezone.now() - timedelta(minutes=1))


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("step", STEPS)
def test_a_closed_consultation_says_so_at_every_step(client, page, step, method):
    days(-9, -1)

    response = getattr(client, method)(walk.address(page, step))

    assert response.status_code == 410
    assert f"This has closed You can see what people said by {page.findings_by:%-d %B %Y}." in (
        walk.text(response)
    )


def test_a_closed_consultation_leads_to_what_was_said(visitor):
    page = make.closed_consultation()
    findings = make.findings(page)

    shown = visitor.get(walk.address(page)).content.decode()

    assert f'href="{findings.url}"' in shown
    assert "You can see what people said by" not in shown


def test_a_closed_consultation_says_when_we_are_late(visitor):
    page = make.closed_consultation(findings_by=make.today(-1))

    shown = walk.text(visitor.get(walk.address(page)))

    assert f"what people said by {make.today(-1):%-d %B %Y}. We are late." in shown


@pytest.mark.parametrize("method", ["get", "post"])
def test_one_that_is_not_open_yet_says_when_it_opens(visitor, page, method):
    days(3, 9)

    response = getattr(visitor, method)(walk.address(page))

    assert response.status_code == 403
    assert f"not open yet It opens on {make.today(3):%-d %B %Y}." in walk.text(response)


@pytest.mark.parametrize("opens", [-9, 3])
def test_what_was_typed_is_shown_when_it_does_not_take_answers(client, page, opens):
    days(opens, -1 if opens < 0 else 9)

    shown = walk.text(walk.answer(client, page, 2, TYPED))

    assert f"in case you want to copy it. {TYPED}" in shown


def test_nothing_is_sent_to_a_closed_consultation(client, page):
    days(-9, -1)

    assert walk.send(client, page).status_code == 410
    assert not Response.objects.exists()


def test_one_that_was_taken_off_the_site_takes_no_answers(client, page):
    page.unpublish()

    assert walk.answer(client, page, 2, TYPED).status_code == 410


def test_an_address_that_we_never_gave_is_not_found(visitor):
    make.draft_consultation()

    assert visitor.get("/say/abcdefgh/").status_code == 404


def test_a_page_that_waited_too_long_says_so_and_shows_what_was_typed(client, page):
    wait_too_long()

    response = walk.answer(client, page, 2, TYPED)
    shown = walk.text(response)

    assert response.status_code == 410
    assert "This page waited too long It closed to keep you safe." in shown
    assert TYPED in shown


def test_a_page_that_waited_too_long_leaves_nothing_in_the_browser(client, page):
    wait_too_long()

    response = client.get(walk.address(page, 2))

    assert response.status_code == 410
    assert client.cookies["say"].value == ""
    assert client.get(walk.address(page, 2)).url == walk.address(page)


def test_a_form_from_a_browser_without_our_cookie_shows_what_was_typed(visitor, page):
    response = walk.answer(visitor, page, 2, TYPED)

    assert response.status_code == 410
    assert TYPED in walk.text(response)


def test_what_was_chosen_is_not_shown_as_if_it_had_been_typed(client, page):
    wait_too_long()
    chosen = make.option(page, "heard", "yes")

    shown = walk.answer(client, page, 1, chosen).content.decode()

    assert chosen not in shown
    assert "in case you want to copy it" not in shown


def test_going_back_after_sending_leads_to_the_thanks(client, page):
    walk.send(client, page)

    for step in ("voice", "agree", 1, 2, "check", "stop"):
        assert client.get(walk.address(page, step)).url == walk.address(page, "thanks")


def test_pressing_send_again_leads_to_the_thanks(client, page):
    first, second = walk.send(client, page), walk.send(client, page)

    assert first.url == second.url == walk.address(page, "thanks")
    assert Response.objects.count() == 1


def test_sending_again_after_it_closed_leads_to_the_thanks(client, page):
    walk.send(client, page)
    days(-9, -1)

    assert walk.send(client, page).url == walk.address(page, "thanks")


def test_what_is_typed_after_sending_is_shown_and_not_silently_lost(client, page):
    walk.answer(client, page, 2, "My words")
    walk.send(client, page)

    response = walk.answer(client, page, 2, TYPED)

    assert response.status_code == 409
    assert "You do not need to send it again." in walk.text(response)
    assert TYPED in walk.text(response)
    assert Words.objects.get().text == "My words"


def test_an_answer_from_a_tab_that_asked_something_else_is_shown_not_kept(client, page):
    other_tab = {"question": make.frozen(page, "more")["id"], "answer": TYPED, "go": "next"}
    client.post(walk.address(page), {"who": "parent:"})
    before_agreeing = client.post(walk.address(page, 2), other_tab)
    client.post(walk.address(page, "agree"))

    wrong_number = client.post(walk.address(page, 1), other_tab)

    for response in (before_agreeing, wrong_number):
        assert response.status_code == 409
        assert TYPED in walk.text(response)
    assert Draft.objects.get().answers == {}


def test_the_form_of_a_question_says_which_question_it_is(client, page):
    question = make.frozen(page, "more")["id"]

    shown = client.get(walk.address(page, 2)).content.decode()
    response = walk.answer(client, page, 2, TYPED, question=question)

    assert f'name="question" value="{question}"' in shown
    assert response.url == walk.address(page, "check")


def test_a_tab_of_another_consultation_does_not_cost_the_draft_of_this_one(client, page):
    other = make.consultation()
    walk.begin(client, other)

    stale = walk.answer(client, page, 2, TYPED)

    assert (stale.status_code, TYPED in walk.text(stale)) == (410, True)
    assert client.get(walk.address(other, 1)).status_code == 200


def test_send_in_a_tab_of_another_consultation_does_not_send_this_one(client, page):
    other = make.consultation()
    walk.begin(client, other)

    assert walk.send(client, page).status_code == 410
    assert not Response.objects.exists()


def test_somebody_who_took_nearly_two_hours_still_gets_their_words(page):
    client = Client()
    with time_machine.travel(timezone.now() - timedelta(hours=1, minutes=59)):
        walk.begin(client, page)

    thanks = client.get(walk.send(client, page).url)

    assert walk.words_in(client) in walk.text(thanks)


def test_the_words_are_not_shown_to_whoever_comes_an_hour_later(client, page):
    walk.send(client, page)
    words = walk.words_in(client)

    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        shown = walk.text(client.get(walk.address(page, "thanks")))

    assert words not in shown
    assert "Your four words are no longer on this page." in shown
