"""Composing a consultation from questions that were written elsewhere."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from consultations.models import ConsultationPage


class CannotAdd(Exception):
    """Questions cannot be added to this draft. `why` says which sentence fits."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@transaction.atomic
def add_questions(*, page: ConsultationPage, blocks: Sequence[dict], by: Any) -> Revision:
    """Put `blocks`, as the editor stores them, behind the questions of the latest draft of `page`.

    Nothing is published. What was frozen before stays as it is. Raises CannotAdd: "waits",
    "locked" or "there".
    """
    page = ConsultationPage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    if page.current_workflow_task_state:
        raise CannotAdd("waits")
    if (lock := page.get_lock()) and lock.for_user(by):
        raise CannotAdd("locked")
    draft = page.get_latest_revision_as_object()
    present = list(draft.questions.raw_data)
    if names_of(present) & names_of(blocks):
        raise CannotAdd("there")
    draft.questions = [*present, *blocks]
    return draft.save_revision(user=by, log_action=True)


def names_of(blocks: Sequence[dict]) -> set[str]:
    """The data names that questions were given."""
    return {name for block in blocks if (name := block["value"].get("data_name"))}
