"""Files of people who answer, on their way from a draft to the response."""

from uuid import UUID

from consultations.kinds import KINDS
from feedback.journey import Journey
from feedback.models import Draft, DraftFile, Recording, Words


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
