"""A spreadsheet for many paper forms: its columns, made from a frozen questionnaire.

Each kind of question says by its form field how many boxes it has on paper. Every column has a
name that stays, in the second row, so that headings may be reworded and columns moved.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _

from consultations.audiences import Role, Voice
from consultations.kinds import KINDS
from consultations.kinds.base import in_language
from feedback.forms.answering import WHO
from feedback.forms.entering import AGREED, WAYS
from feedback.forms.given import words_alone
from feedback.journey import who_choices
from feedback.models import CouldSay

YES = "yes"
Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Column:
    """One column: its name, its heading, and what can be chosen in it; no choices for text."""

    name: str
    heading: str
    choices: Choices = ()
    is_day: bool = False


@dataclass(frozen=True)
class Asked:
    """The columns of one question, and how their cells become what its form field takes.

    Of a drawing or a message only the words beside it can be typed. `may_show` is the column for
    whether the words can be shown, None where there are no words. `remark` is the one for what was
    said of the question itself.
    """

    question: Mapping
    field: forms.Field
    columns: tuple[Column, ...]
    gather: Callable[[list[str]], Any]
    may_show: Column | None
    remark: Column

    @property
    def every_column(self) -> list[Column]:
        """Its columns from the first to the last."""
        return [*self.columns, *([self.may_show] if self.may_show else []), self.remark]


def heard_columns(document: Mapping) -> list[Column]:
    """What is known of each form besides the answers, in the names of HeardForm."""
    who = [(f"{role}:{band}", str(WHO[Role(role), band])) for role, band in who_choices(document)]
    return [
        Column("channel", _("How it reached us"), _plain(WAYS)),
        Column("received_on", _("Day received"), is_day=True),
        Column("who", _("Who answered"), who),
        Column("voice", _("Whose words these are"), _plain(Voice.choices)),
        Column("language", _("Language of the answers"), _plain(settings.LANGUAGES)),
        Column("agreed_how", _("How they agreed to take part"), _plain(AGREED)),
        Column("could_say", _("Could the child say what they wanted?"), _plain(CouldSay.choices)),
    ]


def asked_columns(document: Mapping) -> list[Asked]:
    """The columns of every question, in order."""
    return [_asked(question, document["source"]) for question in document["questions"]]


def all_columns(document: Mapping) -> list[Column]:
    """Every column of the sheet, from the first to the last."""
    columns = heard_columns(document)
    for asked in asked_columns(document):
        columns += asked.every_column
    return columns


def _asked(question: Mapping, language: str) -> Asked:
    kind = KINDS[question["kind"]]
    words = {"hint": "", **in_language(question["words"], language), "language": language}
    field, name = kind.field(dict(question), words), question["key"]
    columns, gather = _boxes(field, name, words["text"], takes_file=kind.takes_file)
    shows = Column(f"{name}.show", _("Can these words be shown?"), [(YES, str(_("Yes")))])
    remark = Column(f"{name}.remark", _("“You asked the wrong question”: what they said of it"))
    return Asked(question, field, columns, gather, None if kind.is_closed else shows, remark)


def _boxes(
    field: forms.Field, name: str, text: str, *, takes_file: bool
) -> tuple[tuple[Column, ...], Callable]:
    """The columns of a form field, and what puts their cells together."""
    if takes_file:
        return (Column(name, text),), lambda cells: words_alone(cells[0])
    if isinstance(field, forms.MultipleChoiceField):
        offered = _flat(field.choices)
        columns = tuple(
            Column(f"{name}.{place}", f"{text} – {label}", [(value, str(_("Yes")))])
            for place, (value, label) in enumerate(offered, start=1)
        )
        return columns, lambda cells: [cell for cell in cells if cell]
    if isinstance(field, forms.MultiValueField):
        columns = tuple(
            Column(
                f"{name}.{place}",
                f"{text} – {part.label or place}",
                _flat(part.choices) if isinstance(part, forms.ChoiceField) else (),
            )
            for place, part in enumerate(field.fields, start=1)
        )
        return columns, lambda cells: cells
    if isinstance(field, forms.ChoiceField):
        return (Column(name, text, _flat(field.choices)),), lambda cells: cells[0]
    return (Column(name, text),), lambda cells: cells[0]


def _flat(choices: Any) -> Choices:
    """The (value, label) of a field's choices, without the one that says that nothing is chosen."""
    return [(str(value), str(label)) for value, label in choices if value not in ("", None)]


def _plain(choices: Any) -> Choices:
    return [(str(value), str(label)) for value, label in choices]
