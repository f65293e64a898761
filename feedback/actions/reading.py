"""Reading: a person opens every text, marks it, and passes on a worry."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from consultations.permissions import Staff
from feedback.models import Concern, Outcome, Reading, Words
from feedback.permissions import can_read_raw_answers, can_see_concerns


class NotYours(PermissionError):
    """This person's role does not let them do that."""


class AlreadySettled(Exception):
    """Somebody has recorded an outcome before."""


@transaction.atomic
def open_words(*, words: Words, by: Staff) -> Reading:
    """Record that somebody is about to see a text. Raises NotYours."""
    _must(can_read_raw_answers(by, _council(words)))
    reading, _new = Reading.objects.get_or_create(
        words=words, defaults={"opened_by": by, "opened_at": timezone.now()}
    )
    return reading


@transaction.atomic
def mark_read(*, words: Words, by: Staff) -> Reading:
    """Say that a text was read and worries nobody. Raises NotYours."""
    reading = open_words(words=words, by=by)
    if reading.read_at is None:
        reading.read_by, reading.read_at = by, timezone.now()
        reading.save(update_fields=["read_by", "read_at"])
    return reading


@transaction.atomic
def raise_concern(*, words: Words, by: Staff, note: str) -> Concern:
    """Pass a worry to the safeguarding lead, with a sealed copy of the words. Raises NotYours."""
    mark_read(words=words, by=by)
    return Concern.objects.create(
        council=_council(words),
        words=words,
        raised_by=by,
        raised_at=timezone.now(),
        sealed_words=Concern.sealed(words.text),
        sealed_note=Concern.sealed(note),
    )


@transaction.atomic
def settle_concern(*, concern: Concern, by: Staff, outcome: Outcome, action: str) -> Concern:
    """Record what came of a concern, what was done and why. Raises NotYours, AlreadySettled."""
    _must(can_see_concerns(by, concern.council))
    concern = Concern.objects.select_for_update().get(pk=concern.pk)
    if concern.outcome:
        raise AlreadySettled
    concern.outcome = outcome
    concern.sealed_action = Concern.sealed(action)
    concern.acted_by, concern.acted_at = by, timezone.now()
    concern.save(update_fields=["outcome", "sealed_action", "acted_by", "acted_at"])
    return concern


def _council(words: Words) -> Site:
    return words.response.questionnaire.consultation.council


def _must(allowed: bool) -> None:
    if not allowed:
        raise NotYours
