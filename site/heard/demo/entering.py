"""What came on paper, in talks and by phone, and what people said about themselves."""

import random
from typing import Any

from django.db import transaction
from django.utils import timezone

from consultations.equality import asked_apart
from consultations.models import ConsultationPage
from consultations.models.questionnaire import frozen_document
from feedback import receipts
from feedback.actions import apart
from feedback.actions.entering import Heard, enter_response
from feedback.models import Response
from heard.demo import day, read

TOLD = 0.8  # how many answer a question about themselves
LIKELY = {"english": 12, "no": 8, "british": 10, "a_little": 2}  # others: 1


@transaction.atomic
def load_entered(pages: dict[str, ConsultationPage], *, by: Any) -> None:
    """Enter every form, and let those who answered say something about themselves."""
    for told in read("entered")["form"]:
        _enter(told, pages[told["consultation"]], by)
    luck = random.Random(2031)  # noqa: S311  (the same on every machine)
    for page in pages.values():
        _tell(page, luck)


def _enter(told: dict, page: ConsultationPage, by: Any) -> None:
    questionnaire = page.identity.questionnaires.latest("number")
    questions = frozen_document(questionnaire.pk, questionnaire.sha256)["questions"]
    asked = next(one for one in questions if one["key"] == told["question"])
    enter_response(
        questionnaire=questionnaire,
        heard=Heard(
            role=told["role"],
            band=told["band"],
            voice=told["voice"],
            channel=told["channel"],
            language="en-gb",
            received_on=day(-told["days"]),
            agreed_how=told["agreed"],
            could_say=told["could_say"],
        ),
        answers={asked["id"]: {"text": told["text"], "may_show": told["share"]}},
        words=receipts.draw(),
        by=by,
        now=timezone.now(),
    )


def _tell(page: ConsultationPage, luck: random.Random) -> None:
    """Each person of a consultation that asks about people says something, or nothing."""
    questionnaire = page.identity.questionnaires.latest("number")
    lines = frozen_document(questionnaire.pk, questionnaire.sha256).get("apart", [])
    if not lines:
        return
    people = Response.objects.filter(questionnaire__consultation=page.identity)
    for one in people.order_by("role", "band", "voice", "could_say"):
        sets = asked_apart(lines, one.role, one.band)
        said = {
            asked.code: _some(luck, [option.code for option in asked.options])
            for asked in sets
            if luck.random() < TOLD
        }
        apart.count_answers(
            consultation=page.identity,
            role=one.role,
            voice=apart.voice_of(one),
            sets=sets,
            answers=said,
        )
    people.update(asked_apart=True)


def _some(luck: random.Random, codes: list[str]) -> str:
    return luck.choices(codes, [LIKELY.get(code, 1) for code in codes])[0]
