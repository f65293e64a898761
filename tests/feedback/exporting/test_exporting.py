"""Exports are asked for with a reason, made once, and deleted in time."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from feedback.actions import exporting, themes
from feedback.actions.reading import NotYours
from feedback.actions.withdrawing import withdraw_response
from feedback.models import ExportJob, ExportKind, ExportState, Fetching
from tests import make
from tests.sharing import once_a_file

WHY = "To see how many feel heard"


@once_a_file
def page():
    page = make.consultation()
    make.read_words(page, "I moved three times", heard="yes")
    return page


@pytest.fixture(autouse=True)
def _somewhere(settings, tmp_path):
    settings.HEARD_EXPORTS_DIR = tmp_path / "exports"
    settings.HEARD_REQUIRE_SECOND_FACTOR = False


@pytest.fixture
def export(page, django_capture_on_commit_callbacks):
    """Asks for an export, and lets it be made."""

    def ask(kind=ExportKind.PACKAGE, **more) -> ExportJob:
        told = {"why": WHY, "by": make.staff("analyst"), "language": "en-gb"} | more
        with django_capture_on_commit_callbacks(execute=True):
            job = exporting.ask_for_export(consultation=page.identity, kind=kind, **told)
        job.refresh_from_db()
        return job

    return ask


def test_an_export_is_made_and_can_be_fetched(export):
    job = export()

    path = exporting.fetch(job=job, by=make.staff("analyst"))

    assert (job.state, job.n_done, job.n_total, job.percent) == ("done", 1, 1, 100)
    assert job.expires_at - job.ended_at == timedelta(days=7)
    assert "data.csv" in zipfile.ZipFile(path).namelist()
    assert Fetching.objects.get().by == make.staff("analyst")


def test_texts_and_codes_for_other_programs(export, page):
    theme = make.theme(page, "Moving")
    words = page.identity.questionnaires.get().responses.get().words.get()
    themes.group_words(words=words, themes=[theme], by=make.staff("analyst"))

    project = export(ExportKind.PROJECT)
    codes = export(ExportKind.CODEBOOK)

    with zipfile.ZipFile(exporting.path_of(project)) as zipped:
        told = zipped.read("project.qde").decode()
    assert "I moved three times" in zipped_texts(project)
    assert f'targetGUID="{theme.pk}"' in told
    assert "analyst" not in told
    assert 'name="Moving"' in exporting.path_of(codes).read_text()


def zipped_texts(job) -> list[str]:
    with zipfile.ZipFile(exporting.path_of(job)) as zipped:
        return [zipped.read(name).decode() for name in zipped.namelist() if "sources" in name]


def test_an_export_says_what_it_is_for(page, export):
    with pytest.raises(exporting.NoReason):
        export(why="because  ")
    row = {"consultation": page.identity, "kind": "package", "asked_by": make.staff("analyst")}
    now = {"asked_at": timezone.now(), "moved_at": timezone.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        ExportJob.objects.create(why="", **row, **now)
    with pytest.raises(IntegrityError), transaction.atomic():
        ExportJob.objects.create(why=WHY, state="done", **row, **now)
    with pytest.raises(IntegrityError), transaction.atomic():
        ExportJob.objects.create(why=WHY, state="gone", **row, **now)
    ExportJob.objects.create(why=WHY, **row, **now)


def test_only_an_analyst_takes_answers_away(export):
    for role in ("reader", "safeguarding", "participation", "decision_maker"):
        with pytest.raises(NotYours):
            export(by=make.staff(role))
    with pytest.raises(NotYours):
        export(by=make.superuser())


def test_taking_answers_back_deletes_every_file_of_the_consultation(
    export, page, django_capture_on_commit_callbacks
):
    job = export()
    path = exporting.path_of(job)
    assert path.exists()

    with django_capture_on_commit_callbacks(execute=True):
        response = page.identity.questionnaires.get().responses.get()
        withdraw_response(response=response, today=make.today())

    job.refresh_from_db()
    assert (job.state, job.gone_because, path.exists()) == ("gone", "erased", False)
    with pytest.raises(exporting.NotThere):
        exporting.fetch(job=job, by=make.staff("analyst"))


def test_an_export_that_was_ended_while_it_was_made_leaves_no_file(export, monkeypatch):
    def write(*, consultation, seen, out, **_more):
        ExportJob.objects.update(state="gone", gone_because="erased")
        out.write(b"what somebody took back")
        seen(1)

    monkeypatch.setattr(exporting, "write_package", write)

    job = export()

    assert job.state == "gone"
    assert list(exporting.exports_folder().iterdir()) == []


def test_what_goes_wrong_is_said_and_can_be_tried_again(
    export, monkeypatch, django_capture_on_commit_callbacks
):
    def fail(**_told):
        raise OSError("no room")

    with monkeypatch.context() as broken:
        broken.setattr(exporting, "write_package", fail)
        job = export()
    assert job.state == ExportState.FAILED
    assert list(exporting.exports_folder().iterdir()) == []

    with django_capture_on_commit_callbacks(execute=True):
        exporting.try_again(job=job, by=make.staff("analyst"))

    job.refresh_from_db()
    assert (job.state, job.tries) == ("done", 2)
    with pytest.raises(exporting.NotThere):
        exporting.try_again(job=job, by=make.staff("analyst"))


def test_an_export_is_made_once_when_two_workers_take_it(export, monkeypatch):
    job = export()
    monkeypatch.setattr(exporting, "write_package", lambda **told: told["nothing"])

    exporting.make_export(job_id=str(job.pk))

    job.refresh_from_db()
    assert (job.state, job.tries) == ("done", 1)


def test_time_deletes_files_and_what_stalled_can_be_tried_again(
    export, django_capture_on_commit_callbacks
):
    job, dead = export(), export()
    ExportJob.objects.filter(pk=dead.pk).update(state="running", expires_at=None)
    stray = exporting.exports_folder() / "left-over"
    stray.write_bytes(b"x")

    with django_capture_on_commit_callbacks(execute=True):
        n = exporting.end_old_exports(now=timezone.now() + timedelta(days=8))

    job.refresh_from_db()
    dead.refresh_from_db()
    assert (n, job.gone_because, dead.state) == (2, "old", "failed")
    assert not exporting.path_of(job).exists()
    assert not stray.exists()


def test_an_analyst_asks_follows_fetches_and_deletes(
    page, as_staff, django_capture_on_commit_callbacks
):
    client, address = as_staff("analyst"), reverse("feedback_exports", args=[page.identity.code])

    short = client.post(address, {"kind": "package", "why": "no"})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"kind": "package", "why": WHY})
    shown = client.get(address).content.decode()
    job = ExportJob.objects.get()
    fetched = client.post(reverse("feedback_export_file", args=[page.identity.code, job.pk]))
    content = b"".join(fetched.streaming_content)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("feedback_export_drop", args=[page.identity.code, job.pk]))

    assert short.status_code == 422
    assert "Say in a few more words" in short.content.decode()
    assert WHY in shown
    assert "data.csv" in zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert f"heard-{page.identity.code}-answers.zip" in fetched["Content-Disposition"]
    assert "no-store" in fetched["Cache-Control"]
    assert "It was deleted by hand" in client.get(address).content.decode()


def test_a_file_of_another_consultation_is_not_found(export, as_staff):
    job = export()
    other = make.consultation()

    response = as_staff("analyst").post(
        reverse("feedback_export_file", args=[other.identity.code, job.pk])
    )

    assert response.status_code == 404
