"""The screen where officers bring a spreadsheet in: a sentence for each fault, nothing by half."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from consultations.models import ConsultationPage
from consultations.symbols import every_symbol
from tests import make
from tests.consultations.xlsform.fielded import FIELDED, book_of, saved
from tests.consultations.xlsform.test_sheets import BROKEN

pytestmark = pytest.mark.django_db
HEAD = ("type", "name", "label", "heard")
ONE = {"survey": [HEAD, ("text", "why", "Why?")]}


@pytest.fixture
def page():
    return make.draft_consultation(make.block("long_text", "First?", data_name="first"))


@pytest.fixture
def officer(client):
    client.force_login(make.staff("participation"))
    return client


def bring(officer, page, content, name="form.xlsx"):
    if isinstance(content, dict):
        content = saved(book_of(content)).getvalue()
    sent = {"file": SimpleUploadedFile(name, content)} if content is not None else {}
    return officer.post(f"/admin/consultations/{page.pk}/xlsform/", sent)


def add(officer, page, read):
    sent = {"questions": read.context["questions"]}
    return officer.post(f"/admin/consultations/{page.pk}/xlsform/add/", sent, follow=True)


def names(page) -> list[str]:
    draft = ConsultationPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return [block.value["data_name"] for block in draft.questions]


def test_bad_files_get_a_sentence_and_change_nothing(officer, page):
    n_revisions = page.revisions.count()

    for content, sentence in BROKEN.values():
        refused = bring(officer, page, content or b" ", "form.xls")
        assert (refused.status_code, sentence in refused.content.decode()) == (422, True)

    assert page.revisions.count() == n_revisions


def test_a_missing_file_is_asked_for(officer, page):
    refused = bring(officer, page, None)

    assert refused.status_code == 422
    assert "Choose a file first." in refused.content.decode()


def test_the_report_says_sheet_row_and_column(officer, page):
    shown = bring(officer, page, FIELDED["an entity"].sheets).content.decode()

    assert "<td>survey</td><td>2</td><td><code>save_to</code></td>" in shown
    assert "The sheet “entities” is not carried." in shown


def test_pressing_twice_adds_once(officer, page):
    read = bring(officer, page, ONE)
    add(officer, page, read)

    again = add(officer, page, read)

    assert names(page) == ["first", "why"]
    assert "Nothing was added" in again.content.decode()


def test_a_data_name_that_is_there_already_is_changed_and_named(officer, page):
    read = bring(officer, page, {"survey": [HEAD, ("text", "first", "Why?")]})
    add(officer, page, read)

    assert names(page) == ["first", "first_2"]
    assert "Its data name is “first_2” here." in read.content.decode()


def test_the_data_name_of_a_question_that_was_taken_out_is_not_used_again(officer):
    asked = make.consultation(make.block("long_text", "First?", data_name="first"))
    draft = asked.get_latest_revision_as_object()
    draft.questions = []
    draft.save_revision()

    read = bring(officer, asked, {"survey": [HEAD, ("text", "first", "Why?")]})

    assert [one.name for one in read.context["wanted"]] == ["first_2"]


def test_a_locked_consultation_stays_as_it_is(officer, page):
    read = bring(officer, page, ONE)
    ConsultationPage.objects.filter(pk=page.pk).update(locked=True)

    told = add(officer, page, read)

    assert names(page) == ["first"]
    assert "is locked" in told.content.decode()


def test_easy_read_that_is_too_long_comes_in_and_has_to_be_mended(officer, page):
    row = {"symbol": next(iter(every_symbol())), "text": ("word " * 16).strip()}
    kept = json.dumps({"kind": "short_text", "easy_read": [row]})

    read = bring(officer, page, {"survey": [HEAD, ("text", "why", "Why?", kept)]})
    add(officer, page, read)

    assert "16 words" in read.content.decode()
    assert "The editor says what is missing." in read.content.decode()
    assert names(page) == ["first", "why"]
