"""Entering answers for others: choose a consultation, say how it came, type it, give the slip.

What was entered is sent: nobody can open it here again, or change it.
"""

import json
from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods

from consultations.models import Consultation, ConsultationPage, CouncilSettings, Questionnaire
from consultations.models.questionnaire import frozen_document
from consultations.permissions import councils_of
from feedback import cookie, receipts
from feedback.actions.entering import Heard, days_to_enter, enter_response
from feedback.forms.entering import AfterForms, EnteredForm, HeardForm
from feedback.journey import Journey
from feedback.models import Typed
from feedback.permissions import ENTERS, can_enter_answers
from feedback.sealing import CannotUnseal, seal, unseal
from feedback.views.staff import only

SLIP = "slip"
SLIP_SHOWN_FOR = 60 * 60  # seconds
AGAIN = ("channel", "received_on", "voice", "language", "agreed_how")  # what the next one shares


@only(can_enter_answers)
@require_GET
def entering(request: HttpRequest) -> HttpResponse:
    """The consultations that answers can be entered for now."""
    today = timezone.localdate()
    mine = Consultation.objects.filter(council__in=councils_of(request.user, *ENTERS))
    open_now = [one for one in mine.select_related("council") if days_to_enter(one, today)]
    keys = [one.pk for one in open_now]
    pages = ConsultationPage.objects.as_written().filter(translation_key__in=keys)
    titles = dict(pages.values_list("translation_key", "title"))
    typed = Typed.objects.filter(by=request.user, on=today).values_list("consultation", "n")
    n_today = dict(typed)
    rows = [
        {"one": one, "title": titles.get(one.pk, one.code), "n": n_today.get(one.pk, 0)}
        for one in open_now
    ]
    return render(request, "feedback/admin/entering.html", {"rows": rows})


@only(can_enter_answers)
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, code: str) -> HttpResponse:
    """First how it came and from whom, then every question on one page."""
    questionnaire = edition_to_enter(request, code)
    document = frozen_document(questionnaire.pk, questionnaire.sha256)
    days = days_to_enter(questionnaire.consultation, timezone.localdate())
    if days is None:
        return redirect("feedback_entering")
    context = {"questionnaire": questionnaire, "title": title_of(questionnaire.consultation)}
    posted = request.POST if request.method == "POST" else None
    form = HeardForm(posted, document=document, days=days, initial=_begin_with(request, days))
    context["form"] = form
    if not form.is_valid() or request.POST.get("go") == "change":
        status = 422 if form.is_bound and form.errors else 200
        return render(request, "feedback/admin/enter_heard.html", context, status=status)
    return _answers(request, questionnaire, document, form.heard(), context)


def _answers(
    request: HttpRequest,
    questionnaire: Questionnaire,
    document: Mapping,
    heard: Heard,
    context: dict,
) -> HttpResponse:
    """Every question that this person was asked; saved when it is whole."""
    is_sent = request.POST.get("go") == "save"
    data, files = (request.POST, request.FILES) if is_sent else (None, None)
    entered = EnteredForm(data, files, Journey(document, heard.role, heard.band, heard.language))
    after = AfterForms(data, document, heard)
    words = _words(request)
    spotted = []
    if is_sent and entered.is_valid() and after.is_valid():
        spotted = [] if "spotted" in request.POST else entered.spots
        if not spotted:
            heard = context["form"].heard(after.could_say_answer)
            enter_response(
                questionnaire=questionnaire,
                heard=heard,
                answers=entered.answers,
                about=after.about.answers,
                words=words,
                by=request.user,
                now=timezone.now(),
            )
            return _to_slip(request, questionnaire.consultation, words)
    context |= {"entered": entered, "after": after, "spots": spotted, "key": seal(words)}
    status = 422 if is_sent and not spotted else 200
    return render(request, "feedback/admin/enter_answers.html", context, status=status)


@only(can_enter_answers)
@require_GET
def slip(request: HttpRequest, code: str) -> HttpResponse:
    """The four words on a slip to print, for the person whose answers these are."""
    consultation = edition_to_enter(request, code).consultation
    kept = cookie.words_in(request, SLIP, max_age=SLIP_SHOWN_FOR)
    if not kept:
        return redirect("feedback_entering")
    told = json.loads(kept)
    context = {"slips": [told["words"].split()], "again": told["again"], "one": True}
    return slips_page(request, consultation, context)


def slips_page(request: HttpRequest, consultation: Consultation, context: dict) -> HttpResponse:
    """Slips to print and cut."""
    facts = {
        "consultation": consultation,
        "title": title_of(consultation),
        "council": CouncilSettings.for_site(consultation.council),
        "address": f"{consultation.council.root_url}/my-words/",
    }
    return render(request, "feedback/admin/slips.html", facts | context)


def edition_to_enter(request: HttpRequest, code: str) -> Questionnaire:
    """The newest edition of a consultation for whose council this person enters answers."""
    editions = Questionnaire.objects.filter(consultation__code=code)
    consultation = get_object_or_404(Consultation.objects.select_related("council"), code=code)
    if not can_enter_answers(request.user, consultation.council):
        raise PermissionDenied
    editions = editions.select_related("consultation__council").defer("document")
    return get_object_or_404(editions.order_by("-number")[:1])


def title_of(consultation: Consultation) -> str:
    """What the consultation is called, in the language in which it was written."""
    pages = ConsultationPage.objects.as_written().filter(translation_key=consultation.pk)
    return pages.values_list("title", flat=True).first() or consultation.code


def _begin_with(request: HttpRequest, days: tuple) -> dict:
    """What the form before had, for a pile of the same; else the last day that it can be."""
    told = {name: request.GET[name] for name in AGAIN if name in request.GET}
    return {"received_on": days[1], "channel": "paper", "language": "en-gb"} | told


def _words(request: HttpRequest) -> str:
    """The words of this form: drawn once, so that saving twice makes one."""
    try:
        return unseal(request.POST.get("key", ""))
    except CannotUnseal:
        return receipts.draw()


def _to_slip(request: HttpRequest, consultation: Consultation, words: str) -> HttpResponse:
    response = redirect("feedback_slip", code=consultation.code)
    again = urlencode({name: request.POST.get(name, "") for name in AGAIN})
    cookie.remember(response, json.dumps({"words": words, "again": again}), SLIP)
    return response
