"""Files of paper forms: brought and checked, imported whole or not at all, wiped."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from consultations.models import Consultation, Questionnaire
from consultations.permissions import Staff
from feedback import receipts
from feedback.actions.entering import NotYours, enter_response
from feedback.models import PaperFile
from feedback.paper_reading import PaperForm
from feedback.permissions import can_enter_answers

KEPT_HOURS = 24  # to confirm, and then to print the slips


class NothingToImport(Exception):
    """The contents of the file were wiped, because nobody confirmed in time."""


class CameBefore(Exception):
    """The same file was imported before; the person has to say that it should be again."""


def imported_before(file: PaperFile) -> PaperFile | None:
    """The same file of the same consultation, if it was imported before."""
    others = PaperFile.objects.filter(consultation=file.consultation, digest=file.digest)
    return others.exclude(pk=file.pk).filter(imported_on__isnull=False).first()


@transaction.atomic
def keep_file(
    *,
    consultation: Consultation,
    content: bytes,
    forms: Sequence[PaperForm],
    by: Staff,
    now: datetime,
) -> PaperFile:
    """Keep what was read from a file, sealed, until it is confirmed. Raises NotYours."""
    if not can_enter_answers(by, consultation.council):
        raise NotYours
    file = PaperFile(
        consultation=consultation,
        by=by,
        digest=hashlib.sha256(content).hexdigest(),
        n=len(forms),
        expires_at=now + timedelta(hours=KEPT_HOURS),
    )
    file.contents = {"forms": [form.as_json() for form in forms]}
    file.save()
    return file


@transaction.atomic
def import_file(
    *, file: PaperFile, questionnaire: Questionnaire, by: Staff, now: datetime, again: bool = False
) -> PaperFile:
    """Enter every form of a file, all or none. A file that was imported stays as it is.

    Raises NothingToImport, CameBefore, and what `enter_response` raises.
    """
    file = PaperFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
    if file.imported_on:
        return file
    if not file.sealed:
        raise NothingToImport
    if imported_before(file) and not again:
        raise CameBefore
    slips: list[Any] = []
    for form in forms_of(file):
        words = receipts.draw()
        enter_response(
            questionnaire=questionnaire,
            heard=form.heard,
            answers=form.answers,
            words=words,
            by=by,
            now=now,
        )
        slips.append([form.row, words])
    file.contents = {"slips": slips}
    file.imported_on = timezone.localdate(now)
    file.expires_at = now + timedelta(hours=KEPT_HOURS)
    file.save()
    return file


def forms_of(file: PaperFile) -> list[PaperForm]:
    """The forms that a file holds before it is imported."""
    return [PaperForm.from_json(kept) for kept in file.contents["forms"]]


def wipe_files(*, now: datetime) -> int:
    """Wipe the contents of files whose time has run out, and say of how many."""
    return PaperFile.objects.due(now).update(sealed="")
