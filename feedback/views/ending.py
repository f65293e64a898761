"""How answering ends: thanked, stopped for now, refused, or left in a hurry."""

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from consultations.audiences import Role
from consultations.models import CouncilSettings
from feedback import cookie
from feedback.actions import answering
from feedback.views.steps import consultation_of, page, private, words_of

RECEIPT_SHOWN_FOR = 60 * 60  # seconds after sending: long enough to find a pen


@private
@require_GET
def thanks(request: HttpRequest, code: str) -> HttpResponse:
    """We have your answers, and these are your four words."""
    words = cookie.words_in(request, max_age=RECEIPT_SHOWN_FOR)
    response = words and answering.find_response(words)
    consultation = response.questionnaire.consultation if response else consultation_of(code)
    context = {
        "words": words.split() if response else None,
        "code": code,
        "adult": bool(response) and response.role != Role.CHILD,
    }
    return page(request, "thanks", context, consultation)


@private
@require_GET
def stop(request: HttpRequest, code: str) -> HttpResponse:
    """Stop and come back later: the four words, early."""
    words = words_of(request)
    draft = answering.show_words(words=words, now=timezone.now())
    context = {"words": words.split(), "draft": draft, "code": code}
    return page(request, "stop", context, draft)


@private
@require_GET
def no_thanks(request: HttpRequest, code: str) -> HttpResponse:
    """Saying no is fine. Nothing is kept."""
    response = page(request, "no_thanks", {"code": code}, consultation_of(code))
    if words := cookie.words_in(request):
        answering.say_no(words=words)
    cookie.forget(response)
    return response


@private
@require_GET
def finished(request: HttpRequest, code: str) -> HttpResponse:
    """The words are written down: take them off this screen."""
    response = redirect("/")
    cookie.forget(response)
    return response


@private
@require_GET
def leave(request: HttpRequest) -> HttpResponse:
    """Leave this page now: to another website, with nothing left in this browser."""
    response = redirect(_wipe_and_leave(request))
    cookie.forget(response)
    return response


def _wipe_and_leave(request: HttpRequest) -> str:
    """Where to go. A database that is away holds nobody up: what is unsent is wiped in its time."""
    try:
        if words := cookie.words_in(request):
            answering.leave(words=words)
        return CouncilSettings.for_request(request).leave_to
    except (DatabaseError, InterfaceError):
        return CouncilSettings._meta.get_field("leave_to").default
