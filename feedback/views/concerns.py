"""Concerns, for the safeguarding lead alone: what worried a reader, and what came of it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.models import StaffRole
from consultations.permissions import councils_of
from feedback.actions import reading
from feedback.asked import question_as_read
from feedback.forms.staff import FollowUpForm, OutcomeForm
from feedback.models import Concern, RoleChange
from feedback.permissions import can_see_concerns
from feedback.views.staff import only

A_PAGE = 30
LATEST = 20  # changes of roles that are shown


@only(can_see_concerns)
def concerns(request: HttpRequest) -> HttpResponse:
    """Every concern, those that wait first; and who was given the right to read answers."""
    councils = councils_of(request.user, StaffRole.SAFEGUARDING)
    every = Concern.objects.filter(council__in=councils).select_related("raised_by", "acted_by")
    changes = RoleChange.objects.filter(council__in=councils)
    context = {
        "waiting": every.waiting().order_by("raised_at"),
        "settled": Paginator(every.exclude(outcome=""), A_PAGE).get_page(request.GET.get("page")),
        "changes": changes.select_related("person", "changed_by")[:LATEST],
    }
    return render(request, "feedback/admin/concerns.html", context)


@only(can_see_concerns)
@require_http_methods(["GET", "POST"])
def concern(request: HttpRequest, pk: int) -> HttpResponse:
    """One concern: what was written, why a reader worried, and what came of it."""
    worry = _concern(request, pk)
    form = OutcomeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            reading.settle_concern(concern=worry, by=request.user, **form.cleaned_data)
            messages.success(request, _("Recorded."))
        except reading.AlreadySettled:
            messages.error(request, _("Somebody has recorded an outcome already."))
        return redirect("feedback_concern", pk)
    return _show(request, worry, form, FollowUpForm())


@only(can_see_concerns)
@require_POST
def follow_up(request: HttpRequest, pk: int) -> HttpResponse:
    """What happened after the outcome. What was recorded before stays."""
    worry = _concern(request, pk)
    form = FollowUpForm(request.POST)
    if not form.is_valid():
        return _show(request, worry, OutcomeForm(), form)
    try:
        reading.follow_up(concern=worry, by=request.user, **form.cleaned_data)
        messages.success(request, _("Recorded."))
    except reading.NotSettled:
        messages.error(request, _("Record the outcome first."))
    return redirect("feedback_concern", pk)


def _concern(request: HttpRequest, pk: int) -> Concern:
    worry = get_object_or_404(Concern.objects.select_related("words__question"), pk=pk)
    if not can_see_concerns(request.user, worry.council):
        raise PermissionDenied
    return worry


def _show(
    request: HttpRequest, worry: Concern, form: OutcomeForm, more: FollowUpForm
) -> HttpResponse:
    others = reading.open_concern(concern=worry, by=request.user)
    context = {
        "concern": worry,
        "text": worry.opened("words"),
        "note": worry.opened("note"),
        "action": worry.opened("action"),
        "about": worry.about,
        "others": [{"words": words, "asked": question_as_read(words)} for words in others],
        "follow_ups": worry.follow_ups.select_related("by"),
        "form": form,
        "more": more,
    }
    status = 422 if form.is_bound or more.is_bound else 200
    return render(request, "feedback/admin/concern.html", context, status=status)
