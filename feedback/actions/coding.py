"""Coding: put texts and passages under themes, each person for themselves; say what was read."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from consultations.permissions import Staff
from feedback.actions.frame import latest_version, must_analyse
from feedback.actions.reading import NotYours
from feedback.models import Coding, Note, Seen, TextVersion, Theme, Words


class NotSafeYet(Exception):
    """The text has not been read, or somebody is worried about it, or nobody has said in words
    what it shows."""


class NotThere(Exception):
    """The passage is not in the text, or the text was replaced by a better one."""


class NotUsed(Exception):
    """The theme is of another consultation, or nothing is put under it any more."""


@transaction.atomic
def code_text(*, words: Words, theme: Theme, by: Staff) -> Coding:
    """Put a whole text under a theme. Twice is once. Raises NotYours, NotSafeYet, NotUsed."""
    _must_be_codable(words, by, theme)
    coding, _new = Coding.objects.get_or_create(
        words=words, theme=theme, coder=by, start=None, end=None, defaults=_made(words, theme)
    )
    mark_seen(texts=[words], by=by)
    return coding


@transaction.atomic
def code_passage(
    *, words: Words, version: TextVersion, start: int, end: int, theme: Theme, by: Staff
) -> Coding:
    """Put the words [start, end) of a safe text under a theme. Twice is once.

    Spaces around them are left out. Raises NotYours, NotSafeYet, NotUsed, NotThere.
    """
    _must_be_codable(words, by, theme)
    current = words.versions.safe().filter(pk=version.pk).first()
    if current is None or not 0 <= start < end <= len(current.text):
        raise NotThere
    passage = current.text[start:end]
    start += len(passage) - len(passage.lstrip())
    end -= len(passage) - len(passage.rstrip())
    if start >= end:
        raise NotThere
    coding, _new = Coding.objects.get_or_create(
        theme=theme,
        text_version=current,
        coder=by,
        start=start,
        end=end,
        defaults=_made(words, theme) | {"words": words, "text_version": current},
    )
    mark_seen(texts=[words], by=by)
    return coding


@transaction.atomic
def take_out(*, coding: Coding, by: Staff) -> None:
    """Take back one's own coding, and the quotation with it that nothing holds any more.
    Raises NotYours."""
    must_analyse(by, coding.theme.consultation)
    if coding.coder_id != by.pk:
        raise NotYours
    words = coding.words
    coding.delete()
    drop_loose_quotations(words)


@transaction.atomic
def mark_seen(*, texts: Iterable[Words], by: Staff) -> None:
    """Say that somebody has read these texts. Whoever calls this has asked whether `by` may."""
    Seen.objects.bulk_create([Seen(words=words, by=by) for words in texts], ignore_conflicts=True)


@transaction.atomic
def keep_note(*, words: Words, text: str, by: Staff) -> Note | None:
    """Keep what somebody thought beside a text; with no words, keep nothing. Raises NotYours,
    NotSafeYet."""
    must_analyse(by, words.response.questionnaire.consultation)
    if not Words.objects.safe_to_analyse().visible_to(by).filter(pk=words.pk).exists():
        raise NotSafeYet
    mine = Note.objects.filter(words=words, by=by)
    if not text:
        mine.delete()
        return None
    note, _new = Note.objects.update_or_create(
        words=words, by=by, defaults={"text": text, "written_at": timezone.now()}
    )
    return note


def drop_loose_quotations(words: Words) -> None:
    """Delete what was to be quoted under themes that nobody puts this text under any more."""
    words.quotations.exclude(theme__in=words.codings.values("theme")).delete()


def must_be_codable(words: Words, by: Staff) -> None:
    """Do nothing for a text that this person can put under themes. Raises NotYours, NotSafeYet."""
    must_analyse(by, words.response.questionnaire.consultation)
    if not Words.objects.safe_to_analyse().visible_to(by).filter(pk=words.pk).exists():
        raise NotSafeYet
    if not words.versions.current().filter(kind__in=("safe", "description")).exists():
        raise NotSafeYet  # a picture without a word about it is nobody's to interpret


def _must_be_codable(words: Words, by: Staff, theme: Theme) -> None:
    must_be_codable(words, by)
    consultation = words.response.questionnaire.consultation_id
    if not Theme.objects.in_use().filter(pk=theme.pk, consultation=consultation).exists():
        raise NotUsed


def _made(words: Words, theme: Theme) -> dict:
    """When, on which text and under which version of the code frame something is coded."""
    return {
        "text_version": words.safe_version,
        "frame": latest_version(theme.consultation),
        "coded_at": timezone.now(),
    }
