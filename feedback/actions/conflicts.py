"""A worry about somebody who works here: they and everybody but a few lose sight of it at once."""

import json
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from consultations.models import StaffRole
from consultations.permissions import Staff, holds
from feedback.actions.concerns import must_see
from feedback.actions.reading import may_read
from feedback.actions.telling import keepers, tell_leads
from feedback.models import (
    Alert,
    AlertKind,
    Browsing,
    Concern,
    ConcernOpening,
    Conflict,
    Contact,
    Involved,
    Opening,
    Part,
)
from feedback.models.conflict import without_response
from feedback.sealing import seal


@transaction.atomic
def mark_conflict(*, concern: Concern, by: Staff, people: Iterable[Staff]) -> Conflict:
    """Say that a worry is about somebody who works here, or (without `people`) about how people
    work here. From now on only the conflict list sees anything of it. Raises NotYours."""
    if concern.words is None or not may_read(concern.words, by):
        must_see(concern, by)
    named, now = list(people), timezone.now()
    response_id = concern.words.response_id if concern.words else without_response()
    conflict, _new = Conflict.objects.get_or_create(
        response_id=concern.conflict.response_id if concern.conflict else response_id,
        defaults={
            "council": concern.council,
            "marked_by": by,
            "marked_at": now,
            "sealed_seen": seal(json.dumps(_seen(concern))),
        },
    )
    Conflict.objects.filter(pk=conflict.pk).update(ended_by=None, ended_at=None, sealed_why="")
    for person in named:
        part = {"part": Part.NAMED}
        Involved.objects.update_or_create(conflict=conflict, person=person, defaults=part)
    related = Concern.objects.filter(words__response_id=response_id)
    (related | Concern.objects.filter(pk=concern.pk)).update(conflict=conflict)
    _tell(conflict)
    return conflict


@transaction.atomic
def end_conflict(*, conflict: Conflict, by: Staff, why: str) -> Conflict:
    """Let others work with the words again. Those whom it is about never do. Raises NotYours."""
    conflict = Conflict.objects.select_for_update().get(pk=conflict.pk)
    must_see(conflict.concerns.order_by("pk")[0], by)
    if conflict.ended_at is None:
        conflict.ended_by, conflict.ended_at = by, timezone.now()
        conflict.sealed_why = seal(why)
        conflict.save(update_fields=["ended_by", "ended_at", "sealed_why"])
    return conflict


def _tell(conflict: Conflict) -> None:
    """Whoever keeps it is told in person; what would tell a whole role is taken back."""
    council = conflict.council
    named = conflict.involved.filter(part=Part.NAMED).values_list("person_id", flat=True)
    for person in keepers(council, list(named)):
        if not holds(person, StaffRole.CONFLICT, council=council):
            part = {"part": Part.KEEPS}
            Involved.objects.get_or_create(conflict=conflict, person=person, defaults=part)
    for concern in conflict.concerns.all():
        open_now = Alert.objects.open().filter(council=council, about__in=_keys(concern))
        open_now.update(done_at=timezone.now())
        if not concern.outcome:
            kind = AlertKind.CONFLICT
            tell_leads(council=council, kind=kind, about=concern.pk, conflict=conflict)


def _keys(concern: Concern) -> list[str]:
    """What alerts about a concern, and about what was sent with it, lead to."""
    if concern.words is None:
        return [str(concern.pk)]
    texts = concern.words.response.words.values_list("pk", flat=True)
    contacts = Contact.objects.of(concern.words.response_id).values_list("pk", flat=True)
    return [str(concern.pk), *map(str, texts), *map(str, contacts)]


def _seen(concern: Concern) -> list[dict]:
    """Who opened the words, or the concern, or looked through texts after they were read."""
    rows: list[Any] = list(ConcernOpening.objects.filter(concern=concern).select_related("by"))
    if concern.words:
        response = concern.words.response
        rows += Opening.objects.filter(words__response=response).select_related("by")
        read_at = response.words.filter(reading__read_at__isnull=False)
        if first := read_at.order_by("reading__read_at").values_list("reading__read_at").first():
            looked = Browsing.objects.filter(
                consultation=response.questionnaire.consultation_id, at__gte=first[0]
            )
            rows += looked.select_related("by")
    rows.sort(key=lambda row: row.at)
    return [{"who": str(row.by), "pk": row.by_id, "at": row.at.isoformat()} for row in rows]
