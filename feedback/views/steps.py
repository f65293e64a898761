"""What every page of answering shares: nothing of it is kept, and no step loses what was typed."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control

from consultations.models import Consultation, CouncilSettings
from consultations.text import clean_typed
from feedback import cookie
from feedback.actions import answering
from feedback.models import Draft


def private(view: Callable) -> Callable:
    """Nothing of this page is kept by a browser, a proxy or a search engine."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except answering.NotTakingAnswers:
            response = closed(request, kwargs["code"])
        except answering.NoSuchDraft:
            response = no_draft(request, kwargs["code"])
        patch_cache_control(response, no_store=True, private=True)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return wrapper


def page(
    request: HttpRequest,
    name: str,
    context: dict,
    about: Consultation | Draft,
    status: int | None = None,
) -> HttpResponse:
    """One page of the way, with the council's facts. A form with errors answers 422."""
    is_draft = isinstance(about, Draft)
    form = context.get("form")
    if status is None:
        status = 422 if form is not None and form.is_bound and form.errors else 200
    context = {
        "council": CouncilSettings.for_request(request),
        "consultation": about.questionnaire.consultation if is_draft else about,
        "adult": is_draft and about.is_adult,
        **context,
    }
    return render(request, f"feedback/say/{name}.html", context, status=status)


def closed(request: HttpRequest, code: str) -> HttpResponse:
    """It does not take answers: not yet, or no longer. What was typed is shown, not lost."""
    consultation = consultation_of(code)
    not_yet = consultation.is_live and timezone.localdate() < consultation.opens_on
    context = {"not_yet": not_yet, "typed": typed(request)}
    return page(request, "closed", context, consultation, status=403 if not_yet else 410)


def no_draft(request: HttpRequest, code: str) -> HttpResponse:
    """There is no draft here: it was wiped, it was sent, or nobody began."""
    words = cookie.words_in(request)
    if words and answering.find_response(words):
        return already_sent(request, code)
    if request.method == "GET" and not words:
        return redirect("feedback:who", code=code)
    context = {"code": code, "typed": typed(request)}
    response = page(request, "expired", context, consultation_of(code), status=410)
    if words and not _opens_a_draft(words):
        cookie.forget(response)
    return response


def already_sent(request: HttpRequest, code: str) -> HttpResponse:
    """Somebody went back after sending. What they typed now is shown, for it goes nowhere."""
    if not (text := typed(request)):
        return redirect("feedback:thanks", code=code)
    context = {"code": code, "typed": text}
    return page(request, "already_sent", context, consultation_of(code), status=409)


def changed_elsewhere(request: HttpRequest, code: str, draft: Draft) -> HttpResponse:
    """In another tab somebody said again who they are. What they typed here is shown, not kept."""
    context = {"code": code, "typed": typed(request)}
    return page(request, "changed_elsewhere", context, draft, status=409)


def consultation_of(code: str) -> Consultation:
    """The consultation with this code, if it was ever published."""
    consultations = Consultation.objects.filter(questionnaires__isnull=False).distinct()
    return get_object_or_404(consultations, code=code)


def draft_of(request: HttpRequest, code: str) -> Draft:
    """The draft of this browser, if it belongs to this consultation and can still be changed.

    Raises NoSuchDraft, NotTakingAnswers.
    """
    draft = answering.find_draft(words_of(request), timezone.now())
    if draft.questionnaire.consultation.code != code:
        raise answering.NoSuchDraft
    if not draft.questionnaire.consultation.takes_answers(timezone.localdate()):
        raise answering.NotTakingAnswers
    return draft


def words_of(request: HttpRequest) -> str:
    """The four words of this browser. Raises NoSuchDraft when it holds none."""
    words = cookie.words_in(request)
    if not words:
        raise answering.NoSuchDraft
    return words


def typed(request: HttpRequest) -> str:
    """Text that was on its way to us when the door shut. The id of a chosen answer is no text."""
    text = clean_typed(request.POST.get("answer", ""))
    try:
        UUID(text)
    except ValueError:
        return text
    return ""


def _opens_a_draft(words: str) -> bool:
    """Whether these words belong to a draft of any consultation: somebody may have two tabs."""
    try:
        return bool(answering.find_draft(words, timezone.now()))
    except answering.NoSuchDraft:
        return False
