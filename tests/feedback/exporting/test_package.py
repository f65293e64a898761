"""The analysis package, made from answers of every kind."""

import csv
import hashlib
import io
import zipfile

import openpyxl
import pytest

from consultations.models import ConsultationPage
from feedback.actions import freezing, reading
from feedback.actions.safe_texts import say_it_shows_nobody
from feedback.actions.versions import keep_version
from feedback.exporting.package import write_package
from tests import make, media
from tests.consultations.editing import again, stored
from tests.sharing import once_a_file

OPTIONS = [("home", "Home"), ("contact", "Contact"), ("review", "Review")]
ANSWERED = {
    "heard": "yes",
    "share": ["home", "review"],
    "sorted": {"home": "ok"},
    "first": ["review", "home"],
    "moves": "3",
    "more": ("=cmd|' /C calc'!A0", True),
}


@once_a_file
def page():
    """Every kind of closed question, answered by two children and a parent."""
    page = make.consultation(
        make.block("choose_one", data_name="heard", options=[("yes", "Yes"), ("no", "No")]),
        make.block("choose_several", data_name="share", options=OPTIONS, roles=["child"]),
        make.block("sort", data_name="sorted", options=OPTIONS),
        make.block("order", data_name="first", options=OPTIONS),
        make.block("number", data_name="moves"),
        make.block("long_text", data_name="more"),
    )
    for text in (ANSWERED["more"], ("I am Sam", False)):
        said = make.response(page, **{**ANSWERED, "more": text})
        reading.mark_read(words=said.words.get(), by=make.staff("reader"))
    make.response(page, role="parent", more=("Nobody has read this", False))
    return page


def package(page, tmp_path, **more) -> dict[str, bytes]:
    """The files of the zip by name."""
    tmp_path.mkdir(exist_ok=True)
    made = io.BytesIO()
    told = {"language": "en-gb", "why": "For a test", "today": "2026-11-26", "until": "2026-12-03"}
    write_package(
        consultation=page.identity,
        folder=tmp_path,
        out=made,
        seen=more.get("seen", lambda n: None),
        **told,
    )
    with zipfile.ZipFile(made) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def table(content: bytes) -> list[dict]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_each_response_is_a_row_with_a_cell_for_everything(page, tmp_path):
    rows = table(package(page, tmp_path)["data.csv"])
    child = next(row for row in rows if row["more"].startswith("'="))
    parent = next(row for row in rows if row["role"] == "parent")

    told = ("heard", "share", "share_home", "share_contact", "sorted_home", "sorted_contact")
    assert [child[name] for name in told] == ["1", "home|review", "1", "0", "3", "-8"]
    assert [child[f"first_{code}"] for code, _label in OPTIONS] == ["2", "-8", "1"]
    assert (child["moves"], child["edition"], child["band"]) == ("3", "1", "13-15")
    assert [parent[name] for name in told] == ["-8", "", "-9", "-9", "-8", "-8"]


def test_what_nobody_has_made_safe_is_not_in_it_and_that_is_said(page, tmp_path):
    files = package(page, tmp_path)

    assert not any(b"Nobody has read this" in content for content in files.values())
    assert "1 text is not in it" in files["README.txt"].decode()


def test_a_text_is_the_version_that_was_made_safe(page, tmp_path):
    words = page.identity.questionnaires.get().responses.get(words__text="I am Sam").words.get()
    keep_version(words=words, kind="safe", text="I am [name]", by=make.staff("reader"))

    files = package(page, tmp_path)

    assert not any(b"Sam" in content for content in files.values())
    assert "I am [name]" in [row["more"] for row in table(files["data.csv"])]
    assert "I am [name]" in [row["text"] for row in table(files["long.csv"])]


def test_a_worry_keeps_a_text_out(page, tmp_path):
    words = page.identity.questionnaires.get().responses.get(words__text="I am Sam").words.get()
    reading.raise_concern(words=words, by=make.staff("reader"), note="")

    assert "I am Sam" not in package(page, tmp_path)["data.csv"].decode()


