"""What people do at the gate. Each act is a new version of the draft, so that approval sees it."""

from collections.abc import Callable
from datetime import date

from django.db import transaction

from consultations.gate.keeping import lines_of, opening_of
from consultations.gate.lines import Level
from consultations.models import Consultation, ConsultationPage, Opening, Override
from consultations.models.planning import CHECKLIST
from consultations.permissions import Staff
from consultations.text import clean_typed, n_letters

LEAST_REASON = 20  # letters


class NotSoft(Exception):
    """This line is not one that a reason can stand in for."""


class ReasonTooShort(Exception):
    """A reason that everybody can read says more than a word."""


class HasOpened(Exception):
    """What was planned before opening is fixed."""


def say_undecided(*, page: ConsultationPage, by: Staff, today: date) -> None:
    """Say that no decision has been taken. Raises HasOpened."""

    def say(draft: ConsultationPage) -> None:
        draft.undecided_on, draft.undecided_by = today, by

    _change(page, by, say)


def take_back_undecided(*, page: ConsultationPage, by: Staff) -> None:
    """Say no more that no decision has been taken. Raises HasOpened."""

    def take_back(draft: ConsultationPage) -> None:
        draft.undecided_on = draft.undecided_by = None

    _change(page, by, take_back)


def give_reason(*, page: ConsultationPage, code: str, reason: str, by: Staff, today: date) -> None:
    """Open without what a soft line asks for, and say why to everybody.

    Raises NotSoft, ReasonTooShort and HasOpened.
    """
    reason = clean_typed(reason)

    def give(draft: ConsultationPage) -> None:
        lines = {line.code for line in lines_of(draft) if line.level is Level.SOFT}
        if code not in lines:
            raise NotSoft
        if n_letters(reason) < LEAST_REASON:
            raise ReasonTooShort
        others = [one for one in draft.overrides.all() if one.code != code]
        given = Override(code=code, reason=reason, by=by, given_on=today)
        draft.overrides.set([*others, given])

    _change(page, by, give)


def take_back_reason(*, page: ConsultationPage, code: str, by: Staff) -> None:
    """Take a reason back: the line stands in the way again. Raises HasOpened."""

    def take_back(draft: ConsultationPage) -> None:
        draft.overrides.set([one for one in draft.overrides.all() if one.code != code])

    _change(page, by, take_back)


def begin_afresh(*, page: ConsultationPage, by: Staff) -> None:
    """A copy is another consultation: what was said and allowed for the first does not count."""

    def forget(draft: ConsultationPage) -> None:
        draft.undecided_on = draft.undecided_by = None
        draft.overrides.set([])

    _change(page, by, forget)


@transaction.atomic
def _change(page: ConsultationPage, by: Staff, change: Callable[[ConsultationPage], None]) -> None:
    """Change the latest version of a draft, and keep it as a new version."""
    locked = ConsultationPage.objects.select_for_update().get(pk=page.pk)
    if opening_of(locked):
        raise HasOpened
    draft = locked.get_latest_revision_as_object()
    change(draft)
    draft.save_revision(user=by, log_action=True)


def record_opening(*, page: ConsultationPage, today: date) -> None:
    """Keep what stood at the gate on the day on which a consultation was first opened."""
    if opening_of(page):
        return
    lines = [line for line in lines_of(page) if line.reason]
    document = {
        "language": page.locale.language_code,
        "checklist": {name: getattr(page, name) for name in CHECKLIST},
        "without": [{"code": line.code, "reason": line.reason} for line in lines],
    }
    Opening.objects.create(pk=page.translation_key, opened_on=today, document=document)


def mark_decided(*, consultation: Consultation, on: date | None) -> None:
    """Remember since when a published decision rests on a consultation: it is not asked again."""
    if consultation.decided_on != on:
        consultation.decided_on = on
        consultation.save(update_fields=["decided_on"])
