"""What people said."""

from typing import Any

from consultations.models import ConsultationPage
from feedback.actions import answering, reading, sending
from feedback.models import Response, Words
from tests import answers
from tests.make.asking import closed_consultation
from tests.make.people import noon, staff, today


def frozen(page: ConsultationPage, key: str) -> dict:
    """The frozen question with this data name, in the latest edition."""
    document = page.identity.questionnaires.latest("number").document
    return next(question for question in document["questions"] if question["key"] == key)


def option(page: ConsultationPage, key: str, code: str) -> str:
    """The id of an answer that can be chosen."""
    return next(one["id"] for one in frozen(page, key)["options"] if one["code"] == code)


def draft(page: ConsultationPage, *, role: str = "child", band: str = "13-15", **more: Any) -> str:
    """Somebody began to answer, and agreed: their four words."""
    on = noon(more.pop("on", max(page.opens_on, min(page.closes_on, today()))))
    voice = more.pop("voice", "me")
    words = answering.begin(
        questionnaire=page.identity.questionnaires.latest("number"),
        role=role,
        band=band if role == "child" else "",
        language=more.pop("language", "en-gb"),
        now=on,
        hours=24,
    )
    if role == "child":
        answering.say_whose_words(words=words, voice=voice, now=on)
    answering.agree(words=words, version="older-1", now=on)
    for key, answer in more.items():
        answering.save_answer(
            words=words,
            question_id=frozen(page, key)["id"],
            answer=answers.kept(frozen(page, key), answer),
            now=on,
        )
    return words


def response(page: ConsultationPage, **more: Any) -> Response:
    """Somebody answered and sent: `response(page, heard="yes", more=("text", True))`."""
    on = more.setdefault("on", max(page.opens_on, min(page.closes_on, today())))
    words = draft(page, **more)
    return sending.send(words=words, now=noon(on), today=on)


def responses(page: ConsultationPage, n: int, **more: Any) -> None:
    """`n` people gave the same answers."""
    for _person in range(n):
        response(page, **dict(more))


def words(page: ConsultationPage | None = None, text: str = "My words", **more: Any) -> Words:
    """A text that somebody sent, not read yet."""
    page = page or closed_consultation()
    may_show = more.pop("may_show", True)
    return response(page, more=(text, may_show), **more).words.get()


def read_words(page: ConsultationPage | None = None, text: str = "My words", **more: Any) -> Words:
    """A text that a reader has read."""
    made = words(page, text, **more)
    reading.mark_read(words=made, by=staff("reader"))
    return made
