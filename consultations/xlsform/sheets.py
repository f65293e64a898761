"""Reading the spreadsheet: rows as plain values, with limits; a sentence for what is no form."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils import get_column_letter

from consultations.xlsform.headings import SPOKEN, heading_of
from consultations.xlsform.report import Report

MOST_BYTES = 2_000_000  # of the file
MOST_UNPACKED = 40_000_000  # bytes: a spreadsheet is a zip, and a zip can hold a bomb
MOST_ROWS = 2_000  # with something in them
MOST_COLUMNS = 500
OLD = b"\xd0\xcf\x11\xe0"  # how an .xls begins, and any file of Office with a password
SHEETS = ("survey", "choices", "settings")


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

    @property
    def columns(self) -> list[str]:
        """The columns in which it has something."""
        return list(dict.fromkeys([*self.cells, *self.spoken]))


@dataclass
class Form:
    """The three sheets of a form, and in `unread` what of them could not be read."""

    survey: list[Row]
    choices: dict[str, list[Row]] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    unknown_sheets: list[str] = field(default_factory=list)
    unread: Report = field(default_factory=Report)

    @property
    def languages(self) -> list[str]:
        """The languages that any text is in, in the order in which they turn up; never ""."""
        return [name for name in self._named if name]

    @property
    def speaks_plainly(self) -> bool:
        """Whether any text stands in a column that names no language."""
        return "" in self._named

    @property
    def _named(self) -> dict[str, None]:
        rows = [*self.survey, *(row for rows in self.choices.values() for row in rows)]
        return dict.fromkeys(
            name for row in rows for texts in row.spoken.values() for name in texts
        )


def read_form(file: BinaryIO, size: int) -> Form:
    """The form in a spreadsheet of `size` bytes. Raises NotAForm."""
    if size > MOST_BYTES:
        raise NotAForm(_("This file is too big. A questionnaire has at most 2 MB."))
    begins = file.read(len(OLD))
    file.seek(0)
    if begins == OLD:
        raise NotAForm(
            _(
                "This is an old Excel file (.xls), or it has a password. Save it as an Excel "
                "workbook (.xlsx) without a password and try again."
            )
        )
    try:
        return _form(file)
    except NotAForm:
        raise
    except Exception as broken:  # a damaged file breaks its reader in more ways than it names
        raise NotAForm(
            _("We can't open this file. Save it as an Excel workbook (.xlsx) and try again.")
        ) from broken


def _form(file: BinaryIO) -> Form:
    with zipfile.ZipFile(file) as packed:
        if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
            raise NotAForm(_("This file holds far more than a questionnaire. We left it shut."))
    results = load_workbook(file, read_only=True, data_only=True)
    formulas = load_workbook(file, read_only=True)
    names = {name.strip().lower(): name for name in results.sheetnames}
    if "survey" not in names:
        raise NotAForm(_("There is no sheet “survey” in this file, so it is no XLSForm."))
    unread = Report()
    rows = {
        sheet: list(_rows(sheet, results[names[sheet]], formulas[names[sheet]], unread))
        for sheet in SHEETS
        if sheet in names
    }
    if not any(row.get("type") for row in rows["survey"]):
        raise NotAForm(_("The sheet “survey” has no column “type”, or nothing in it."))
    settings = _settings(rows.get("settings", []), unread)
    unknown = [name for name in results.sheetnames if name.strip().lower() not in SHEETS]
    return Form(rows["survey"], _lists(rows.get("choices", []), unread), settings, unknown, unread)


def _lists(rows: list[Row], unread: Report) -> dict[str, list[Row]]:
    """The rows of the sheet “choices” by their list."""
    lists: dict[str, list[Row]] = {}
    for row in rows:
        if listed := row.get("list_name"):
            lists.setdefault(listed, []).append(row)
        else:
            unread.left_out(
                row.number, row.get("name"), _("It belongs to no list."), sheet="choices"
            )
    return lists


def _settings(rows: list[Row], unread: Report) -> Mapping[str, str]:
    for row in rows[1:]:
        unread.left_out(
            row.number, "settings", _("Only the first row of settings counts."), sheet="settings"
        )
    if not rows:
        return {}
    return {name: next(iter(texts.values())) for name, texts in rows[0].spoken.items()} | dict(
        rows[0].cells
    )


def _rows(name: str, results: Any, formulas: Any, unread: Report) -> Iterator[Row]:
    """The rows of a sheet below its headings; empty ones are passed over."""
    lines = zip(_lines(results), _lines(formulas), strict=False)
    top, _same = next(lines, ((), ()))
    headings = [heading_of(_text(cell)) for cell in top]
    n_rows = 0
    for number, (line, written) in enumerate(lines, start=2):
        if written.count(None) == len(written):
            continue
        n_rows += 1
        if n_rows > MOST_ROWS:
            raise NotAForm(_("A sheet has more than 2,000 rows. Split the form."))
        if any(cell is not None for cell in written[MOST_COLUMNS:]):
            raise NotAForm(_("A sheet has more than 500 columns. Split the form."))
        row = _row(name, number, headings, zip(line, written, strict=False), unread)
        if row.columns:
            yield row


def _lines(sheet: Any) -> Iterator[tuple]:
    sheet.reset_dimensions()  # some programs write a wrong size, and rows beyond it would be lost
    return sheet.iter_rows(values_only=True)


def _row(name: str, number: int, headings: list, line: Any, unread: Report) -> Row:
    cells: dict[str, str] = {}
    spoken: dict[str, dict[str, str]] = {}
    for place, (cell, written) in enumerate(line):
        column, language = headings[place] if place < len(headings) else ("", "")
        text = _text(cell)
        if told := _why_unread(cell, written, text, column, language, cells, spoken):
            letter = get_column_letter(place + 1)
            unread.left_out(number, column or letter, told, sheet=name, column=column or letter)
        elif text and (language or column in SPOKEN):
            spoken.setdefault(column, {})[language] = text
        elif text:
            cells[column] = text
    return Row(number, cells, spoken)


def _why_unread(
    cell: Any, written: Any, text: str, column: str, language: str, cells: Mapping, spoken: Mapping
) -> str:
    """Why a cell cannot be taken, as a sentence; "" when it can."""
    if cell is None and written is not None:
        return _("It holds a formula without a result. Open the file in Excel and save it again.")
    if not text:
        return ""
    if text in ERROR_CODES:
        return _("It holds an error of the spreadsheet: %s.") % text
    if not column:
        return _("“%s” stands below no heading.") % text[:60]
    before = spoken.get(column, {}).get(language) or (not language and cells.get(column))
    return _("“%s” stands in a second column of the same name.") % text[:60] if before else ""


def _text(cell: Any) -> str:
    """A cell as text. A number that is whole has no point."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
