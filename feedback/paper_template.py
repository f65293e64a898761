"""The spreadsheet that officers fill in: one sheet to type in, one that explains, one of lists."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO

import xlsxwriter
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consultations.kinds import KINDS
from feedback.many_forms import Asked, Column, all_columns, asked_columns

MOST_ROWS = 500
FIRST_ROW = 2  # the third: headings and names stand above
ANSWERS = "Answers"
LISTS = "Lists"
# Text that looks like a formula or a link stays text.
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def template_for(document: Mapping, title: str, days: tuple[date, date]) -> bytes:
    """The workbook for a frozen questionnaire, for forms that came in between two `days`."""
    made = BytesIO()
    columns = all_columns(document)
    with xlsxwriter.Workbook(made, PLAIN) as book:
        answers = book.add_worksheet(ANSWERS)
        _explain(book, document, title, days)
        lists = book.add_worksheet(LISTS)
        _head(book, answers, columns)
        for place, column in enumerate(columns):
            _validate(answers, lists, place, column, days)
    return made.getvalue()


def _head(
    book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, columns: list[Column]
) -> None:
    """Headings for people, and below them the names that stay."""
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    name = book.add_format({"font_color": "#6d7a86", "font_size": 8})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    text = book.add_format({"num_format": "@", "text_wrap": True})
    sheet.freeze_panes(FIRST_ROW, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, 22, day if column.is_day else text)
        sheet.write_string(0, place, column.heading, heading)
        sheet.write_string(1, place, column.name, name)


def _validate(
    sheet: xlsxwriter.worksheet.Worksheet,
    lists: xlsxwriter.worksheet.Worksheet,
    place: int,
    column: Column,
    days: tuple[date, date],
) -> None:
    """A list to choose from, or days that can be; nothing for text."""
    rule: dict | None = None
    if column.is_day:
        rule = {"validate": "date", "criteria": "between", "minimum": days[0], "maximum": days[1]}
    elif column.choices:
        for row, (_value, label) in enumerate(column.choices):
            lists.write_string(row, place, label)
        last = xlsxwriter.utility.xl_rowcol_to_cell(len(column.choices) - 1, place, True, True)
        first = xlsxwriter.utility.xl_rowcol_to_cell(0, place, True, True)
        rule = {"validate": "list", "source": f"={LISTS}!{first}:{last}"}
    if rule:
        sheet.data_validation(FIRST_ROW, place, FIRST_ROW + MOST_ROWS - 1, place, rule)


def _explain(
    book: xlsxwriter.Workbook, document: Mapping, title: str, days: tuple[date, date]
) -> None:
    """How to fill it in, line by line."""
    sheet = book.add_worksheet("How to fill it in")
    sheet.set_column(0, 0, 110, book.add_format({"text_wrap": True}))
    first, last = (date_format(day, "j F Y") for day in days)
    lines = [
        title,
        _("One row for each form, from row 3 of the first sheet. At most %d rows.") % MOST_ROWS,
        _("Type the exact words, as they were written: no mending, no guessing."),
        _("Leave out names and case numbers. There is no column for them."),
        _("Leave a cell empty where the person left it empty."),
        _("Days received: from %(first)s to %(last)s.") % {"first": first, "last": last},
        _("Leave rows 1 and 2 as they are. Columns may be moved, and those not used left empty."),
        _("Nothing is stored until the whole file is right and you have confirmed it."),
    ]
    lines += [
        _("“%s”: only the words. A picture or a message cannot go into a cell.") % _text(asked)
        for asked in asked_columns(document)
        if KINDS[asked.question["kind"]].takes_file
    ]
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line)


def _text(asked: Asked) -> str:
    return next(iter(asked.question["words"].values()))["text"]
