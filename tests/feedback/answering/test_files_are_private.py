"""A file that was not sent: only its own browser has it, and nothing of it stays behind."""

import uuid

import pytest
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.test import Client

from feedback.models import DraftFile
from tests import media
from tests.feedback.answering import walk


@pytest.fixture
def page():
    return media.asking()


@pytest.fixture
def child(page) -> Client:
    """Somebody who has drawn."""
    client = Client()
    walk.begin(client, page)
    walk.answer(client, page, 1, "", answer_strokes=media.strokes())
    return client


def address(page) -> str:
    return walk.address(page, f"file/{DraftFile.objects.get().name}")


def test_no_file_of_an_answer_touches_the_disk(child, page, monkeypatch, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    written = []
    monkeypatch.setattr(TemporaryUploadedFile, "__init__", lambda *args: written.append(args))

    walk.answer(child, page, 1, "", answer_file=media.file(media.picture()))

    assert DraftFile.objects.get().medium == "picture"
    assert written == []


def test_nobody_else_finds_a_file_that_was_not_sent(child, page, visitor, as_staff):
    other = Client()
    walk.begin(other, page)
    where = address(page)

    assert other.get(where).status_code == 404
    assert visitor.get(where).status_code == 302
    assert as_staff("reader", "safeguarding").get(where).status_code == 302
    assert child.get(walk.address(page, f"file/{uuid.uuid4()}")).status_code == 404
    assert child.get(where.replace(page.identity.code, "xxxxxxxx")).status_code in (404, 410)


def test_a_file_is_never_kept_by_a_browser_and_never_runs(child, page):
    headers = child.get(address(page)).headers

    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_only_the_page_that_records_may_play_what_was_not_sent(child, page):
    drawing, voice = (child.get(walk.address(page, number)) for number in (1, 2))

    assert "media-src 'self' blob:" in voice["Content-Security-Policy"]
    assert "blob:" not in drawing["Content-Security-Policy"]
