"""Using a question of the bank in another consultation, so that the two can be compared."""

import copy
import uuid
from typing import Any

from django.db import transaction
from wagtail.models import Revision

from consultations.models import ConsultationPage, Question
from consultations.permissions import Staff, can_see_drafts


class CannotUse(Exception):
    """A question cannot be added to this draft. `why` says which sentence fits."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@transaction.atomic
def use_question(*, question: Question, page: ConsultationPage, by: Staff) -> Revision:
    """Put a question of the bank at the end of a draft: the same name, kind, codes and words.

    It is a question of its own there, with an identity of its own; its route is left behind, for
    that led from another question. Raises CannotUse: "not yours", "waits", "locked" or "there".
    """
    page = ConsultationPage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    council = question.consultation.council
    may = page.get_site() == council and can_see_drafts(by, council)
    if not may or not page.permissions_for_user(by).can_edit():
        raise CannotUse("not yours")
    if page.current_workflow_task_state:
        raise CannotUse("waits")
    if (lock := page.get_lock()) and lock.for_user(by):
        raise CannotUse("locked")
    draft = page.get_latest_revision_as_object()
    blocks = copy.deepcopy(list(draft.questions.raw_data))
    if any(block["value"].get("data_name") == question.key for block in blocks):
        raise CannotUse("there")
    draft.questions = [*blocks, block_from(question)]
    return draft.save_revision(user=by, log_action=True)


def block_from(question: Question) -> dict:
    """A frozen question as the editor stores a new one, with the names that it was given.

    Taken from the newest edition in the language in which it was written.
    """
    block = _written(question)
    value = block["value"]
    value["data_name"] = question.key
    value["only_after"] = {}
    codes = {str(option.block_id): option.code for option in question.options.all()}
    for option in value.get("options", []):
        option["value"]["code"] = codes.get(option["id"], option["value"].get("code", ""))
    return _afresh(block)


def _written(question: Question) -> dict:
    """The block from which a question was frozen last. Raises CannotUse."""
    for edition in question.consultation.questionnaires.order_by("-number"):
        page = edition.revision.as_object()
        if page.locale.language_code != edition.document["source"]:
            continue
        for block in page.questions.raw_data:
            if block["id"] == str(question.block_id):
                return copy.deepcopy(dict(block))
    raise CannotUse("gone")


def _afresh(value: Any) -> Any:
    """A copy in which every block has an id that no other has."""
    if isinstance(value, list):
        return [_afresh(one) for one in value]
    if not isinstance(value, dict):
        return value
    copied = {key: _afresh(one) for key, one in value.items()}
    return copied | {"id": str(uuid.uuid4())} if {"type", "value"} <= value.keys() else copied
