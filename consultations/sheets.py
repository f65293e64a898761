"""Codes as a sheet, for a program that merges letters."""

import csv
import io
from collections.abc import Iterable

import xlsxwriter
from django.utils.translation import gettext as _

from consultations.printing import Way

# A cell that begins so is a formula to a spreadsheet program. No code of ours does, but an address
# or a heading in another language might one day.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def as_csv(ways: Iterable[Way]) -> bytes:
    """The sheet as text, with the mark by which Excel knows its letters."""
    file = io.StringIO()
    csv.writer(file).writerows([_safe(cell) for cell in row] for row in _rows(ways))
    return file.getvalue().encode("utf-8-sig")


def as_xlsx(ways: Iterable[Way]) -> bytes:
    """The sheet for a spreadsheet program: every cell is text, and nothing is a formula."""
    file = io.BytesIO()
    nothing_clever = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, nothing_clever) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(_rows(ways)):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell)
        sheet.set_column(0, 0, 18)
        sheet.set_column(1, 1, 60)
        sheet.freeze_panes(1, 0)
    return file.getvalue()


def _rows(ways: Iterable[Way]) -> Iterable[list[str]]:
    yield [_("code"), _("address")]
    for way in ways:
        yield [way.printed, way.address]


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
