"""What an officer may want to think over after saving a consultation. It stops nothing."""

from django.contrib import messages
from django.http import HttpRequest
from wagtail.models import Page

from consultations.kinds import KINDS
from consultations.models import ConsultationPage


def advice(page: ConsultationPage) -> list[str]:
    """Sentences about the questions of a page."""
    return [
        str(sentence)
        for block in page.questions
        for sentence in KINDS[block.block_type].advice(block.value)
    ]


def after_save(request: HttpRequest, page: Page) -> None:
    """Say it beside the message that the page was saved."""
    if isinstance(page.specific, ConsultationPage):
        for sentence in advice(page.specific):
            messages.warning(request, sentence)
