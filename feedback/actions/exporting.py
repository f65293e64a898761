"""Exports: asked for with a reason, made in the background, deleted when their time is over."""

import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from consultations.models import Consultation
from consultations.permissions import Staff
from feedback.actions.reading import NotYours
from feedback.exporting.package import write_package
from feedback.exporting.project import write_codes, write_texts
from feedback.exporting.reading import how_many
from feedback.models import ExportJob, ExportKind, ExportState, Fetching
from feedback.models.export import GoneBecause
from feedback.permissions import can_analyse

KEPT_FOR = timedelta(days=7)
STALLED = timedelta(minutes=10)  # without a sign of life, whoever made it is gone
SHORTEST_REASON = 10


class NoReason(ValueError):
    """An export must say what it is for."""


class NotThere(Exception):
    """There is no file to fetch."""


@transaction.atomic
def ask_for_export(
    *, consultation: Consultation, kind: ExportKind, why: str, by: Staff, language: str
) -> ExportJob:
    """Ask for an export: it is made in the background. Raises NotYours, NoReason."""
    _must(by, consultation)
    if len(why.strip()) < SHORTEST_REASON:
        raise NoReason
    now = timezone.now()
    job = ExportJob.objects.create(
        consultation=consultation,
        kind=kind,
        language=language,
        why=why.strip(),
        asked_by=by,
        asked_at=now,
        moved_at=now,
    )
    _begin(job)
    return job


@transaction.atomic
def try_again(*, job: ExportJob, by: Staff) -> ExportJob:
    """Make an export that did not work once more. Raises NotYours, NotThere."""
    _must(by, job.consultation)
    job = ExportJob.objects.select_for_update().get(pk=job.pk)
    if job.state != ExportState.FAILED:
        raise NotThere
    job.state, job.n_done, job.moved_at = ExportState.WAITING, 0, timezone.now()
    job.save(update_fields=["state", "n_done", "moved_at"])
    _begin(job)
    return job


def make_export(*, job_id: str) -> None:
    """Make the file of an export that waits. Whatever goes wrong is said on its row, and raised.

    Twice at once is once: only whoever takes the row from waiting to running makes it.
    """
    mine = ExportJob.objects.filter(pk=job_id, state=ExportState.WAITING)
    if not mine.update(state=ExportState.RUNNING, moved_at=timezone.now()):
        return
    job = ExportJob.objects.select_related("consultation__council").get(pk=job_id)
    job.tries, job.n_total = job.tries + 1, how_many(job.consultation)
    job.save(update_fields=["tries", "n_total"])
    try:
        with translation.override(job.language):
            _write(job)
    except BaseException:
        path_of(job).unlink(missing_ok=True)
        _running(job).update(state=ExportState.FAILED, ended_at=timezone.now())
        raise
    _ready(job)


def _ready(job: ExportJob) -> None:
    """It can be fetched, unless it was ended while it was made."""
    now = timezone.now()
    done = _running(job).update(
        state=ExportState.DONE,
        n_done=job.n_total,
        moved_at=now,
        ended_at=now,
        expires_at=now + KEPT_FOR,
    )
    if not done:
        path_of(job).unlink(missing_ok=True)


def _write(job: ExportJob) -> None:
    """The file, beside its place until it is whole."""
    folder = exports_folder()
    with tempfile.TemporaryDirectory(dir=folder, prefix="making-") as making:
        whole = Path(making) / "whole"
        work = Path(making) / "work"
        work.mkdir()
        with whole.open("wb") as out:
            if job.kind == ExportKind.PACKAGE:
                write_package(
                    consultation=job.consultation,
                    folder=work,
                    out=out,
                    seen=lambda n: _moved(job, n),
                    language=job.language,
                    why=job.why,
                    today=timezone.localdate().isoformat(),
                    until=timezone.localdate(timezone.now() + KEPT_FOR).isoformat(),
                )
            elif job.kind == ExportKind.PROJECT:
                write_texts(job.consultation, beside=work / "project.qde", out=out)
            else:
                write_codes(job.consultation, out=out)
        whole.replace(path_of(job))


@transaction.atomic
def fetch(*, job: ExportJob, by: Staff) -> Path:
    """Record that somebody is about to get the file. Raises NotYours, NotThere."""
    _must(by, job.consultation)
    if not job.is_ready or not path_of(job).exists():
        raise NotThere
    Fetching.objects.create(job=job, by=by, at=timezone.now())
    return path_of(job)


@transaction.atomic
def drop_export(*, job: ExportJob, by: Staff) -> None:
    """Delete the file before its time. Raises NotYours."""
    _must(by, job.consultation)
    _end([job], GoneBecause.DROPPED)


def end_exports_with(*, consultation: Consultation) -> int:
    """Somebody takes answers back: no file of this consultation stays. Gives how many went."""
    return _end(ExportJob.objects.with_file().filter(consultation=consultation), GoneBecause.ERASED)


def end_old_exports(*, now: datetime) -> int:
    """Delete the files whose time is over, say of those that stalled that they did not work, and
    sweep up what belongs to no export. Gives how many changed."""
    old = ExportJob.objects.filter(state=ExportState.DONE, expires_at__lte=now)
    stalled = ExportJob.objects.filter(state=ExportState.RUNNING, moved_at__lte=now - STALLED)
    changed = _end(old, GoneBecause.OLD)
    changed += stalled.update(state=ExportState.FAILED, ended_at=now)
    for path in _strays(now):
        path.unlink(missing_ok=True)
    return changed


def path_of(job: ExportJob) -> Path:
    """Where the file of an export lies: below no address."""
    return exports_folder() / f"{job.pk}"


def exports_folder() -> Path:
    """Where exports lie. Readable to the site's own account alone."""
    folder = Path(settings.HEARD_EXPORTS_DIR)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _strays(now: datetime) -> Iterator[Path]:
    kept = {str(pk) for pk in ExportJob.objects.with_file().values_list("pk", flat=True)}
    for path in exports_folder().iterdir():
        if path.is_file() and path.name not in kept:
            yield path


def _end(jobs, because: GoneBecause) -> int:  # type: ignore[no-untyped-def]
    """Delete the files of these exports once what is done here stands."""
    ended = list(jobs)
    ExportJob.objects.filter(pk__in=[job.pk for job in ended]).update(
        state=ExportState.GONE, gone_because=because, ended_at=timezone.now()
    )
    for path in map(path_of, ended):
        transaction.on_commit(partial(path.unlink, missing_ok=True))
    return len(ended)


def _running(job: ExportJob):  # type: ignore[no-untyped-def]
    return ExportJob.objects.filter(pk=job.pk, state=ExportState.RUNNING)


def _moved(job: ExportJob, n: int) -> None:
    """A sign of life. An export that was ended meanwhile is not gone on with."""
    if not _running(job).update(n_done=n, moved_at=timezone.now()):
        raise NotThere


def _begin(job: ExportJob) -> None:
    from feedback.tasks import export

    transaction.on_commit(lambda: export.enqueue(str(job.pk)))


def _must(by: Staff, consultation: Consultation) -> None:
    if not can_analyse(by, consultation.council):
        raise NotYours
