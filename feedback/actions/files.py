"""Files of people who answer: kept with a draft, and moved to the response when it is sent."""

from uuid import UUID, uuid4

from consultations.kinds import KINDS
from consultations.media import Made
from feedback.journey import Journey, as_pressed, without_remark
from feedback.models import Draft, DraftFile, Recording, Words
from feedback.models.draft import WithAnswer, wipe

_IN_ANSWER = ("file", "medium", "seconds")  # the parts of an answer that speak of its file
_REPLACED = ("name", "content", "mime", "seconds", "width", "height", "strokes")


def keep_with_file(
    *,
    draft: Draft,
    question_id: str,
    answer: dict | None,
    made: Made | None,
    drop: bool,
    go: str,
    beside: dict,
) -> None:
    """Keep an answer that can have a file: a new one, the one that is there, or none any more.

    `draft` is locked, so that of two tabs that send at the same moment the last one counts whole:
    the answer never speaks of a file that is not there. `go` is the button that was pressed, and
    `beside` is kept with the answer whatever it was: what was said of the question itself.
    """
    before = without_remark(draft.answers.get(question_id))
    if made:
        spoken_of = _store(draft, question_id, made)
    elif drop:
        wipe(draft.files.filter(question=question_id))
        spoken_of = {}
    else:
        spoken_of = {part: before[part] for part in _IN_ANSWER if part in before}
    now_given = as_pressed({**(answer or {}), **spoken_of} or None, before, go)
    kept = {**(now_given or {}), **beside} or None
    Draft.objects.filter(pk=draft.pk).update(answers=WithAnswer(question_id, kept))


def move_files(*, draft: Draft, journey: Journey, texts: list[Words]) -> None:
    """Give the files of a draft to the words that were made of it. Those of questions that were
    skipped, or that are not asked any more, go with the draft."""
    kept = journey.kept(draft.answers)
    if not any(KINDS[one["kind"]].file(kept.get(one["id"], {})) for one in journey.questions):
        return
    by_question = {str(words.question_id): words for words in texts if words.is_file}
    files = [one for one in draft.files.all() if str(one.question_id) in by_question]
    Recording.objects.bulk_create(
        Recording(
            words=by_question[str(file.question_id)],
            content=file.content,
            mime=file.mime,
            seconds=file.seconds,
            width=file.width,
            height=file.height,
            strokes=file.strokes,
        )
        for file in files
    )


def find_file(*, draft: Draft, name: UUID) -> DraftFile | None:
    """The file of this name, if it is this draft's."""
    return draft.files.filter(name=name).first()


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
