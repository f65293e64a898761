"""Concerns, for the safeguarding lead alone: what worried a reader, and what came of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.models import CouncilSettings, StaffRole
from consultations.permissions import councils_of
from feedback.actions import concerns as acts
from feedback.actions.contacting import contacts_for
from feedback.actions.telling import keepers, staff_of
from feedback.asked import question_as_read
from feedback.forms.concerns import ConflictForm, FollowUpForm, OutcomeForm, ReasonForm
from feedback.models import Concern, Part, Pathway, RoleChange, Shift
from feedback.models.conflict import Conflict
from feedback.pathways import Category
from feedback.permissions import can_see_concerns
from feedback.views.staff import only

A_PAGE = 30
LATEST = 20  # changes of roles that are shown


@only(can_see_concerns)
def concerns(request: HttpRequest) -> HttpResponse:
    """Every concern, those that wait first; who asks to be contacted; who takes over; and who was
    given the right to read answers."""
    councils = councils_of(request.user, StaffRole.SAFEGUARDING)
    every = Concern.objects.visible_to(request.user).select_related("raised_by", "acted_by")
    changes = RoleChange.objects.filter(council__in=councils)
    shifts = Shift.objects.filter(to=request.user, taken_at=None, council__in=councils)
    contacts = contacts_for(request.user)
    context = {
        "waiting": every.waiting().select_related("freezing").order_by("raised_at"),
        "settled": Paginator(every.exclude(outcome=""), A_PAGE).get_page(request.GET.get("page")),
        "contacts": contacts.open(),
        "ended": contacts.exclude(closed_on=None),
        "shifts": shifts.select_related("by"),
        "is_lead": bool(councils),
        "changes": changes.select_related("person", "changed_by")[:LATEST],
    }
    return render(request, "feedback/admin/concerns.html", context)


@only(can_see_concerns)
@require_http_methods(["GET", "POST"])
def concern(request: HttpRequest, pk: int) -> HttpResponse:
    """One concern: what was written, why a reader worried, and what came of it."""
    worry = concern_for(request, pk)
    form = OutcomeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = {"outcome": form.cleaned_data["outcome"], "action": form.cleaned_data["action"]}
        try:
            acts.settle_concern(concern=worry, by=request.user, facts=form.facts, **said)
            messages.success(request, _("Recorded."))
            return redirect("feedback_concern", pk)
        except acts.AlreadySettled:
            messages.error(request, _("Somebody has recorded an outcome already."))
            return redirect("feedback_concern", pk)
        except acts.NotWhole as error:
            form.refuse(error.wrong)
    return show(request, worry, form=form)


@only(can_see_concerns)
@require_POST
def opened(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a concern. It stays open for this person; each time is recorded."""
    worry = concern_for(request, pk)
    acts.open_concern(concern=worry, by=request.user)
    return redirect("feedback_concern", pk)


@only(can_see_concerns)
@require_POST
def follow_up(request: HttpRequest, pk: int) -> HttpResponse:
    """What happened after the outcome. What was recorded before stays."""
    worry = concern_for(request, pk)
    form = FollowUpForm(request.POST)
    if not form.is_valid():
        return show(request, worry, more=form)
    said = {"outcome": form.cleaned_data["outcome"], "note": form.cleaned_data["note"]}
    try:
        acts.follow_up(concern=worry, by=request.user, facts=form.facts, **said)
        messages.success(request, _("Recorded."))
    except acts.NotSettled:
        messages.error(request, _("Record the outcome first."))
    except acts.NotWhole as error:
        form.refuse(error.wrong)
        return show(request, worry, more=form)
    return redirect("feedback_concern", pk)


def concern_for(request: HttpRequest, pk: int) -> Concern:
    """A concern that is for the eyes of this person. Others learn nothing, not even that it is."""
    every = Concern.objects.select_related("words__question", "freezing", "conflict", "council")
    worry = get_object_or_404(every, pk=pk)
    if not Concern.objects.visible_to(request.user).filter(pk=pk).exists():
        raise PermissionDenied
    return worry


def show(request: HttpRequest, worry: Concern, **forms: Any) -> HttpResponse:
    """The page of one concern: closed until this person opens it; with a form that was filled in
    and cannot be taken, a refusal."""
    is_bound = any(form.is_bound for form in forms.values())
    status = 422 if is_bound else 200
    context = {"concern": worry, "about": worry.about, "opened": True}
    if not is_bound and not worry.openings.filter(by=request.user).exists():
        context["opened"] = False
        return render(request, "feedback/admin/concern.html", context)
    others = acts.open_concern(concern=worry, by=request.user)
    context |= {
        **{name: worry.opened(name) for name in ("note", "action", "reference", "pattern")},
        "text": worry.opened("words"),
        "others": [{"words": words, "asked": question_as_read(words)} for words in others],
        "follow_ups": worry.follow_ups.select_related("by"),
        "contacts": contacts_for(request.user).of(worry.words.response_id) if worry.words else [],
        "handings": worry.handings.select_related("by"),
        "pathways": [
            {"category": code, "label": Category(code).label, "text": text}
            for code, text in Pathway.texts(worry.council).items()
        ],
        "council": CouncilSettings.for_site(worry.council),
        **_conflict(worry.conflict),
        **_forms(worry),
    } | forms
    return render(request, "feedback/admin/concern.html", context, status=status)


def _forms(worry: Concern) -> dict[str, Any]:
    again = _("Why it is handed over again")
    return {
        "form": OutcomeForm(),
        "more": FollowUpForm(),
        "conflict_form": ConflictForm(people=staff_of(worry.council)),
        "again": ReasonForm(label=again),
        "release": ReasonForm(label=_("What the police said, and who")),
        "end": ReasonForm(label=_("Why others may work with the words again")),
        "keepers": keepers(worry.council),
    }


def _conflict(conflict: Conflict | None) -> dict[str, Any]:
    if conflict is None:
        return {}
    involved = conflict.involved.select_related("person")
    return {
        "conflict": conflict,
        "named": [one.person for one in involved if one.part == Part.NAMED],
        "seen": conflict.seen,
    }
