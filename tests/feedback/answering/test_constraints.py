"""What the database itself allows and refuses of drafts, responses, answers and words."""

import pytest
from django.db import IntegrityError, models, transaction

from consultations.models import Option, Question, Questionnaire
from feedback.models import Answer, Draft, Erasure, Response, Words
from tests import make
from tests.sharing import once_a_file

BANDS = [
    ("child", "6-9", True),
    ("child", "", True),
    ("parent", "", True),
    ("not_said", "", True),
    ("parent", "6-9", False),
    ("practitioner", "18-25", False),
    ("chooser", "16-17", False),
    ("not_said", "6-9", False),
]


@once_a_file
def questionnaire() -> Questionnaire:
    """What is answered."""
    return make.consultation().identity.questionnaires.get()


def is_kept(row: models.Model) -> bool:
    """Whether the database takes this row."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def a_draft(questionnaire: Questionnaire, **more) -> Draft:
    """A draft that is whole but for what `more` says."""
    facts = {"role": "child", "language": "en-gb", "code_digest": "d", "code_key": 1}
    return Draft(questionnaire=questionnaire, expires_at=make.noon(make.today(1)), **(facts | more))


def a_response(questionnaire: Questionnaire, **more) -> Response:
    """A response that is whole but for what `more` says."""
    facts = {
        "role": "child",
        "voice": "me",
        "language": "en-gb",
        "agreed": "older-1",
        "received_on": make.today(),
        "receipt_digest": "r",
        "receipt_key": 1,
    }
    return Response(questionnaire=questionnaire, **(facts | more))


@pytest.mark.parametrize("make_one", [a_draft, a_response])
@pytest.mark.parametrize(("role", "band", "kept"), BANDS)
def test_only_children_have_an_age(questionnaire, make_one, role, band, kept):
    assert is_kept(make_one(questionnaire, role=role, band=band)) is kept


@pytest.mark.parametrize(("agreed", "kept"), [("older-1", True), ("", False)])
def test_every_response_was_agreed_to(questionnaire, agreed, kept):
    assert is_kept(a_response(questionnaire, agreed=agreed)) is kept


def test_a_draft_may_wait_for_agreement(questionnaire):
    assert is_kept(a_draft(questionnaire, agreed=""))


@pytest.mark.parametrize(("digest", "kept"), [("another", True), ("d", False)])
def test_no_two_drafts_have_the_same_words(questionnaire, digest, kept):
    a_draft(questionnaire).save()

    assert is_kept(a_draft(questionnaire, code_digest=digest)) is kept


@pytest.mark.parametrize(("digest", "kept"), [("another", True), ("r", False)])
def test_no_two_responses_have_the_same_receipt(questionnaire, digest, kept):
    a_response(questionnaire).save()

    assert is_kept(a_response(questionnaire, receipt_digest=digest)) is kept


def test_an_answer_is_chosen_once_in_a_response(questionnaire):
    response, other = (a_response(questionnaire, receipt_digest=one) for one in "ab")
    response.save()
    other.save()
    yes, no = Option.objects.order_by("value")
    Answer.objects.create(response=response, question=yes.question, option=yes)

    assert is_kept(Answer(response=response, question=no.question, option=no))
    assert is_kept(Answer(response=other, question=yes.question, option=yes))
    assert not is_kept(Answer(response=response, question=yes.question, option=yes))


def test_a_number_answers_a_question_once_in_a_response(questionnaire):
    response = a_response(questionnaire)
    response.save()
    first, second = Question.objects.all()
    Answer.objects.create(response=response, question=first, number=0)

    assert is_kept(Answer(response=response, question=second, number=0))
    assert not is_kept(Answer(response=response, question=first, number=3))


def test_an_answer_holds_something(questionnaire):
    response = a_response(questionnaire)
    response.save()
    yes = Option.objects.order_by("value").first()

    assert is_kept(Answer(response=response, question=yes.question, option=yes, number=2))
    assert not is_kept(Answer(response=response, question=yes.question))


def test_a_question_has_one_text_in_a_response(questionnaire):
    response = a_response(questionnaire)
    response.save()
    first, second = Question.objects.all()
    Words.objects.create(response=response, question=first, text="One", language="en-gb")

    assert is_kept(Words(response=response, question=second, text="Two", language="en-gb"))
    assert not is_kept(Words(response=response, question=first, text="Three", language="en-gb"))


@pytest.mark.parametrize(("text", "kept"), [("🙂", True), ("", False)])
def test_words_are_not_empty(questionnaire, text, kept):
    response = a_response(questionnaire)
    response.save()
    question = Question.objects.get(key="more")

    row = Words(response=response, question=question, text=text, language="en-gb")

    assert is_kept(row) is kept


def test_a_response_is_erased_once(questionnaire):
    facts = {"response_id": a_response(questionnaire).pk, "council": make.council()}

    assert is_kept(Erasure(erased_on=make.today(), **facts))
    assert not is_kept(Erasure(erased_on=make.today(1), **facts))


@pytest.mark.parametrize("make_one", [a_draft, a_response])
def test_a_questionnaire_that_somebody_answers_cannot_be_deleted(questionnaire, make_one):
    make_one(questionnaire).save()

    with pytest.raises(models.ProtectedError):
        questionnaire.delete()
