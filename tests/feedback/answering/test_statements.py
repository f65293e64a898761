"""An answering step stays light: at most five statements to the database, however many answered."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import make
from tests.feedback.answering import walk

STEPS = ["voice", "agree", 1, 2, "check", "stop"]


@pytest.fixture
def page():
    """A consultation that others have answered; its questions have been read once."""
    page = make.consultation()
    make.responses(page, 3, heard="yes", more="Words")
    return page


def form(page, step) -> dict:
    """What a browser sends from this page."""
    answers = {1: make.option(page, "heard", "yes"), 2: "My words"}
    return {"voice": "me", "answer": answers.get(step, ""), "go": "next"}


@pytest.mark.parametrize("step", STEPS)
def test_a_page_takes_at_most_five_statements(visitor, page, step, django_assert_max_num_queries):
    walk.begin(visitor, page)
    visitor.get(walk.address(page, step))

    with django_assert_max_num_queries(5):
        assert visitor.get(walk.address(page, step)).status_code == 200


@pytest.mark.parametrize("step", STEPS[:4])
def test_pressing_a_button_takes_at_most_five_statements(
    visitor, page, step, django_assert_max_num_queries
):
    walk.begin(visitor, page)
    sent = form(page, step)

    with django_assert_max_num_queries(5):
        assert visitor.post(walk.address(page, step), sent).status_code == 302


def test_the_first_page_takes_at_most_five_statements(visitor, page, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        assert visitor.get(walk.address(page)).status_code == 200


def test_the_thanks_take_at_most_five_statements(visitor, page, django_assert_max_num_queries):
    walk.begin(visitor, page)
    walk.send(visitor, page)

    with django_assert_max_num_queries(5):
        assert visitor.get(walk.address(page, "thanks")).status_code == 200


def test_sending_takes_no_more_statements_when_more_was_answered(visitor):
    kinds = [make.block("short_text", f"Question {n}?", data_name=f"q{n}") for n in range(6)]
    page = make.consultation(*kinds)
    counts = []

    for n_answers in (1, 6):
        walk.begin(visitor, page)
        for number in range(1, n_answers + 1):
            walk.answer(visitor, page, number, "Words")
        with CaptureQueriesContext(connection) as captured:
            walk.send(visitor, page)
        counts.append(len(captured))
        visitor.get("/leave/")

    assert counts[0] == counts[1] <= 9
