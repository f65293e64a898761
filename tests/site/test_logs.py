"""A line in a log has a time. None says when somebody answered, or where."""

import io
import logging

import pytest
from django.db import OperationalError
from django.test import Client

from feedback.actions import answering
from tests import make
from tests.feedback.answering import walk

ROW = "Failing row contains (My words)."


@pytest.fixture
def log():
    """What the site writes to its log, as it is set up to."""
    console = next(
        handler
        for handler in logging.getLogger().handlers
        if any(type(one).__name__ == "NoTraceOfAnswering" for one in handler.filters)
    )
    written, before = io.StringIO(), console.stream
    console.setStream(written)
    yield written
    console.setStream(before)


def test_nothing_is_written_about_somebody_who_answers(log, visitor):
    page = make.consultation()
    walk.begin(visitor, page)

    too_long = walk.answer(visitor, page, 2, "x" * 5000)
    wrong = visitor.post("/my-words/", {"words": "one two"})
    arabic = visitor.post("/ar/my-words/", {"words": "one two"})
    no_token = Client(enforce_csrf_checks=True).post(walk.address(page))
    too_much = visitor.post(walk.address(page, 2), {"answer": "x" * 1_100_000})

    statuses = [one.status_code for one in (too_long, wrong, arabic, no_token, too_much)]
    assert statuses == [422, 422, 422, 403, 413]
    assert log.getvalue() == ""


@pytest.mark.parametrize("error", [OperationalError, ValueError])
def test_what_failed_is_written_without_the_page(log, monkeypatch, error):
    client, page = Client(raise_request_exception=False), make.consultation()
    walk.begin(client, page)

    def fail(**_more):
        raise error(ROW)

    monkeypatch.setattr(answering, "save_answer", fail)
    walk.answer(client, page, 2, "My words")

    assert "ERROR django.request A page for answering failed" in log.getvalue()
    assert page.identity.code not in log.getvalue()
    assert "/say/" not in log.getvalue()
    assert "My words" not in log.getvalue()
    if error is ValueError:  # of the other the line is enough
        assert "in fail\n" in log.getvalue()
        assert log.getvalue().endswith("ValueError\n")


def test_other_pages_are_written_as_before(log, visitor):
    visitor.get("/nothing/")

    assert "WARNING django.request Not Found: /nothing/" in log.getvalue()


def test_errors_are_mailed_to_nobody():
    assert logging.getLogger("django").handlers == []
