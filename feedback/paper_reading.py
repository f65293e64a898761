"""Reading a spreadsheet of paper forms: every row right, or sentences that say which are not."""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import IO, Any

import openpyxl
from django import forms
from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from consultations.audiences import Role, Voice
from consultations.kinds import KINDS
from consultations.kinds.long_text import what_to_cut
from consultations.text import clean_typed
from feedback.actions.entering import Heard
from feedback.forms.entering import HeardForm
from feedback.journey import REMARK, REMARK_LIMIT, Journey
from feedback.many_forms import YES, Asked, Column, asked_columns, heard_columns
from feedback.paper_template import ANSWERS, FIRST_ROW, MOST_ROWS

MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 40 * 1024 * 1024
MOST_PARTS = 200
MOST_COLUMNS = 400
Cells = Mapping[str, str]  # by the name of the column


class Unreadable(Exception):
    """The file cannot be read at all. `sentence` says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Problem:
    """What is wrong with one cell, and what to do. `row` and `column` are as Excel shows them."""

    row: int
    column: str
    heading: str
    sentence: str


@dataclass(frozen=True)
class PaperForm:
    """One row that is right."""

    row: int
    heard: Heard
    answers: Mapping[str, dict]

    def as_json(self) -> dict:
        """What a sealed file keeps of it."""
        heard = asdict(self.heard) | {"received_on": self.heard.received_on.isoformat()}
        return {"row": self.row, "heard": heard, "answers": self.answers}

    @classmethod
    def from_json(cls, kept: Mapping) -> "PaperForm":
        """What `as_json` gave."""
        heard = kept["heard"] | {"received_on": date.fromisoformat(kept["heard"]["received_on"])}
        return cls(kept["row"], Heard(**heard), kept["answers"])


class Sheet:
    """The rows of a file with what each column is, read for one questionnaire."""

    def __init__(self, document: Mapping, days: tuple[date, date]) -> None:
        self.document, self.days = document, days
        self.heard = heard_columns(document)
        self.asked = asked_columns(document)
        self.columns = {column.name: column for column in self._every_column()}
        self.letters: dict[str, str] = {}

    def read(self, file: IO[bytes]) -> tuple[list[PaperForm], list[Problem]]:
        """The forms in `file`, and what is wrong with others. Raises Unreadable."""
        good: list[PaperForm] = []
        wrong: list[Problem] = []
        for row, cells in self._rows(rows_of(file)):
            problems = list(self._problems_of_choices(row, cells))
            form = None if problems else self._form(row, cells, problems)
            wrong += problems
            if form:
                good.append(form)
        if not good and not wrong:
            raise Unreadable(_("There is no form in this file. Type each into a row, from row 3."))
        return good, wrong

    def _every_column(self) -> Iterator[Column]:
        yield from self.heard
        for asked in self.asked:
            yield from asked.every_column

    def _rows(self, rows: Sequence[Sequence[Any]]) -> Iterator[tuple[int, Cells]]:
        """(number, cells by name) of each row that holds anything."""
        names = [str(name or "").strip() for name in rows[1]] if len(rows) > 1 else []
        needed = [column.name for column in self.heard if column.name != "could_say"]
        if missing := [name for name in needed if name not in names]:
            raise Unreadable(
                _("The column “%s” is missing. Use the template of this consultation.")
                % self.columns[missing[0]].heading
            )
        self.letters = {name: get_column_letter(at) for at, name in enumerate(names, 1) if name}
        for number, row in enumerate(rows[FIRST_ROW:], start=FIRST_ROW + 1):
            cells = {name: as_text(value) for name, value in zip(names, row, strict=False) if name}
            if any(cells.values()):
                if number > FIRST_ROW + MOST_ROWS:
                    raise Unreadable(
                        _("There are more than %d rows. Make two files of it.") % MOST_ROWS
                    )
                yield number, cells

    def _problems_of_choices(self, row: int, cells: Cells) -> Iterator[Problem]:
        """Cells that are not among the answers of their column, or in a column nobody knows."""
        for name, text in cells.items():
            column = self.columns.get(name)
            if text and column is None:
                sentence = _("We do not know this column. Empty it, or use the newest template.")
                yield Problem(row, self.letters[name], name, sentence)
            elif text and column and column.choices and _chosen(column, text) is None:
                sentence = _("“%s” is not one of the answers. Choose one from the list.")
                yield self._problem(row, name, sentence % text[:60])

    def _form(self, row: int, cells: Cells, problems: list[Problem]) -> PaperForm | None:
        """One form; None when something was added to `problems`."""
        heard = self._heard(row, cells, problems)
        if heard is None:
            return None
        journey = Journey(self.document, heard.role, heard.band, heard.language)
        answers: dict[str, dict] = {}
        for asked in self.asked:  # in order: an answer decides whether a later question is asked
            is_asked = journey.given(answers).number_of(asked.question["id"]) is not None
            if answer := self._answered(row, asked, cells, is_asked, problems):
                answers[asked.question["id"]] = answer
        return None if problems else PaperForm(row, heard, answers)

    def _heard(self, row: int, cells: Cells, problems: list[Problem]) -> Heard | None:
        """What is known of a form besides the answers, as the form on the screen takes it."""
        data = {column.name: self._value(column, cells) for column in self.heard}
        form = HeardForm(data, document=self.document, days=self.days)
        for name, errors in form.errors.items():
            problems.extend(self._problem(row, name, error) for error in errors)
        if problems:
            return None
        heard = form.heard(data["could_say"] or "")
        helped = heard.role == Role.CHILD and heard.voice in (Voice.WITH_HELP, Voice.EXACT_WORDS)
        if heard.could_say and not helped:
            sentence = _("Only a child who had help is asked this. Empty the cell.")
            problems.append(self._problem(row, "could_say", sentence))
        return heard

    def _answered(
        self, row: int, asked: Asked, cells: Cells, is_asked: bool, problems: list[Problem]
    ) -> dict | None:
        """The answer to one question, and what was said of it, as a draft keeps both; None when
        everything was left empty."""
        values = [self._value(column, cells) or "" for column in asked.columns]
        remark = cells.get(asked.remark.name, "")
        if not any(values) and not remark:
            return None
        if not is_asked:
            name = asked.columns[0].name if any(values) else asked.remark.name
            sentence = _(
                "This question is not asked of them. Empty the cell, or check who they are."
            )
            problems.append(self._problem(row, name, sentence))
            return None
        if sentence := what_to_cut(remark, REMARK_LIMIT):
            problems.append(self._problem(row, asked.remark.name, sentence))
        answer = self._answer(row, asked, cells, values, problems) if any(values) else None
        said = {REMARK: {"text": remark, "may_show": False}} if remark else {}
        return (answer or {}) | said

    def _answer(
        self, row: int, asked: Asked, cells: Cells, values: list[str], problems: list[Problem]
    ) -> dict | None:
        """The answer itself."""
        kind, name = KINDS[asked.question["kind"]], asked.columns[0].name
        try:
            answer = kind.answer(asked.field.clean(asked.gather(values)))
        except forms.ValidationError as error:
            problems.extend(self._problem(row, name, sentence) for sentence in error.messages)
            return None
        if answer and (sentence := kind.mend(dict(asked.question), answer)):
            problems.append(self._problem(row, name, sentence))
        if answer and asked.may_show:
            answer["may_show"] = self._value(asked.may_show, cells) == YES
        return answer

    def _value(self, column: Column, cells: Cells) -> str | None:
        """What a cell says, as a form takes it: a code, a day, or the text."""
        text = cells.get(column.name, "")
        if column.is_day:
            return _as_day(text)
        return _chosen(column, text) if column.choices else text

    def _problem(self, row: int, name: str, sentence: str) -> Problem:
        column = self.columns[name] if name in self.columns else Column(name, name)
        return Problem(row, self.letters.get(name, ""), column.heading, sentence)


def rows_of(file: IO[bytes]) -> list[tuple]:
    """The rows of the sheet of answers, never more than we take. Raises Unreadable."""
    must_be_small(file)
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
        sheet = book[ANSWERS] if ANSWERS in book.sheetnames else book.worksheets[0]
        most = FIRST_ROW + MOST_ROWS + 1
        rows = list(sheet.iter_rows(max_row=most, max_col=MOST_COLUMNS, values_only=True))
        book.close()
    except Exception as error:  # a broken file can fail anywhere in it
        raise Unreadable(_("We can't open this file. Save it as .xlsx and try again.")) from error
    return rows


def must_be_small(file: IO[bytes]) -> None:
    """Refuse what would not fit once it is unpacked, before unpacking it. Raises Unreadable."""
    file.seek(0, 2)
    if file.tell() > MOST_BYTES:
        raise Unreadable(_("This file is too big: at most 2 MB. Make two files of it."))
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise Unreadable(_("We can't open this file. Save it as .xlsx and try again.")) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(_("This file is too big once it is opened. Use the template as it is."))
    file.seek(0)


def as_text(value: Any) -> str:
    """What stands in a cell, as text. A formula is what was typed, never what it works out."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return clean_typed(str(value))


def _as_day(text: str) -> str:
    """A day as a form takes it, also where it was typed as text."""
    with suppress(ValueError):
        return datetime.strptime(text, "%d/%m/%Y").date().isoformat()  # noqa: DTZ007  (a day)
    return text


def _chosen(column: Column, text: str) -> str | None:
    """The value of the answer that a cell names, by its label or by the value itself."""
    wanted = text.casefold()
    for value, label in column.choices:
        if wanted in (value.casefold(), clean_typed(label).casefold()):
            return value
    return None
