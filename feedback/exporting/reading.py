"""Reading the answers of a consultation in constant memory: the database sorts and gathers."""

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Aggregate, CharField, Count, Q, QuerySet, TextField, Value
from django.db.models.functions import MD5, Cast, Coalesce, Concat, Replace

from consultations.media import Medium
from consultations.models import Consultation
from feedback.models import Response, TextVersion, Words
from feedback.models.response import About

A_CHUNK = 2000
NOTHING = ("", "")
FEWEST_ON_A_DAY = 10  # with fewer, the day that somebody answered could point at them


class Gathered(Aggregate):
    """Texts of many rows in one, with spaces between them."""

    function = "STRING_AGG"
    template = "%(function)s(%(expressions)s, ' ')"
    output_field = TextField()

    def as_sqlite(self, compiler, connection, **context):  # type: ignore[no-untyped-def]
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **context)


class Edition(NamedTuple):
    """A questionnaire as it was frozen."""

    pk: int
    number: int
    document: Mapping[str, Any]


def editions_of(consultation: Consultation) -> list[Edition]:
    """Every edition of the questions, the first one first."""
    rows = consultation.questionnaires.order_by("number").values_list("pk", "number", "document")
    return [Edition(*row) for row in rows]


@dataclass(frozen=True)
class Told:
    """One response: what is known of it, what was chosen, and what was said in words.

    `texts` are by question and by what they are about: (safe text, language). `edition` is the key
    of the questionnaire.
    """

    facts: tuple
    edition: int
    asked: frozenset[str]
    given: str
    texts: Mapping[tuple[str, str], tuple[str, str]]


def responses_of(consultation: Consultation, editions: Sequence[Edition]) -> Iterator[Told]:
    """Every response, in an order that is new each time, with a number that is new each time.

    Responses and what was said in words come in the same order from three cursors, and are laid
    side by side. Four statements, however many answered.
    """
    salt = secrets.token_hex(16)
    numbers = {edition.pk: edition.number for edition in editions}
    day = _day_or_week(consultation)
    said, safe = _Beside(_said(consultation, salt)), _Beside(_safe(consultation, salt))
    source = editions[-1].document["source"]
    rows = _sorted(consultation, salt).iterator(chunk_size=A_CHUNK)
    for number, edition, received, asked, given, *facts in rows:
        told = (number[:16], numbers[edition], *facts, day(received))
        texts = _together(said.of(number), safe.of(number), source)
        yield Told(told, edition, _asked(asked), given or "", texts)


class _Beside:
    """Rows in the order of the responses that they belong to."""

    def __init__(self, rows: QuerySet) -> None:
        self.rows = rows.iterator(chunk_size=A_CHUNK)
        self.next = next(self.rows, None)

    def of(self, number: str) -> Iterator[tuple]:
        """The rows of the response of this number, without it. What belongs to a response that is
        gone by now is left out."""
        while self.next and self.next[0] <= number:
            whose, *row = self.next
            if whose == number:
                yield tuple(row)
            self.next = next(self.rows, None)


def _together(said: Iterable[tuple], safe: Iterable[tuple], source: str) -> dict:
    """What one person said: the text in the source's language, where there is one, and before it
    in what way, unless it was written. That somebody wrote is no secret, where what they wrote is
    not safe to read yet."""
    ways, found = {}, {}
    for question, about, medium in said:
        key = (str(question), about)
        ways[key] = "" if medium == Medium.WRITTEN else f"[{medium}] "
        found[key] = (f"[{medium}]", "")
    for question, about, text, language in safe:
        key = (str(question), about)
        if not found.get(key, NOTHING)[1] or language == source:
            found[key] = (ways.get(key, "") + text, language)
    return found


def how_many(consultation: Consultation) -> int:
    """How many responses there are to export."""
    return Response.objects.filter(questionnaire__consultation=consultation).count()


def _sorted(consultation: Consultation, salt: str) -> QuerySet:
    answer = Replace(  # SQLite keeps keys without the lines in them
        Cast(Coalesce("answers__option_id", "answers__question_id"), CharField()), Value("-")
    )
    amount = Coalesce(Cast("answers__number", CharField()), Value(""))
    told = Concat(answer, Value(":"), amount, output_field=TextField())
    own = Response.objects.filter(questionnaire__consultation=consultation)
    return (
        own.annotate(
            number=_number("pk", salt),
            asked_text=Cast("asked", TextField()),
            given=Gathered(told, filter=Q(answers__isnull=False)),
        )
        .order_by("number")
        .values_list(
            "number",
            "questionnaire_id",
            "received_on",
            "asked_text",
            "given",
            "language",
            "channel",
            "route",
            "role",
            "band",
            "voice",
            "could_say",
        )
    )


def _day_or_week(consultation: Consultation):  # type: ignore[no-untyped-def]
    """How a day is told: as it is, or as the Monday of its week where few answered on some day."""
    days = Response.objects.filter(questionnaire__consultation=consultation)
    counted = days.values_list("received_on").annotate(n=Count("pk"))
    if all(n >= FEWEST_ON_A_DAY for _day, n in counted):
        return date.isoformat

    def week(day: date) -> str:
        return (day - timedelta(days=day.weekday())).isoformat()

    return week


def _number(key: str, salt: str) -> MD5:
    """A number that is new in each export, and stands for a response in all of it."""
    return MD5(Concat(Cast(key, CharField()), Value(salt)))


def _safe(consultation: Consultation, salt: str) -> QuerySet:
    """The safe texts that may be analysed, in the order of the responses."""
    texts = Words.objects.of(consultation).not_set_aside()
    return (
        TextVersion.objects.safe()
        .filter(words__in=texts)
        .annotate(number=_number("words__response_id", salt))
        .order_by("number")
        .values_list("number", "words__question_id", "words__about", "text", "language")
    )


def _said(consultation: Consultation, salt: str) -> QuerySet:
    """That something was written, drawn or said, in the order of the responses."""
    words = Words.objects.of(consultation).annotate(number=_number("response_id", salt))
    return words.order_by("number").values_list("number", "question_id", "about", "medium")


@lru_cache(maxsize=4096)
def _asked(text: str) -> frozenset[str]:
    return frozenset(json.loads(text))


def offered_by(editions: Sequence[Edition]) -> dict[int, frozenset[str]]:
    """The answers (ids) that each edition offered."""
    return {
        edition.pk: frozenset(
            option["id"]
            for question in edition.document["questions"]
            for option in question["options"]
        )
        for edition in editions
    }


ANSWER, REMARK = About.ANSWER.value, About.QUESTION.value
__all__ = ["ANSWER", "REMARK", "Told", "editions_of", "how_many", "offered_by", "responses_of"]
