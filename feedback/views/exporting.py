"""Exports of a consultation: asked for, followed, fetched and deleted by its analysts."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from feedback.actions import exporting as acts
from feedback.forms.exporting import ExportForm
from feedback.models import ExportJob, ExportKind, ExportState
from feedback.permissions import can_analyse
from feedback.views.staff import only
from feedback.views.themes import consultation_of, page_of

A_PAGE = 20
ENDINGS = {
    ExportKind.PACKAGE: ("answers.zip", "application/zip"),
    ExportKind.PROJECT: ("texts.qdpx", "application/zip"),
    ExportKind.CODEBOOK: ("codes.qdc", "application/xml"),
}


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def exports(request: HttpRequest, code: str) -> HttpResponse:
    """What was exported, by whom and why; and a form for another."""
    consultation = consultation_of(request, code)
    form = ExportForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        acts.ask_for_export(
            consultation=consultation,
            by=request.user,
            language=get_language(),
            **form.cleaned_data,
        )
        return redirect("feedback_exports", code)
    jobs = consultation.exports.select_related("asked_by").prefetch_related("fetchings__by")
    shown = Paginator(jobs, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "jobs": shown,
        "form": form,
        "moving": any(job.state in (ExportState.WAITING, ExportState.RUNNING) for job in shown),
    }
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/exports.html", context, status=status)


@only(can_analyse)
@require_POST
def fetch(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """The file, once it is written down that this person fetches it."""
    job = _job(request, code, pk)
    try:
        path = acts.fetch(job=job, by=request.user)
    except acts.NotThere:
        messages.error(request, _("There is no file any more. Ask for a new export."))
        return redirect("feedback_exports", code)
    ending, mime = ENDINGS[ExportKind(job.kind)]
    name = f"heard-{job.consultation.code}-{ending}"
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type=mime)
    response["X-Content-Type-Options"] = "nosniff"
    return response


@only(can_analyse)
@require_POST
def again(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """Make one that did not work once more."""
    try:
        acts.try_again(job=_job(request, code, pk), by=request.user)
    except acts.NotThere:
        messages.error(request, _("Only an export that did not work can be tried again."))
    return redirect("feedback_exports", code)


@only(can_analyse)
@require_POST
def drop(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """Delete a file before its time."""
    acts.drop_export(job=_job(request, code, pk), by=request.user)
    messages.success(request, _("The file is deleted. That it was made stays on record."))
    return redirect("feedback_exports", code)


def _job(request: HttpRequest, code: str, pk: str) -> ExportJob:
    consultation = consultation_of(request, code)
    return get_object_or_404(consultation.exports.select_related("consultation__council"), pk=pk)
