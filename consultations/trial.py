"""A draft as it would be asked: the document that freezing makes, and nothing kept of it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.blocks import StreamValue

from consultations.actions.questionnaires import document_of
from consultations.models import Consultation, ConsultationPage


def trial_document(page: ConsultationPage) -> tuple[dict, list[str]]:
    """The document of a draft, and which questions were left out because they are not whole yet.

    Changes `page`, which is the officer's draft as it was read and is never saved.
    """
    blocks = [(block, is_whole(block)) for block in page.questions]
    kept = [(one.block_type, one.value, one.id) for one, whole in blocks if whole]
    page.questions = StreamValue(page.questions.stream_block, kept)
    consultation = Consultation(pk=page.translation_key)
    latest = consultation.questionnaires.order_by("number").last()
    left_out = [str(block.value["text"]) for block, whole in blocks if not whole]
    return document_of(page, consultation, latest, today=timezone.localdate(), keep=False), left_out


def is_whole(block: Any) -> bool:
    """Whether a question of a draft has everything that it needs to be asked."""
    try:
        block.block.clean(block.value)
    except ValidationError:
        return False
    return True
