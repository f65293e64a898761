"""Keeping a promise."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from consultations.actions.translations import tell_translators
from consultations.permissions import Staff
from governance.actions.log import append
from governance.models import Promise, PromiseUpdate
from governance.permissions import can_keep_promises


class NotYours(PermissionError):
    """This person's role does not let them do that."""


class AlreadyKept(Exception):
    """The promise was kept before."""


class NotPublic(Exception):
    """The decision was never published, so nothing has been promised yet."""


class TooEarly(Exception):
    """The day on which it was kept lies before the decision that promised it."""


class NotYet(Exception):
    """The day on which it was kept lies in the future, or no evidence was given."""


@transaction.atomic
def keep_promise(
    *, promise: Promise, by: Staff, evidence: str, kept_on: date, today: date
) -> PromiseUpdate:
    """Say that a promise was kept, on which day and what shows it, and enter it in the log.

    Raises NotYours, NotPublic, AlreadyKept, NotYet, TooEarly.
    """
    promise = Promise.objects.select_for_update().get(pk=promise.pk)
    council = promise.page.findings.consultation.council
    if not can_keep_promises(by, council):
        raise NotYours
    if not Promise.objects.public().filter(pk=promise.pk).exists():
        raise NotPublic
    if promise.kept:
        raise AlreadyKept
    if kept_on > today or not evidence.strip():
        raise NotYet
    if kept_on < promise.page.decided_on:
        raise TooEarly
    kept = PromiseUpdate.objects.create(
        promise=promise,
        kept_on=kept_on,
        evidence=evidence.strip(),
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    append(
        council=council,
        type="promise.kept",
        subject=promise.subject,
        public={
            "promise": str(promise.key),
            "decision": str(promise.page.translation_key),
            "due_on": promise.due_on.isoformat(),
            "kept_on": kept_on.isoformat(),
        },
        texts={"promise": promise.text, "evidence": kept.evidence},
    )
    tell_translators(source=promise.page, today=today)
    return kept
