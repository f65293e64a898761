"""One row for each response, with what it holds of one question: what analysis and exports use.

Of texts, only what a person made safe.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from consultations.kinds import KINDS
from consultations.kinds.base import Chosen
from consultations.kinds.outputs import NOT_ASKED, REMARK, Column
from consultations.media import Medium
from consultations.models import Consultation
from feedback.models import Answer, Response, TextVersion, Words
from feedback.models.response import About


def columns_of(question: dict) -> list[Column]:
    """The columns that hold one question: its answers, and what was said of the question."""
    return [
        *KINDS[question["kind"]].columns(question),
        Column(question["key"] + REMARK, "text"),
    ]


def rows_of(consultation: Consultation, question: dict) -> Iterator[tuple[Any, list]]:
    """(id of the response, cells) of every response to any edition, in no order that tells when.

    The cells are in the order of `columns_of`. Give the question as merged from all editions, so
    that answers which were retired keep their columns. Five statements.
    """
    chosen, texts, remarks = _stored(consultation, question["id"])
    offered = _offered(consultation, question["id"])
    kind, columns = KINDS[question["kind"]], columns_of(question)
    names = {f"{question['key']}_{one['code']}": one["id"] for one in question["options"]}
    about = [names.get(column.name, "") for column in columns]
    responses = Response.objects.filter(questionnaire__consultation=consultation).order_by("pk")
    told = responses.values_list("pk", "asked", "questionnaire_id")
    for pk, asked, edition in told.iterator():
        if pk in chosen or pk in texts:
            cells = kind.cells(question, chosen.get(pk, []), texts.get(pk, ""))
        else:
            cells = kind.blank(question, asked=question["id"] in asked)
        # That somebody did not choose what their edition did not offer says nothing.
        cells = [
            NOT_ASKED if option and option not in offered[edition] else cell
            for option, cell in zip(about, cells, strict=False)
        ]
        yield pk, [*cells, remarks.get(pk, "")]


def safe_texts_of(texts: QuerySet) -> dict[UUID, str]:
    """The text that analysts see of each of `texts`: from its translation, where there is one."""
    made = TextVersion.objects.safe().filter(words__in=texts.safe_to_analyse())
    rows = made.values_list("words", "text", "language", "words__language")
    own = {words: text for words, text, language, first in rows if language == first}
    return own | {words: text for words, text, language, first in rows if language != first}


def _offered(consultation: Consultation, question_id: str) -> dict[int, set[str]]:
    """The answers (ids) to one question that each edition offered."""
    editions = consultation.questionnaires.values_list("pk", "document")
    return {
        pk: {
            option["id"]
            for question in document["questions"]
            if question["id"] == question_id
            for option in question["options"]
        }
        for pk, document in editions
    }


def _stored(consultation: Consultation, question_id: str) -> tuple[dict, dict, dict]:
    """What was chosen, answered in words, and said of one question, by the id of the response."""
    chosen: dict = defaultdict(list)
    own = {"response__questionnaire__consultation": consultation, "question": question_id}
    answers = Answer.objects.filter(**own).order_by("number", "option__value")
    for pk, option, number in answers.values_list("response_id", "option_id", "number"):
        chosen[pk].append(Chosen(option and str(option), number))
    texts: dict[str, dict] = {About.ANSWER: {}, About.QUESTION: {}}
    told = Words.objects.filter(**own).values_list("pk", "response_id", "about", "medium")
    safe = safe_texts_of(Words.objects.filter(**own))
    for words, pk, about, medium in told:
        text = safe.get(words, "")
        marked = medium != Medium.WRITTEN or not text  # that somebody wrote is no secret
        texts[about][pk] = f"[{medium}] {text}".strip() if marked else text
    return chosen, texts[About.ANSWER], texts[About.QUESTION]
