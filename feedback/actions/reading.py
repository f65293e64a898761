"""Reading: a person opens every text, marks it, and passes on a worry."""

import json

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from consultations.permissions import Staff
from feedback.actions.safe_texts import keep_safe_unless_somebody_has
from feedback.asked import question_as_read
from feedback.models import (
    Concern,
    FollowUp,
    Opening,
    Outcome,
    Reading,
    Recording,
    Words,
)
from feedback.permissions import can_read_raw_answers, can_see_concerns
from feedback.sealing import seal_bytes


class NotYours(PermissionError):
    """This person's role does not let them do that."""


class AlreadySettled(Exception):
    """Somebody has recorded an outcome before."""


class NotSettled(Exception):
    """Nobody has recorded an outcome yet, so there is nothing to follow up."""


class CannotPutBack(Exception):
    """Somebody else marked the text, or somebody is worried about it."""


@transaction.atomic
def open_words(*, words: Words, by: Staff) -> Reading:
    """Record that somebody is about to see a text, each time. Raises NotYours."""
    _must(can_read_raw_answers(by, _council(words)))
    now = timezone.now()
    Opening.objects.create(words=words, by=by, at=now)
    reading, _new = Reading.objects.get_or_create(
        words=words, defaults={"opened_by": by, "opened_at": now}
    )
    return reading


@transaction.atomic
def mark_read(*, words: Words, by: Staff) -> Reading:
    """Say that a text was read and worries nobody. Raises NotYours."""
    _must(can_read_raw_answers(by, _council(words)))
    if not words.openings.filter(by=by).exists():
        open_words(words=words, by=by)
    reading = Reading.objects.select_for_update().get(words=words)
    reading.words = words  # so that whoever holds the text sees its mark
    if reading.read_at is None:
        reading.read_by, reading.read_at = by, timezone.now()
        reading.save(update_fields=["read_by", "read_at"])
    keep_safe_unless_somebody_has(words=words, by=by)
    return reading


@transaction.atomic
def put_back(*, words: Words, by: Staff) -> Reading:
    """Take back "I have read it", so that the text waits again. Raises NotYours, CannotPutBack."""
    _must(can_read_raw_answers(by, _council(words)))
    reading = Reading.objects.select_for_update().filter(words=words, read_by=by).first()
    if reading is None or words.concerns.exists():
        raise CannotPutBack
    reading.read_by = reading.read_at = None
    reading.save(update_fields=["read_by", "read_at"])
    return reading


@transaction.atomic
def raise_concern(*, words: Words, by: Staff, note: str) -> Concern:
    """Pass a worry to the safeguarding lead, with a sealed copy of the words, and of what was drawn
    or said. Raises NotYours."""
    mark_read(words=words, by=by)
    return Concern.objects.create(
        council=_council(words),
        words=words,
        raised_by=by,
        raised_at=timezone.now(),
        sealed_words=Concern.sealed(words.text),
        sealed_file=seal_bytes(bytes(words.recording.content)) if words.is_file else "",
        sealed_note=Concern.sealed(note),
        sealed_about=Concern.sealed(_about(words)),
    )


@transaction.atomic
def freeze_file(*, words: Words, by: Staff, note: str) -> Concern:
    """Let nobody open a picture here any more, because it may be illegal to look at or to copy.

    The safeguarding lead is told. The sealed copy stays with the concern, for the police, also
    when the answers are taken back. Raises NotYours.
    """
    _must(can_read_raw_answers(by, _council(words)))
    Recording.objects.filter(words=words).update(frozen=True)
    words.recording.frozen = True
    return raise_concern(words=words, by=by, note=note)


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


@transaction.atomic
def follow_up(*, concern: Concern, by: Staff, note: str, outcome: str = "") -> FollowUp:
    """Write down what happened after the outcome, and a new outcome if it changed.

    Nothing that was recorded before is changed. Raises NotYours, NotSettled.
    """
    _must(can_see_concerns(by, concern.council))
    if not concern.outcome:
        raise NotSettled
    return FollowUp.objects.create(
        concern=concern,
        by=by,
        at=timezone.now(),
        outcome=outcome,
        sealed_note=Concern.sealed(note),
    )


@transaction.atomic
def open_concern(*, concern: Concern, by: Staff) -> list[Words]:
    """The other texts of whoever wrote the words. All of them are opened, and that is recorded.

    None when the person has taken their answers back. Raises NotYours.
    """
    _must(can_see_concerns(by, concern.council))
    if concern.words is None:
        return []
    texts = concern.words.response.words.select_related(
        "question", "reading__read_by", "recording", *_PATH
    ).defer("recording__content", "recording__strokes")
    for words in texts:
        open_words(words=words, by=by)
    return [words for words in texts if words.pk != concern.words_id]


_PATH = ("response__questionnaire__consultation__council",)


def _about(words: Words) -> str:
    """What is kept with a concern of whoever wrote the words, in words."""
    response = words.response
    about: dict[str, str | bool] = {
        "asked": question_as_read(words),
        "role": str(response.get_role_display()),
        "band": str(response.get_band_display()),
        "voice": str(response.get_voice_display()),
    }
    if words.is_file:
        recording = words.recording
        about |= {"mime": recording.mime, "medium": words.medium, "frozen": recording.frozen}
    return json.dumps(about)


def _council(words: Words) -> Site:
    return words.response.questionnaire.consultation.council


def _must(allowed: bool) -> None:
    if not allowed:
        raise NotYours
