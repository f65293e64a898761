"""Reading the answers of a consultation in constant memory: the database sorts and gathers."""

import json
import secrets
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from django.db.models import Aggregate, CharField, Count, Q, QuerySet, TextField, Value
from django.db.models.functions import MD5, Cast, Coalesce, Concat, Replace

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


@dataclass(frozen=True)
class Told:
    """One response: what is known of it, what was chosen, and what was said in words.

    `texts` are by question and by what they are about: (safe text, language).
    """

    facts: tuple
    edition: int
    asked: frozenset[str]
    given: str
    texts: Mapping[tuple[str, str], tuple[str, str]]


def responses_of(consultation: Consultation) -> Iterator[Told]:
    """Every response, in an order that is new each time, with a number that is new each time."""
    salt = secrets.token_hex(16)
    editions = dict(consultation.questionnaires.values_list("pk", "number"))
    day = _day_or_week(consultation)
    rows = _sorted(consultation, salt).iterator(chunk_size=A_CHUNK)
    while chunk := list(islice(rows, A_CHUNK)):
        texts = _texts(consultation, [row[0] for row in chunk])
        for pk, number, edition, received, asked, given, *facts in chunk:
            told = (number[:16], editions[edition], *facts, day(received))
            yield Told(told, edition, _asked(asked), given or "", texts.get(pk, {}))


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
            number=MD5(Concat(Cast("pk", CharField()), Value(salt))),
            asked_text=Cast("asked", TextField()),
            given=Gathered(told, filter=Q(answers__isnull=False)),
        )
        .order_by("number")
        .values_list(
            "pk",
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


def _texts(consultation: Consultation, responses: Sequence) -> dict:
    """The safe texts of these responses, in the source's language where there is one."""
    source = consultation.questionnaires.latest("number").document["source"]
    safe = Words.objects.safe_to_analyse().filter(response__in=responses)
    versions = (
        TextVersion.objects.safe()
        .filter(words__in=safe)
        .values_list("words__response_id", "words__question_id", "words__about", "text", "language")
    )
    found: dict = defaultdict(dict)
    for response, question, about, text, language in versions:
        key = (str(question), about)
        if key not in found[response] or language == source:
            found[response][key] = (text, language)
    return found


@lru_cache(maxsize=4096)
def _asked(text: str) -> frozenset[str]:
    return frozenset(json.loads(text))


def offered_by(consultation: Consultation) -> dict[int, frozenset[str]]:
    """The answers (ids) that each edition offered."""
    return {
        pk: frozenset(
            option["id"] for question in document["questions"] for option in question["options"]
        )
        for pk, document in consultation.questionnaires.values_list("pk", "document")
    }


ANSWER, REMARK = About.ANSWER.value, About.QUESTION.value
__all__ = ["ANSWER", "REMARK", "Told", "how_many", "offered_by", "responses_of"]
