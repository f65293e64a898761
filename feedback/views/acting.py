"""What is done about a concern beside its outcome: handing over, conflicts, frozen pictures."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from feedback.actions import concerns as acts
from feedback.actions import conflicts, freezing, reading
from feedback.actions.telling import keepers, staff_of
from feedback.forms.concerns import ConflictForm, ReasonForm
from feedback.models import Concern, Words
from feedback.permissions import can_read_raw_answers, can_see_concerns
from feedback.views.concerns import concern_for, show
from feedback.views.opening import FROZEN
from feedback.views.staff import only


@only(can_see_concerns)
@require_POST
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """The least that must be handed over, as a page to print. Once; again with a reason."""
    worry = concern_for(request, pk)
    form = ReasonForm(
        request.POST, label=_("Why it is handed over again"), needed=worry.handings.exists()
    )
    if not form.is_valid():
        return show(request, worry, again=form)
    try:
        handing = acts.hand_over(
            concern=worry, by=request.user, reason=form.cleaned_data.get("reason", "")
        )
    except acts.HandedOverBefore:
        messages.error(request, _("It was handed over before. Say why it is handed over again."))
        return redirect("feedback_concern", pk)
    context = {
        "concern": worry,
        "about": worry.about,
        "text": worry.opened("words"),
        "handing": handing,
    }
    return render(request, "feedback/admin/handed_over.html", context)


@only(can_see_concerns)
@require_POST
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """It is about somebody who works here: they lose sight of it, and so does everybody else but
    the conflict list."""
    worry = concern_for(request, pk)
    form = ConflictForm(request.POST, people=staff_of(worry.council))
    if not form.is_valid():
        return show(request, worry, conflict_form=form)
    return _mark(request, worry, form)


@only(can_read_raw_answers)
@require_POST
def mark_text(request: HttpRequest, pk: str) -> HttpResponse:
    """The same by whoever reads a text: the worry is raised and marked in one step."""
    mine = Words.objects.visible_to(request.user).filter(openings__by=request.user).distinct()
    words = get_object_or_404(mine.select_related(*_PATH), pk=pk)
    council = words.response.questionnaire.consultation.council
    if not can_read_raw_answers(request.user, council):
        return redirect("feedback_reading")
    form = ConflictForm(request.POST, people=staff_of(council))
    if not form.is_valid():
        messages.error(request, _("Choose people from the list."))
        return redirect("feedback_text", pk)
    note = _("A reader marked this as about somebody who works here.")
    worry = reading.raise_concern(words=words, by=request.user, note=note)
    return _mark(request, worry, form)


@only(can_see_concerns)
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Let others work with the words again; never those whom it is about."""
    worry = concern_for(request, pk)
    form = ReasonForm(request.POST, label=_("Why others may work with the words again"))
    if worry.conflict is None or not form.is_valid():
        return show(request, worry, end=form)
    reason = form.cleaned_data["reason"]
    conflicts.end_conflict(conflict=worry.conflict, by=request.user, why=reason)
    messages.success(request, _("Others may work with it again. Those it is about never see it."))
    return redirect("feedback_concern", pk)


@only(can_see_concerns)
@require_POST
def freeze(request: HttpRequest, pk: int) -> HttpResponse:
    """The picture of a concern may be illegal: nobody opens it any more."""
    worry = concern_for(request, pk)
    try:
        freezing.freeze_sealed(concern=worry, by=request.user)
        messages.warning(request, FROZEN)
    except freezing.NothingToFreeze:
        messages.error(request, _("There is no picture here."))
    return redirect("feedback_concern", pk)


@only(can_see_concerns)
@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a frozen picture go, because the police said so."""
    worry = concern_for(request, pk)
    form = ReasonForm(request.POST, label=_("What the police said, and who"))
    if not form.is_valid():
        return show(request, worry, release=form)
    try:
        reason = form.cleaned_data["reason"]
        freezing.release_file(concern=worry, by=request.user, reason=reason)
        messages.success(request, _("The picture is no longer frozen."))
    except freezing.NotFrozen:
        messages.error(request, _("It is not frozen."))
    return redirect("feedback_concern", pk)


_PATH = ("question", "response__questionnaire__consultation__council")


def _mark(request: HttpRequest, worry: Concern, form: ConflictForm) -> HttpResponse:
    people = form.cleaned_data["people"]
    conflicts.mark_conflict(concern=worry, by=request.user, people=people)
    without = [person.pk for person in people]
    names = ", ".join(map(str, keepers(worry.council, without)))
    if names:
        told = _("From now on only these people see it: %s.") % names
        messages.success(request, told)
    else:
        messages.error(
            request,
            _(
                "It is hidden from everybody, and nobody is left to act on it. Ask whoever looks "
                "after accounts to put somebody on the conflict list now."
            ),
        )
    if Concern.objects.visible_to(request.user).filter(pk=worry.pk).exists():
        return redirect("feedback_concern", worry.pk)
    return redirect(
        "feedback_reading" if can_read_raw_answers(request.user) else "feedback_concerns"
    )
