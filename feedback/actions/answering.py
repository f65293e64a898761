"""Answering: begin, say who you are, agree, answer, come back, send, leave."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from consultations.actions.questionnaires import mark_answered
from consultations.audiences import Role, Voice
from consultations.kinds import KINDS
from consultations.models import Consultation, Questionnaire
from consultations.models.questionnaire import frozen_document
from feedback import receipts
from feedback.journey import Journey
from feedback.models import Answer, Draft, Response, Words


class NoSuchDraft(Exception):
    """There is no draft for these words: it was sent, it was wiped, or it never was."""


class NotTakingAnswers(Exception):
    """The consultation is closed, or not open yet."""


class NotAgreed(Exception):
    """Nobody agreed to take part, so nothing can be sent."""


def journey_of(draft: Draft) -> Journey:
    """The way through the questionnaire that this draft began."""
    document = frozen_document(draft.questionnaire_id, draft.questionnaire.sha256)
    return Journey(document, draft.role, draft.band, draft.language)


def find_draft(words: str, now: datetime, *, lock: bool = False) -> Draft:
    """The draft of these four words, with its questionnaire and consultation, in one statement.

    Raises NoSuchDraft. With `lock`, nobody else changes it until the transaction ends.
    """
    wanted = receipts.digests(words)
    drafts = Draft.objects.kept(now).filter(code_digest__in=wanted)
    drafts = drafts.select_related("questionnaire__consultation").defer("questionnaire__document")
    if lock:
        drafts = drafts.select_for_update(of=("self",))
    draft = drafts.first()
    if draft is None or not receipts.matching([draft.code_digest], wanted):
        raise NoSuchDraft
    return draft


def find_response(words: str) -> Response | None:
    """The response that these four words are the receipt of."""
    wanted = receipts.digests(words)
    responses = Response.objects.filter(receipt_digest__in=wanted)
    response = responses.select_related("questionnaire__consultation__council").first()
    if response and receipts.matching([response.receipt_digest], wanted):
        return response
    return None


@transaction.atomic
def begin(
    *, consultation: Consultation, role: str, band: str, language: str, now: datetime, hours: int
) -> str:
    """Start answering the latest edition, and give back the four words of the new draft.

    Raises NotTakingAnswers.
    """
    _must_take_answers(consultation, now)
    questionnaire = Questionnaire.objects.filter(consultation=consultation).latest("number")
    words, key = receipts.draw(), receipts.current_key()
    Draft.objects.create(
        questionnaire=questionnaire,
        role=role,
        band=band,
        language=language,
        code_digest=receipts.digest(words, key),
        code_key=key,
        expires_at=now + timedelta(hours=hours),
    )
    return words


@transaction.atomic
def change_person(*, words: str, role: str, band: str, now: datetime) -> Draft:
    """Say again who you are. What was answered stays; what is no longer asked is left behind."""
    draft = _to_change(words, now)
    if (draft.role, draft.band) != (role, band):
        draft.role, draft.band, draft.voice, draft.agreed = role, band, "", ""
        draft.save(update_fields=["role", "band", "voice", "agreed"])
    return draft


@transaction.atomic
def say_whose_words(*, words: str, voice: str, now: datetime) -> Draft:
    """Say whose words the answers will be."""
    draft = _to_change(words, now)
    draft.voice = voice
    draft.save(update_fields=["voice"])
    return draft


@transaction.atomic
def agree(*, words: str, version: str, now: datetime) -> Draft:
    """Agree to take part. The version of the text that was agreed to is stored.

    Adults are not asked whose words theirs are: they speak for themselves.
    """
    draft = _to_change(words, now)
    draft.agreed = version
    if not draft.voice:
        draft.voice = Voice.NOT_SAID if draft.role == Role.NOT_SAID else Voice.ME
    draft.save(update_fields=["agreed", "voice"])
    return draft


@transaction.atomic
def save_answer(*, words: str, question_id: str, answer: dict | None, now: datetime) -> Draft:
    """Keep one answer, or take it out when `answer` is None. Other answers are left as they are.

    The draft is locked, so that two tabs never undo each other's answers.
    """
    draft = _to_change(words, now)
    if answer is None:
        draft.answers.pop(question_id, None)
    else:
        draft.answers[question_id] = answer
    draft.save(update_fields=["answers"])
    return draft


def show_words(*, words: str, now: datetime) -> Draft:
    """Remember that the person has seen their words: from now on, leaving keeps the draft."""
    draft = find_draft(words, now)
    if not draft.words_shown:
        draft.words_shown = True
        draft.save(update_fields=["words_shown"])
    return draft


@transaction.atomic
def send(*, words: str, now: datetime, today: date) -> Response:
    """Turn a draft into a response. Sending twice makes one.

    Raises NoSuchDraft, NotTakingAnswers, NotAgreed.
    """
    try:
        draft = find_draft(words, now, lock=True)
    except NoSuchDraft:
        if already := find_response(words):
            return already
        raise
    _must_take_answers(draft.questionnaire.consultation, now, today)
    if not draft.agreed:
        raise NotAgreed
    journey = journey_of(draft)
    response = Response.objects.create(
        questionnaire=draft.questionnaire,
        role=draft.role,
        band=draft.band,
        voice=draft.voice,
        language=draft.language,
        agreed=draft.agreed,
        asked=[question["id"] for question in journey.questions],
        received_on=today,
        receipt_digest=draft.code_digest,
        receipt_key=draft.code_key,
    )
    _store_answers(response, journey, draft.answers)
    mark_answered(questionnaire_id=draft.questionnaire_id)
    draft.delete()
    return response


def leave(*, words: str) -> None:
    """Leave fast: a draft whose words were never shown cannot be come back to, so it goes."""
    wanted = receipts.digests(words)
    Draft.objects.filter(code_digest__in=wanted, words_shown=False).delete()


def say_no(*, words: str) -> None:
    """Not take part after all: the draft goes, also when its words were shown."""
    Draft.objects.filter(code_digest__in=receipts.digests(words)).delete()


def wipe_expired_drafts(*, now: datetime) -> int:
    """Wipe every draft whose time has run out, and say how many."""
    n_drafts, _by_model = Draft.objects.expired(now).delete()
    return n_drafts


def _store_answers(response: Response, journey: Journey, answers: dict) -> None:
    """Rows for what was answered on the way that was taken; the rest is never stored."""
    kept = journey.kept(answers)
    closed, words = [], []
    for question in journey.questions:
        answer = kept.get(question["id"])
        if not answer:
            continue
        if KINDS[question["kind"]].is_closed:
            closed += [
                Answer(response=response, question_id=question["id"], option_id=option)
                for option in dict.fromkeys(answer["options"])  # a tampered form ticks one twice
            ]
        else:
            words.append(
                Words(
                    response=response,
                    question_id=question["id"],
                    text=answer["text"],
                    language=response.language,
                    may_show=answer.get("may_show", False),
                )
            )
    Answer.objects.bulk_create(closed)
    Words.objects.bulk_create(words)


def _to_change(words: str, now: datetime) -> Draft:
    """The draft, locked, of a consultation that still takes answers."""
    draft = find_draft(words, now, lock=True)
    _must_take_answers(draft.questionnaire.consultation, now)
    return draft


def _must_take_answers(
    consultation: Consultation, now: datetime, today: date | None = None
) -> None:
    if not consultation.takes_answers(today or timezone.localdate(now)):
        raise NotTakingAnswers
