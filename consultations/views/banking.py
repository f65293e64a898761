"""The question bank: find what was asked before, and ask it again elsewhere."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.models import Site

from consultations.actions.banking import CannotUse, use_question
from consultations.bank import Entry, bank_of, drafts_for
from consultations.models import ConsultationPage, Question, StaffRole
from consultations.permissions import can_open_the_bank, councils_of

ON_A_PAGE = 50
WHY_NOT = {
    "not yours": gettext_lazy("Choose a consultation of your own council that you can change."),
    "waits": gettext_lazy(
        "“%(page)s” waits for approval. Take it back first, and add the question then."
    ),
    "locked": gettext_lazy("“%(page)s” is locked. Ask whoever locked it."),
    "there": gettext_lazy("“%(page)s” asks a question with this data name already."),
    "gone": gettext_lazy("This question cannot be copied. Write it again in the consultation."),
}


@require_GET
def bank(request: HttpRequest) -> HttpResponse:
    """Every question that was ever frozen in the councils of this person."""
    if not can_open_the_bank(request.user):
        raise PermissionDenied
    sought = request.GET.get("q", "").strip()[:100]
    found = [one for one in bank_of(_councils(request.user)) if one.has(sought)]
    entries = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"entries": entries, "sought": sought}
    return render(request, "consultations/admin/bank.html", context)


@require_http_methods(["GET", "POST"])
def entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One question: all the consultations that used it, and where it can be used next."""
    if not can_open_the_bank(request.user):
        raise PermissionDenied
    councils = _councils(request.user)
    questions = Question.objects.select_related("consultation__council")
    question = get_object_or_404(questions.filter(consultation__council__in=councils), pk=pk)
    if request.method == "POST":
        return _use(request, question)
    council = question.consultation.council
    context = {
        "entry": _entry_of(question),
        "question": question,
        "drafts": drafts_for(request.user, council),
    }
    return render(request, "consultations/admin/bank_entry.html", context)


def _use(request: HttpRequest, question: Question) -> HttpResponse:
    """Add it to the draft that was chosen."""
    chosen = request.POST.get("page", "")
    page = ConsultationPage.objects.filter(pk=chosen).first() if chosen.isdecimal() else None
    try:
        if page is None:
            raise CannotUse("not yours")
        use_question(question=question, page=page, by=request.user)
    except CannotUse as refused:
        messages.error(request, WHY_NOT[refused.why] % {"page": page.title if page else ""})
        return redirect("consultations_bank_entry", question.pk)
    told = {"page": page.title, "name": question.key}
    messages.success(
        request,
        _("“%(name)s” stands at the end of “%(page)s” now. Look at its words and whom it is for.")
        % told,
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def _entry_of(question: Question) -> Entry:
    place = (question.consultation.council_id, question.key)
    for one in bank_of([question.consultation.council_id]):
        if (one.council_id, one.key) == place:
            return one
    raise Http404  # it has an identity, but no edition holds it


def _councils(user: Any) -> list[int]:
    """The councils whose bank this person looks into."""
    if user.is_superuser:
        return list(Site.objects.values_list("pk", flat=True))
    return councils_of(user, StaffRole.PARTICIPATION, StaffRole.APPROVER)
