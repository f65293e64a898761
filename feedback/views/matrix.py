"""The framework matrix: read it, summarise a cell from its texts, take it away."""

import csv

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from feedback.actions.themes import browse_texts
from feedback.asked import question_as_read
from feedback.exporting.guarding import plain_cell
from feedback.forms.agreeing import CellForm
from feedback.matrix import NO_BAND, Cell, label_of, rows_of, table_of
from feedback.models import MatrixCell, Theme, Words
from feedback.permissions import can_analyse
from feedback.views.staff import only
from feedback.views.themes import consultation_of, page_of

MOST_SHOWN = 200
_FROM = ("question", "response__questionnaire")


@only(can_analyse)
@require_GET
def matrix(request: HttpRequest, code: str) -> HttpResponse:
    """Groups of people down, themes across."""
    consultation = consultation_of(request, code)
    themes, rows = rows_of(consultation)
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "themes": themes,
        "rows": rows,
    }
    return render(request, "feedback/admin/matrix.html", context)


@only(can_analyse)
@require_GET
def matrix_csv(request: HttpRequest, code: str) -> HttpResponse:
    """The summaries as a table for a spreadsheet."""
    consultation = consultation_of(request, code)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="heard-{code}-matrix.csv"'
    response.write("\ufeff")  # Excel takes it for UTF-8 only with this
    writer = csv.writer(response)
    writer.writerows([plain_cell(cell) for cell in row] for row in table_of(consultation))
    return response


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def cell(
    request: HttpRequest, code: str, pk: str, role: str, voice: str, band: str
) -> HttpResponse:
    """One cell: its texts, and a summary in an analyst's words."""
    consultation = consultation_of(request, code)
    theme = get_object_or_404(Theme, consultation=consultation, pk=pk)
    found = _find(consultation, theme, (role, voice, "" if band == NO_BAND else band))
    form = CellForm(request.POST or None, initial={"summary": found.summary})
    kept = {"theme": theme, "role": found.group[0], "voice": found.group[1], "band": found.group[2]}
    if request.method == "POST" and form.is_valid():
        summary = form.cleaned_data["summary"]
        MatrixCell.objects.create(
            **kept, summary=summary, by=request.user, written_at=timezone.now()
        )
        messages.success(request, _("Saved."))
        return redirect("feedback_matrix", code)
    browse_texts(consultation=consultation, by=request.user)
    texts = Words.objects.safe_to_analyse().visible_to(request.user)
    texts = texts.filter(pk__in=found.texts).select_related(*_FROM).order_by("pk")
    shown = texts.prefetch_related("versions")[:MOST_SHOWN]
    context = {
        "consultation": consultation,
        "theme": theme,
        "label": label_of(found.group),
        "form": form,
        "texts": [{"words": words, "asked": question_as_read(words)} for words in shown],
        "before": MatrixCell.objects.filter(**kept).select_related("by").order_by("-pk")[1:],
    }
    return render(request, "feedback/admin/cell.html", context)


def _find(consultation, theme: Theme, group: tuple) -> Cell:  # type: ignore[no-untyped-def]
    _themes, rows = rows_of(consultation)
    for row in rows:
        for one in row.cells:
            if row.group == group and one.theme.pk == theme.pk:
                return one
    raise Http404
