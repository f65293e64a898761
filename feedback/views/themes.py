"""Where analysts begin: the consultations of their councils."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from consultations.models import Consultation, ConsultationPage, StaffRole
from consultations.permissions import councils_of
from feedback.actions.findings import begin_findings
from feedback.models import Words
from feedback.permissions import can_analyse
from feedback.ready import not_safe
from feedback.views.staff import only


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


def consultation_of(request: HttpRequest, code: str) -> Consultation:
    """The consultation of this code, for an analyst of its council."""
    consultation = get_object_or_404(Consultation.objects.select_related("council"), code=code)
    if not can_analyse(request.user, consultation.council):
        raise PermissionDenied
    return consultation


def page_of(consultation: Consultation) -> ConsultationPage:
    """The page that people read, in one of its languages."""
    return ConsultationPage.objects.as_written().filter(translation_key=consultation.pk).first()


def wordings_of(consultation: Consultation) -> dict:
    """The standard words of each text question, by its key."""
    latest = consultation.questionnaires.latest("number").document
    return {
        question["key"]: question["words"][latest["source"]]["text"]
        for question in latest["questions"]
    }
