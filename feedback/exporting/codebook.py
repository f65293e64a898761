"""The codebook: what every column holds, in words, and what its numbers mean."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.audiences import Band, Role, Voice
from consultations.kinds import KINDS
from consultations.kinds.base import in_language
from consultations.kinds.outputs import REMARK
from consultations.models import Route
from feedback.exporting.columns import FACTS, LANGUAGE, MISSING, AskedColumns
from feedback.models import Channel, CouldSay

NUMERIC = ("code", "yes_no", "place", "number")
YES_NO = {1: gettext_lazy("Chosen"), 0: gettext_lazy("Shown, and not chosen")}


@dataclass(frozen=True)
class Line:
    """One column of the wide table. `holds` is as in consultations.kinds.outputs.Column, or "id"
    for what tells rows apart; `values` are what its numbers or codes mean."""

    name: str
    label: str
    holds: str
    kind: str = ""
    values: Mapping = field(default_factory=dict)
    versions: str = ""
    shown_if: str = ""

    @property
    def is_numeric(self) -> bool:
        """Whether statistics programs are to read it as a number."""
        return self.holds in NUMERIC


def lines_of(
    asked: Sequence[AskedColumns], documents: Sequence[Mapping], language: str
) -> Iterator[Line]:
    """A line for every column, in the order of the wide table."""
    yield from _facts()
    for one in asked:
        yield from _of_question(one, documents, language)


def _facts() -> Iterator[Line]:
    told = {
        "resp_id": (_("A number that is new in each export, and tells rows apart"), "id", {}),
        "edition": (_("Which edition of the questionnaire was answered"), "number", {}),
        "language": (_("In which language it was read"), "text", {}),
        "channel": (_("How it reached us"), "text", dict(Channel.choices)),
        "route": (_("By which way people came"), "text", dict(Route.choices)),
        "role": (_("Who answered"), "text", dict(Role.choices)),
        "band": (_("Age"), "text", dict(Band.choices)),
        "voice": (_("Whose words these are"), "text", dict(Voice.choices)),
        "could_say": (_("Could the child say what they wanted?"), "text", dict(CouldSay.choices)),
        "received": (_("The day, or the Monday of the week where few answered"), "text", {}),
    }
    for name in FACTS:
        label, holds, values = told[name]
        yield Line(name, label, holds, values={k: str(v) for k, v in values.items()})


def _of_question(one: AskedColumns, documents: Sequence[Mapping], language: str) -> Iterator[Line]:
    question, text = one.question, one.label(language)
    kind = str(KINDS[question["kind"]].label)
    versions = _wordings(question["id"], documents, language)
    shown = _shown_if(question, documents, language)
    for column in one.columns:
        label = text
        if column.words:
            label = f"{text} [{in_language(column.words, language)}]"
        values = {number: in_language(words, language) for number, words in column.values.items()}
        if column.holds == "yes_no":
            values = {number: str(words) for number, words in YES_NO.items()}
        if column.holds in NUMERIC:
            values |= {number: str(words) for number, words in MISSING.items()}
        yield Line(column.name, label, column.holds, kind, values, versions, shown)
    if one.is_text:
        yield Line(question["key"] + LANGUAGE, _("In which language that text is"), "text", kind)
    yield Line(
        question["key"] + REMARK, _("What was said of the question itself: %s") % text, "text", kind
    )


def _wordings(question_id: str, documents: Sequence[Mapping], language: str) -> str:
    """In which editions it was asked, and with which words where those changed."""
    said: list[str] = []
    before = None
    for number, document in enumerate(documents, start=1):
        words = _words(question_id, document, language)
        if words and words != before:
            said.append(f"{number}: {words}")
        before = words
    return " | ".join(said)


def _words(question_id: str, document: Mapping, language: str) -> str:
    found = (one for one in document["questions"] if one["id"] == question_id)
    question = next(found, None)
    return in_language(question["words"], language)["text"] if question else ""


def _shown_if(question: Mapping, documents: Sequence[Mapping], language: str) -> str:
    """After which answers it was asked, in words."""
    if not (after := question.get("after")):
        return ""
    first = next(
        (
            one
            for document in reversed(documents)
            for one in document["questions"]
            if one["id"] == after["question"]
        ),
        None,
    )
    if first is None:
        return ""
    answers = [
        in_language(option["words"], language)
        for option in first["options"]
        if option["id"] in after["options"]
    ]
    if after.get("unanswered"):
        answers.append(str(_("no answer")))
    return f"{in_language(first['words'], language)['text']} = {' / '.join(answers)}"
