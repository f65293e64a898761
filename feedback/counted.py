"""Counting what was answered, in the database: by question, answer and who gave it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from django.db.models import Count, DecimalField, F, Value

from consultations.kinds import KINDS
from consultations.models import Consultation
from feedback.groups import voice_group
from feedback.models import Answer, Response

_WHO = ("response__role", "response__band", "response__voice", "response__could_say")


def counts_of(consultation: Consultation, questions: Iterable[dict]) -> tuple[dict, dict]:
    """How many answers count in each column, by (part, column, (role, voice, band)), and how many
    in each part, by (part, (role, voice, band))."""
    parts = {question["id"]: KINDS[question["kind"]].parts(question) for question in questions}
    counts: dict = defaultdict(int)
    sizes: dict = defaultdict(int)
    for question, option, number, role, band, voice, could_say, n in _chosen(consultation):
        cell = (role, voice_group(voice, could_say), band)
        for part in parts.get(str(question), []):
            if (column := part.column_of(option and str(option), number)) is not None:
                counts[part.id, column, cell] += n
                sizes[part.id, cell] += n
    return counts, sizes


def _chosen(consultation: Consultation) -> Iterator[tuple]:
    """Every answer that was given, with its number if it has one, who gave it, and how many.

    Numbers are gathered by themselves: a database that expects many different ones sorts all
    answers, which takes it three times as long.
    """
    answers = Answer.objects.filter(response__questionnaire__consultation=consultation)
    for without in (True, False):
        some = answers.filter(number__isnull=without)
        number = Value(None, DecimalField()) if without else F("number")
        yield from some.values_list("question_id", "option_id", number, *_WHO).annotate(
            n=Count("pk")
        )


def bases_of(consultation: Consultation, questions: Iterable[dict]) -> Mapping:
    """How many people answered each question that takes several answers, by (question, (role,
    voice, band)). Of any other nobody is counted twice: its size is the sum of its columns."""
    bases: dict = defaultdict(int)
    people = Response.objects.filter(questionnaire__consultation=consultation)
    for question in questions:
        if question["kind"] != "choose_several":
            continue
        answered = Answer.objects.filter(question=question["id"]).values("response")
        counted = people.filter(pk__in=answered).values_list("role", "band", "voice", "could_say")
        for role, band, voice, could_say, n in counted.annotate(n=Count("pk")):
            bases[question["id"], (role, voice_group(voice, could_say), band)] += n
    return bases
