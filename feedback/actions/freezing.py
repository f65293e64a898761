"""A picture that may be illegal: nobody opens it, and there is no other copy (requirement S11)."""

from django.db import transaction
from django.utils import timezone

from consultations.permissions import Staff
from feedback.actions.alerting import settle_alerts
from feedback.actions.concerns import must_see
from feedback.actions.reading import NotYours, may_read, raise_concern
from feedback.actions.telling import tell_leads
from feedback.models import AlertKind, Concern, Freezing, Recording, Words

FROZEN = b"frozen"  # stands where the picture stood, so that no screen and no export can leak it


class NothingToFreeze(Exception):
    """There is no picture here."""


class NotFrozen(Exception):
    """Nobody froze it, or somebody has let it go."""


@transaction.atomic
def freeze_file(*, words: Words, by: Staff, note: str) -> Concern:
    """Let nobody open a picture here any more, because it may be illegal to look at or to copy.

    The one picture is moved into a sealed field of the concern, and stays there for the police,
    also when the answers are taken back. The safeguarding lead is told. Raises NotYours.
    """
    if not may_read(words, by):
        raise NotYours
    recording = Recording.objects.select_for_update().get(words=words)
    if recording.frozen:
        return words.concerns.filter(freezing__isnull=False).latest("pk")
    concern = raise_concern(words=words, by=by, note=note)
    _freeze(concern, by)
    return concern


@transaction.atomic
def freeze_sealed(*, concern: Concern, by: Staff) -> Freezing:
    """The same for the sealed copy of a picture that came with a concern.

    Raises NotYours, NothingToFreeze.
    """
    must_see(concern, by)
    if not concern.sealed_file:
        raise NothingToFreeze
    return _freeze(concern, by)


@transaction.atomic
def release_file(*, concern: Concern, by: Staff, reason: str) -> Freezing:
    """Let a picture go, because the police said so. Raises NotYours, NotFrozen."""
    must_see(concern, by)
    freezing = Freezing.objects.select_for_update().filter(concern=concern).standing().first()
    if freezing is None:
        raise NotFrozen
    freezing.released_by, freezing.released_at = by, timezone.now()
    freezing.sealed_reason = Concern.sealed(reason)
    freezing.save(update_fields=["released_by", "released_at", "sealed_reason"])
    if concern.words_id:
        Recording.objects.filter(words=concern.words_id).update(frozen=False, content=concern.file)
    settle_alerts(council=concern.council, kind=AlertKind.FROZEN, about=concern.pk)
    return freezing


def _freeze(concern: Concern, by: Staff) -> Freezing:
    """Freeze the picture of a concern: its sealed copy is the only one from now on."""
    if concern.words:
        others = Concern.objects.filter(words=concern.words_id).exclude(pk=concern.pk)
        others.update(sealed_file="")
        kept = Recording.objects.filter(words=concern.words_id)
        kept.update(frozen=True, content=FROZEN, strokes=[])
        concern.words.recording = kept.get()
    freezing, _new = Freezing.objects.update_or_create(
        concern=concern,
        defaults={
            "by": by,
            "at": timezone.now(),
            "released_by": None,
            "released_at": None,
            "sealed_reason": "",
        },
    )
    concern.freezing = freezing
    kind = AlertKind.FROZEN
    tell_leads(council=concern.council, kind=kind, about=concern.pk, conflict=concern.conflict)
    return freezing
