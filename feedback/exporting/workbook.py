"""The answers as a workbook for Excel, written row by row in constant memory."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter
from django.utils.translation import gettext as _

MOST_ROWS = 1_048_576  # of one sheet
LONGEST_CELL = 32_767
CUT = " […]"
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class Workbook:
    """A workbook whose first sheets hold the answers. Use it in a `with` block.

    `cut` says how many texts were longer than a cell may be; they are whole in data.csv.
    """

    def __init__(self, path: Path, names: Sequence[str]) -> None:
        self.book = xlsxwriter.Workbook(path, OPTIONS)
        self.names, self.n_sheets, self.cut = names, 0, 0
        self.bold = self.book.add_format({"bold": True})
        self._begin()

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(self, *_error: object) -> None:
        self.book.close()

    def write(self, row: Sequence) -> None:
        """One response. A sheet that is full is followed by another."""
        if self.at == MOST_ROWS:
            self._begin()
        for place, value in enumerate(row):
            if isinstance(value, str):
                self.sheet.write_string(self.at, place, self._fitting(value))
            else:
                self.sheet.write_number(self.at, place, value)
        self.at += 1

    def codebook(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A last sheet that says what the columns hold."""
        sheet = self.book.add_worksheet(_("Codebook"))
        for place, name in enumerate(header):
            sheet.write_string(0, place, name, self.bold)
        for number, row in enumerate(rows, start=1):
            for place, value in enumerate(row):
                sheet.write_string(number, place, self._fitting(str(value)))

    def _begin(self) -> None:
        self.n_sheets += 1
        name = _("Answers") if self.n_sheets == 1 else f"{_('Answers')} {self.n_sheets}"
        self.sheet = self.book.add_worksheet(name)
        self.sheet.freeze_panes(1, 1)
        self.sheet.autofilter(0, 0, MOST_ROWS - 1, len(self.names) - 1)
        for place, heading in enumerate(self.names):
            self.sheet.write_string(0, place, heading, self.bold)
        self.at = 1

    def _fitting(self, text: str) -> str:
        if len(text) <= LONGEST_CELL:
            return text
        self.cut += 1
        return text[: LONGEST_CELL - len(CUT)] + CUT
