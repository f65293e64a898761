"""Out as a spreadsheet and in again: nothing is lost that the report does not name."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from consultations.kinds import KINDS
from consultations.models import ConsultationPage
from consultations.trial import trial_document
from consultations.xlsform.giving import give
from consultations.xlsform.report import Fate
from tests import make

pytestmark = pytest.mark.django_db


def every_kind() -> list[dict]:
    """A question of every kind, with everything that a question can have."""
    first = make.block("choose_one", "Heard? سمعت 🙂", data_name="heard", options=["Yes", "No"])
    others = [
        make.block(
            kind,
            f"About {kind}?",
            data_name=f"about_{kind}"[:24],
            hint="A hint.",
            facts="A fact.",
            roles=["child"],
            bands=["10-12"],
            wordings=[{"bands": ["10-12"], "text": "Younger?"}],
            **{"options": ["One", "Two", "Three"]}
            if "options" in KINDS[kind].block.base_blocks
            else {},
        )
        for kind in KINDS
    ]
    others[-1]["value"]["only_after"] = {"question": "heard", "answers": "no", "unanswered": True}
    return [first, *others]


def bare(document: dict) -> list[dict]:
    """What was asked, less what identifies it."""
    ids = {one["id"]: one["key"] for one in document["questions"]}
    found = []
    for one in document["questions"]:
        after = one.get("after")
        found.append(
            {
                **{
                    key: value
                    for key, value in one.items()
                    if key not in ("id", "options", "after")
                },
                "options": [
                    {key: value for key, value in option.items() if key != "id"}
                    for option in one["options"]
                ],
                "after": after
                and [ids[after["question"]], len(after["options"]), after["unanswered"]],
            }
        )
    return found


def test_a_questionnaire_of_every_kind_comes_back_whole(client):
    page = make.draft_consultation(*every_kind())
    other = make.draft_consultation(make.block("long_text", "x"))
    other.questions = []
    other.save_revision(user=make.staff("participation"))
    file, _report = give(page.get_latest_revision_as_object())
    client.force_login(make.staff("participation"))

    read = client.post(
        f"/admin/consultations/{other.pk}/xlsform/",
        {"file": SimpleUploadedFile("out.xlsx", file)},
    )
    client.post(
        f"/admin/consultations/{other.pk}/xlsform/add/", {"questions": read.context["questions"]}
    )

    assert [line.sentence for line in read.context["left_out"]] == []
    assert [line.sentence for line in read.context["changed"]] == []
    before, _left = trial_document(page.get_latest_revision_as_object())
    after, _left = trial_document(
        ConsultationPage.objects.get(pk=other.pk).get_latest_revision_as_object()
    )
    assert bare(after) == bare(before)


def test_other_tools_read_what_goes_out(tmp_path):
    page = make.draft_consultation(*every_kind())
    file, _report = give(page.get_latest_revision_as_object())
    (tmp_path / "out.xlsx").write_bytes(file)

    form = convert(xlsform=tmp_path / "out.xlsx", validate=False).xform

    assert "About sort?" in form


def test_the_report_says_what_the_file_cannot_hold():
    page = make.draft_consultation(*every_kind())

    _file, report = give(page.get_latest_revision_as_object())

    assert "about_sort" in {line.name for line in report.of(Fate.CHANGED)}


def test_no_cell_of_what_goes_out_is_a_formula():
    page = make.draft_consultation(make.block("long_text", "=1+1", data_name="sum"))

    file, _report = give(page.get_latest_revision_as_object())

    cells = [cell for row in load_workbook(io.BytesIO(file))["survey"] for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s"]


def test_nothing_is_added_before_an_officer_says_so(client):
    page = make.draft_consultation(*every_kind())
    n_before = len(page.get_latest_revision_as_object().questions)
    file, _report = give(page.get_latest_revision_as_object())
    client.force_login(make.staff("participation"))

    client.post(
        f"/admin/consultations/{page.pk}/xlsform/", {"file": SimpleUploadedFile("o.xlsx", file)}
    )

    assert len(page.get_latest_revision_as_object().questions) == n_before


def test_questions_that_were_tampered_with_are_not_added(client):
    page = make.draft_consultation()
    client.force_login(make.staff("participation"))

    client.post(f"/admin/consultations/{page.pk}/xlsform/add/", {"questions": "made:up"})

    assert len(page.get_latest_revision_as_object().questions) == len(page.questions)


def test_a_file_that_is_no_form_is_refused_with_a_sentence(client):
    page = make.draft_consultation()
    client.force_login(make.staff("participation"))

    refused = client.post(
        f"/admin/consultations/{page.pk}/xlsform/", {"file": SimpleUploadedFile("o.xlsx", b"words")}
    )

    assert refused.status_code == 422
    assert "Save it as an Excel workbook" in refused.content.decode()
