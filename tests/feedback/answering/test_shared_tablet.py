"""A tablet goes from hand to hand: nobody sees, or sends, what somebody before them wrote."""

import pytest

from feedback.models import Draft, Words
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

BEFORE = "What the first child wrote"


@once_a_file
def page():
    """An open consultation."""
    return make.consultation()


@pytest.fixture
def tablet(visitor, page):
    """A browser in which somebody answered, and walked off."""
    walk.begin(visitor, page)
    walk.answer(visitor, page, 2, BEFORE)
    return visitor


def test_the_first_page_asks_whose_answers_are_here_and_shows_none(tablet, page):
    response = tablet.get(walk.address(page))
    shown = response.content.decode()

    assert response.status_code == 200
    assert "Somebody has begun here" in shown
    assert BEFORE not in shown
    assert "13 to 15" not in shown
    assert 'name="who"' not in shown


def test_a_first_page_from_before_changes_nothing_either(tablet, page):
    response = tablet.post(walk.address(page), {"who": "child:13-15"})

    assert response.status_code == 409
    assert "Somebody has begun here" in walk.text(response)


def test_whoever_comes_back_goes_on_where_they_were(tablet, page):
    response = tablet.post(walk.address(page), {"go": "on"})

    assert response.url == walk.address(page, 1)
    assert Draft.objects.get().answers


def test_whoever_comes_back_to_what_is_finished_goes_on_with_checking(tablet, page):
    walk.answer(tablet, page, 1, make.option(page, "heard", "yes"))

    assert tablet.post(walk.address(page), {"go": "on"}).url == walk.address(page, "check")


def test_somebody_else_starts_afresh_and_sends_their_own_words_alone(tablet, page):
    tablet.post(walk.address(page), {"go": "afresh"})
    walk.begin(tablet, page)
    box = tablet.get(walk.address(page, 2)).content.decode()
    walk.answer(tablet, page, 2, "Mine")
    walk.send(tablet, page)

    assert BEFORE not in box
    assert Words.objects.get().text == "Mine"


@pytest.mark.parametrize("shown", [True, False])
def test_starting_afresh_wipes_what_nobody_can_come_back_to_and_nothing_else(tablet, page, shown):
    if shown:
        tablet.get(walk.address(page, "stop"))

    response = tablet.post(walk.address(page), {"go": "afresh"})

    assert response.url == walk.address(page)
    assert tablet.cookies["say"].value == ""
    assert Draft.objects.exists() is shown


def test_somebody_who_goes_back_to_say_again_who_they_are_is_not_asked(tablet, page):
    link = f'href="{walk.address(page)}?from=agree"'
    tablet.post(f"{walk.address(page)}?from=voice", {"who": "parent:"})

    assert link in tablet.get(walk.address(page, "agree")).content.decode()
    assert "Who are you?" in walk.text(tablet.get(f"{walk.address(page)}?from=agree"))
    assert Draft.objects.get().role == "parent"


def test_nobody_is_asked_while_nothing_was_answered(visitor, page):
    walk.begin(visitor, page)

    assert "Who are you?" in walk.text(visitor.get(walk.address(page)))


def test_answers_to_another_consultation_are_nobodys_business_here(tablet):
    other = make.consultation()

    assert "Who are you?" in walk.text(tablet.get(walk.address(other)))
