"""Many paper forms from a spreadsheet: row by row, whole or not at all, never twice."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from feedback.actions.paper import wipe_files
from feedback.models import PaperFile, Response, Words
from feedback.paper_reading import MOST_BYTES, as_text
from tests import helped, make
from tests.feedback.answering import walk
from tests.feedback.listening.screens import rows, says
from tests.sharing import once_a_file


@once_a_file
def page():
    return make.consultation(
        make.block("choose_one", "Do you feel heard?", data_name="heard"),
        make.block("choose_several", "Who knows?", data_name="knows", options=["School", "Police"]),
        make.block("long_text", "Tell us more.", data_name="more"),
        make.block("short_text", "For parents only.", data_name="adults", roles=["parent"]),
    )


@pytest.fixture
def client(as_staff) -> Client:
    return as_staff("recorder")


def url(name: str, page, *more) -> str:
    return reverse(f"feedback_{name}", args=[page.identity.code, *more])


def template(client: Client, page) -> bytes:
    return client.get(url("template", page)).content


def form(**more) -> dict:
    """One row, as somebody types it."""
    facts = {
        "channel": "On paper",
        "received_on": make.today(),
        "who": "I am 13 to 15",
        "voice": "Me",
        "language": "English",
        "agreed_how": "The form says so",
    }
    return facts | more


def bring(client: Client, page, *forms: dict):
    return client.post(url("bring", page), {"file": helped.filled(template(client, page), *forms)})


def wrong(response) -> list[list[str]]:
    assert response.status_code == 422
    assert "Nothing was stored." in says(response)
    return rows(response)


def test_the_template_has_a_sheet_to_type_in_one_that_explains_and_lists(client, page):
    response = client.get(url("template", page))

    book = openpyxl.load_workbook(BytesIO(response.content))
    assert book.sheetnames == ["Answers", "How to fill it in", "Lists"]
    names = [cell.value for cell in book["Answers"][2]]
    assert names[:6] == ["channel", "received_on", "who", "voice", "language", "agreed_how"]
    assert names[7:] == [
        "heard", "heard.remark", "knows.1", "knows.2", "knows.remark", "more", "more.show",
        "more.remark", "adults", "adults.show", "adults.remark",
    ]  # fmt: skip
    assert len(book["Answers"].data_validations.dataValidation) >= 7
    assert response["Content-Disposition"].endswith('.xlsx"')


def test_a_form_for_each_row_is_shown_before_it_is_stored(client, page):
    brought = bring(
        client,
        page,
        form(heard="Yes", **{"knows.2": "Yes"}, more="My words", **{"more.show": "Yes"}),
        form(who="I am a parent or carer", adults="Ask my social worker Priya"),
    )

    shown = client.get(brought.url)

    assert "2 forms are right and would be imported. Nothing is stored yet." in says(shown)
    assert [(row[0], row[5], row[6], row[7]) for row in rows(shown)] == [
        ("3", "3", "1", ""),
        ("4", "1", "1", "Priya"),
    ]
    assert Response.objects.count() == 0


def test_confirming_imports_every_form_and_makes_a_slip_for_each(client, page):
    brought = bring(
        client, page, form(heard="No", more="My words", **{"more.show": "Yes"}), form(voice="Me")
    )

    slips = client.get(client.post(brought.url).url)

    assert Response.objects.filter(channel="paper").count() == 2
    words = Words.objects.get()
    assert (words.text, words.may_show) == ("My words", True)
    assert "Row 3 of the file" in walk.text(slips)
    assert len(slips.context["slips"]) == 2
    opened = walk.use_words(" ".join(slips.context["slips"][0]))
    assert "What became of your answers" in walk.text(opened)


def test_each_thing_that_is_wrong_is_named_by_row_and_column_with_what_to_do(client, page):
    refused = bring(
        client,
        page,
        form(heard="Maybe"),
        form(received_on=make.today(-90), more="Words"),
        form(who=None),
        form(adults="I am a child"),
        form(more="x" * 4003),
        form(could_say="Yes"),
    )

    found = wrong(refused)

    assert [row[0] for row in found] == ["3", "4", "5", "6", "7", "8"]
    assert found[0][1:] == [
        "H (Do you feel heard?)",
        "“Maybe” is not one of the answers. Choose one from the list.",
    ]
    assert found[1][1] == "B (Day received)"
    assert found[1][2].startswith("Choose a day from")
    assert found[2][1:] == ["C (Who answered)", "Fill this in."]
    assert (
        found[3][2] == "This question is not asked of them. Empty the cell, or check who they are."
    )
    assert found[4][2].endswith("Please cut 3 letters.")
    assert found[5][2] == "Only a child who had help is asked this. Empty the cell."


def test_one_wrong_row_keeps_all_of_them_out(client, page):
    wrong(bring(client, page, form(heard="Yes"), form(heard="Maybe")))

    assert Response.objects.count() == 0
    assert PaperFile.objects.count() == 0


def test_nothing_is_half_imported(client, page, monkeypatch):
    from feedback.actions import paper

    brought = bring(client, page, form(heard="Yes"), form(heard="No"))
    real, calls = paper.enter_response, []

    def fails_at_the_second(**told):
        calls.append(told)
        if len(calls) == 2:
            raise RuntimeError
        return real(**told)

    monkeypatch.setattr(paper, "enter_response", fails_at_the_second)
    with pytest.raises(RuntimeError):
        client.post(brought.url)

    assert Response.objects.count() == 0
    assert PaperFile.objects.get().imported_on is None


def test_the_same_file_twice_is_noticed_and_asked_about(client, page):
    file = helped.filled(template(client, page), form(heard="Yes"))
    first = client.post(url("bring", page), {"file": file})
    client.post(first.url)
    file.seek(0)

    second = client.post(url("bring", page), {"file": file})
    shown = client.post(second.url)

    assert "This same file was imported on" in says(client.get(second.url))
    assert "Tick that these are other forms" in says(shown)
    assert Response.objects.count() == 1
    client.post(second.url, {"again": "on"})
    assert Response.objects.count() == 2


def test_confirming_twice_imports_once(client, page):
    brought = bring(client, page, form(heard="Yes"))

    assert client.post(brought.url).url == client.post(brought.url).url
    assert Response.objects.count() == 1


def test_what_looks_like_a_formula_is_text(client, page):
    text = '=HYPERLINK("http://example.org")'
    brought = bring(client, page, form(more=text))
    client.post(brought.url)

    assert Words.objects.get().text == text


def test_a_formula_counts_as_what_was_typed_and_is_never_worked_out(client, page):
    made = helped.filled(template(client, page), form(more="x"))
    book = openpyxl.load_workbook(made)
    book["Answers"].cell(3, 13).value = "=1+1"
    file = BytesIO()
    book.save(file)
    file.seek(0)
    file.name = "a.xlsx"

    client.post(client.post(url("bring", page), {"file": file}).url)

    assert Words.objects.get().text == "=1+1"


def test_columns_can_be_moved_and_headings_changed(client, page):
    made = openpyxl.load_workbook(helped.filled(template(client, page), form(heard="Yes")))
    sheet = made["Answers"]
    sheet.move_range("H1:H3", cols=20)
    sheet["AB1"].value = "Something else"
    file = BytesIO()
    made.save(file)
    file.seek(0)
    file.name = "a.xlsx"

    client.post(client.post(url("bring", page), {"file": file}).url)

    assert Response.objects.get().answers.get().option.code == "yes"


def test_days_can_be_typed_as_text(client, page):
    brought = bring(client, page, form(received_on=f"{make.today():%d/%m/%Y}"))

    client.post(brought.url)

    assert Response.objects.get().received_on == make.today()


def test_a_column_that_nobody_knows_is_named(client, page):
    made = openpyxl.load_workbook(helped.filled(template(client, page), form(heard="Yes")))
    made["Answers"]["Z2"].value, made["Answers"]["Z3"].value = "name", "Priya"
    file = BytesIO()
    made.save(file)
    file.seek(0)
    file.name = "a.xlsx"

    [found] = wrong(client.post(url("bring", page), {"file": file}))

    assert found[1:] == [
        "Z (name)", "We do not know this column. Empty it, or use the newest template.",
    ]  # fmt: skip


def sheet_with(*lines: list) -> bytes:
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def bomb() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in range(5):
            packed.writestr(f"xl/{part}.xml", b"0" * 9_000_000)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is empty. Choose the one that you filled in."),
        (b"not a spreadsheet", "We can't open this file. Save it as .xlsx and try again."),
        (b"PK\x03\x04" + b"x" * 50, "We can't open this file. Save it as .xlsx and try again."),
        (b"x" * (MOST_BYTES + 1), "This file is too big: at most 2 MB. Make two files of it."),
        (bomb(), "This file is too big once it is opened. Use the template as it is."),
        (sheet_with(["a"], ["b"]), "The column “How it reached us” is missing."),
        (sheet_with(), "The column “How it reached us” is missing."),
    ],
    ids=["empty", "text", "broken", "big", "bomb", "another", "blank"],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(client, page, content, sentence):
    file = BytesIO(content)
    file.name = "a.xlsx"

    refused = client.post(url("bring", page), {"file": file})

    assert refused.status_code == 422
    assert sentence in says(refused)


def test_no_file_and_no_form_get_a_sentence(client, page):
    assert "Choose a file." in says(client.post(url("bring", page)))
    assert "There is no form in this file." in says(bring(client, page))


def test_more_rows_than_we_take_are_refused(client, page, monkeypatch):
    monkeypatch.setattr("feedback.paper_reading.MOST_ROWS", 2)

    refused = bring(client, page, *[form(heard="Yes")] * 3)

    assert "There are more than 2 rows. Make two files of it." in says(refused)


def test_nobody_else_opens_a_file_or_its_slips(client, page, as_staff):
    brought = bring(client, page, form(heard="Yes"))
    other = as_staff(user=make.staff("recorder", again=True))

    assert other.get(brought.url).status_code == 404
    client.post(brought.url)
    assert other.get(f"{brought.url}slips/").status_code == 404


def test_what_a_file_held_is_sealed_and_wiped_after_a_day(client, page):
    brought = bring(client, page, form(more="My secret words"))
    file = PaperFile.objects.get()
    assert "secret" not in file.sealed
    assert wipe_files(now=file.expires_at) == 1

    shown = client.get(client.get(brought.url).url)

    assert "That file waited too long and was wiped. Bring it again." in says(shown)
    assert client.post(brought.url).url == url("bring", page)
    assert Response.objects.count() == 0


def test_slips_are_wiped_after_a_day_too(client, page):
    slips = client.post(bring(client, page, form(heard="Yes")).url).url
    wipe_files(now=PaperFile.objects.get().expires_at)

    assert client.get(slips).url == reverse("feedback_entering")
    assert PaperFile.objects.get().digest  # the same file is still noticed


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (12.0, "12"), (1.5, "1.5"), (True, "True"), (" a\u202eb ", "ab")],
)
def test_cells_are_read_as_they_look(value, text):
    assert as_text(value) == text


@pytest.mark.parametrize(("heard", "n"), [("No", 1), ("Yes", 0)])
def test_a_row_may_answer_what_comes_after_its_own_answer(client, heard, n):
    after = {"question": "heard", "answers": "No", "unanswered": False}
    routed = make.consultation(
        make.block("choose_one", "Heard?", data_name="heard", options=["Yes", "No"]),
        make.block("long_text", "Why not?", data_name="why", only_after=after),
    )

    response = bring(client, routed, form(heard=heard, why="nobody came"))

    assert ("not asked of them" in says(response)) is not bool(n)
