"""Making texts safe, so that those who look for what people said see nobody in them."""

from collections.abc import Sequence

from django.db import transaction

from consultations.permissions import Staff
from feedback.actions.versions import keep_version
from feedback.models import Recording, TextVersion, VersionKind, Words
from feedback.models.texts import Base
from feedback.redacting import as_kept, suggestions
from feedback.redaction import Suggestion, taken_out


@transaction.atomic
def keep_safe(
    *, words: Words, base: Base, by: Staff, removals: Sequence[Suggestion] | None = None
) -> TextVersion:
    """Keep the safe version of a text: without `removals`, or without all that is suggested.

    Whoever calls this has asked whether `by` may.
    """
    council = words.response.questionnaire.consultation.council
    if removals is None:
        removals = suggestions(text=base.text, language=base.language, council=council)
    return keep_version(
        words=words,
        kind=VersionKind.SAFE,
        source=base.source,
        language=base.language,
        text=taken_out(base.text, removals),
        removed=as_kept(removals),
        by=by,
    )


def keep_safe_unless_somebody_has(*, words: Words, by: Staff) -> None:
    """Keep a safe version of what was written, without all that is suggested, where a reader has
    taken no decision."""
    if words.text and not words.versions.safe().exists():
        keep_safe(words=words, base=Base(words.text, words.language, None), by=by)


def say_it_shows_nobody(*, words: Words, by: Staff | None) -> None:
    """A reader says that a picture or a voice message shows and names nobody, so that analysts
    may open it; or takes that back. Whoever calls this has asked whether `by` may."""
    Recording.objects.filter(words=words).update(shows_nobody_by=by)
