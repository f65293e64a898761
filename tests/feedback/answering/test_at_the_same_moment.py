"""Two clicks at the same moment, each with a connection of its own, as two workers would have.

What they need is committed from a thread of its own and taken away again afterwards: the test's
own transaction sees none of it.
"""

import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connections
from django.utils import timezone
from wagtail.models import Page, Revision

from consultations.models import Consultation, Question, Questionnaire
from feedback.actions import answering, sending, withdrawing
from feedback.models import Draft, Erasure, Response
from tests import make

pytestmark = pytest.mark.only_on("postgresql")  # SQLite lets one write at a time


def at_once(*acts: Callable[[], Any]) -> list:
    """What each act gives, when all begin together."""

    def alone(act: Callable[[], Any]) -> Any:
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(alone, acts))


def committed(act: Callable[[], Any]) -> Any:
    """What an act gives, once it has reached the database."""
    return at_once(act)[0]


def asked_of_everyone() -> Consultation:
    """An open consultation with two questions, without pages or a log."""
    page_type = ContentType.objects.get_for_model(Page)
    consultation = Consultation.objects.create(
        id=uuid.uuid4(),
        council=make.council(),
        is_live=True,
        opens_on=make.today(),
        closes_on=make.today(),
        findings_by=make.today(9),
        decision_by=make.today(9),
    )
    revision = Revision.objects.create(
        content_type=page_type, base_content_type=page_type, object_id="1", content={}
    )
    questions = [
        {"id": str(consultation.questions.create(key=key, block_id=uuid.uuid4(), kind=kind).pk)}
        | {"key": key, "kind": kind, "roles": [], "bands": [], "options": []}
        for key, kind in (("one", "short_text"), ("two", "long_text"))
    ]
    Questionnaire.objects.create(
        consultation=consultation,
        number=1,
        revision=revision,
        frozen_on=make.today(),
        sha256=uuid.uuid4().hex * 2,
        document={"source": "en-gb", "roles": ["child"], "bands": [], "questions": questions},
    )
    return consultation


def take_away(consultation: Consultation) -> None:
    """Leave the database as it was."""
    Response.objects.filter(questionnaire__consultation=consultation).delete()
    Draft.objects.filter(questionnaire__consultation=consultation).delete()
    Erasure.objects.all().delete()
    revisions = list(consultation.questionnaires.values_list("revision", flat=True))
    Questionnaire.objects.filter(consultation=consultation).delete()
    Question.objects.filter(consultation=consultation).delete()
    consultation.delete()
    Revision.objects.filter(pk__in=revisions).delete()


@pytest.fixture
def consultation() -> Iterator[Consultation]:
    """Committed, so that other connections see it."""
    made = committed(asked_of_everyone)
    yield made
    committed(lambda: take_away(made))


@pytest.fixture
def words(consultation) -> str:
    """Somebody began, agreed and answered nothing yet."""
    now = timezone.now()

    def begin() -> str:
        latest = consultation.questionnaires.get()
        words = answering.begin(
            questionnaire=latest, role="child", band="10-12", language="en", now=now, hours=1
        )
        answering.agree(words=words, version="middle-1", now=now)
        return words

    return committed(begin)


def slowly(find: Callable) -> Callable:
    """The same, with time for somebody else to come in between finding and changing."""

    def found(*args: Any, **kwargs: Any) -> Any:
        draft = find(*args, **kwargs)
        time.sleep(0.3)
        return draft

    return found


def test_sending_twice_at_the_same_moment_makes_one_response(words, monkeypatch):
    monkeypatch.setattr(sending, "find_draft", slowly(sending.find_draft))
    now, today = timezone.now(), make.today()

    def send() -> Response:
        return sending.send(words=words, now=now, today=today)

    first, second = at_once(send, send)

    assert first == second
    assert committed(Response.objects.count) == 1
    assert committed(Draft.objects.count) == 0


def test_two_tabs_at_the_same_moment_do_not_undo_each_other(words, monkeypatch):
    monkeypatch.setattr(answering, "find_draft", slowly(answering.find_draft))
    now = timezone.now()

    def save(question: str) -> Callable:
        return lambda: answering.save_answer(
            words=words, question_id=question, answer={"text": "x"}, now=now
        )

    at_once(save("one"), save("two"))

    assert committed(lambda: set(Draft.objects.get().answers)) == {"one", "two"}


def test_deleting_twice_at_the_same_moment_is_deleting_once(words):
    now, today = timezone.now(), make.today()
    committed(lambda: sending.send(words=words, now=now, today=today))
    first, second = (committed(Response.objects.get) for _tab in range(2))

    at_once(
        lambda: withdrawing.withdraw_response(response=first, today=today),
        lambda: withdrawing.withdraw_response(response=second, today=today),
    )

    assert committed(Response.objects.count) == 0
    assert committed(Erasure.objects.count) == 1
