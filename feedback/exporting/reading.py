"""Reading the answers of a consultation in constant memory: the database sorts and gathers."""

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Aggregate, CharField, Count, F, Q, QuerySet, TextField, Value
from django.db.models.functions import MD5, Cast, Coalesce, Concat, Replace

from consultations.media import Medium
from consultations.models import Consultation
from feedback.models import Response, TextVersion, Words
from feedback.models.response import About

A_CHUNK = 2000
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

    Responses and texts come in the same order from two cursors, and are laid side by side. Three
    statements, however many answered.
    """
    salt = secrets.token_hex(16)
    numbers = {edition.pk: edition.number for edition in editions}
    day = _day_or_week(consultation)
    texts = _Beside(_texts(consultation, salt), editions[-1].document["source"])
    rows = _sorted(consultation, salt).iterator(chunk_size=A_CHUNK)
    for number, edition, received, asked, given, *facts in rows:
        told = (number[:16], numbers[edition], *facts, day(received))
        yield Told(told, edition, _asked(asked), given or "", texts.of(number))


class _Beside:
    """Texts in the order of the responses that they belong to."""

    def __init__(self, texts: QuerySet, source: str) -> None:
        self.rows = texts.iterator(chunk_size=A_CHUNK)
        self.source, self.next = source, next(self.rows, None)

    def of(self, number: str) -> dict:
        """The texts of the response of this number: that in the source's language, where there
        is one. What belongs to a response that is gone by now is left out."""
        found: dict = {}
        while self.next and self.next[0] <= number:
            whose, question, about, medium, text, language = self.next
            key = (str(question), about)
            if whose == number and (key not in found or language == self.source):
                found[key] = (_marked(text, medium), language)
            self.next = next(self.rows, None)
        return found


def _marked(text: str, medium: str) -> str:
    """A text, and that it was drawn or said. That somebody wrote is no secret, where what they
    wrote is not safe to read yet."""
    if medium == Medium.WRITTEN and text:
        return text
    return f"[{medium}] {text}".strip()


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


def _texts(consultation: Consultation, salt: str) -> QuerySet:
    """The safe texts in the order of the responses, and of what has none yet that it is there."""
    words = Words.objects.of(consultation)
    safe = TextVersion.objects.safe().filter(words__in=words.safe_to_analyse())
    told = ("number", "question", "about", "medium", "said", "spoken")
    ready = safe.annotate(
        number=_number("words__response_id", salt),
        question=F("words__question_id"),
        about=F("words__about"),
        medium=F("words__medium"),
        said=F("text"),
        spoken=F("language"),
    ).values_list(*told)
    waiting = (
        words.exclude(pk__in=safe.values("words"))
        .annotate(number=_number("response_id", salt), said=Value(""), spoken=F("language"))
        .values_list("number", "question_id", "about", "medium", "said", "spoken")
    )
    return ready.union(waiting, all=True).order_by("number")


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
