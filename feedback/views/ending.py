"""How answering ends: thanked, stopped for now, refused, or left in a hurry."""

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from consultations.audiences import Band, Role
from consultations.models import CouncilSettings
from feedback import cookie
from feedback.actions import answering
from feedback.helping import has_helper
from feedback.models import Response
from feedback.views.helping import adults_asked
from feedback.views.steps import (
    consultation_of,
    draft_here,
    draft_of,
    page,
    private,
    where_it_goes_on,
    words_of,
)
from feedback.ways import stay_in_group


@private
@require_GET
def thanks(request: HttpRequest, code: str) -> HttpResponse:
    """Thank you, and these are your four words."""
    words = cookie.words_in(request, max_age=cookie.RECEIPT_SHOWN_FOR)
    response = words and answering.find_response(words)
    consultation = (
        response.questionnaire.consultation if response else consultation_of(request, code)
    )
    context = {
        "words": words.split() if response else None,
        "has_answers": bool(response) and bool(response.n_texts or response.was_chosen),
        "code": code,
        "adult": bool(response) and gets_adult_numbers(response),
        "practitioner": bool(response) and response.role in (Role.PRACTITIONER, Role.CHOOSER),
        "helped": bool(response) and _has_own_view(response),
    }
    return page(request, "thanks", context, consultation)


@private
@require_GET
def stop(request: HttpRequest, code: str) -> HttpResponse:
    """Stop and come back later: the four words, early."""
    draft_of(request, code)  # this consultation's, not the one of another tab
    words = words_of(request)
    draft = answering.show_words(words=words, now=timezone.now())
    onward = where_it_goes_on(draft).url
    context = {"words": words.split(), "draft": draft, "code": code, "onward": onward}
    return page(request, "stop", context, draft)


@private
@require_http_methods(["GET", "POST"])
def no_thanks(request: HttpRequest, code: str) -> HttpResponse:
    """Saying no is fine. Pressing the button keeps nothing; opening the page changes nothing."""
    words = cookie.words_in(request, max_age=None)
    if request.method == "POST":
        response = redirect("feedback:no_thanks", code=code)
        if words and answering.say_no(words=words, code=code):
            cookie.leave_nothing(response)
            stay_in_group(request, response, code)
        return response
    draft = draft_here(request)
    is_here = bool(draft) and draft.questionnaire.consultation.code == code
    context = {"code": code, "is_here": is_here, "nothing_kept": not words}
    return page(request, "no_thanks", context, consultation_of(request, code))


@private
@require_GET
def finished(request: HttpRequest, code: str) -> HttpResponse:
    """The words are written down: take them off this screen."""
    response = page(request, "cleared", {"code": code}, consultation_of(request, code))
    cookie.leave_nothing(response)
    stay_in_group(request, response, code)
    return response


@private
@require_GET
def leave(request: HttpRequest) -> HttpResponse:
    """Leave this page now: to another website, with nothing left in this browser."""
    response = redirect(_wipe_and_leave(request))
    cookie.leave_nothing(response)
    return response


def gets_adult_numbers(response: Response) -> bool:
    """Whether somebody is given the grown-ups' numbers as well: so are care leavers."""
    return response.role != Role.CHILD or response.band == Band.EIGHTEEN


def _has_own_view(response: Response) -> bool:
    """Whether somebody helped who is asked for their own view as well."""
    has_one = has_helper(response.role, response.voice)
    return has_one and bool(adults_asked(response.questionnaire))


def _wipe_and_leave(request: HttpRequest) -> str:
    """Where to go. A database that is away holds nobody up: what is unsent is wiped in its time."""
    try:
        if words := cookie.words_in(request, max_age=None):
            answering.leave(words=words)
        return CouncilSettings.for_request(request).leave_to
    except (DatabaseError, InterfaceError):
        return CouncilSettings._meta.get_field("leave_to").default
