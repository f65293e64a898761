"""What is frozen: everything that is needed to ask, check, print and export one edition."""

import hashlib
import json

import pytest
from django.db import IntegrityError

from consultations.actions.questionnaires import (
    CannotFreeze,
    fingerprint,
    freeze_questionnaire,
    mark_answered,
)
from consultations.models import Consultation, ConsultationPage, Option, Question, Questionnaire
from consultations.models.questionnaire import frozen_document
from tests import make
from tests.consultations.editing import again, asked, editions, stored
from tests.sharing import once_a_file

UUID = "00000000-0000-4000-8000-00000000000{}".format


@once_a_file
def page():
    """A published consultation with a question to choose from."""
    return make.consultation(
        make.block("choose_one", "Do you feel heard?", options=["Yes", "Sometimes", "No"])
    )


def test_publishing_freezes_the_first_edition(page):
    (edition,) = editions(page)

    assert edition.number == 1
    assert edition.frozen_on == make.today()
    assert edition.revision == page.live_revision
    assert not edition.answered


def test_a_draft_freezes_nothing():
    page = make.draft_consultation()

    assert not editions(page)
    assert page.identity is None


def test_the_document_holds_every_wording():
    wording = {"bands": ["10-12", "13-15"], "text": "Do adults listen?"}
    page = make.consultation(
        make.block("long_text", "Are you heard?", hint="At school.", wordings=[wording])
    )

    assert asked(page)[0]["words"]["en-gb"] == {
        "text": "Are you heard?",
        "hint": "At school.",
        "bands": {"10-12": "Do adults listen?", "13-15": "Do adults listen?"},
    }


def test_the_document_holds_what_is_asked_of_whom():
    about = make.item()
    page = make.consultation(
        make.block("long_text", about=about, roles=["child"], bands=["10-12"]),
        make.block("long_text"),
    )

    question = asked(page)[0]

    assert question["item"] == about.code
    assert (question["roles"], question["bands"]) == (["child"], ["10-12"])


def test_the_frozen_numbers_of_a_scale_are_those_of_its_faces():
    page = make.consultation(make.block("faces", words=["Bad", "So so", "Good"]))

    question = asked(page)[0]

    assert question["points"] == 3
    assert [(one["code"], one["value"], one["apart"]) for one in question["options"]] == [
        ("face_1", 1, False),
        ("face_2", 2, False),
        ("face_3", 3, False),
        ("dont_know", 99, True),
    ]


def test_the_fingerprint_is_the_hash_of_the_document(page):
    (edition,) = editions(page)
    exact = json.dumps(
        edition.document, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    ).encode()

    assert edition.sha256 == hashlib.sha256(exact).hexdigest()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": [1, 2]}, {"a": [2, 1]}, False),
        ({"a": "é"}, {"a": "e"}, False),
    ],
)
def test_a_fingerprint_knows_content_and_not_its_order(one, other, same):
    assert (fingerprint(one) == fingerprint(other)) is same


def test_an_answer_marks_its_own_edition(page):
    questions = stored(page)
    questions[0]["value"]["text"] = "Are you heard?"
    again(page, questions)
    _first, second = editions(page)

    mark_answered(questionnaire_id=second.pk)

    assert [one.answered for one in editions(page)] == [False, True]


def test_marking_twice_is_marking_once(page):
    (edition,) = editions(page)
    mark_answered(questionnaire_id=edition.pk)

    mark_answered(questionnaire_id=edition.pk)

    assert editions(page)[0].answered


def test_sending_answers_marks_the_edition(page):
    make.response(page, do_you_feel_heard="yes")

    assert editions(page)[0].answered


def test_questions_that_cannot_be_frozen_leave_everything_as_it_was(page):
    before = list(Question.objects.values())
    page.questions = []

    with pytest.raises(CannotFreeze) as refused:
        freeze_questionnaire(page=page, revision=page.live_revision, today=make.today())

    assert refused.value.sentences == ["Write at least one question."]
    assert list(Question.objects.values()) == before


