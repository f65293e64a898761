"""Versions of somebody's words: made safe, written down, put into another language."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from consultations.permissions import Staff
from feedback.actions.carrying import carry_codings
from feedback.models import TextVersion, VersionKind, Words

Removed = Sequence[Sequence]  # [first character, past the last, reason, what stands there]


@transaction.atomic
def keep_version(
    *,
    words: Words,
    kind: VersionKind,
    text: str,
    by: Staff,
    language: str = "",
    source: TextVersion | None = None,
    removed: Removed = (),
) -> TextVersion:
    """Keep a version of some words in the place of the one before. Whoever calls this has asked
    whether `by` may."""
    language = language or words.language
    before = words.versions.current().filter(kind=kind, language=language)
    before.update(is_current=False)
    version = TextVersion.objects.create(
        words=words,
        kind=kind,
        source=source,
        language=language,
        text=text,
        removed=list(removed),
        made_by=by,
        made_at=timezone.now(),
    )
    carry_codings(to=version)
    return version
