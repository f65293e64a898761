"""The columns of an export, in the order of the codebook: first who, then what was asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain

from django.utils.translation import gettext_lazy as _

from consultations.kinds import KINDS
from consultations.kinds.base import Chosen, in_language
from consultations.kinds.outputs import NOT_ASKED, REMARK, SKIPPED, Column

# What is known of each response. Never who, and a week where a day could point at somebody.
FACTS = (
    "resp_id",
    "edition",
    "language",
    "channel",
    "route",
    "role",
    "band",
    "voice",
    "could_say",
    "received",
)
LANGUAGE = "__lang"  # the end of the name of a column that says in which language a text is
Cells = tuple
MISSING = {SKIPPED: _("Asked, and not answered"), NOT_ASKED: _("Not asked")}


@dataclass(frozen=True)
class AskedColumns:
    """One question with its columns. `texts` are the places among them that hold text."""

    question: Mapping
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The names of the columns of what was answered, and of what was said of the question."""
        key = self.question["key"]
        own = [column.name for column in self.columns]
        return [*own, *([key + LANGUAGE] if self.is_text else []), key + REMARK]

    @cached_property
    def is_text(self) -> bool:
        """Whether people answer it in their own words, or draw, or say it."""
        return not KINDS[self.question["kind"]].is_closed

    def label(self, language: str) -> str:
        """The question in words."""
        return in_language(self.question["words"], language)["text"]

    def blank(self, *, asked: bool) -> list:
        """What stands there where nobody answered."""
        return KINDS[self.question["kind"]].blank(self.question, asked=asked)


def asked_columns(questions: Iterable[Mapping]) -> list[AskedColumns]:
    """The columns of each question, in the order of the questionnaire."""
    return [
        AskedColumns(question, tuple(KINDS[question["kind"]].columns(question)))
        for question in questions
    ]


def header(asked: Sequence[AskedColumns]) -> list[str]:
    """The names of all columns of the wide table."""
    return [*FACTS, *chain.from_iterable(one.names for one in asked)]


class Closed:
    """What was chosen, as cells. The same choice is worked out once, however many made it."""

    def __init__(self, asked: Sequence[AskedColumns], offered: Mapping[int, frozenset]) -> None:
        self.offered = offered
        self.known: dict[tuple, Cells] = {}
        self.asked_for = {bare(one.question["id"]): one.question["id"] for one in asked}
        self.by_question = {one.question["id"]: one for one in asked if not one.is_text}
        self.question_of = {
            bare(option["id"]): one.question["id"]
            for one in self.by_question.values()
            for option in one.question["options"]
        }

    def cells(self, edition: int, question_id: str, given: tuple[str, ...], asked: bool) -> Cells:
        """The cells of one question for what was stored: "<option or question>:<number>" each."""
        key = (edition, question_id, given, asked)
        if key not in self.known:
            self.known[key] = self._made(edition, self.by_question[question_id], given, asked)
        return self.known[key]

    def sorted_out(self, given: str) -> dict[str, tuple[str, ...]]:
        """What was chosen in a response, by question."""
        found: dict[str, tuple[str, ...]] = {}
        for one in given.split(" ") if given else ():
            about = one.partition(":")[0]
            question = self.question_of.get(about) or self.asked_for[about]
            found[question] = (*found.get(question, ()), one)
        return found

    def _made(self, edition: int, one: AskedColumns, given: tuple[str, ...], asked: bool) -> Cells:
        options = {option["id"]: option for option in one.question["options"]}
        ids = {bare(key): key for key in options}
        if given:
            chosen = sorted(
                (chosen_of(token, ids) for token in given),
                key=lambda choice: (choice.number or 0, _value(options, choice)),
            )
            cells = KINDS[one.question["kind"]].cells(one.question, chosen, "")
        else:
            cells = one.blank(asked=asked)
        # That somebody did not choose what their edition did not offer says nothing.
        named = {f"{one.question['key']}_{opt['code']}": opt["id"] for opt in options.values()}
        about = [named.get(column.name, "") for column in one.columns]
        return tuple(
            NOT_ASKED if option and option not in self.offered[edition] else cell
            for option, cell in zip(about, cells, strict=True)
        )


def bare(key: str) -> str:
    """A key as the database gathers it."""
    return key.replace("-", "")


def chosen_of(token: str, options: Mapping[str, str]) -> Chosen:
    """What a stored "<option or question>:<number>" says. `options` are ids by their bare ones."""
    about, _colon, number = token.partition(":")
    return Chosen(options.get(about), _number(number) if number else None)


def _number(text: str) -> Decimal | int:
    """A stored number, without places behind the point that say nothing."""
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else number.normalize()


def _value(options: Mapping, choice: Chosen) -> int:
    return options[choice.option]["value"] if choice.option in options else 0
