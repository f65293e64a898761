"""Freezing a questionnaire: what publishing a consultation does to its questions.

The document of a questionnaire, one JSON object:

    {"source": "en-gb", "languages": ["en-gb"], "change_note": "",
     "roles": ["child"], "bands": ["6-9"],
     "questions": [{"id": "<Question>", "key": "heard", "kind": "choose_one", "item": "<code>",
                    "roles": [], "bands": [], "points": 3 (only what the kind says),
                    "after": {"question": "<Question>", "options": ["<Option>"],
                              "unanswered": false} (only where a route leads to it),
                    "words": {"en-gb": {"text": "…", "hint": "…", "bands": {"6-9": "…"}}},
                    "options": [{"id": "<Option>", "code": "yes", "value": 1, "apart": false,
                                 "words": {"en-gb": "Yes"},
                                 "alone": true (only where it goes with no other answer),
                                 "picture": {"url": "…", "width": 320, "height": 240, "alt": ""}
                                            (only where there is one)}]}],
     "apart": [{"set": "sex", "version": "2021", "roles": [], "bands": []}] (where there are any)}
"""

import hashlib
import json
import uuid
from datetime import date
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from consultations.actions.translated import with_translation
from consultations.equality import version_on
from consultations.gate.keeping import kept_back
from consultations.kinds import KINDS
from consultations.kinds.base import Offered
from consultations.models import Consultation, ConsultationPage, Option, Question, Questionnaire
from consultations.names import propose_name
from consultations.only_after import after_in
from consultations.refusals import refusals

PICTURE_SIZE = "max-480x480"


