"""Take answers back: they go, with everything that was made of them."""

import pytest

from feedback.actions import answering, reading, sending
from feedback.actions.withdrawing import withdraw_response
from feedback.models import (
    Answer,
    Coding,
    Concern,
    Erasure,
    FindingsEdition,
    Quotation,
    Reading,
    Response,
    Words,
)
from tests import make

TODAY = make.today()


def take_back(response: Response) -> Erasure:
    """Delete my answers."""
    return withdraw_response(response=response, today=TODAY)


def quoted() -> Response:
    """A response that was read, put under a theme and quoted."""
    page = make.closed_consultation()
    words = make.read_words(page, "Quote me", heard="yes")
    make.quotation(words, make.theme(page))
    return words.response


@pytest.mark.parametrize("model", [Response, Answer, Words, Reading, Coding, Quotation])
def test_everything_that_was_made_of_the_answers_goes(model):
    response = quoted()
    before = model.objects.count()

    take_back(response)

    assert (before, model.objects.count()) == (1, 0)


def test_what_stays_is_that_something_was_taken_back_on_this_day():
    response = make.response(make.consultation(), more="My words")
    key = response.pk

    erasure = take_back(response)

    assert Erasure.objects.get() == erasure
    assert (erasure.response_id, erasure.council, erasure.erased_on) == (key, make.council(), TODAY)


def test_other_peoples_answers_stay():
    page = make.consultation()
    mine, other = make.response(page, heard="yes"), make.response(page, heard="yes")

    take_back(mine)

    assert Response.objects.get() == other
    assert Answer.objects.get().response == other


def test_a_worry_stays_and_no_longer_points_at_the_words():
    words = make.words(text="I am not safe")
    reading.raise_concern(words=words, by=make.staff("reader"), note="Call today.")

    take_back(words.response)

    concern = Concern.objects.get()
    assert concern.words is None
    assert concern.opened("words") == "I am not safe"


def test_published_tables_stay_as_they_were_frozen():
    page = make.closed_consultation()
    make.responses(page, 12, heard="yes")
    before = make.findings(page).edition.document

    take_back(Response.objects.first())

    assert FindingsEdition.objects.get().document == before


def test_a_receipt_opens_nothing_any_more():
    words = make.draft(make.consultation())
    now = make.noon(TODAY)
    response = sending.send(words=words, now=now, today=TODAY)

    take_back(response)

    assert answering.find_response(words) is None
    with pytest.raises(answering.NoSuchDraft):
        sending.send(words=words, now=now, today=TODAY)


def test_taking_back_twice_is_taking_back_once():
    key = make.response(make.consultation()).pk
    first, second = Response.objects.get(pk=key), Response.objects.get(pk=key)

    assert take_back(first) == take_back(second)
    assert Erasure.objects.count() == 1


def test_an_answered_questionnaire_stays_answered():
    response = make.response(make.consultation())
    questionnaire = response.questionnaire

    take_back(response)

    questionnaire.refresh_from_db()
    assert questionnaire.answered


def test_nothing_is_taken_back_by_half(monkeypatch):
    response = make.response(make.consultation(), more="My words")
    monkeypatch.setattr(Response, "delete", lambda self: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        take_back(response)

    assert not Erasure.objects.exists()
    assert Words.objects.exists()
