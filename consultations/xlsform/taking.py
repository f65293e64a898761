"""From rows to questions: what can be carried, what is changed on the way, and what is not."""

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext as _

from consultations.kinds import KINDS
from consultations.names import propose_name
from consultations.xlsform import types
from consultations.xlsform.conditions import After, read_alone, read_relevant
from consultations.xlsform.report import Report
from consultations.xlsform.sheets import Form, Row, code_of
from consultations.xlsform.wanted import Wanted

LONGEST_TEXT = 300  # letters of a question and of a hint
LONGEST_LABEL = 200  # letters of an answer
MOST_ANSWERS = 20
_NAME = re.compile(r"[a-z][a-z0-9_]{0,23}\Z")


class Taking:
    """One form on its way in. `taken` are data names that the consultation has already."""

    def __init__(self, form: Form, language: str, taken: Collection[str] = ()) -> None:
        self.form, self.report = form, Report()
        self.spoken = _column_for(form, language)
        self.taken = set(taken)
        self.names: dict[str, str] = {}  # ours by theirs
        self.codes: dict[str, dict[str, str]] = {}  # of the answers to a question, ours by theirs
        self.groups: list[Row] = []
        self.notes: list[str] = []
        self.wanted: list[Wanted] = []

    def take(self) -> tuple[list[Wanted], Report]:
        """Every question, in order, and what became of everything else."""
        self._say_of_the_whole()
        for row in self.form.survey:
            self._row(row)
        if self.notes and self.wanted:
            last = self.wanted[-1]
            last.facts = "\n".join(filter(None, (last.facts, *self.notes)))
        elif self.notes:
            self.report.left_out(
                0, "note", _("The form has notes and no question to show them by.")
            )
        return self.wanted, self.report

    def _say_of_the_whole(self) -> None:
        others = [name for name in self.form.languages if name != self.spoken]
        if others:
            self.report.left_out(
                0,
                "label",
                _("Words in %(languages)s are not carried: translate the consultation instead.")
                % {"languages": ", ".join(others)},
            )
        for name in self.form.unknown_sheets:
            self.report.left_out(0, name, _("The sheet “%s” is not carried.") % name)

    def _row(self, row: Row) -> None:
        """What one row of the sheet “survey” asks for."""
        if row.get("disabled").lower() in ("yes", "true", "true()"):
            return
        if "part_of" in self._kept(row):
            return  # of a question that stands above as one
        what, _space, rest = row.get("type").strip().partition(" ")
        what = what.lower().replace("-", "_")
        if what in ("begin", "end"):
            what, _space, rest = f"{what}_{rest}".partition(" ")
        if what in ("begin_group", "end_group", "begin_repeat", "end_repeat"):
            self._group(what, row)
        elif what == "note":
            self._note(row)
        elif kind := types.kind_for(what, row):
            self._question(kind, what, rest, row)
        else:
            self.report.left_out(row.number, row.get("name") or what, types.why_not(what))

    def _group(self, what: str, row: Row) -> None:
        """Groups are pages in other tools. Here every question has a page of its own."""
        name = row.get("name")
        if what.startswith("end"):
            del self.groups[-1:]
            return
        kept, kind = self._kept(row), what.removeprefix("begin_")
        if kept.get("kind") in KINDS:
            self._question(kept["kind"], what, "", row)
            self.groups.append(Row(row.number, {}, {}))
            return
        self.groups.append(row)
        if kind == "repeat":
            self.report.changed(
                row.number, name, _("What is asked again and again there is asked once here.")
            )
        elif row.spoken.get("label"):
            self.notes.append(self._words(row, "label"))
            self.report.changed(
                row.number, name, _("The heading of a group stands by its first question.")
            )

    def _note(self, row: Row) -> None:
        """A text without a question becomes background to the question after it."""
        self.notes.append(self._words(row, "label"))
        self.report.changed(
            row.number,
            row.get("name"),
            _("A note is shown as background facts of the question after it."),
        )

    def _question(self, kind: str, what: str, rest: str, row: Row) -> None:
        kept = self._kept(row)
        kind = kept.get("kind") if kept.get("kind") in KINDS else kind
        text, facts = self._asked(row)
        facts = kept.get("facts", facts)
        wanted = Wanted(
            row.number,
            kind,
            self._named(row),
            text,
            kept.get("hint") or self._hint(row),
            facts,
            kept=kept,
        )
        wanted.more |= kept.get("more", {})
        extra = self._offer(wanted, rest, row)
        if extra is None:
            del self.names[row.get("name")]
            return
        if kind == "number" and "more" not in kept:
            wanted.more |= types.number_limits(row, self.report)
        wanted.after = self._after(row)
        types.say_what_is_lost(what, extra, row, wanted, self.report)
        wanted.facts = "\n".join(filter(None, (*self.notes, wanted.facts)))
        self.notes = []
        self.wanted.append(wanted)
        if extra == "or_other":
            self._other(wanted, row)

    def _offer(self, wanted: Wanted, rest: str, row: Row) -> str | None:
        """Give a question its answers, and say what else its type names; None when it cannot be
        asked with so many answers."""
        if "options" in wanted.kept:
            wanted.options = list(wanted.kept["options"])
            self.codes[wanted.name] = {one["code"]: one["code"] for one in wanted.options}
            return ""
        if not row.get("type").lower().startswith(("select", "rank")):
            return rest
        listed, _space, extra = rest.partition(" ")
        wanted.options = self._answers(row, listed)
        if not 2 <= len(wanted.options) <= MOST_ANSWERS:
            self.report.left_out(row.number, row.get("name"), _n_answers(wanted.options))
            return None
        self._alone(wanted, row)
        return extra

    def _kept(self, row: Row) -> Mapping[str, Any]:
        """What this software wrote into its own column."""
        try:
            kept = json.loads(row.get("heard") or "{}")
        except ValueError:
            kept = None
        if not isinstance(kept, dict):
            self.report.left_out(row.number, "heard", _("The column “heard” can't be read."))
            return {}
        return kept

    def _words(self, row: Row, column: str) -> str:
        texts = row.spoken.get(column, {})
        text = texts.get(self.spoken) or texts.get("") or next(iter(texts.values()), "")
        return _plain(text)

    def _asked(self, row: Row) -> tuple[str, str]:
        """The question, and what of it is too long to be one."""
        text = self._words(row, "label") or row.get("name") or _("Question")
        if not row.spoken.get("label"):
            self.report.changed(
                row.number, row.get("name"), _("It has no words, so its name stands for them.")
            )
        if "${" in text:
            self.report.changed(
                row.number,
                row.get("name"),
                _("It repeats an earlier answer. Here it does not: write it in other words."),
            )
        if len(text) <= LONGEST_TEXT:
            return text, ""
        head = text[:LONGEST_TEXT].rsplit(" ", 1)[0]
        self.report.changed(
            row.number, row.get("name"), _("It is long: the rest stands in its background facts.")
        )
        return head, text[len(head) :].strip()

    def _hint(self, row: Row) -> str:
        hint = self._words(row, "hint")
        if len(hint) > LONGEST_TEXT:
            self.report.changed(
                row.number, row.get("name"), _("Its hint was cut after 300 letters.")
            )
        return hint[:LONGEST_TEXT]

    def _named(self, row: Row) -> str:
        """A data name of ours for theirs."""
        theirs = row.get("name")
        fits = _NAME.fullmatch(theirs) and theirs not in self.taken
        ours = theirs if fits else propose_name(theirs or "question", self.taken)
        if ours != theirs:
            self.report.changed(row.number, theirs, _("Its data name is “%s” here.") % ours)
        self.taken.add(ours)
        self.names[theirs] = ours
        return ours

    def _answers(self, row: Row, listed: str) -> list[dict]:
        """The answers of a list, each with a code of ours."""
        ours = self.names[row.get("name")]
        codes = self.codes.setdefault(ours, {})
        found = []
        for choice in self.form.choices.get(listed, []):
            theirs = choice.get("name")
            if theirs in codes:
                continue
            taken = set(codes.values())
            fits = _NAME.fullmatch(theirs) and theirs not in taken
            codes[theirs] = theirs if fits else propose_name(theirs, taken, prefix="a")
            label = self._words(choice, "label") or theirs
            if len(label) > LONGEST_LABEL:
                self.report.changed(choice.number, theirs, _("It was cut after 200 letters."))
            if codes[theirs] != theirs:
                self.report.changed(
                    choice.number, theirs, _("Its code is “%s” here.") % codes[theirs]
                )
            found.append({"code": codes[theirs], "label": label[:LONGEST_LABEL]})
        return found

    def _alone(self, wanted: Wanted, row: Row) -> None:
        """Answers that go with no other, where `constraint` says so."""
        if wanted.kind != "choose_several" or not (constraint := row.get("constraint")):
            return
        alone = read_alone(constraint)
        for one in wanted.options:
            theirs = {ours: theirs for theirs, ours in self.codes[wanted.name].items()}
            one["alone"] = theirs[one["code"]] in (alone or [])
        if alone is None:
            self.report.left_out(row.number, row.get("name"), types.CONSTRAINT)

    def _after(self, row: Row) -> After | None:
        """After which answers a question is asked; the condition of its group counts too."""
        conditions = [text for one in (*self.groups, row) if (text := one.get("relevant"))]
        if not conditions:
            return None
        after = read_relevant(conditions[0]) if len(conditions) == 1 else None
        ours = self.names.get(after.question) if after else None
        first = next((one for one in self.wanted if one.name == ours), None)
        codes = self.codes.get(ours or "", {})
        if not first or not set(after.answers) <= set(codes) or not KINDS[first.kind].can_lead:
            self.report.left_out(
                row.number,
                row.get("name"),
                _("Its condition is not carried: it is asked of everyone. Write a route for it."),
            )
            return None
        return After(ours, tuple(codes[one] for one in after.answers), after.unanswered)

    def _other(self, wanted: Wanted, row: Row) -> None:
        """“or_other” is an answer more, and a box for what it is."""
        wanted.options.append({"code": "other", "label": _("Something else")})
        self.codes[wanted.name]["other"] = "other"
        name = propose_name(f"{wanted.name}_other"[:24], self.taken)
        self.taken.add(name)
        after = After(wanted.name, ("other",))
        self.wanted.append(Wanted(row.number, "short_text", name, _("What is it?"), after=after))


def _n_answers(answers: list) -> str:
    if len(answers) > MOST_ANSWERS:
        return _("It has %(n)s answers, and at most 20 fit. Split it, or ask in words.") % {
            "n": len(answers)
        }
    return _("It has fewer than two answers in the sheet “choices”.")


def _column_for(form: Form, language: str) -> str:
    """Which of the form's languages fits `language`: by its code, else the form's own default."""
    for name in form.languages:
        if code_of(name).split("-")[0] == language.split("-")[0]:
            return name
    default = form.settings.get("default_language", "")
    if default in form.languages:
        return default
    return next(iter(form.languages), "")


def _plain(text: str) -> str:
    """A label without the marks of emphasis and the tags that other tools show as such."""
    text = re.sub(r"<[^>\n]{1,200}>", "", text)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    return re.sub(r"^#{1,6} +", "", text, flags=re.MULTILINE).strip()
