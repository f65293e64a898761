"""“None of these” goes with no other answer: the server says so, and nothing is lost."""

import pytest

from feedback.models import Response
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

SENTENCE = "You ticked “None of these” and something else. Untick one of them."
OPTIONS = [("home", "Home"), ("none", "None of these", {"alone": True})]


@once_a_file
def page():
    return make.consultation(
        make.block("choose_several", "Which?", options=OPTIONS, data_name="which")
    )


@pytest.fixture
def both(visitor, page):
    walk.begin(visitor, page)
    return [make.option(page, "which", code) for code in ("home", "none")]


def test_the_frozen_answer_says_that_it_goes_alone(page):
    assert [one.get("alone") for one in make.frozen(page, "which")["options"]] == [None, True]


def test_both_are_refused_with_a_sentence_and_stay_ticked(visitor, page, both):
    refused = walk.answer(visitor, page, 1, both)

    assert refused.status_code == 422
    assert SENTENCE in walk.text(refused)
    assert refused.content.decode().count(" checked") == 2


@pytest.mark.parametrize("go", ["back", "skip", "stop"])
def test_nobody_is_held_on_the_page(visitor, page, both, go):
    assert walk.answer(visitor, page, 1, both, go=go).status_code == 302


def test_both_cannot_be_sent(visitor, page, both):
    walk.answer(visitor, page, 1, both, go="back")

    refused = walk.send(visitor, page)

    assert refused.status_code == 422
    assert SENTENCE in walk.text(refused)
    assert not Response.objects.exists()


def test_coming_back_says_what_to_put_right(visitor, page, both):
    walk.answer(visitor, page, 1, both, go="back")

    assert SENTENCE in walk.text(visitor.get(walk.address(page, 1)))


@pytest.mark.parametrize("place", [0, 1])
def test_either_alone_is_an_answer(visitor, page, both, place):
    assert walk.answer(visitor, page, 1, [both[place]]).status_code == 302
    assert walk.send(visitor, page).url == walk.address(page, "thanks")
