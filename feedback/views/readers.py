"""From where analysts read, and what young checkers said of the themes."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.models import Consultation
from feedback.actions import readers as acts
from feedback.forms.sense_making import (
    CheckBackForm,
    SkipForm,
    StandpointForm,
    checked_theme_forms,
)
from feedback.models import CheckBack, Standpoint
from feedback.permissions import can_analyse
from feedback.views.staff import only
from feedback.views.themes import consultation_of, page_of


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def standpoint(request: HttpRequest, code: str) -> HttpResponse:
    """Where I stand, beside who chose what this is about, and where my colleagues stand."""
    consultation = consultation_of(request, code)
    said = Standpoint.objects.filter(consultation=consultation).select_related("by")
    mine = next((one for one in said if one.by_id == request.user.pk), None)
    posted = request.POST if request.method == "POST" else None
    form = StandpointForm(posted, instance=mine)
    if form.is_valid():
        acts.say_standpoint(consultation=consultation, by=request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("feedback_workspace", code)
    page = page_of(consultation)
    context = {
        "consultation": consultation,
        "page": page,
        "form": form,
        "others": [one for one in said if one.by_id != request.user.pk],
        "items": _chosen_by(page),
    }
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/standpoint.html", context, status=status)


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def checkers(request: HttpRequest, code: str) -> HttpResponse:
    """Themes shown to young people, and what they changed; or why nobody was asked."""
    consultation = consultation_of(request, code)
    go = request.POST.get("go", "") if request.method == "POST" else ""
    if go == "drop":
        return _drop(request, consultation)
    held = request.POST if go == "held" else None
    form = CheckBackForm(held)
    said = checked_theme_forms(held, consultation.themes.in_use())
    skip = SkipForm(request.POST if go == "skip" else None)
    if (go == "held" and _record(request, consultation, form, said)) or (
        go == "skip" and _skip(request, consultation, skip)
    ):
        return redirect("feedback_checkers", code)
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "form": form,
        "said": said,
        "skip": skip,
        "checks": consultation.checks.select_related("by").prefetch_related("themes__theme"),
    }
    status = 422 if go else 200
    return render(request, "feedback/admin/checkers.html", context, status=status)


def _record(
    request: HttpRequest, consultation: Consultation, form: CheckBackForm, said: list
) -> bool:
    is_whole = all([form.is_valid(), *(one.is_valid() for one in said)])
    if not is_whole:
        return False
    rows = [one.as_row() for one in said if one.cleaned_data["verdict"]]
    try:
        acts.record_check(
            consultation=consultation, said=rows, by=request.user, **form.cleaned_data
        )
    except acts.NothingChecked:
        form.add_error(None, _("Say for at least one theme what they said."))
        return False
    messages.success(request, _("Recorded. It is published with the findings."))
    return True


def _skip(request: HttpRequest, consultation: Consultation, skip: SkipForm) -> bool:
    if not skip.is_valid():
        return False
    try:
        acts.skip_check(
            consultation=consultation, why=skip.cleaned_data["why_skipped"], by=request.user
        )
    except acts.WereChecked:
        skip.add_error(None, _("Young people have looked at the themes."))
        return False
    messages.success(request, _("Recorded. The reason is published with the findings."))
    return True


def _drop(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    pk = request.POST.get("check", "")
    chosen = CheckBack.objects.filter(consultation=consultation)
    check = get_object_or_404(chosen, pk=pk if pk.isdecimal() else None)
    acts.drop_check(check=check, by=request.user)
    messages.success(request, _("Taken back."))
    return redirect("feedback_checkers", consultation.code)


def _chosen_by(page: Any) -> list[Any]:
    """The items of the register that a consultation is about, each with who chose it and why."""
    return [about.item for about in page.about.select_related("item")]
