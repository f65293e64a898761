"""Reading: a person opens every text, marks it, and passes on a worry."""

import json

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from consultations.audiences import ADULT_VOICES, HELPED_VOICES, Band
from consultations.permissions import Staff
from feedback.actions.safe_texts import keep_safe_unless_somebody_has
from feedback.actions.telling import tell_leads
from feedback.asked import language_name, question_as_read
from feedback.models import AlertKind, Concern, Conflict, Opening, Reading, Words
from feedback.permissions import can_read_raw_answers
from feedback.sealing import seal_bytes


class NotYours(PermissionError):
    """This person's role does not let them do that."""


class CannotPutBack(Exception):
    """Somebody else marked the text, or somebody is worried about it."""


@transaction.atomic
def open_words(*, words: Words, by: Staff) -> Reading:
    """Record that somebody is about to see a text, each time. Raises NotYours."""
    _must(may_read(words, by))
    now = timezone.now()
    Opening.objects.create(words=words, by=by, at=now)
    reading, _new = Reading.objects.get_or_create(
        words=words, defaults={"opened_by": by, "opened_at": now}
    )
    return reading


@transaction.atomic
def mark_read(*, words: Words, by: Staff) -> Reading:
    """Say that a text was read and worries nobody. Raises NotYours."""
    _must(may_read(words, by))
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
    _must(may_read(words, by))
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
    council = _council(words)
    concern = Concern.objects.create(
        council=council,
        conflict=Conflict.objects.filter(response_id=words.response_id).first(),
        words=words,
        raised_by=by,
        raised_at=timezone.now(),
        sealed_words=Concern.sealed(words.text),
        sealed_file=_sealed_file(words),
        sealed_note=Concern.sealed(note),
        sealed_about=Concern.sealed(_about(words)),
    )
    kind = AlertKind.CONCERN
    tell_leads(council=council, kind=kind, about=concern.pk, conflict=concern.conflict)
    return concern


def may_read(words: Words, by: Staff) -> bool:
    """Whether `by` reads texts here, and this one is not kept from them."""
    reads = can_read_raw_answers(by, _council(words))
    return reads and Words.objects.visible_to(by).filter(pk=words.pk).exists()


def _about(words: Words) -> str:
    """What is kept with a concern of whoever wrote the words, in words."""
    response = words.response
    about: dict[str, str | bool] = {
        "asked": question_as_read(words),
        "role": str(response.get_role_display()),
        "band": str(response.get_band_display()),
        "voice": str(response.get_voice_display()),
        "language": language_name(words.language),
        "helped": response.voice in (*HELPED_VOICES, *ADULT_VOICES),
        "leaver": response.band == Band.EIGHTEEN,
    }
    if words.is_file:
        about |= {"mime": words.recording.mime, "medium": words.medium}
    return json.dumps(about)


def _sealed_file(words: Words) -> str:
    """The sealed copy of a picture or a sound; none of one that is frozen: there is one already."""
    if not words.is_file or words.recording.frozen:
        return ""
    return seal_bytes(bytes(words.recording.content))


def _council(words: Words) -> Site:
    return words.response.questionnaire.consultation.council


def _must(allowed: bool) -> None:
    if not allowed:
        raise NotYours
