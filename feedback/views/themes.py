"""Sense-making: texts under themes, words made safe to show, numbers before they are published."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.audiences import Band
from consultations.models import Consultation, ConsultationPage, Question, StaffRole
from consultations.permissions import councils_of
from feedback.actions import themes as acts
from feedback.actions.findings import begin_findings, hide_row, numbers_now, show_row
from feedback.forms.staff import ClearForm, QuotationForm, ThemeForm
from feedback.models import FindingsPage, Quotation, Theme, Words
from feedback.permissions import can_analyse, can_clear_quotations
from feedback.showing import _by_question, _who
from feedback.views.staff import only

A_PAGE = 20


@only(can_analyse)
def consultations(request: HttpRequest) -> HttpResponse:
    """Which consultation to work on."""
    mine = Consultation.objects.filter(council__in=councils_of(request.user, StaffRole.ANALYST))
    pages = ConsultationPage.objects.filter(translation_key__in=mine).order_by("-closes_on")
    rows = [
        {
            "page": page,
            "n_read": Words.objects.safe_to_analyse().filter(**_of(page.identity)).count(),
            "n_unread": Words.objects.unread().filter(**_of(page.identity)).count(),
            "findings": page.findings.first(),
        }
        for page in pages
    ]
    return render(request, "feedback/admin/consultations.html", {"rows": rows})


@only(can_analyse)
@require_POST
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Begin to write findings, with every theme in place."""
    page = begin_findings(consultation_page=_page_of(_consultation(request, code)), by=request.user)
    return redirect("wagtailadmin_pages:edit", page.pk)


@only(can_analyse)
def workspace(request: HttpRequest, code: str) -> HttpResponse:
    """Texts that were read, beside their question, age and voice; and the themes so far."""
    consultation = _consultation(request, code)
    texts = Words.objects.safe_to_analyse().filter(**_of(consultation))
    asked, theme = request.GET.get("question", ""), request.GET.get("theme", "")
    if asked:
        texts = texts.filter(question__key=asked)
    if theme == "none":
        texts = texts.filter(codings=None)
    elif theme:
        texts = texts.filter(codings__theme__in=_uuids([theme]))
    texts = texts.select_related("question", "response").prefetch_related(
        "codings", Prefetch("quotations", Quotation.objects.select_related("theme"))
    )
    themes = consultation.themes.annotate(n_texts=Count("codings"))
    context = {
        "consultation": consultation,
        "page": _page_of(consultation),
        "texts": Paginator(texts.order_by("question__key", "pk"), A_PAGE).get_page(
            request.GET.get("page")
        ),
        "themes": themes,
        "questions": Question.objects.filter(consultation=consultation, words__isnull=False)
        .distinct()
        .order_by("key"),
        "wordings": _wordings(consultation),
        "asked": asked,
        "theme": theme,
        "form": ThemeForm(consultation=consultation),
    }
    return render(request, "feedback/admin/workspace.html", context)