def test_a_frozen_document_is_found_by_number_and_fingerprint(page):
    (edition,) = editions(page)

    assert frozen_document(edition.pk, edition.sha256) == edition.document


def test_a_frozen_document_with_another_fingerprint_is_not_found(page):
    (edition,) = editions(page)

    with pytest.raises(Questionnaire.DoesNotExist):
        frozen_document(edition.pk, "0" * 64)


def test_publishing_copies_the_days_and_the_council(page):
    identity = page.identity

    assert (identity.opens_on, identity.closes_on) == (page.opens_on, page.closes_on)
    assert (identity.findings_by, identity.decision_by) == (page.findings_by, page.decision_by)
    assert identity.council == make.council()


def test_publishing_again_moves_the_last_day(page):
    code = page.identity.code

    again(page, closes_on=make.today(30))

    identity = Consultation.objects.get(code=code)
    assert identity.closes_on == make.today(30)


def test_a_draft_with_another_last_day_moves_nothing(page):
    page.closes_on = make.today(30)

    page.save_revision()

    assert Consultation.objects.get(code=page.identity.code).closes_on == make.today(27)


def test_an_unpublished_consultation_takes_no_answers(page):
    page.unpublish()

    assert not Consultation.objects.get().takes_answers(make.today())


def test_a_consultation_that_is_published_again_takes_answers_again(page):
    page.unpublish()

    ConsultationPage.objects.get(pk=page.pk).get_latest_revision().publish()

    assert Consultation.objects.get().takes_answers(make.today())
    assert len(editions(page)) == 1


def _another(model, **other):
    """The first row again, but for its key and the fields in `other`."""
    row = model.objects.first()
    row.pk = None if model is Questionnaire else UUID(2)
    for name, value in other.items():
        setattr(row, name, value)
    row.save(force_insert=True)
    return row


ONCE = {
    "a number of an edition": (Questionnaire, {}, {"number": 9}),
    "a data name": (Question, {"block_id": UUID(1)}, {"block_id": UUID(1), "key": "other"}),
    "a block": (Question, {"key": "other"}, {"key": "other", "block_id": UUID(1)}),
    "a code": (Option, {"value": 9}, {"value": 9, "code": "other"}),
    "a number of an answer": (Option, {"code": "other"}, {"code": "other", "value": 9}),
}


@pytest.mark.parametrize(("model", "clash", "_fine"), ONCE.values(), ids=ONCE)
def test_the_database_refuses_twice_what_may_be_there_once(page, model, clash, _fine):
    with pytest.raises(IntegrityError):
        _another(model, **clash)


@pytest.mark.parametrize(("model", "_clash", "fine"), ONCE.values(), ids=ONCE)
def test_the_database_takes_what_differs(page, model, _clash, fine):
    made = _another(model, **fine)

    assert model.objects.filter(pk=made.pk).exists()


def _days(opens: int, closes: int) -> Consultation:
    days = {"findings_by": make.today(90), "decision_by": make.today(90)}
    return Consultation.objects.create(
        pk=UUID(3),
        council=make.council(),
        opens_on=make.today(opens),
        closes_on=make.today(closes),
        **days,
    )


def test_the_database_refuses_a_last_day_before_the_first():
    with pytest.raises(IntegrityError):
        _days(opens=1, closes=0)


def test_the_database_takes_a_single_day():
    assert _days(opens=0, closes=0).closes_on == make.today()


@pytest.mark.parametrize(
    ("opens", "closes", "open_today"),
    [(0, 0, True), (-1, 0, True), (0, 1, True), (1, 2, False), (-2, -1, False)],
)
def test_answers_are_taken_from_the_first_day_to_the_last(opens, closes, open_today):
    identity = _days(opens, closes)
    identity.is_live = True
    identity.save()

    assert identity.takes_answers(make.today()) is open_today
    assert Consultation.objects.open_on(make.today()).contains(identity) is open_today
