"""Forms in the manner of people who use ODK, KoboToolbox, SurveyCTO, Ona and Enketo in the field,
made cell by cell: with floats, booleans, merged cells, odd headings and all that a form can ask.

Each comes with what it should become: the kinds of its questions, and where the report must say
that something was not carried, or was changed: "survey 3 relevant" is sheet, row and column.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook

Sheet = Sequence[Sequence]
YN = [("list_name", "name", "label"), ("yn", "yes", "Yes"), ("yn", "no", "No")]
TNL = ("type", "name", "label")


@dataclass(frozen=True)
class Fielded:
    """A form, and what it should become."""

    sheets: dict[str, Sheet]
    kinds: str
    left_out: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)


def fielded(sheets: dict[str, Sheet], kinds: str, left_out: str = "", changed: str = "") -> Fielded:
    places = [
        {one.strip() for one in text.split(";") if one.strip()} for text in (left_out, changed)
    ]
    return Fielded(sheets, kinds, *places)


def book_of(sheets: dict[str, Sheet]) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return book


def saved(book: Workbook) -> io.BytesIO:
    held = io.BytesIO()
    book.save(held)
    held.seek(0)
    return held
