"""Composing a consultation from questions that were written elsewhere."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from consultations.models import ConsultationPage


@transaction.atomic
def add_questions(*, page: ConsultationPage, blocks: Sequence[dict], by: Any) -> Revision:
    """Put `blocks`, as the editor stores them, behind the questions of the latest draft of `page`.

    Nothing is published. What was frozen before stays as it is.
    """
    draft = page.get_latest_revision_as_object()
    draft.questions = [*draft.questions.raw_data, *blocks]
    return draft.save_revision(user=by, log_action=True)
