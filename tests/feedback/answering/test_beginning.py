"""Begin to answer, say who you are and whose words they are, agree."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.actions.questionnaires import freeze_questionnaire
from feedback import receipts
from feedback.actions import answering, sending
from feedback.models import Draft
from tests import make
from tests.feedback.answering import walk

NOON = make.noon(make.today())
DAYS = {
    "closed": {"opens_on": make.today(-9), "closes_on": make.today(-1)},
    "not open yet": {"opens_on": make.today(1), "closes_on": make.today(9)},
}


def begin(page, role: str = "child", band: str = "10-12", **more) -> str:
    """Start answering; gives the four words."""
    facts = {"language": "en-gb", "now": NOON, "hours": 24} | more
    latest = page.identity.questionnaires.latest("number")
    return answering.begin(questionnaire=latest, role=role, band=band, **facts)


def with_days(days: dict):
    """A published consultation that is open on these days."""
    return make.consultation(findings_by=make.today(20), decision_by=make.today(40), **days)


VERBS = {
    "change person": lambda words: answering.change_person(
        words=words, role="parent", band="", now=NOON
    ),
    "say whose words": lambda words: answering.say_whose_words(words=words, voice="me", now=NOON),
    "agree": lambda words: answering.agree(words=words, version="older-1", now=NOON),
    "save answer": lambda words: answering.save_answer(
        words=words, question_id="q", answer={"text": "x"}, now=NOON
    ),
    "send": lambda words: sending.send(words=words, now=NOON, today=make.today()),
}


def test_a_draft_is_found_by_its_words():
    page = make.consultation()

    draft = answering.find_draft(begin(page), NOON)

    assert draft.questionnaire.consultation == page.identity
    assert (draft.role, draft.band, draft.language) == ("child", "10-12", "en-gb")
    assert (draft.voice, draft.agreed, draft.answers) == ("", "", {})


def test_the_words_themselves_are_not_stored():
    words = begin(make.consultation())

    stored = str(Draft.objects.values_list().get())

    assert receipts.digest(words, receipts.current_key(), receipts.DRAFT) in stored
    assert not any(word in stored for word in words.split())


def test_everybody_gets_words_of_their_own():
    page = make.consultation()

    assert len({begin(page) for _person in range(5)}) == 5


def test_who_begins_answers_the_latest_edition(visitor):
    page = make.consultation(make.block("choose_one", "How is it?", data_name="it"))
    page.questions[0].value["text"] = "How is it now?"
    page.save()
    revision = page.save_revision()
    freeze_questionnaire(page=page, revision=revision, today=make.today())

    visitor.post(walk.address(page), {"who": "parent:"})

    assert Draft.objects.get().questionnaire.number == 2


def test_who_began_before_a_new_edition_goes_on_with_the_old_one():
    page = make.consultation(make.block("choose_one", "How is it?", data_name="it"))
    words = begin(page)
    page.questions[0].value["text"] = "How is it now?"
    page.save()
    freeze_questionnaire(page=page, revision=page.save_revision(), today=make.today())

    journey = answering.journey_of(answering.find_draft(words, NOON))

    assert journey.words(journey.questions[0])["text"] == "How is it?"


@pytest.mark.parametrize("days", DAYS.values(), ids=DAYS)
def test_nobody_begins_when_it_is_not_open(days):
    page = with_days(days)

    with pytest.raises(answering.NotTakingAnswers):
        begin(page)

    assert not Draft.objects.exists()


def test_nobody_begins_when_it_was_taken_off_the_site():
    page = make.consultation()
    page.unpublish()

    with pytest.raises(answering.NotTakingAnswers):
        begin(page)


@pytest.mark.parametrize("offset", [0, 9])
def test_the_first_and_the_last_day_count(offset):
    page = with_days({"opens_on": make.today(-offset), "closes_on": make.today(9 - offset)})

    assert answering.find_draft(begin(page), NOON)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_words_that_open_nothing_change_nothing(verb):
    make.draft(make.consultation())
    before = list(Draft.objects.values())

    with pytest.raises(answering.NoSuchDraft):
        verb(receipts.draw())

    assert list(Draft.objects.values()) == before


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_a_closed_consultation_takes_no_answers(verb):
    page = make.consultation()
    words = make.draft(page)
    type(page.identity).objects.update(closes_on=make.today(-1))
    before = list(Draft.objects.values())

    with pytest.raises(answering.NotTakingAnswers):
        verb(words)

    assert list(Draft.objects.values()) == before


def test_who_says_again_who_they_are_keeps_their_answers_and_agrees_again():
    page = make.consultation()
    words = make.draft(page, role="child", band="13-15", heard="yes")

    answering.change_person(words=words, role="child", band="10-12", now=NOON)
    draft = answering.find_draft(words, NOON)

    assert (draft.band, draft.voice, draft.agreed) == ("10-12", "", "")
    assert draft.answers == {
        make.frozen(page, "heard")["id"]: {"options": [make.option(page, "heard", "yes")]}
    }


def test_who_says_the_same_again_does_not_have_to_agree_again():
    words = make.draft(make.consultation(), band="13-15")

    answering.change_person(words=words, role="child", band="13-15", now=NOON)
    draft = answering.find_draft(words, NOON)

    assert (draft.voice, draft.agreed) == ("me", "older-1")


@pytest.mark.parametrize(
    ("role", "band", "voice"),
    [("parent", "", "me"), ("practitioner", "", "me"), ("not_said", "", "not_said")],
)
def test_grown_ups_speak_for_themselves_and_who_does_not_say_is_not_guessed(role, band, voice):
    words = begin(make.consultation(), role, band)

    answering.agree(words=words, version="parent-1", now=NOON)
    draft = answering.find_draft(words, NOON)

    assert (draft.voice, draft.agreed) == (voice, "parent-1")


def test_agreeing_leaves_whose_words_they_are_as_it_was_said():
    words = begin(make.consultation())
    answering.say_whose_words(words=words, voice="with_help", now=NOON)

    answering.agree(words=words, version="middle-1", now=NOON)

    assert answering.find_draft(words, NOON).voice == "with_help"


def test_a_draft_outlives_a_new_key(settings):
    words = begin(make.consultation())
    settings.HEARD_RECEIPT_KEYS = settings.HEARD_RECEIPT_KEYS | {2: "another-key-" * 4}

    assert answering.find_draft(words, NOON).code_key == 1


@pytest.mark.parametrize(("minute", "hour"), [(0, 15), (1, 16), (59, 16)])
def test_when_a_draft_ends_does_not_say_when_exactly_it_began(minute, hour):
    begin(make.consultation(), hours=3, now=NOON + timedelta(minutes=minute, microseconds=0))

    ends = timezone.localtime(Draft.objects.get().expires_at)
    assert (ends.hour, ends.minute, ends.second, ends.microsecond) == (hour, 0, 0, 0)


def test_a_draft_ends_when_its_hours_are_over():
    words = begin(make.consultation(), hours=3)

    answering.find_draft(words, NOON + timedelta(hours=2, minutes=59))
    with pytest.raises(answering.NoSuchDraft):
        answering.find_draft(words, NOON + timedelta(hours=3))
