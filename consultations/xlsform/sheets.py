"""Reading the spreadsheet: rows as plain values, with limits; a sentence for what is no form."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MOST_BYTES = 2_000_000  # of the file
MOST_UNPACKED = 40_000_000  # bytes: a spreadsheet is a zip, and a zip can hold a bomb
MOST_ROWS = 2_000
MOST_COLUMNS = 100
LANGUAGE = re.compile(r"\(([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\)\s*$")
# Older and shorter names for the same column, as pyxform takes them.
SAME = {
    "relevance": "relevant",
    "list name": "list_name",
    "caption": "label",
    "value": "name",
    "image": "media::image",
    "audio": "media::audio",
    "video": "media::video",
    "command": "type",
    "skippable": "required",
    "repeat": "repeat_count",
    "read_only": "readonly",
    "calculate": "calculation",
    "constraint message": "constraint_message",
}


class NotAForm(Exception):
    """The file cannot be read as an XLSForm. The text says why, and what to do."""


@dataclass(frozen=True)
class Row:
    """One row: its number in the sheet as a person counts, and its cells by column.

    Columns that come in languages are {"label": {"English (en)": "…"}}, with "" for no language.
    """

    number: int
    cells: Mapping[str, str]
    spoken: Mapping[str, Mapping[str, str]]

    def get(self, column: str) -> str:
        """The text of a cell that comes in no languages; "" when it is empty."""
        return self.cells.get(column, "")


@dataclass
class Form:
    """The three sheets of a form."""

    survey: list[Row]
    choices: dict[str, list[Row]] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    unknown_sheets: list[str] = field(default_factory=list)

    @property
    def languages(self) -> list[str]:
        """The languages that any text is in, in the order in which they turn up; never ""."""
        rows = [*self.survey, *(row for rows in self.choices.values() for row in rows)]
        found = [name for row in rows for texts in row.spoken.values() for name in texts if name]
        return list(dict.fromkeys(found))


def read_form(file: BinaryIO, size: int) -> Form:
    """The form in a spreadsheet of `size` bytes. Raises NotAForm."""
    book = _book(file, size)
    sheets = {name.strip().lower(): name for name in book.sheetnames}
    if "survey" not in sheets:
        raise NotAForm(_("There is no sheet “survey” in this file, so it is no XLSForm."))
    survey = list(_rows(book[sheets["survey"]]))
    if not any(row.get("type") for row in survey):
        raise NotAForm(_("The sheet “survey” has no column “type”, or nothing in it."))
    choices: dict[str, list[Row]] = {}
    for row in _rows(book[sheets["choices"]]) if "choices" in sheets else []:
        if listed := row.get("list_name"):
            choices.setdefault(listed, []).append(row)
    settings = next(iter(_rows(book[sheets["settings"]])), None) if "settings" in sheets else None
    unknown = [name for key, name in sheets.items() if key not in ("survey", "choices", "settings")]
    return Form(survey, choices, settings.cells if settings else {}, unknown)


def _book(file: BinaryIO, size: int) -> Any:
    """The workbook, when it is small enough to be opened. Raises NotAForm."""
    if size > MOST_BYTES:
        raise NotAForm(_("This file is too big. A questionnaire has at most 2 MB."))
    try:
        with zipfile.ZipFile(file) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise NotAForm(_("This file holds far more than a questionnaire. We left it shut."))
        file.seek(0)
        return load_workbook(file, read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as broken:
        raise NotAForm(
            _("We can't open this file. Save it as an Excel workbook (.xlsx) and try again.")
        ) from broken


def _rows(sheet: Any) -> Iterator[Row]:
    """The rows of a sheet below its headings; empty ones are passed over."""
    lines = sheet.iter_rows(values_only=True, max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS)
    headings = [_heading(_text(cell)) for cell in next(lines, ())]
    for number, line in enumerate(lines, start=2):
        if number > MOST_ROWS + 1:
            raise NotAForm(_("A sheet has more than 2,000 rows. Split the form."))
        cells: dict[str, str] = {}
        spoken: dict[str, dict[str, str]] = {}
        for (column, language), cell in zip(headings, line, strict=False):
            if not column or not (text := _text(cell)):
                continue
            if language or column in ("label", "hint"):
                spoken.setdefault(column, {})[language] = text
            else:
                cells[column] = text
        if cells or spoken:
            yield Row(number, cells, spoken)


def _heading(text: str) -> tuple[str, str]:
    """(column, language) of a heading: "label::English (en)", "Relevant", "media::image::en"."""
    parts = [part.strip() for part in re.split(r"::?", text) if part.strip()]
    if not parts:
        return "", ""
    name = parts[0].lower()
    name = SAME.get(name, name.replace(" ", "_"))
    if name == "media" and len(parts) > 1:
        name, parts = f"media::{parts[1].lower()}", parts[1:]
    if name in ("bind", "body", "instance", "control") and len(parts) > 1:
        return f"{name}::{'::'.join(parts[1:])}", ""
    return name, " ".join(parts[1:])


def _text(cell: Any) -> str:
    """A cell as text. A number that is whole has no point; TRUE is "yes"."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def code_of(language: str) -> str:
    """The code in a language's name: "cy" for "Cymraeg (cy)"; "" without one."""
    found = LANGUAGE.search(language)
    return found[1].lower().replace("_", "-") if found else ""
