"""Paper forms, posters and the short link: for whoever would rather not answer on a screen."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_GET

from consultations.models import Consultation, ConsultationPage, Questionnaire
from consultations.models.questionnaire import frozen_document
from consultations.pdf import NoPdf, pdf_of
from consultations.qr import qr_code
from feedback.journey import Journey, has_easy_read
from feedback.paper import Sheet, person_in, sheets_of
from feedback.views.previewing import form_of
from feedback.views.steps import closed, consultation_of, facts_of, private, to_read

SIZES = ("a4", "a5")


@require_GET
def short(request: HttpRequest, code: str) -> HttpResponse:
    """The short link of a poster: it says nothing itself, and leads to what is asked."""
    consultation = consultation_of(request, code.lower())
    if not consultation.is_live:
        raise Http404
    return redirect(_page_of(consultation).get_url(request))


@private
@require_GET
def forms(request: HttpRequest, code: str) -> HttpResponse:
    """Which paper forms there are."""
    latest = _latest(request, code)
    if shut := _shut(request, latest.consultation):
        return shut
    document = frozen_document(latest.pk, latest.sha256)
    context = {
        "code": code,
        "council": facts_of(latest.consultation),
        "consultation": latest.consultation,
        "sheets": sheets_of(document),
        "has_easy": has_easy_read(document),
    }
    return render(request, "feedback/paper/forms.html", context)


@private
@require_GET
def form(request: HttpRequest, code: str, who: str) -> HttpResponse:
    """One paper form, to print from the browser."""
    latest = _latest(request, code)
    shut = _shut(request, latest.consultation)
    return shut or HttpResponse(_sheet(request, latest, who))


@private
@require_GET
def form_pdf(request: HttpRequest, code: str, who: str) -> HttpResponse:
    """One paper form as a PDF file."""
    latest = _latest(request, code)
    instead = reverse("feedback:paper", args=[code, who])
    shut = _shut(request, latest.consultation)
    return shut or _as_pdf(request, _sheet(request, latest, who), f"{code}-{who}", instead)


@require_GET
def draft_form(request: HttpRequest, pk: int) -> HttpResponse:
    """The paper form of a draft, or of an edition, for whoever may see it."""
    shown = form_of(request, pk).preview
    source = shown.source
    with translation.override(shown.language):
        sheet = Sheet(shown.journey, source.consultation, source.council)
        context = {"sheet": sheet, "preview": shown, "page": source.page, "large": False}
        return render(request, "feedback/paper/form.html", _with_council(context, sheet))


@private
@require_GET
def poster(request: HttpRequest, code: str) -> HttpResponse:
    """A poster, to print from the browser."""
    consultation = consultation_of(request, code)
    return _shut(request, consultation) or HttpResponse(_poster(request, consultation, "a4"))


@private
@require_GET
def poster_pdf(request: HttpRequest, code: str, size: str) -> HttpResponse:
    """A poster as a PDF file, in one of two sizes."""
    consultation = consultation_of(request, code)
    if size not in SIZES:
        raise Http404
    instead = reverse("feedback:poster", args=[code])
    shut = _shut(request, consultation)
    return shut or _as_pdf(request, _poster(request, consultation, size), f"{code}-{size}", instead)


def _latest(request: HttpRequest, code: str) -> Questionnaire:
    """The newest edition of a consultation of this council."""
    consultation = consultation_of(request, code)
    latest = consultation.questionnaires.defer("document").order_by("number").last()
    latest.consultation = consultation
    return latest


def _shut(request: HttpRequest, consultation: Consultation) -> HttpResponse | None:
    """The page that says that it is closed. What is not open yet can be printed in time."""
    if not consultation.is_live:
        raise Http404
    today: date = timezone.localdate()
    return closed(request, consultation.code) if consultation.closes_on < today else None


def _sheet(request: HttpRequest, latest: Questionnaire, who: str) -> str:
    """One paper form as a page."""
    document = frozen_document(latest.pk, latest.sha256)
    person = person_in(who, document)
    if person is None:
        raise Http404
    easy = "easy" in request.GET and has_easy_read(document)
    journey = Journey(document, *person, translation.get_language(), easy)
    sheet = Sheet(journey, latest.consultation, facts_of(latest.consultation))
    context = {
        "sheet": sheet,
        "who": who,
        "page": _page_of(latest.consultation),
        "edition": latest.number,
        "large": "large" in request.GET,
    }
    return render_to_string("feedback/paper/form.html", _with_council(context, sheet), request)


def _with_council(context: dict, sheet: Sheet) -> dict:
    return {"council": sheet.council, "consultation": sheet.consultation, **context}


def _page_of(consultation: Consultation) -> ConsultationPage:
    """The published page in the language that is shown, or in any other."""
    return to_read(ConsultationPage.objects.filter(translation_key=consultation.pk))


def _poster(request: HttpRequest, consultation: Consultation, size: str) -> str:
    """A poster as a page."""
    address = request.build_absolute_uri(reverse("feedback:short", args=[consultation.code]))
    context = {
        "page": _page_of(consultation),
        "consultation": consultation,
        "council": facts_of(consultation),
        "address": address.partition("://")[2].rstrip("/"),
        "qr": qr_code(address),
        "size": size,
    }
    return render_to_string("feedback/paper/poster.html", context, request)


def _as_pdf(request: HttpRequest, page: str, name: str, instead: str) -> HttpResponse:
    """A page as a file; where none can be made, a sentence and the page to print."""
    try:
        made = pdf_of(page)
    except NoPdf:
        context = {"instead": instead}
        return render(request, "feedback/paper/no_pdf.html", context, status=503)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
