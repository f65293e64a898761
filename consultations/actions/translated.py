"""The words of a translated page, added to what was frozen in the language of its source."""

from typing import Any

from consultations.kinds import KINDS
from consultations.models import ConsultationPage, Question


def with_translation(document: dict, page: ConsultationPage) -> dict:
    """The document with the words of a page in another language added."""
    language = page.locale.language_code
    blocks = {block.id: block for block in page.questions}
    questions = []
    for frozen in document["questions"]:
        question = Question.objects.prefetch_related("options").get(pk=frozen["id"])
        block = blocks.get(str(question.block_id))
        questions.append(_translated(frozen, question, block, language) if block else frozen)
    return {
        **document,
        "languages": sorted({*document["languages"], language}),
        "questions": questions,
    }


def _translated(frozen: dict, question: Question, block: Any, language: str) -> dict:
    """One frozen question with its words in `language`, taken from the translated block."""
    kind = KINDS[question.kind]
    offered = kind.offered(block.value)
    labels = {offer.block_id or offer.code: offer.label for offer in offered}
    keys = {
        str(option.pk): str(option.block_id) if option.block_id else option.code
        for option in question.options.all()
    }
    return {
        **frozen,
        "words": frozen["words"] | {language: kind.words(block.value)},
        "options": [
            {**option, "words": option["words"] | {language: labels[keys[option["id"]]]}}
            if keys[option["id"]] in labels
            else option
            for option in frozen["options"]
        ],
    }
