"""A word that nobody else would write is posted, and looked for everywhere that it must not be."""

import logging
import re

import pytest
from django.db import OperationalError, connection
from django.test import Client
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex
from wagtail.search.index import get_indexed_models

from feedback.actions import answering, reading, withdrawing
from feedback.models import Answer, Draft, Erasure, Response, Words
from feedback.text_search import clean_index
from heard.time_passing import let_time_pass
from tests import make
from tests.feedback.answering import walk

CANARY = "kestrelmarmalade"
SENSITIVE = [Draft, Response, Answer, Words, Erasure]


def tables_with(text: str) -> set[str]:
    """The tables of the whole database in which a text stands, wherever it stands."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            cells = (cell for row in cursor.fetchall() for cell in row)
            if any(text in str(bytes(c) if isinstance(c, memoryview) else c) for c in cells):
                found.add(table)
    return found


def whole_way(client: Client) -> list:
    """Everything that somebody sees who writes the word, checks, stops, sends and looks again."""
    page = make.consultation()
    walk.begin(client, page)
    seen = [
        walk.answer(client, page, 2, f"{CANARY} " * 500),
        walk.answer(client, page, 2, CANARY, may_show="on"),
        client.get(walk.address(page, 2)),
        client.get(walk.address(page, "check")),
        client.get(walk.address(page, "stop")),
        walk.send(client, page),
        client.get(walk.address(page, "thanks")),
        client.post("/my-words/", {"words": walk.words_in(client)}),
        client.get(walk.address(page, "check")),
        walk.answer(client, page, 2, CANARY),
    ]
    assert Words.objects.get().text == CANARY
    return seen


def test_what_is_not_sent_stands_in_the_draft_alone(visitor):
    page = make.consultation()
    walk.begin(visitor, page)

    walk.answer(visitor, page, 2, CANARY)

    assert tables_with(CANARY) == {"feedback_draft"}


def test_what_is_sent_stands_among_the_words_alone(visitor):
    whole_way(visitor)

    let_time_pass()

    assert tables_with(CANARY) == {"feedback_words"}


def test_what_worries_a_reader_is_sealed():
    words = make.words(text=CANARY)

    reading.raise_concern(words=words, by=make.staff("reader"), note=f"It says {CANARY}")

    found = {name for name in tables_with(CANARY) if not name.startswith("feedback_search")}
    assert found == {"feedback_words", "feedback_textversion"}


def test_what_was_taken_back_stands_nowhere():
    words = make.read_words(text=CANARY)

    withdrawing.withdraw_response(response=words.response, today=make.today())
    clean_index()

    assert tables_with(CANARY) == set()


def test_the_four_words_stand_nowhere(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    walk.answer(visitor, page, 1, make.option(page, "heard", "yes"))
    walk.send(visitor, page)

    assert tables_with(walk.words_in(visitor)) == set()


def test_what_somebody_wrote_is_in_no_address_and_no_header(visitor):
    for response in whole_way(visitor):
        assert CANARY not in response.request["PATH_INFO"] + response.request["QUERY_STRING"]
        assert CANARY not in str(response.headers)


def test_what_somebody_wrote_is_in_no_cookie(visitor):
    for response in whole_way(visitor):
        assert CANARY not in response.cookies.output()


def test_what_somebody_wrote_is_in_no_title(visitor):
    for response in whole_way(visitor):
        for title in re.findall(r"<title>(.*?)</title>", response.content.decode(), re.DOTALL):
            assert CANARY not in title


def test_what_somebody_wrote_is_in_no_log(visitor, caplog):
    caplog.set_level(logging.DEBUG)

    whole_way(visitor)

    assert caplog.records  # the text that was too long was noted, without what it said
    assert CANARY not in caplog.text


@pytest.mark.parametrize("error", [OperationalError("is away"), ValueError("unforeseen")])
def test_what_somebody_wrote_is_in_no_log_when_something_goes_wrong(error, monkeypatch, caplog):
    client, page = Client(raise_request_exception=False), make.consultation()
    walk.begin(client, page)

    def fail(**_more):
        raise error

    monkeypatch.setattr(answering, "save_answer", fail)
    response = walk.answer(client, page, 2, CANARY)

    assert response.status_code >= 500
    assert caplog.records
    assert CANARY not in caplog.text


def test_what_somebody_wrote_is_in_no_log_when_a_form_is_tampered_with(caplog):
    client, page = Client(enforce_csrf_checks=True), make.consultation()

    walk.answer(client, page, 2, CANARY)

    assert "Forbidden" in caplog.text
    assert CANARY not in caplog.text


def test_wagtails_own_logs_say_nothing_about_who_answered(visitor):
    page = make.consultation()
    before = PageLogEntry.objects.count(), ModelLogEntry.objects.count()

    walk.begin(visitor, page)
    walk.answer(visitor, page, 2, CANARY)
    walk.send(visitor, page)

    assert (PageLogEntry.objects.count(), ModelLogEntry.objects.count()) == before


@pytest.mark.parametrize("model", SENSITIVE)
def test_wagtail_does_not_note_what_answers_refer_to(model):
    assert not ReferenceIndex.model_is_indexable(model)


@pytest.mark.references
def test_answers_leave_no_trace_in_the_index_of_references():
    page = make.consultation()
    before = ReferenceIndex.objects.count()

    make.response(page, heard="yes", more=CANARY)

    assert ReferenceIndex.objects.count() == before


@pytest.mark.parametrize("model", SENSITIVE)
def test_nobody_can_search_answers(model):
    assert model not in get_indexed_models()
