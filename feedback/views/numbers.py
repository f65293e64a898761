"""Numbers before they are published, and the rows that a person decides about."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from consultations.audiences import Band
from feedback.actions.findings import hide_row, numbers_now, show_row
from feedback.groups import whose_answers
from feedback.models import FindingsPage
from feedback.permissions import can_analyse
from feedback.showing_tables import by_question
from feedback.views.staff import only


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
        "questions": by_question(document["tables"]),
        "held": held,
        "decided": [] if page.edition else page.shown_rows.select_related("question", "option"),
    }
    return render(request, "feedback/admin/numbers.html", context)


def _decide(request: HttpRequest, page: FindingsPage, held: list[dict]) -> None:
    """Show a row that is held, or hide one again that somebody decided to show."""
    for row in held:
        if row["value"] == request.POST.get("row"):
            asked = page.consultation.questions.get(pk=row["question"])
            thing = asked.options.get(pk=row["thing"]) if row["thing"] else None
            show_row(page=page, question=asked, option=thing, by=request.user, **row["row"])
    for shown in [] if page.edition else page.shown_rows.all():
        if str(shown.pk) == request.POST.get("hide"):
            hide_row(row=shown, by=request.user)


def _held(document: dict) -> list[dict]:
    """Rows where everyone gave the same answer, with what it takes to name one."""
    return [
        {
            "value": ":".join(
                [table.get("part_id", table["question"]), table["role"], table["voice"], band]
            ),
            "question": table["question"],
            "thing": table.get("part_id"),
            "part": next(iter(table.get("part", {}).values()), ""),
            "row": {"role": table["role"], "voice": table["voice"], "band": band},
            "asked": next(iter(table["words"].values())),
            "who": whose_answers(table["role"], table["voice"]),
            "age": Band(band).label if band else "",
        }
        for table in document["tables"]
        for band in table["held"]
    ]
