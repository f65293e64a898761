"""A file that somebody has not sent yet, for them alone: only their sealed cookie leads to it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from consultations.kinds import KINDS
from feedback.actions.files import find_file
from feedback.models import Draft, DraftFile
from feedback.streaming import private_file
from feedback.views.steps import draft_of, private


@private
@require_GET
def sent_file(request: HttpRequest, code: str, name: UUID) -> HttpResponse:
    """The picture or the sound of an answer in this browser's draft."""
    file = find_file(draft=draft_of(request, code), name=name)
    if file is None:
        raise Http404
    return private_file(request, file.content, file.mime)


def shown(draft: Draft, question: dict) -> DraftFile | None:
    """What the page of a question shows of the file that is kept: everything but the file itself,
    which the page then asks for."""
    if not KINDS[question["kind"]].takes_file:
        return None
    return draft.files.filter(question=question["id"]).defer("content").first()