class CannotFreeze(Exception):
    """The questions cannot be frozen. `sentences` says why, in the officer's words."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


@transaction.atomic
def freeze_questionnaire(
    *, page: ConsultationPage, revision: Revision, today: date
) -> Questionnaire:
    """Freeze the questions of `page` as it was just published, and give back the edition.

    The same questions in the same words make no new edition. A page in another language adds its
    words to the questions of the source page. Raises CannotFreeze.
    """
    if refused := [*refusals(page), *kept_back(page)]:
        raise CannotFreeze([sentence for _field, sentence in refused])
    consultation = follow_page(page=page)
    latest = consultation.questionnaires.order_by("number").last()
    document = document_of(page, consultation, latest, today=today)
    sha256 = fingerprint(document)
    if latest and latest.sha256 == sha256:
        return latest
    return consultation.questionnaires.create(
        number=latest.number + 1 if latest else 1,
        document=document,
        sha256=sha256,
        revision=revision,
        frozen_on=today,
    )


def follow_page(*, page: ConsultationPage) -> Consultation:
    """Make or bring up to date what answers hang on: council, dates, whether it is published."""
    live = ConsultationPage.objects.filter(translation_key=page.translation_key, live=True)
    facts = {
        "opens_on": page.opens_on,
        "closes_on": page.closes_on,
        "findings_by": page.findings_by,
        "decision_by": page.decision_by,
        "by_invitation": page.by_invitation,
        "is_live": live.exists(),
    }
    consultation, _made = Consultation.objects.update_or_create(
        pk=page.translation_key,
        defaults=facts,
        create_defaults={"council": page.get_site(), **facts},
    )
    return consultation


def mark_answered(*, questionnaire_id: int) -> None:
    """Remember that somebody has answered this edition: from now on its meaning is fixed."""
    Questionnaire.objects.filter(pk=questionnaire_id, answered=False).update(answered=True)


def document_of(
    page: ConsultationPage,
    consultation: Consultation,
    latest: Questionnaire | None,
    *,
    today: date,
    keep: bool = True,
) -> dict:
    """The document for `page`, after the `latest` edition. Without `keep` nothing is written, and
    what was never frozen has ids that are the same each time."""
    if latest and latest.document["source"] != page.locale.language_code:
        return with_translation(latest.document, page)
    before = latest.document if latest else None
    return _from_source(page, consultation, before, keep=keep) | _apart(page, today)


def fingerprint(document: dict) -> str:
    """The SHA-256 of a document in one fixed form, in hexadecimal."""
    exact = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(exact.encode()).hexdigest()


def _from_source(
    page: ConsultationPage, consultation: Consultation, before: dict | None, *, keep: bool = True
) -> dict:
    """The document for the page in the language in which the questions are written."""
    language = page.locale.language_code
    old_words = _words_of(before)
    given = {block.value["data_name"] for block in page.questions}
    questions: dict[str, dict] = {}
    for block in page.questions:
        question = _question(consultation, block, given, keep=keep)
        frozen = _frozen(question, block, language, old_words, keep=keep)
        if after := after_in(block.value, questions, language):
            frozen["after"] = after
        questions[question.key] = frozen
        given.add(question.key)
    if keep:
        asked = [question["id"] for question in questions.values()]
        consultation.questions.exclude(pk__in=asked).update(retired=True)
    return {
        "source": language,
        "languages": before["languages"] if before else [language],
        "change_note": page.change_note.strip(),
        "roles": list(page.roles),
        "bands": list(page.bands),
        "questions": list(questions.values()),
    }


def _apart(page: ConsultationPage, today: date) -> dict:
    """What is asked about the person, in the versions that count today; {} where nothing is."""
    lines = [
        {
            "set": line.asks,
            "version": version_on(line.asks, today).version,
            "roles": list(line.roles),
            "bands": list(line.bands),
        }
        for line in page.apart.all()
    ]
    return {"apart": lines} if lines else {}


def _question(
    consultation: Consultation, block: Any, given: set[str], *, keep: bool = True
) -> Question:
    """The lasting identity of a block, made when it is frozen for the first time.

    A name that is made here gives way to those in `given`, which officers chose on this page.
    """
    value, kind = block.value, KINDS[block.block_type]
    question = consultation.questions.filter(block_id=block.id).first()
    if question is None:
        taken = given.union(consultation.questions.values_list("key", flat=True))
        question = Question(
            pk=uuid.uuid4() if keep else uuid.UUID(block.id),
            consultation=consultation,
            block_id=block.id,
            key=value["data_name"] or propose_name(value["text"], taken),
        )
    question.key = value["data_name"] or question.key
    question.kind = kind.code
    question.shape = kind.shape(value)
    question.asked_of = {"roles": value["roles"], "bands": value["bands"]}
    question.retired = False
    if keep:
        question.save()
    return question


def _frozen(
    question: Question, block: Any, language: str, old_words: dict, *, keep: bool = True
) -> dict:
    """One question of the document."""
    value, kind = block.value, KINDS[block.block_type]
    offered = kind.offered(value)
    given = {offer.code for offer in offered}
    options = []
    for offer in offered:
        option = _option(question, offer, given, keep=keep)
        options.append((option, offer))
        given.add(option.code)
    if keep:
        question.options.exclude(pk__in=[option.pk for option, _o in options]).update(retired=True)
    return {
        "id": str(question.pk),
        "key": question.key,
        "kind": question.kind,
        "item": value["item"].specific.code,
        "roles": list(value["roles"]),
        "bands": list(value["bands"]),
        **question.shape,
        **kind.frozen(value),
        "words": old_words.get(str(question.pk), {}) | {language: kind.words(value)},
        "options": [
            {
                "id": str(option.pk),
                "code": option.code,
                "value": option.value,
                "apart": option.apart,
                "words": old_words.get(str(option.pk), {}) | {language: offer.label},
                **_more(offer),
            }
            for option, offer in options
        ],
    }


def _more(offer: Offered) -> dict:
    """What only some answers have. Left out where it is not, so that the fingerprint of what was
    frozen before stays as it was."""
    more: dict = {"alone": True} if offer.alone else {}
    return more | ({"picture": _picture(offer.picture)} if offer.picture else {})


def _picture(image: Any) -> dict:
    """A picture at the size in which it is shown. The words beside it say what it says."""
    shown = image.get_rendition(PICTURE_SIZE)
    return {"url": shown.url, "width": shown.width, "height": shown.height, "alt": ""}


def _option(question: Question, offer: Offered, given: set[str], *, keep: bool = True) -> Option:
    """The lasting identity of an answer that can be chosen. Its number is never used again.

    A code that is made here gives way to those in `given`, which officers chose for its question.
    """
    known = question.options.all()
    option = (
        known.filter(block_id=offer.block_id).first()
        if offer.block_id
        else known.filter(code=offer.code).first()
    )
    if option is None:
        taken = given.union(known.values_list("code", flat=True))
        numbers = [value for value in known.values_list("value", flat=True) if value < 99]
        option = Option(
            pk=uuid.uuid4() if keep else uuid.uuid5(question.pk, offer.block_id or offer.code),
            question=question,
            block_id=offer.block_id or None,
            code=offer.code or propose_name(offer.label, taken, prefix="a"),
            value=offer.value or max(numbers, default=0) + 1,
        )
    option.code = offer.code or option.code
    option.apart = offer.apart
    option.retired = False
    if keep:
        option.save()
    return option


def _words_of(document: dict | None) -> dict[str, dict]:
    """The words of every question and answer of a document, in every language, by id."""
    found = {}
    for question in document["questions"] if document else []:
        found[question["id"]] = question["words"]
        found |= {option["id"]: option["words"] for option in question["options"]}
    return found
