"""After reading: what was said is written down, translated, made safe and confirmed by people."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from consultations.permissions import Staff
from feedback.actions.reading import NotYours
from feedback.actions.safe_texts import keep_safe, say_it_shows_nobody
from feedback.actions.versions import keep_version
from feedback.models import TextVersion, VersionKind, Words
from feedback.models.texts import Base
from feedback.permissions import can_read_raw_answers
from feedback.ready import LANGUAGE
from feedback.redacting import suggestions
from feedback.redaction import Suggestion, taken_out


class SomebodyElseMust(Exception):
    """Whoever made a text safe cannot confirm it."""


class HasChanged(Exception):
    """A colleague has made another version in the meantime."""


@transaction.atomic
def write_down(*, words: Words, text: str, by: Staff) -> TextVersion:
    """Keep what is said or drawn, in words. What was made of an earlier transcript has to be made
    again. Raises NotYours."""
    _must_read(words, by)
    made_of_it = (VersionKind.SAFE, VersionKind.TRANSLATION)
    words.versions.current().filter(kind__in=made_of_it).update(is_current=False)
    whole = f"{words.text}\n\n{text}" if words.text else text
    return keep_version(words=words, kind=VersionKind.TRANSCRIPT, text=whole, by=by)


@transaction.atomic
def translate(*, words: Words, text: str, by: Staff) -> TextVersion:
    """Keep what a reader of that language put into the language of those who analyse.

    Its safe version has to be made anew. Raises NotYours.
    """
    _must_read(words, by)
    words.versions.safe().filter(language=LANGUAGE).update(is_current=False)
    return keep_version(
        words=words,
        kind=VersionKind.TRANSLATION,
        source=words.texts.transcript,
        language=LANGUAGE,
        text=text,
        by=by,
    )


@transaction.atomic
def describe(*, words: Words, text: str, by: Staff) -> TextVersion:
    """Keep what an adult sees in a picture. What could point at somebody is taken out of it: it is
    the adult's sentence, so nothing that a child said is lost. Raises NotYours."""
    _must_read(words, by)
    council = words.response.questionnaire.consultation.council
    found = suggestions(text=text, language=LANGUAGE, council=council)
    return keep_version(
        words=words,
        kind=VersionKind.DESCRIPTION,
        language=LANGUAGE,
        text=taken_out(text, found),
        by=by,
    )


@transaction.atomic
def make_safe(
    *, words: Words, base: Base, removals: Sequence[Suggestion], by: Staff
) -> TextVersion:
    """Keep a person's decision on what is taken out. Raises NotYours."""
    _must_read(words, by)
    return keep_safe(words=words, base=base, removals=removals, by=by)


@transaction.atomic
def let_analysts_open(*, words: Words, allowed: bool, by: Staff) -> None:
    """Say that a picture or a voice message shows and names nobody, or take it back.
    Raises NotYours."""
    _must_read(words, by)
    say_it_shows_nobody(words=words, by=by if allowed else None)


@transaction.atomic
def confirm_safe(*, version: TextVersion, by: Staff) -> TextVersion:
    """A second person says that nothing in a safe text points at anybody.

    Raises NotYours, SomebodyElseMust, HasChanged.
    """
    _must_read(version.words, by)
    version = TextVersion.objects.select_for_update().get(pk=version.pk)
    if version.made_by_id == by.pk:
        raise SomebodyElseMust
    if not version.is_current:
        raise HasChanged
    version.confirmed_by, version.confirmed_at = by, timezone.now()
    version.save(update_fields=["confirmed_by", "confirmed_at"])
    return version


def _must_read(words: Words, by: Staff) -> None:
    if not can_read_raw_answers(by, words.response.questionnaire.consultation.council):
        raise NotYours
