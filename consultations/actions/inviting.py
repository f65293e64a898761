"""Inviting: make codes for a known group or a room, let somebody in, and end what is over."""

import math
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from consultations import codes, keyed
from consultations.models import (
    Consultation,
    CouncilSettings,
    GroupCode,
    Invitation,
    InvitationBatch,
    Route,
)
from consultations.permissions import Staff, can_invite

OPENS = "invitation"  # what the digest of a code is made for


class NotYours(Exception):
    """Only a participation officer of the council may do this."""


class AlreadyMade(Exception):
    """The codes of this batch were made before, and cannot be shown again."""


@dataclass(frozen=True)
class Opening:
    """What a code opens: a consultation, by a route. `code` is set for a code of one's own."""

    consultation: Consultation
    route: str
    code: str = ""


@transaction.atomic
def make_batch(
    *,
    key: UUID,
    consultation: Consultation,
    label: str,
    n_codes: int,
    expires_on: date,
    by: Staff,
    today: date,
) -> list[str]:
    """Make a batch of codes, and give them back this once. We keep nothing but their digests.

    `key` is that of the new batch: a form that is sent twice makes one. The digests are stored in
    their own order, so that no place in the table says which letter a code was printed on.
    Raises NotYours, AlreadyMade.
    """
    _must_be_an_officer(by, consultation)
    batch, is_new = InvitationBatch.objects.get_or_create(
        pk=key,
        defaults={
            "consultation": consultation,
            "label": label,
            "n_codes": n_codes,
            "made_on": today,
            "expires_on": expires_on,
        },
    )
    if not is_new:
        raise AlreadyMade
    drawn: set[str] = set()
    while len(drawn) < n_codes:
        drawn.add(codes.draw(codes.OWN))
    number = keyed.current_key()
    stored = sorted(keyed.digest(code, number, OPENS) for code in drawn)
    Invitation.objects.bulk_create(
        Invitation(batch=batch, code_digest=one, code_key=number) for one in stored
    )
    return list(drawn)


@transaction.atomic
def stop_batch(*, batch: InvitationBatch, by: Staff) -> None:
    """End a batch before its time: how many were used stays, the other codes open nothing.
    Raises NotYours."""
    _must_be_an_officer(by, batch.consultation)
    _end(batch)


def make_group_code(
    *, consultation: Consultation, label: str, valid_on: date, by: Staff
) -> GroupCode:
    """A code for everybody in one room, on one day. Raises NotYours."""
    _must_be_an_officer(by, consultation)
    return GroupCode.objects.create(
        consultation=consultation, label=label, code=codes.draw(codes.GROUP), valid_on=valid_on
    )


def stop_group_code(*, group: GroupCode, by: Staff) -> None:
    """End a group code before its time. Who has begun with it can still send. Raises NotYours."""
    _must_be_an_officer(by, group.consultation)
    group.delete()


def find_opening(typed: str, today: date) -> Opening | None:
    """What a typed code opens today, in one statement; None for nothing, or no longer.

    Raises NotACode where no code of ours looks like it.
    """
    if len(codes.bare(typed)) == codes.OPEN_LINK:
        asked = Consultation.objects.filter(code=codes.bare(typed)).first()
        return Opening(asked, Route.OPEN) if asked else None
    code = codes.read_typed(typed)
    if len(code) == codes.GROUP:
        groups = GroupCode.objects.filter(code=code, valid_on=today)
        group = groups.select_related("consultation").first()
        return Opening(group.consultation, Route.GROUP) if group else None
    wanted = keyed.digests(code, OPENS)
    found = Invitation.objects.filter(code_digest__in=wanted, batch__expires_on__gte=today)
    unused = found.select_related("batch__consultation").first()
    if unused and keyed.matching([unused.code_digest], wanted):
        return Opening(unused.batch.consultation, Route.INVITED, code)
    return None


def spend(*, code: str, consultation: Consultation) -> bool:
    """Use up a code of one's own, in the transaction that stores the answers. False if somebody
    used it before, or it was stopped.

    Whoever deletes the row first has it; a second one waits, then finds nothing. A code that was
    good when somebody began is good when they send.
    """
    n_gone, _by_model = Invitation.objects.filter(
        code_digest__in=keyed.digests(code, OPENS), batch__consultation=consultation
    ).delete()
    return n_gone > 0


def end_what_is_over(*, today: date) -> int:
    """End batches that nobody can be answering with any more, wipe group codes of days that are
    past, and say how many of both."""
    running = InvitationBatch.objects.running().filter(expires_on__lt=today)
    running = running.select_related("consultation__council")
    over = [batch for batch in running if _last_sending_day(batch) < today]
    for batch in over:
        with transaction.atomic():
            _end(batch)
    n_groups, _by_model = GroupCode.objects.filter(valid_on__lt=today).delete()
    return len(over) + n_groups


def _last_sending_day(batch: InvitationBatch) -> date:
    """The last day on which a draft that was begun in time can be sent."""
    hours = CouncilSettings.for_site(batch.consultation.council).draft_hours
    return batch.expires_on + timedelta(days=math.ceil(hours / 24))


def _end(batch: InvitationBatch) -> None:
    batch.n_used = batch.used
    batch.save(update_fields=["n_used"])
    batch.unused.all().delete()


def _must_be_an_officer(by: Staff, consultation: Consultation) -> None:
    if not can_invite(by, consultation.council):
        raise NotYours
