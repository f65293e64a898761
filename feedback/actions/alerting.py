"""Telling somebody that something needs them, without saying what."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Site

from consultations.permissions import Staff
from feedback.models import Alert, AlertKind


def alert(
    *,
    council: Site,
    kind: AlertKind,
    about: Any = "",
    role: str = "",
    person: Staff | None = None,
    due_at: datetime | None = None,
) -> Alert:
    """Tell all who hold a role, or one person, that a row of this key needs them. Twice is once,
    while nobody has acted on the first."""
    made, _new = Alert.objects.get_or_create(
        council=council,
        kind=kind,
        about=str(about),
        for_role=role,
        for_person=person,
        done_at=None,
        defaults={"made_at": timezone.now(), "due_at": due_at},
    )
    return made


def settle_alerts(*, council: Site, kind: AlertKind, about: Any) -> int:
    """Nobody needs to be told any more. Gives how many alerts that ended."""
    waiting = Alert.objects.open().filter(council=council, kind=kind, about=str(about))
    return waiting.update(done_at=timezone.now())
