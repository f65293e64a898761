"""Sense-making: texts that were read, under themes."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from consultations.models import Consultation, ConsultationPage, Question, StaffRole
from consultations.permissions import councils_of
from feedback.actions import themes as acts
from feedback.actions.findings import begin_findings
from feedback.forms.staff import ThemeForm
from feedback.models import Quotation, Theme, Words
from feedback.permissions import can_analyse
from feedback.ready import not_safe
from feedback.views.staff import only, uuids

A_PAGE = 20


@only(can_analyse)
def consultations(request: HttpRequest) -> HttpResponse:
    """Which consultation to work on."""
    mine = Consultation.objects.filter(council__in=councils_of(request.user, StaffRole.ANALYST))
    pages = ConsultationPage.objects.as_written().filter(translation_key__in=mine)
    seen = Words.objects.visible_to(request.user)
    rows = [
        {
            "page": page,
            "n_read": seen.safe_to_analyse().of(page.identity).count(),
            "n_unread": seen.unread().of(page.identity).count(),
            "n_not_safe": not_safe(seen.of(page.identity)).count(),
            "findings": page.findings.first(),
        }
        for page in pages.order_by("-closes_on")
    ]
    return render(request, "feedback/admin/consultations.html", {"rows": rows})


@only(can_analyse)
@require_POST
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Begin to write findings, with every theme in place."""
    consultation = consultation_of(request, code)
    page = begin_findings(consultation_page=page_of(consultation), by=request.user)
    return redirect("wagtailadmin_pages:edit", page.pk)


@only(can_analyse)
def workspace(request: HttpRequest, code: str) -> HttpResponse:
    """Texts that were read, beside their question, age and voice; and the themes so far."""
    consultation = consultation_of(request, code)
    asked, theme = request.GET.get("question", ""), request.GET.get("theme", "")
    texts = _chosen(request, consultation, asked, theme).order_by("question__key", "pk")
    acts.browse_texts(consultation=consultation, by=request.user)
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "texts": Paginator(texts, A_PAGE).get_page(request.GET.get("page")),
        "themes": consultation.themes.annotate(n_texts=Count("codings")),
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
def group(request: HttpRequest, code: str) -> HttpResponse:
    """Put every text of a page under the themes that are ticked, where that is a change."""
    consultation = consultation_of(request, code)
    known = {theme.pk: theme for theme in consultation.themes.all()}
    texts = Words.objects.visible_to(request.user).of(consultation)
    texts = texts.filter(pk__in=uuids(request.POST.getlist("texts")))
    n_changed = 0
    for words in texts.prefetch_related("codings"):
        wanted = _wanted(request, words) & known.keys()
        if wanted == words.theme_ids:
            continue
        themes = [theme for pk, theme in known.items() if pk in wanted]
        try:
            acts.group_words(words=words, themes=themes, by=request.user)
            n_changed += 1
        except acts.NotSafeYet:
            messages.error(request, _("Somebody is worried about one of the texts, so it waits."))
    changed = ngettext("%(n)s text changed.", "%(n)s texts changed.", n_changed)
    messages.success(request, changed % {"n": n_changed})
    return redirect(f"{_workspace(code)}?{request.GET.urlencode()}")


@only(can_analyse)
@require_POST
def new_theme(request: HttpRequest, code: str) -> HttpResponse:
    """Name something that people said."""
    consultation = consultation_of(request, code)
    form = ThemeForm(request.POST, consultation=consultation)
    if form.is_valid():
        acts.name_theme(consultation=consultation, by=request.user, **form.cleaned_data)
    else:
        messages.error(request, " ".join(error for line in form.errors.values() for error in line))
    return redirect(_workspace(code))


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def theme(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """Better words for a theme; or an end to it, while it holds nothing."""
    consultation = consultation_of(request, code)
    one = get_object_or_404(Theme, consultation=consultation, pk=pk)
    if request.POST.get("go") == "drop":
        return _drop(request, one)
    posted = request.POST if request.method == "POST" else None
    form = ThemeForm(posted, instance=one, consultation=consultation)
    if form.is_valid():
        try:
            acts.rename_theme(theme=one, by=request.user, **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect(_workspace(code))
        except acts.InUse:
            form.add_error("name", _("It stands in published findings, so its name stays."))
    context = {"consultation": consultation, "page": page_of(consultation), "form": form}
    context["in_use"] = one.codings.exists() or one.published_in.exists()
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/theme.html", context, status=status)


def consultation_of(request: HttpRequest, code: str) -> Consultation:
    """The consultation of this code, for an analyst of its council."""
    consultation = get_object_or_404(Consultation, code=code)
    if not can_analyse(request.user, consultation.council):
        raise PermissionDenied
    return consultation


def page_of(consultation: Consultation) -> ConsultationPage:
    """The page that people read, in one of its languages."""
    return ConsultationPage.objects.as_written().filter(translation_key=consultation.pk).first()


def _drop(request: HttpRequest, one: Theme) -> HttpResponse:
    try:
        acts.drop_theme(theme=one, by=request.user)
        messages.success(request, _("The theme is gone."))
    except acts.InUse:
        messages.error(
            request, _("This theme holds texts or stands in findings, so it cannot be deleted.")
        )
    return redirect(_workspace(one.consultation.code))


def _chosen(request: HttpRequest, consultation: Consultation, asked: str, theme: str) -> Any:
    """Texts that were read, of one question or all, under one theme, none or any."""
    texts = Words.objects.safe_to_analyse().visible_to(request.user).of(consultation)
    if asked:
        texts = texts.filter(question__key=asked)
    if theme == "none":
        texts = texts.filter(codings=None)
    elif theme:
        texts = texts.filter(codings__theme__in=uuids([theme]))
    return (
        texts.select_related("question", "response", "recording")
        .prefetch_related(
            "codings",
            Prefetch("quotations", Quotation.objects.select_related("theme")),
            "versions__made_by",
        )
        .defer("recording__content", "recording__strokes", "text")
    )


def _wanted(request: HttpRequest, words: Words) -> set:
    """The themes that a text should stand under. Only what this person changed is changed: a
    colleague may have saved the same text since the page was opened."""
    ticked = set(uuids(request.POST.getlist(f"themes-{words.pk}")))
    before = set(uuids(request.POST.get(f"before-{words.pk}", "").split()))
    return (words.theme_ids | (ticked - before)) - (before - ticked)


def _workspace(code: str) -> str:
    return reverse("feedback_workspace", args=[code])


def _wordings(consultation: Consultation) -> dict:
    """The standard words of each text question, by its key."""
    latest = consultation.questionnaires.latest("number").document
    return {
        question["key"]: question["words"][latest["source"]]["text"]
        for question in latest["questions"]
    }
