"""What the cells of a row ask for besides, that nothing here has: each is named."""

from collections.abc import Collection, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.xlsform import types
from consultations.xlsform.report import Line, Report
from consultations.xlsform.sheets import Form, Row

READ = frozenset(["type", "name", "label", "hint", "relevant", "heard", "disabled"])
LOOKS = {"long_text": "multiline", "draw": "draw", "faces": "likert"}
_FILES: Mapping[str, str | Promise] = {
    "media::image": gettext_lazy("Its picture is not carried: choose one in the editor."),
    "media::big-image": gettext_lazy("Its picture is not carried: choose one in the editor."),
    "media::audio": gettext_lazy("Its recording is not carried: choose one in the editor."),
    "media::video": gettext_lazy("Its film is not carried: choose one in the editor."),
}
LOST: Mapping[str, str | Promise] = {
    **_FILES,
    "required": gettext_lazy("Nobody has to answer: every question can be skipped."),
    "required_message": gettext_lazy("Nobody has to answer: every question can be skipped."),
    "default": gettext_lazy("No answer is filled in before somebody gives one."),
    "calculation": gettext_lazy("Nothing is worked out while somebody answers."),
    "trigger": gettext_lazy("Nothing is worked out while somebody answers."),
    "choice_filter": gettext_lazy("All answers are offered: none is hidden by an earlier answer."),
    "guidance_hint": gettext_lazy("Its guidance for interviewers is not carried."),
    "constraint": types.CONSTRAINT,
    "constraint_message": gettext_lazy("Its own words for a wrong answer are not carried."),
    "appearance": gettext_lazy("It looks here as every question of its kind does."),
    "repeat_count": gettext_lazy("It is asked once, and not as often as this says."),
    "readonly": gettext_lazy("Every question here can be answered."),
}
PIXELS = "max-pixels=2000"  # of a picture that goes out from here; others ask for a limit
OUR_FORMS = "heard_"  # how the name of a form begins that went out from here
_CHOICES_READ = ("list_name", "name", "label")


class Losses:
    """The cells of one form that no question took up."""

    def __init__(self, form: Form, report: Report) -> None:
        self.form, self.report = form, report
        self.unknown: dict[tuple[str, str], list[int]] = {}

    def of_question(self, row: Row, kind: str, extra: str) -> None:
        """What a question leaves behind; `extra` follows its type."""
        name, taken = row.get("name"), set()
        if kind in ("number", "choose_several"):
            taken.add("constraint")  # read, or reported already
        if row.get("appearance").lower().strip() == LOOKS.get(kind):
            taken.add("appearance")
        if kind == "draw" and row.get("parameters") == PIXELS:
            taken.add("parameters")
        if kind == "number" and row.get("type").lower().startswith("range"):
            taken.add("parameters")
        if "randomize=true" in row.get("parameters").replace(" ", "").lower():
            taken.add("parameters")
            told = _("Its answers keep their order.")
            self.report.left_out(row.number, name, told, column="parameters")
        self.of_row(row, taken)
        if extra and extra != "or_other":
            told = _("“%s” is not carried.") % extra
            self.report.left_out(row.number, name, told, column="type")

    def of_row(self, row: Row, taken: Collection[str] = (), sheet: str = "survey") -> None:
        """What of the cells of a row is lost, but for those that were `taken`."""
        read = READ.union(taken) if sheet == "survey" else _CHOICES_READ
        for column in row.columns:
            if column in read or column.startswith("heard_") or _says_no(row, column):
                continue
            if column not in (LOST if sheet == "survey" else _FILES):
                self.unknown.setdefault((sheet, column), []).append(row.number)
                continue
            told = LOST[column]
            self.report.left_out(row.number, row.get("name"), told, sheet=sheet, column=column)

    def of_end(self, row: Row) -> None:
        """What stands in a row that ends a group."""
        self.of_row(row)
        told = _("This row ends a group: what stands here is not carried.")
        for column in [*row.spoken, *(["relevant"] if row.get("relevant") else [])]:
            self.report.left_out(row.number, row.get("name"), told, column=column)

    def of_condition(self, group: Row) -> None:
        """The condition of a group of which no question is carried."""
        if group.get("relevant"):
            told = _("Nothing in this group is carried, so its condition is not either.")
            self.report.left_out(group.number, group.get("name"), told, column="relevant")

    def of_the_rest(self, used: Collection[str]) -> None:
        """What belongs to no question: `used` are the lists of choices that one has."""
        for line in self.form.unread.lines:
            self.report.left_out(line.row, line.name, line.sentence, **_where(line))
        for listed, rows in self.form.choices.items():
            if listed not in used:
                told = _("No question offers the answers of this list.")
                self.report.left_out(rows[0].number, listed, told, sheet="choices")
        ours = self.form.settings.get("form_id", "").startswith(OUR_FORMS)
        for name, told in self.form.settings.items():
            if name != "default_language" and not (ours and name in ("form_title", "form_id")):
                sentence = _SETTINGS.get(name) or _("“%s” is not carried.") % told[:60]
                self.report.left_out(2, name, sentence, sheet="settings", column=name)
        for name in self.form.unknown_sheets:
            told = _("The sheet “%s” is not carried.") % name
            self.report.left_out(0, name, told, sheet=name)
        for (sheet, column), rows in self.unknown.items():
            told = _("What stands in this column is not carried. Rows: %s.") % _numbers(rows)
            self.report.left_out(rows[0], column, told, sheet=sheet, column=column)


_SETTINGS: Mapping[str, str | Promise] = {
    "form_title": gettext_lazy("The consultation keeps its own title."),
    "form_id": gettext_lazy("The consultation keeps its own address."),
    "version": gettext_lazy("Versions are counted here when a questionnaire is frozen."),
}


def _says_no(row: Row, column: str) -> bool:
    asks = ("required", "readonly")
    return column in asks and row.get(column).lower() in ("no", "false", "false()")


def _where(line: Line) -> dict[str, str]:
    return {"sheet": line.sheet, "column": line.column}


def _numbers(rows: list[int]) -> str:
    """Numbers of rows, those that follow each other as one.

    >>> _numbers([2, 3, 4, 7])
    '2 to 4, 7'
    """
    runs: list[list[int]] = []
    for number in sorted(set(rows)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        _("%(first)s to %(last)s") % {"first": run[0], "last": run[-1]} if run[1:] else str(run[0])
        for run in runs
    )
