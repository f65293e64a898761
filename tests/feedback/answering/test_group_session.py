"""A tablet goes round a room with a group code: each person begins afresh, and sees nobody else."""

import pytest
import time_machine
from django.conf import settings

from feedback import cookie
from feedback.models import Draft, Response
from tests import inviting as invited
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

BEFORE = "What the first child wrote"


@once_a_file
def page():
    """A consultation that only people with a code can answer."""
    return make.consultation(by_invitation=True)


@pytest.fixture
def tablet(page):
    """A browser that was opened with the code on the wall."""
    return invited.come_with(invited.group(page).code)


def next_person(client, page):
    return client.post(walk.address(page, "next"))


def test_person_after_person_answers_without_typing_anything(tablet, page):
    for number in range(3):
        walk.begin(tablet, page)
        walk.answer(tablet, page, 2, f"I am number {number}")
        thanks = tablet.get(walk.send(tablet, page).url)
        assert "Next person" in walk.text(thanks)
        assert next_person(tablet, page).url == walk.address(page)

    assert list(Response.objects.values_list("route", flat=True)) == ["group"] * 3


def test_nothing_of_the_person_before_is_left(tablet, page):
    walk.begin(tablet, page)
    walk.answer(tablet, page, 2, BEFORE)
    walk.send(tablet, page)
    words = walk.words_in(tablet)

    next_person(tablet, page)

    assert tablet.cookies[cookie.NAME].value == ""
    for step in ("", "thanks", "check", 2, "stop"):
        shown = tablet.get(walk.address(page, step), follow=True).content.decode()
        assert BEFORE not in shown
        assert words.split()[0] not in shown


def test_what_was_not_sent_is_wiped_unless_its_words_were_shown(tablet, page):
    walk.begin(tablet, page)
    next_person(tablet, page)
    assert not Draft.objects.exists()

    walk.begin(tablet, page)
    assert "Next person" in walk.text(tablet.get(walk.address(page, "stop")))
    next_person(tablet, page)

    assert Draft.objects.count() == 1


def test_the_browser_is_told_to_forget_what_it_kept_to_go_back_to(tablet, page):
    assert next_person(tablet, page)["Clear-Site-Data"] == '"cache"'


def test_an_officer_who_forgot_to_sign_out_is_signed_out(tablet, page):
    tablet.force_login(make.staff("participation"))

    next_person(tablet, page)

    assert tablet.get("/admin/").status_code == 302
    assert not tablet.cookies[settings.SESSION_COOKIE_NAME].value


def test_somebody_who_says_no_hands_the_tablet_on(tablet, page):
    walk.begin(tablet, page)
    tablet.post(walk.address(page, "no-thanks"))

    assert "Next person" in walk.text(tablet.get(walk.address(page, "no-thanks")))
    next_person(tablet, page)
    assert "Who are you?" in walk.text(tablet.get(walk.address(page)))


def test_leaving_fast_leaves_no_code_behind_either(tablet, page):
    tablet.get("/leave/")

    assert "You need a code" in walk.text(tablet.get(walk.address(page)))


def test_tomorrow_the_tablet_needs_a_code_again(tablet, page):
    with time_machine.travel(make.noon(make.today(1)), tick=False):
        assert "You need a code" in walk.text(tablet.get(walk.address(page)))


def test_who_is_in_no_group_is_offered_no_next_person(visitor):
    page = make.consultation()
    walk.begin(visitor, page)

    thanks = visitor.get(walk.send(visitor, page).url)

    assert "Next person" not in walk.text(thanks)
    assert "Clear this page" in walk.text(thanks)


def test_opening_the_address_does_nothing(tablet, page):
    assert tablet.get(walk.address(page, "next")).status_code == 405
