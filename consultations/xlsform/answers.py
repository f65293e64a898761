"""The answers of a question, from the sheet “choices”."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from consultations.names import propose_name
from consultations.xlsform.losses import Losses
from consultations.xlsform.report import Report
from consultations.xlsform.sheets import Form, Row
from consultations.xlsform.words import Spoken

LONGEST_LABEL = 200  # letters of an answer
MOST_ANSWERS = 20
NAME = re.compile(r"[a-z][a-z0-9_]{0,23}\Z")


class Answers:
    """The lists of one form. `codes` are ours by theirs, by the data name of a question."""

    def __init__(self, form: Form, spoken: Spoken, losses: Losses, report: Report) -> None:
        self.form, self.spoken, self.losses, self.report = form, spoken, losses, report
        self.codes: dict[str, dict[str, str]] = {}
        self.used: set[str] = set()

    def of(self, asked: str, listed: str, *, ours: bool) -> list[dict]:
        """The answers of a list for the question `asked`, each with a code of ours. `ours` went
        out from here."""
        self.used.add(listed)
        codes = self.codes.setdefault(asked, {})
        found = []
        for choice in self.form.choices.get(listed, []):
            told = _("This answer stands in its list before.")
            if not (choice.get("name") or choice.spoken.get("label")):
                told = _("This answer has no name and no words.")
            elif _theirs(choice) not in codes:
                told = ""
            if told:
                self.report.left_out(
                    choice.number, choice.get("name"), told, sheet="choices", column="name"
                )
                continue
            found.append(
                {"code": self._code(choice, codes), "label": self._label(choice, ours=ours)}
            )
            self.losses.of_row(choice, sheet="choices")
        return found

    def _code(self, choice: Row, codes: dict[str, str]) -> str:
        theirs, taken = _theirs(choice), set(codes.values())
        fits = NAME.fullmatch(theirs) and theirs not in taken
        codes[theirs] = ours = theirs if fits else propose_name(theirs, taken, prefix="a")
        if ours != theirs:
            told = _("Its code is “%s” here.") % ours
            self.report.changed(choice.number, theirs, told, sheet="choices", column="name")
        return ours

    def _label(self, choice: Row, *, ours: bool) -> str:
        theirs = _theirs(choice)
        label = self.spoken.line(choice, "label", sheet="choices", ours=ours)
        told = ""
        if not label:
            told = _("It has no words, so its name stands for them.")
        elif len(label) > LONGEST_LABEL:
            told = _("It was cut after 200 letters.")
        if told:
            self.report.changed(choice.number, theirs, told, sheet="choices", column="label")
        return (label or theirs)[:LONGEST_LABEL].rstrip()


def _theirs(choice: Row) -> str:
    """What an answer is called in its form."""
    return choice.get("name") or next(iter(choice.spoken["label"].values()))


def kept_codes(options: list[Mapping]) -> dict[str, str]:
    """The codes of answers that are ours already."""
    return {one["code"]: one["code"] for one in options}


def n_answers(answers: list) -> str:
    """Why a question cannot be asked with so many answers, as a sentence; "" when it can."""
    if len(answers) > MOST_ANSWERS:
        return _("It has %(n)s answers, and at most 20 fit. Split it, or ask in words.") % {
            "n": len(answers)
        }
    if len(answers) < 2:
        return _("It has fewer than two answers in the sheet “choices”.")
    return ""
