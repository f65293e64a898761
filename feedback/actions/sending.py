"""Sending: what somebody answered becomes a response, once, and their draft is gone."""

from datetime import date, datetime

from django.db import transaction

from consultations.actions import inviting
from consultations.actions.questionnaires import mark_answered
from consultations.kinds import KINDS
from consultations.media import Medium
from consultations.models import Route
from feedback import receipts, ways
from feedback.actions import files
from feedback.actions.answering import (
    NeedsCode,
    NoSuchDraft,
    NotAgreed,
    TooLong,
    find_draft,
    find_response,
    journey_of,
    must_take_answers,
)
from feedback.helping import OnBehalf, is_asked_if_they_could_say
from feedback.journey import Journey
from feedback.models import Answer, Channel, Draft, Response, Words
from feedback.models.response import About


@transaction.atomic
def send(
    *,
    words: str,
    now: datetime,
    today: date,
    code: str | None = None,
    could_say: str = "",
    on_behalf: OnBehalf | None = None,
) -> Response:
    """Turn a draft into a response. Sending twice makes one.

    With the `code` of a consultation, a draft of another one is left alone. `could_say` is said
    last by a child who had help.
    Raises NoSuchDraft, NotTakingAnswers, NotAgreed, TooLong, NeedsCode.
    """
    try:
        draft = find_draft(words, now, lock=True)
    except NoSuchDraft:
        if already := find_response(words):
            return already
        raise
    _must_be_ready(draft, now, on_behalf.counts_on if on_behalf else today, code)
    _use_code(draft, words)
    journey, key = journey_of(draft), receipts.current_key()
    response = Response.objects.create(
        questionnaire=draft.questionnaire,
        role=draft.role,
        band=draft.band,
        voice=draft.voice,
        route=draft.route,
        language=draft.language,
        agreed=draft.agreed,
        channel=on_behalf.channel if on_behalf else Channel.WEB,
        could_say=could_say if is_asked_if_they_could_say(draft.role, draft.voice) else "",
        asked=[question["id"] for question in journey.questions],
        received_on=today,
        receipt_digest=receipts.digest(words, key, receipts.RECEIPT),
        receipt_key=key,
    )
    texts = _store_answers(response, journey, draft.answers)
    files.move_files(draft=draft, journey=journey, texts=texts)
    if not draft.questionnaire.answered:
        mark_answered(questionnaire_id=draft.questionnaire_id)
    draft.delete()
    return response


def _store_answers(response: Response, journey: Journey, answers: dict) -> list[Words]:
    """Rows for what was answered on the way that was taken; the rest is never stored. Gives the
    texts, to which files may belong."""
    kept = journey.kept(answers)
    asked = [question for question in journey.questions if kept.get(question["id"])]
    Answer.objects.bulk_create(
        Answer(
            response=response,
            question_id=question["id"],
            option_id=chosen.option,
            number=chosen.number,
        )
        for question in asked
        for chosen in KINDS[question["kind"]].chosen(dict(question), kept[question["id"]])
    )
    written = [
        (question["id"], About.ANSWER, {**answer, "text": kind.written(answer)})
        for question in asked
        for kind, answer in [(KINDS[question["kind"]], kept[question["id"]])]
        if kind.written(answer) or kind.file(answer)
    ]
    remarks = journey.remarks(answers).items()
    written += [(question_id, About.QUESTION, remark) for question_id, remark in remarks]
    return Words.objects.bulk_create(
        Words(
            response=response,
            question_id=question_id,
            about=about,
            text=told["text"],
            medium=told.get("medium", Medium.WRITTEN),
            language=response.language,
            may_show=told.get("may_show", False),
        )
        for question_id, about, told in written
    )


def _must_be_ready(draft: Draft, now: datetime, today: date, code: str | None) -> None:
    """Whether a draft can be sent: the errors of `send` say why not."""
    consultation = draft.questionnaire.consultation
    if code is not None and consultation.code != code:
        raise NoSuchDraft
    must_take_answers(consultation, now, today)
    if not draft.agreed:
        raise NotAgreed
    if journey_of(draft).too_long(draft.answers):
        raise TooLong(draft)


def _use_code(draft: Draft, words: str) -> None:
    """Spend the code that somebody came with, if they came with one of their own."""
    consultation = draft.questionnaire.consultation
    if draft.route == Route.INVITED:
        code = ways.unsealed(draft.invitation, words, draft.code_key)
        if not inviting.spend(code=code, consultation=consultation):
            raise NeedsCode(draft)
    elif draft.route == Route.OPEN and consultation.by_invitation:
        raise NeedsCode(draft)