def test_no_formula_of_a_child_is_run_by_a_spreadsheet(page, tmp_path):
    files = package(page, tmp_path)
    sheet = openpyxl.load_workbook(io.BytesIO(files["data_excel.xlsx"])).worksheets[0]

    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    for name in ("data.csv", "long.csv"):
        cells = [cell for row in table(files[name]) for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith("=")]


def test_two_exports_cannot_be_laid_side_by_side(page, tmp_path):
    first, second = (table(package(page, tmp_path / name)["data.csv"]) for name in "ab")

    assert {row["resp_id"] for row in first}.isdisjoint(row["resp_id"] for row in second)
    assert len({row["resp_id"] for row in first}) == 3


def test_nothing_in_it_is_a_key_of_ours(page, tmp_path):
    response = page.identity.questionnaires.get().responses.first()

    for name, content in package(page, tmp_path).items():
        assert str(response.pk).encode() not in content, name
        assert response.receipt_digest.encode() not in content, name


def test_a_day_on_which_few_answered_is_told_as_its_week(page, tmp_path):
    [day] = {row["received"] for row in table(package(page, tmp_path)["data.csv"])}

    assert day == str(make.today() - make.today().resolution * make.today().weekday())


def test_the_codebook_has_a_line_for_every_column(page, tmp_path):
    files = package(page, tmp_path)
    lines = {row["name"]: row for row in table(files["codebook.csv"])}

    assert list(lines) == list(table(files["data.csv"])[0])
    assert lines["heard"]["values"].startswith("1 = Yes; 2 = No; -8 = Asked")
    assert lines["share_home"]["label"].endswith("[Home]")
    assert lines["sorted_home"]["holds"] == "code"
    for script in ("labels.sps", "labels.R"):
        assert "share_contact" in files[script].decode()


def test_the_long_table_has_a_row_for_each_thing_that_was_chosen_or_said(page, tmp_path):
    files = package(page, tmp_path)
    rows = [row for row in table(files["long.csv"]) if row["question"] == "share"]

    assert sorted(row["option"] for row in rows) == ["home", "home", "review", "review"]
    assert {row["resp_id"] for row in rows} < {row["resp_id"] for row in table(files["data.csv"])}


def test_the_sums_show_that_it_is_whole(page, tmp_path):
    files = package(page, tmp_path)
    sums = dict(
        line.split("  ")[::-1] for line in files.pop("manifest.sha256").decode().split("\n") if line
    )

    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def test_wording_that_changed_is_in_the_codebook(page, tmp_path):
    questions = stored(page)
    questions[0]["value"]["text"] = "How is it now?"
    again(page, questions, change_note="It means the same.")

    lines = {row["name"]: row for row in table(package(page, tmp_path)["codebook.csv"])}

    assert lines["heard"]["versions"] == "1: How was it? | 2: How is it now?"
    assert lines["heard"]["label"] == "How is it now?"


def test_a_drawing_is_in_it_where_it_shows_nobody_and_is_not_frozen(tmp_path):
    words = media.read(media.drawn(text="my house"))
    asked = words.response.questionnaire.consultation
    page = ConsultationPage.objects.get(translation_key=asked.pk)

    assert "media/0001.png" not in package(page, tmp_path / "no")
    say_it_shows_nobody(words=words, by=make.staff("reader"))
    assert "media/0001.png" in package(page, tmp_path / "a")
    freezing.freeze_file(words=words, by=make.staff("reader"), note="")
    assert "media/0001.png" not in package(page, tmp_path / "b")


def test_it_takes_as_many_statements_for_many_as_for_one(
    page, tmp_path, django_assert_max_num_queries
):
    make.responses(page, 4, heard="no")

    with django_assert_max_num_queries(14):
        package(page, tmp_path)


@pytest.mark.parametrize("n", [10])
def test_a_day_on_which_many_answered_is_told(page, tmp_path, n):
    make.responses(page, n - 3, heard="no")

    [day] = {row["received"] for row in table(package(page, tmp_path)["data.csv"])}

    assert day == str(make.today())
