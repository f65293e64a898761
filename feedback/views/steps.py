"""What every page of answering shares: nothing of it is kept, and no step loses what was typed."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from wagtail.models import Page, Site
from wagtail.query import PageQuerySet

from consultations.models import Consultation, CouncilSettings
from consultations.models.questionnaire import frozen_document
from consultations.text import clean_typed
from feedback import cookie, ways
from feedback.actions import answering
from feedback.helping import whose_words
from feedback.models import Draft, FindingsPage


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
        if hasattr(request, "goes_on_with") and cookie.NAME not in response.cookies:
            cookie.remember(response, request.goes_on_with)  # sealed anew: this was a step
        response = for_script(request, response)
        patch_cache_control(response, no_store=True, private=True)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return wrapper


def for_script(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Where a step leads, told to the script that sent it (js/unsent.js): following it would ask
    for the next page twice."""
    if "X-Heard-Step" not in request.headers or not isinstance(response, HttpResponseRedirect):
        return response
    told = HttpResponse(status=204, headers={"X-Heard-Next": response.url})
    told.cookies = response.cookies
    return told


def page(
    request: HttpRequest,
    name: str,
    context: dict,
    about: Consultation | Draft,
    status: int | None = None,
) -> HttpResponse:
    """One page of the way, with the council's facts. A form with errors answers 422."""
    is_draft = isinstance(about, Draft)
    consultation = about.questionnaire.consultation if is_draft else about
    form = context.get("form")
    if status is None:
        status = 422 if form is not None and form.is_bound and form.errors else 200
    context = {
        "council": context.get("council") or facts_of(consultation),
        "consultation": consultation,
        "adult": is_draft and about.is_adult,
        "idle_hours": cookie.IDLE_HOURS,
        "in_group": ways.in_group(request, consultation.code, timezone.localdate()),
        "whose": whose_words(about.role, about.voice) if is_draft else "",
        "languages": languages_of(about),
    } | context
    return render(request, f"feedback/say/{name}.html", context, status=status)


def languages_of(about: Consultation | Draft) -> list[str]:
    """The languages in which the questions can be read."""
    if isinstance(about, Draft):
        return answering.journey_of(about).document["languages"]
    latest = about.questionnaires.defer("document").order_by("number").last()
    return frozen_document(latest.pk, latest.sha256)["languages"] if latest else []


def facts_of(consultation: Consultation) -> CouncilSettings:
    """What the consultation's council has set, in one statement."""
    kept = CouncilSettings.objects.filter(site=consultation.council_id).first()
    return kept or CouncilSettings.for_site(consultation.council)


def closed(request: HttpRequest, code: str) -> HttpResponse:
    """It does not take answers: not yet, or no longer. What was typed is shown, not lost."""
    consultation = consultation_of(request, code)
    not_yet = consultation.is_live and timezone.localdate() < consultation.opens_on
    findings = FindingsPage.objects.live().filter(
        consultation_page__translation_key=consultation.pk
    )
    context = {"not_yet": not_yet, "typed": typed(request), "findings": findings.first()}
    return page(request, "closed", context, consultation, status=403 if not_yet else 410)


def no_draft(request: HttpRequest, code: str) -> HttpResponse:
    """There is no draft here: it was wiped, it was sent, it waited too long, or nobody began."""
    words = cookie.words_in(request, max_age=None)
    if words and answering.find_response(words):
        return already_sent(request, code)
    if request.method == "GET" and not words:
        return redirect("feedback:who", code=code)
    context = {"code": code, "typed": typed(request)}
    response = page(request, "expired", context, consultation_of(request, code), status=410)
    if words and not draft_here(request):  # another tab may hold one of another consultation
        cookie.forget(response)
    return response


def already_sent(request: HttpRequest, code: str) -> HttpResponse:
    """Somebody went back after sending. What they typed now is shown, for it goes nowhere."""
    if not (text := typed(request)):
        return redirect("feedback:thanks", code=code)
    context = {"code": code, "typed": text}
    return page(request, "already_sent", context, consultation_of(request, code), status=409)


def changed_elsewhere(request: HttpRequest, code: str, draft: Draft) -> HttpResponse:
    """Another tab said again who somebody is. What this one asked is not asked here now."""
    context = {"code": code, "typed": typed(request)}
    return page(request, "changed_elsewhere", context, draft, status=409)


def consultation_of(request: HttpRequest, code: str) -> Consultation:
    """The consultation with this code, if it was ever published by the council of this host."""
    consultations = Consultation.objects.filter(questionnaires__isnull=False).distinct()
    consultation = get_object_or_404(consultations, code=code)
    if not is_of_this_council(request, consultation):
        raise Http404
    return consultation


def is_of_this_council(request: HttpRequest, consultation: Consultation) -> bool:
    """Whether the host that was asked is the consultation's council's. A draft gets into a browser
    only where this was true, and its cookie never goes to another host."""
    site = Site.find_for_request(request)
    return site is not None and site.pk == consultation.council_id


def draft_of(request: HttpRequest, code: str) -> Draft:
    """The draft of this browser, if it belongs to this consultation and can still be changed.

    Raises NoSuchDraft, NotTakingAnswers.
    """
    words = words_of(request)
    draft = answering.find_draft(words, timezone.now())
    if draft.questionnaire.consultation.code != code:
        raise answering.NoSuchDraft
    if not draft.questionnaire.consultation.takes_answers(timezone.localdate()):
        raise answering.NotTakingAnswers
    request.goes_on_with = words
    if draft.language != translation.get_language():  # somebody went on in another language
        draft = answering.change_language(draft=draft, language=translation.get_language())
    return draft


def draft_here(request: HttpRequest) -> Draft | None:
    """The draft of this browser, of whichever consultation, if there is one."""
    words = cookie.words_in(request)
    try:
        return answering.find_draft(words, timezone.now()) if words else None
    except answering.NoSuchDraft:
        return None


def to_read(pages: PageQuerySet) -> Page | None:
    """Of one public page in several languages, the reader's, or else the first."""
    found = {page.locale.language_code: page for page in pages.live().select_related("locale")}
    return found.get(translation.get_language()) or next(iter(found.values()), None)


def where_it_goes_on(draft: Draft) -> HttpResponse:
    """To the first question without an answer, or to the check, in the language of the draft."""
    number = answering.journey_of(draft).first_unanswered(draft.answers)
    code = draft.questionnaire.consultation.code
    with translation.override(draft.language):
        if number:
            return redirect("feedback:question", code=code, number=number)
        return redirect("feedback:check", code=code)


def words_of(request: HttpRequest) -> str:
    """The four words of this browser. Raises NoSuchDraft when it holds none."""
    words = cookie.words_in(request)
    if not words:
        raise answering.NoSuchDraft
    return words


def typed(request: HttpRequest) -> str:
    """Text that was on its way to us when the door shut. The id of a chosen answer is no text."""
    sent = (clean_typed(request.POST.get(name, "")) for name in ("answer", "remark"))
    return "\n\n".join(text for text in sent if text and not _is_id(text))


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
