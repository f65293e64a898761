"""From where people read, and what young checkers said of what we read."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from consultations.models import Consultation
from consultations.permissions import Staff
from feedback.actions.frame import must_analyse
from feedback.models import CheckBack, CheckedTheme, Standpoint


class NothingChecked(Exception):
    """Young people looked at no theme, or at one of another consultation."""


class WereChecked(Exception):
    """Young people have looked at the themes, so there is nothing to explain."""


@transaction.atomic
def say_standpoint(
    *, consultation: Consultation, works_in: str, link: str, view: str, by: Staff
) -> Standpoint:
    """Say from where one reads; a better answer takes the place of the first. Raises NotYours."""
    must_analyse(by, consultation)
    standpoint, _new = Standpoint.objects.update_or_create(
        consultation=consultation,
        by=by,
        defaults={
            "works_in": works_in,
            "link": link,
            "view": view,
            "said_on": timezone.localdate(),
        },
    )
    return standpoint


@transaction.atomic
def record_check(
    *,
    consultation: Consultation,
    who: str,
    youngest: str,
    oldest: str,
    held_on: date,
    said: Iterable[CheckedTheme],
    by: Staff,
) -> CheckBack:
    """Record that young people looked at themes, and what they said of each. A reason why nobody
    did goes. Raises NotYours, NothingChecked."""
    must_analyse(by, consultation)
    rows = list(said)
    if not rows or any(row.theme.consultation_id != consultation.pk for row in rows):
        raise NothingChecked
    consultation.checks.filter(held_on=None).delete()
    check = CheckBack.objects.create(
        consultation=consultation,
        who=who,
        youngest=youngest,
        oldest=oldest,
        held_on=held_on,
        by=by,
        recorded_on=timezone.localdate(),
    )
    for row in rows:
        row.check_back = check
    CheckedTheme.objects.bulk_create(rows)
    return check


@transaction.atomic
def skip_check(*, consultation: Consultation, why: str, by: Staff) -> CheckBack:
    """Say why no young people looked at the themes, which is published. Raises NotYours,
    WereChecked."""
    must_analyse(by, consultation)
    if consultation.checks.exclude(held_on=None).exists():
        raise WereChecked
    check, _new = CheckBack.objects.update_or_create(
        consultation=consultation,
        held_on=None,
        defaults={"why_skipped": why, "by": by, "recorded_on": timezone.localdate()},
    )
    return check


@transaction.atomic
def drop_check(*, check: CheckBack, by: Staff) -> None:
    """Take back what was recorded by mistake. What was published stays published. Raises
    NotYours."""
    must_analyse(by, check.consultation)
    check.delete()
