"""From rows to questions: what can be carried, what is changed on the way, and what is not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from consultations.kinds import KINDS
from consultations.names import propose_name
from consultations.xlsform import types
from consultations.xlsform.answers import (
    LONGEST_LABEL,
    NAME,
    Answers,
    kept_codes,
    n_answers,
)
from consultations.xlsform.conditions import (
    After,
    Bounds,
    asks_for_it_alone,
    read_alone,
    read_bounds,
    read_relevant,
)
from consultations.xlsform.kept import faces_as_offered, key_of, read_kept, sides_as_offered
from consultations.xlsform.losses import Losses
from consultations.xlsform.report import Report
from consultations.xlsform.sheets import Form, Row
from consultations.xlsform.type_names import what_is_asked
from consultations.xlsform.wanted import Wanted
from consultations.xlsform.words import Spoken

LONGEST_TEXT = 300  # letters of a question and of a hint
GROUPS = ("begin_group", "end_group", "begin_repeat", "end_repeat")


@dataclass(frozen=True)
class Note:
    """A text without a question, and on what conditions it was shown."""

    row: int
    name: str
    text: str
    conditions: tuple[str, ...]


class Taking:
    """One form on its way in. `taken` are data names that the consultation has already."""

    def __init__(self, form: Form, language: str, taken: Collection[str] = ()) -> None:
        self.form, self.report = form, Report()
        self.spoken = Spoken(form, language, self.report)
        self.losses = Losses(form, self.report)
        self.answers = Answers(form, self.spoken, self.losses, self.report)
        self.taken = set(taken)
        self.names: dict[str, str] = {}  # ours by theirs
        self.groups: list[Row] = []
        self.notes: list[Note] = []
        self.wanted: list[Wanted] = []

    def take(self) -> tuple[list[Wanted], Report]:
        """Every question, in order, and what became of everything else."""
        if self.spoken.others:
            told = _("Words in %(languages)s are not carried: translate the consultation instead.")
            languages = {"languages": ", ".join(self.spoken.others)}
            self.report.left_out(0, "label", told % languages, sheet="")
        for row in self.form.survey:
            self._row(row)
        if self.wanted:
            self._show_notes(self.wanted[-1], (), before=False)
        for note in self.notes:
            told = _("The form has notes and no question to show them by.")
            self.report.left_out(note.row, note.name, told)
        self.losses.of_the_rest(self.answers.used)
        return self.wanted, self.report

    def _row(self, row: Row) -> None:
        """What one row of the sheet “survey” asks for."""
        what, rest = what_is_asked(row.get("type"))
        if row.get("disabled").lower() in ("yes", "true", "true()"):
            self.report.left_out(
                row.number,
                row.get("name") or what,
                _("It is switched off there."),
                column="disabled",
            )
            return
        kept = read_kept(row, what, self.report)
        if "part_of" in kept and self._part(row, kept["part_of"], rest):
            return
        if what in GROUPS:
            self._group(what, row, kept)
        elif what == "note":
            self._note(row, _("A note is shown as background facts of the question after it."))
            self.losses.of_row(row)
        elif kind := types.kind_for(what, row):
            self._question(kept.get("kind") or kind, what, rest, row, kept)
        else:
            self.report.left_out(row.number, row.get("name") or what, types.why_not(what, row))

    def _part(self, row: Row, asked: str, listed: str) -> bool:
        """Whether a row is one thing of a sort that stands above; its words are those of now."""
        sort = next((one for one in self.wanted if one.name == self.names.get(asked)), None)
        code = row.get("name")[len(asked) + 1 :]
        part = next((one for one in sort.options if one["code"] == code), None) if sort else None
        if part is None:
            return False
        now = self.spoken.line(row, "label", ours=True)
        part["label"] = now[:LONGEST_LABEL] or part["label"]
        if listed not in self.answers.used:
            sort.more |= sides_as_offered(self.answers.of(f"{asked}.", listed, ours=True))
        return True

    def _group(self, what: str, row: Row, kept: Mapping) -> None:
        """Groups are pages in other tools. Here every question has a page of its own."""
        if what.startswith("end"):
            self._end(row)
            return
        if kept.get("options"):
            self._question(kept["kind"], what, "", row, kept)
            self.groups.append(row)
            return
        self.groups.append(row)
        self.losses.of_row(row)
        if what == "begin_repeat":
            told = _("What is asked again and again there is asked once here.")
            self.report.changed(row.number, row.get("name"), told)
        if row.spoken.keys() & {"label", "hint"}:
            self._note(row, _("The heading of a group stands by its first question."))

    def _end(self, row: Row) -> None:
        """The end of a group: nothing that stands there is asked."""
        self.losses.of_end(row)
        for group in self.groups[-1:]:
            if not any(one.row > group.number for one in self.wanted):
                self.losses.of_condition(group)
        del self.groups[-1:]

    def _note(self, row: Row, told: str) -> None:
        """A text without a question becomes background to the question after it."""
        words = (self.spoken.of(row, column) for column in ("label", "hint"))
        if text := "\n".join(filter(None, words)):
            conditions = self._conditions(row)
            self.notes.append(Note(row.number, row.get("name"), text, conditions))
            self.report.changed(row.number, row.get("name"), told)
        else:
            self.report.left_out(row.number, row.get("name"), _("It has no words."))

    def _conditions(self, row: Row) -> tuple[str, ...]:
        """On what conditions a row is shown, those of its groups first."""
        rows = self.groups if row in self.groups else [*self.groups, row]
        return tuple(text for one in rows if (text := one.get("relevant")))

    def _show_notes(self, wanted: Wanted, conditions: tuple[str, ...], *, before: bool) -> None:
        """Put the notes that wait into the facts of a question, before its own or behind them."""
        for note in self.notes:
            if note.conditions != conditions[: len(note.conditions)]:
                told = _("Its condition is not carried: whoever sees the question sees it.")
                self.report.left_out(note.row, note.name, told, column="relevant")
        texts = [note.text for note in self.notes]
        all_facts = [*texts, wanted.facts] if before else [wanted.facts, *texts]
        wanted.facts = "\n".join(filter(None, all_facts))
        self.notes = []

    def _question(self, kind: str, what: str, rest: str, row: Row, kept: Mapping) -> None:
        ours = bool(kept)
        text, facts = self._asked(row, ours=ours)
        wanted = Wanted(row.number, kind, self._named(row), text, kept=kept)
        wanted.hint = kept.get("hint") or self._hint(row, ours=ours)
        wanted.facts = "\n".join(filter(None, (facts, kept.get("facts"))))
        wanted.more |= kept.get("more", {})
        extra = self._offer(wanted, what, rest, row)
        if extra is None:
            self.names.pop(row.get("name"), None)
            return
        if kind == "number" and not _is_as_it_went_out(wanted.more, what, row):
            wanted.more |= types.number_limits(what, row, self.report)
        wanted.after = self._after(row)
        self.losses.of_question(row, kind, extra)
        self._show_notes(wanted, self._conditions(row), before=True)
        if what in ("date", "time", "datetime"):
            told = _("A day or a time is asked as a short text.")
            self.report.changed(row.number, row.get("name"), told)
        self.wanted.append(wanted)
        if extra == "or_other":
            self._other(wanted, row)

    def _offer(self, wanted: Wanted, what: str, rest: str, row: Row) -> str | None:
        """Give a question its answers, and say what else its type names; None when it cannot be
        asked with so many answers."""
        kept, codes = wanted.kept, self.answers.codes
        if "options" in kept:
            wanted.options = [dict(one) for one in kept["options"]]
            codes[wanted.name] = kept_codes(wanted.options)
            return ""
        if not what.startswith(("select", "rank")):
            return rest
        listed, _space, extra = rest.partition(" ")
        is_known = listed in self.answers.used
        wanted.options = self.answers.of(wanted.name, listed, ours=bool(kept))
        room = [{}] * (extra == "or_other" and "other" not in codes[wanted.name])
        if why := n_answers([*wanted.options, *room] if wanted.options[1:] else wanted.options):
            self.report.left_out(row.number, row.get("name"), why, column="type")
            if not is_known:
                self.answers.used.discard(listed)
            return None
        self._alone(wanted, row)
        if wanted.kind == "faces" and not (faces := faces_as_offered(wanted.options)):
            wanted.kind = "choose_one"
        elif wanted.kind == "faces":
            wanted.more |= faces
        return extra

    def _asked(self, row: Row, *, ours: bool) -> tuple[str, str]:
        """The question, and what of it is too long to be one."""
        name = row.get("name")
        if not (text := self.spoken.line(row, "label", ours=ours)):
            told = _("It has no words, so its name stands for them.")
            self.report.changed(row.number, name, told, column="label")
            text = name or _("Question")
        if len(text) <= LONGEST_TEXT:
            return text, ""
        head = text[:LONGEST_TEXT].rsplit(" ", 1)[0]
        told = _("It is long: the rest stands in its background facts.")
        self.report.changed(row.number, name, told, column="label")
        return head, text[len(head) :].strip()

    def _hint(self, row: Row, *, ours: bool) -> str:
        hint = self.spoken.line(row, "hint", ours=ours)
        if len(hint) > LONGEST_TEXT:
            told = _("Its hint was cut after 300 letters.")
            self.report.changed(row.number, row.get("name"), told, column="hint")
        return hint[:LONGEST_TEXT].rstrip()

    def _named(self, row: Row) -> str:
        """A data name of ours for theirs."""
        theirs = row.get("name")
        plain = key_of(theirs)
        fits = NAME.fullmatch(plain) and plain not in self.taken
        ours = plain if fits else propose_name(plain or "question", self.taken)
        if ours != plain:
            told = _("Its data name is “%s” here.") % ours
            self.report.changed(row.number, theirs, told, column="name")
        self.taken.add(ours)
        self.names[theirs] = ours
        return ours

    def _alone(self, wanted: Wanted, row: Row) -> None:
        """Answers that go with no other, where `constraint` says so."""
        if wanted.kind != "choose_several" or not (constraint := row.get("constraint")):
            return
        codes = self.answers.codes[wanted.name]
        alone = read_alone(constraint)
        if alone is None or not set(alone) <= set(codes):
            self.report.left_out(row.number, row.get("name"), types.CONSTRAINT, column="constraint")
            return
        for one in wanted.options:
            one["alone"] = one["code"] in [codes[theirs] for theirs in alone]

    def _after(self, row: Row) -> After | None:
        """After which answers a question is asked; the condition of its group counts too."""
        conditions = self._conditions(row)
        if not conditions:
            return None
        after = read_relevant(conditions[0]) if len(set(conditions)) == 1 else None
        ours = self.names.get(after.question) if after else None
        first = next((one for one in self.wanted if one.name == ours), None)
        codes = self.answers.codes.get(ours or "", {})
        if not first or not set(after.answers) <= set(codes) or not KINDS[first.kind].can_lead:
            told = _("Its condition is not carried: it is asked of everyone. Write a route for it.")
            self.report.left_out(row.number, row.get("name"), told, column="relevant")
            return None
        if first.kind == "choose_several" and asks_for_it_alone(conditions[0]):
            told = _("It is asked after this answer, also where others were chosen with it.")
            self.report.changed(row.number, row.get("name"), told, column="relevant")
        return After(ours, tuple(codes[one] for one in after.answers), after.unanswered)

    def _other(self, wanted: Wanted, row: Row) -> None:
        """“or_other” is an answer more, and a box for what it is."""
        codes = self.answers.codes[wanted.name]
        if "other" not in codes:
            codes["other"] = propose_name("other", set(codes.values()))
            wanted.options.append({"code": codes["other"], "label": _("Something else")})
        name = propose_name(f"{wanted.name}_other"[:24], self.taken)
        self.taken.add(name)
        after = After(wanted.name, (codes["other"],))
        self.wanted.append(Wanted(row.number, "short_text", name, _("What is it?"), after=after))


def _is_as_it_went_out(more: Mapping[str, Any], what: str, row: Row) -> bool:
    """Whether nobody changed the limits of a number since it went out from here."""
    if "least" not in more or bool(more.get("whole")) != (what == "integer"):
        return False
    limits = [None if more.get(one) is None else Decimal(more[one]) for one in ("least", "most")]
    return read_bounds(row.get("constraint") or "-", whole=what == "integer") == Bounds(*limits)
