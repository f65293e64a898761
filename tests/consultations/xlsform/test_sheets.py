"""Cells as programs write them, and files that are no form."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from consultations.xlsform.sheets import MOST_COLUMNS, MOST_ROWS, NotAForm, read_form
from tests.consultations.xlsform.fielded import book_of, saved

HEAD = ("type", "name", "label")


def read(book: Workbook):
    file = saved(book)
    return read_form(file, len(file.getvalue()))


def told(form) -> list[tuple]:
    return [(line.sheet, line.row, line.column, line.sentence[:24]) for line in form.unread.lines]


def test_what_cannot_be_read_of_a_cell_is_named():
    book = book_of(
        {
            "survey": [
                (*HEAD, "hint", "hint"),
                ("text", "a", '=CONCATENATE("A","?")', "One", "Two"),
                ("text", "b", "#REF!", None, None, "stray"),
            ],
            "choices": [("list_name", "name", "label"), (None, "x", "X")],
            "settings": [("form_title",), ("One",), ("Two",)],
        }
    )

    assert told(read(book)) == [
        ("survey", 2, "label", "It holds a formula witho"),
        ("survey", 2, "hint", "“Two” stands in a second"),
        ("survey", 3, "label", "It holds an error of the"),
        ("survey", 3, "F", "“stray” stands below no "),
        ("settings", 3, "", "Only the first row of se"),
        ("choices", 2, "", "It belongs to no list."),
    ]


def test_merged_cells_are_read_once():
    book = book_of({"survey": [HEAD, ("text", "a", "A?"), ("text", "b", None)]})
    book["survey"].merge_cells("C2:C3")

    form = read(book)

    assert [row.spoken for row in form.survey] == [{"label": {"": "A?"}}, {}]


def test_thousands_of_empty_rows_are_no_form_too_long():
    book = book_of({"survey": [HEAD, ("text", "a", "A?")]})
    book["survey"].cell(MOST_ROWS * 10, 1).value = "text"

    assert [row.number for row in read(book).survey] == [2, MOST_ROWS * 10]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([HEAD, *[("text",)] * (MOST_ROWS + 1)], "more than 2,000 rows"),
        ([HEAD, ["text"] * (MOST_COLUMNS + 1)], "more than 500 columns"),
    ],
)
def test_a_form_that_is_too_long_is_refused_with_a_sentence(rows, sentence):
    with pytest.raises(NotAForm, match=sentence):
        read(book_of({"survey": rows}))


def test_a_wrong_size_in_the_file_loses_no_row():
    file = saved(book_of({"survey": [HEAD, ("text", "a", "A?"), ("text", "b", "B?")]}))

    form = read_form(io.BytesIO(rewritten(file, b'ref="A1:C3"', b'ref="A1"')), 1)

    assert [row.get("name") for row in form.survey] == ["a", "b"]


def rewritten(file: io.BytesIO, old: bytes, new: bytes) -> bytes:
    """The same file with other bytes in its sheets."""
    held = io.BytesIO()
    with zipfile.ZipFile(file) as before, zipfile.ZipFile(held, "w") as after:
        for part in before.infolist():
            content = before.read(part)
            after.writestr(
                part, content.replace(old, new) if "sheet1" in part.filename else content
            )
    return held.getvalue()


def zipped(**parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/"), content)
    return held.getvalue()


def good() -> bytes:
    return saved(book_of({"survey": [HEAD, ("text", "a", "A?")]})).getvalue()


BROKEN = {
    "an old workbook, or one with a password": (b"\xd0\xcf\x11\xe0" + b"0" * 600, "has a password"),
    "a CSV": (b"type,name,label\ntext,a,A?\n", "Save it as"),
    "an ODS": (zipped(mimetype=b"x", content__xml=b"<x/>"), "Save it as"),
    "half a file": (good()[: len(good()) // 2], "Save it as"),
    "a broken sheet": (rewritten(io.BytesIO(good()), b"</row>", b"</wor>"), "Save it as"),
    "a sheet cut short": (rewritten(io.BytesIO(good()), b"</sheetData>", b""), "Save it as"),
    "nothing": (b"", "Save it as"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_a_sentence(name):
    content, sentence = BROKEN[name]

    with pytest.raises(NotAForm, match=sentence):
        read_form(io.BytesIO(content), len(content))


def test_a_workbook_with_macros_is_read_and_no_macro_run():
    held = io.BytesIO(good())
    with zipfile.ZipFile(held, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"macro")

    assert read_form(held, len(held.getvalue())).survey
