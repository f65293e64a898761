"""What a safeguarding lead does about a worry: open it, settle it, add to it, hand it over."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from consultations.permissions import Staff
from feedback.actions.alerting import settle_alerts
from feedback.actions.reading import NotYours
from feedback.models import (
    AlertKind,
    Concern,
    ConcernOpening,
    FollowUp,
    HandingOver,
    Opening,
    Reading,
    Shift,
    Words,
)
from feedback.permissions import can_lead
from feedback.settling import Facts, Wrong, wrong_with


class AlreadySettled(Exception):
    """Somebody has recorded an outcome before."""


class NotSettled(Exception):
    """Nobody has recorded an outcome yet, so there is nothing to follow up."""


class NotWhole(ValueError):
    """An outcome lacks something that it must say, or its times cannot be. `wrong` says what."""

    def __init__(self, wrong: list[Wrong]) -> None:
        super().__init__(", ".join(field for field, _why in wrong))
        self.wrong = wrong


class HandedOverBefore(Exception):
    """It was handed over once; again needs a reason."""


@transaction.atomic
def open_concern(*, concern: Concern, by: Staff) -> list[Words]:
    """The other texts of whoever wrote the words. All of them are opened, and that is recorded.

    None when the person has taken their answers back. Raises NotYours.
    """
    must_see(concern, by)
    now = timezone.now()
    ConcernOpening.objects.create(concern=concern, by=by, at=now)
    if concern.words is None:
        return []
    texts = concern.words.response.words.select_related(
        "question", "reading__read_by", "recording"
    ).defer("recording__content", "recording__strokes")
    Opening.objects.bulk_create(Opening(words=words, by=by, at=now) for words in texts)
    for words in texts:
        if not hasattr(words, "reading"):
            Reading.objects.create(words=words, opened_by=by, opened_at=now)
    return [words for words in texts if words.pk != concern.words_id]


@transaction.atomic
def settle_concern(
    *, concern: Concern, by: Staff, outcome: str, action: str, facts: Facts | None = None
) -> Concern:
    """Record what came of a concern, what was done, when and why.

    Times that are not said are now. Raises NotYours, NotWhole, AlreadySettled.
    """
    must_see(concern, by)
    now = timezone.now()
    recorded = _whole(outcome, facts or Facts(), now)
    concern = Concern.objects.select_for_update().get(pk=concern.pk)
    if concern.outcome:
        raise AlreadySettled
    concern.sealed_action = Concern.sealed(action)
    concern.acted_by, concern.recorded_at = by, now
    for field, value in recorded.items():
        setattr(concern, field, value)
    concern.save(update_fields=["sealed_action", "acted_by", "recorded_at", *recorded])
    for kind in (AlertKind.CONCERN, AlertKind.CONFLICT):
        settle_alerts(council=concern.council, kind=kind, about=concern.pk)
    return concern


@transaction.atomic
def follow_up(
    *, concern: Concern, by: Staff, note: str, outcome: str = "", facts: Facts | None = None
) -> FollowUp:
    """Write down what happened after the outcome, and a new outcome if it changed.

    Nothing that was recorded before is changed. Raises NotYours, NotSettled, NotWhole.
    """
    must_see(concern, by)
    if not concern.outcome:
        raise NotSettled
    now = timezone.now()
    facts = facts or Facts()
    recorded = _whole(outcome, facts, now) if outcome else _sealed(facts)
    return FollowUp.objects.create(
        concern=concern, by=by, at=now, sealed_note=Concern.sealed(note), **recorded
    )


@transaction.atomic
def hand_over(*, concern: Concern, by: Staff, reason: str = "") -> HandingOver:
    """Record that somebody is about to take out the least that must be handed over.

    Once; again only with a reason. Raises NotYours, HandedOverBefore.
    """
    must_see(concern, by)
    Concern.objects.select_for_update().get(pk=concern.pk)
    if not reason and concern.handings.exists():
        raise HandedOverBefore
    return HandingOver.objects.create(
        concern=concern, by=by, at=timezone.now(), sealed_reason=Concern.sealed(reason)
    )


@transaction.atomic
def end_shift(*, council: Site, by: Staff, to: Staff, note: str) -> Shift:
    """Hand what is open to another safeguarding lead. Raises NotYours."""
    if by == to or not all(can_lead(one, council) for one in (by, to)):
        raise NotYours
    return Shift.objects.create(
        council=council, by=by, to=to, at=timezone.now(), sealed_note=Concern.sealed(note)
    )


@transaction.atomic
def begin_shift(*, shift: Shift, by: Staff) -> Shift:
    """Say that one has taken over. Twice is once. Raises NotYours."""
    if shift.to_id != by.pk:
        raise NotYours
    Shift.objects.filter(pk=shift.pk, taken_at=None).update(taken_at=timezone.now())
    shift.refresh_from_db()
    return shift


def must_see(concern: Concern, by: Staff) -> None:
    """Do nothing if a concern is for the eyes of `by`. Raises NotYours."""
    if not Concern.objects.visible_to(by).filter(pk=concern.pk).exists():
        raise NotYours


def _whole(outcome: str, facts: Facts, now: Any) -> dict[str, Any]:
    """The columns of an outcome that says all that it must. Raises NotWhole."""
    if wrong := wrong_with(outcome, facts, now):
        raise NotWhole(wrong)
    facts = facts.at(now)
    plain = ("category", "about_writer", "about_another", "others_at_risk")
    times = ("aware_at", "told_at", "acted_at")
    kept = {name: getattr(facts, name) for name in (*plain, *times)}
    return {"outcome": outcome, **kept, **_sealed(facts)}


def _sealed(facts: Facts) -> dict[str, str]:
    return {
        "sealed_reference": Concern.sealed(facts.reference),
        "sealed_pattern": Concern.sealed(facts.pattern),
    }
