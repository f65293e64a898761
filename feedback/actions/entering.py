"""Entering what somebody said on paper, face to face or by phone (requirements A19).

It goes the way that every answer goes, through a draft, so that it is stored, read and taken back
like any other. Who typed is counted where no answer is (see decision 0018).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from consultations.audiences import Role
from consultations.models import Consultation, CouncilSettings, Questionnaire
from consultations.permissions import Staff
from feedback import receipts
from feedback.actions import answering, apart, sending
from feedback.assent import assent_for
from feedback.helping import OnBehalf
from feedback.models import Draft, FindingsPage, Response, Typed
from feedback.permissions import can_enter_answers

HOURS = 1  # that the draft lives at most: it becomes a response in the same transaction


class NotYours(Exception):
    """This person does not enter answers for this council."""


class NotThatDay(Exception):
    """Nothing that came in on this day can be entered. `first` and `last` are the days that can."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__("not that day")
        self.first, self.last = first, last


@dataclass(frozen=True)
class Heard:
    """What is known of one form or talk besides the answers. `agreed_how` is a code."""

    role: str
    band: str
    voice: str
    channel: str
    language: str
    received_on: date
    agreed_how: str
    could_say: str = ""


def days_to_enter(consultation: Consultation, today: date) -> tuple[date, date] | None:
    """The first and the last day on which what is entered can have come in; None when nothing can
    be entered any more, because the post is over or findings are published."""
    after = timedelta(days=CouncilSettings.for_site(consultation.council).post_days)
    is_over = today > consultation.closes_on + after
    if is_over or not consultation.is_live or today < consultation.opens_on:
        return None
    published = FindingsPage.objects.filter(consultation_page__translation_key=consultation.pk)
    if published.filter(editions__isnull=False).exists():
        return None
    return consultation.opens_on, min(today, consultation.closes_on + after)


@transaction.atomic
def enter_response(
    *,
    questionnaire: Questionnaire,
    heard: Heard,
    answers: Mapping[str, dict],
    words: str,
    by: Staff,
    now: datetime,
    about: Mapping[str, str] | None = None,
) -> Response:
    """Enter one response. `answers` are by the id of their question, `about` what was said about
    the person, by set. `words` were drawn before: entering the same ones twice makes one.

    Raises NotYours, NotThatDay, and what `send` raises.
    """
    consultation, today = questionnaire.consultation, timezone.localdate(now)
    if not can_enter_answers(by, consultation.council):
        raise NotYours
    if already := answering.find_response(words):
        return already
    days = days_to_enter(consultation, today)
    if days is None or not days[0] <= heard.received_on <= days[1]:
        raise NotThatDay(*(days or (consultation.opens_on, consultation.closes_on)))
    _begun(questionnaire, heard, answers, words, now)
    counts_on = min(heard.received_on, consultation.closes_on)
    response = sending.send(
        words=words,
        now=now,
        today=heard.received_on,
        could_say=heard.could_say,
        on_behalf=OnBehalf(heard.channel, counts_on),
    )
    _count_about(response, words, about or {})
    _count_typed(consultation, by, today)
    return response


def _begun(
    questionnaire: Questionnaire, heard: Heard, answers: Mapping, words: str, now: datetime
) -> None:
    """The draft of a form, whole. What was agreed to, and how, is part of its version."""
    key = receipts.current_key()
    agreed = assent_for(heard.role, heard.band, voice=heard.voice).version
    Draft.objects.create(
        questionnaire=questionnaire,
        role=heard.role,
        band=heard.band,
        voice=heard.voice,
        language=heard.language,
        agreed=f"{agreed} {heard.agreed_how}".strip(),
        answers=dict(answers),
        code_digest=receipts.digest(words, key, receipts.DRAFT),
        code_key=key,
        expires_at=now + timedelta(hours=HOURS),
    )


def _count_about(response: Response, words: str, about: Mapping[str, str]) -> None:
    sets = apart.sets_for(response)
    if apart.take_turn(words) and any(about.values()):
        apart.count_answers(
            consultation=response.questionnaire.consultation,
            role=Role(response.role),
            voice=apart.voice_of(response),
            sets=sets,
            answers=about,
        )


def _count_typed(consultation: Consultation, by: Staff, today: date) -> None:
    """One more by this person today."""
    typed, _new = Typed.objects.get_or_create(consultation=consultation, by=by, on=today)
    Typed.objects.filter(pk=typed.pk).update(n=F("n") + 1)