@only(can_analyse)
@require_POST
def group(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """Put one text under the themes that are ticked."""
    consultation = _consultation(request, code)
    words = get_object_or_404(Words.objects.filter(**_of(consultation)), pk=pk)
    chosen = consultation.themes.filter(pk__in=_uuids(request.POST.getlist("themes")))
    try:
        acts.group_words(words=words, themes=chosen, by=request.user)
    except acts.NotSafeYet:
        messages.error(request, _("Somebody is worried about this text, so it waits."))
    return redirect(f"{_workspace(code)}?{request.GET.urlencode()}#t{words.pk}")


@only(can_analyse)
@require_POST
def new_theme(request: HttpRequest, code: str) -> HttpResponse:
    """Name something that people said."""
    form = ThemeForm(request.POST, consultation=_consultation(request, code))
    if form.is_valid():
        form.save()
    else:
        messages.error(request, " ".join(error for line in form.errors.values() for error in line))
    return redirect(_workspace(code))


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def quote(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """Make somebody's words safe to show, and offer them for clearing."""
    consultation = _consultation(request, code)
    words = get_object_or_404(
        Words.objects.safe_to_analyse().filter(**_of(consultation), may_show=True), pk=pk
    )
    themes = Theme.objects.filter(codings__words=words)
    form = QuotationForm(
        request.POST if request.method == "POST" else None,
        themes=themes,
        initial={"text": words.text, "theme": themes.first()},
    )
    if form.is_valid():
        acts.propose_quotation(words=words, by=request.user, **form.cleaned_data)
        messages.success(request, _("Offered. Somebody else clears it before it is shown."))
        return redirect("feedback_quotations", code)
    context = {"consultation": consultation, "words": words, "form": form}
    context["page"] = _page_of(consultation)
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/quote.html", context, status=status)


@only(can_clear_quotations)
@require_http_methods(["GET", "POST"])
def quotations(request: HttpRequest, code: str) -> HttpResponse:
    """Words that were offered to be shown, and clearing them one by one."""
    consultation = get_object_or_404(Consultation, code=code)
    if not can_clear_quotations(request.user, consultation.council):
        raise PermissionDenied
    offered = Quotation.objects.calm().filter(theme__consultation=consultation)
    offered = offered.select_related("theme", "words__response", "proposed_by", "cleared_by")
    if request.method == "POST":
        quotation = get_object_or_404(offered, pk__in=_uuids(request.POST.getlist("quotation")))
        _clear_or_drop(request, quotation)
        return redirect("feedback_quotations", code)
    context = {"consultation": consultation, "quotations": offered, "form": ClearForm()}
    context["page"] = _page_of(consultation)
    return render(request, "feedback/admin/quotations.html", context)


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def numbers(request: HttpRequest, pk: int) -> HttpResponse:
    """The tables as they would be published, and the rows that a person decides about."""
    page = get_object_or_404(FindingsPage, pk=pk)
    if not can_analyse(request.user, page.consultation.council):
        raise PermissionDenied
    document = page.edition.document if page.edition else numbers_now(page)
    held = [] if page.edition else _held(document)
    if request.method == "POST":
        _decide(request, page, held)
        return redirect("feedback_numbers", pk)
    context = {
        "page": page,
        "questions": _by_question(document["tables"]),
        "held": held,
        "decided": [] if page.edition else page.shown_rows.select_related("question"),
    }
    return render(request, "feedback/admin/numbers.html", context)


def _decide(request: HttpRequest, page: FindingsPage, held: list[dict]) -> None:
    """Show a row that is held, or hide one again that somebody decided to show."""
    for row in held:
        if row["value"] == request.POST.get("row"):
            asked = page.consultation.questions.get(pk=row["question"])
            show_row(page=page, question=asked, by=request.user, **row["row"])
    for shown in [] if page.edition else page.shown_rows.all():
        if str(shown.pk) == request.POST.get("hide"):
            hide_row(row=shown, by=request.user)


def _clear_or_drop(request: HttpRequest, quotation: Quotation) -> None:
    if request.POST.get("go") == "drop":
        acts.drop_quotation(quotation=quotation, by=request.user)
        messages.success(request, _("It will not be shown."))
        return
    form = ClearForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.errors["nobody_would_know"][0])
        return
    try:
        acts.clear_quotation(quotation=quotation, by=request.user)
        messages.success(request, _("Cleared. It is shown with the theme."))
    except acts.SomebodyElseMust:
        messages.error(request, _("You offered these words, so somebody else must clear them."))
    except acts.NotSafeYet:
        messages.error(request, _("Somebody is worried about this text, so it waits."))


def _held(document: dict) -> list[dict]:
    """Rows where everyone gave the same answer, with what it takes to name one."""
    return [
        {
            "value": f"{table['question']}:{table['role']}:{int(table['own'])}:{band}",
            "question": table["question"],
            "row": {"role": table["role"], "own_voice": table["own"], "band": band},
            "asked": next(iter(table["words"].values())),
            "who": _who(table["role"], own=table["own"]),
            "age": Band(band).label if band else "",
        }
        for table in document["tables"]
        for band in table["held"]
    ]


def _consultation(request: HttpRequest, code: str) -> Consultation:
    consultation = get_object_or_404(Consultation, code=code)
    if not can_analyse(request.user, consultation.council):
        raise PermissionDenied
    return consultation


def _page_of(consultation: Consultation) -> ConsultationPage:
    return ConsultationPage.objects.filter(translation_key=consultation.pk).first()


def _of(consultation: Consultation) -> dict[str, Any]:
    return {"response__questionnaire__consultation": consultation}


def _workspace(code: str) -> str:
    from django.urls import reverse

    return reverse("feedback_workspace", args=[code])


def _wordings(consultation: Consultation) -> dict:
    """The standard words of each text question, by its key."""
    latest = consultation.questionnaires.latest("number").document
    return {
        question["key"]: question["words"][latest["source"]]["text"]
        for question in latest["questions"]
    }


def _uuids(values: list[str]) -> list:
    import uuid

    good = []
    for value in values:
        try:
            good.append(uuid.UUID(value))
        except ValueError:
            continue
    return good
