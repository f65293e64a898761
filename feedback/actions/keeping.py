"""Keeping an answer that can have a file."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from consultations.media import Made
from feedback.actions.answering import to_change
from feedback.journey import as_pressed, without_remark
from feedback.models import Draft, DraftFile
from feedback.models.draft import WithAnswer, wipe

_IN_ANSWER = ("file", "medium", "seconds")  # the parts of an answer that speak of its file
_REPLACED = ("name", "content", "mime", "seconds", "width", "height", "strokes")


@transaction.atomic
def save_answer_with_file(
    *,
    words: str,
    question_id: str,
    answer: dict | None,
    made: Made | None,
    drop: bool,
    go: str,
    beside: dict,
    now: datetime,
    easy: bool | None = None,
) -> dict | None:
    """Keep an answer that can have a file: a new one, the one that is there, or none any more.
    Gives the answer as it is kept.

    The draft is locked, so that of two tabs that send at the same moment the last one counts
    whole: the answer never speaks of a file that is not there. `go` is the button that was
    pressed; `beside` is kept whatever it was: what was said of the question itself. With a new
    file it takes one statement more than an answering step may take otherwise.
    """
    draft = to_change(words, now)
    before = without_remark(draft.answers.get(question_id))
    if made:
        spoken_of = _store(draft, question_id, made)
    elif drop:
        wipe(draft.files.filter(question=UUID(question_id)))
        spoken_of = {}
    else:
        spoken_of = {part: before[part] for part in _IN_ANSWER if part in before}
    given = as_pressed({**(answer or {}), **spoken_of} or None, before, go)
    kept = {**(given or {}), **beside} or None
    more = {} if easy is None else {"easy": easy}
    Draft.objects.filter(pk=draft.pk).update(answers=WithAnswer(question_id, kept), **more)
    return kept


def _store(draft: Draft, question_id: str, made: Made) -> dict:
    """Put a file in the place of the one before, in one statement: what the answer says of it."""
    name = uuid4()
    file = DraftFile.of(made, draft=draft, question_id=question_id, name=name)
    DraftFile.objects.bulk_create(
        [file],
        update_conflicts=True,
        unique_fields=["draft", "question"],
        update_fields=_REPLACED,
    )
    return {"file": str(name), "medium": str(made.medium), "seconds": made.seconds}
