"""A new edition of published numbers: old beside new, and the note that goes with it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from feedback.actions.editions import Proposed, issue_edition, proposed_edition
from feedback.actions.findings import NotReady
from feedback.forms.editions import EditionNoteForm
from feedback.models import FindingsPage
from feedback.permissions import can_analyse
from feedback.showing_editions import old_beside_new
from feedback.views.staff import only


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def new_edition(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at what would change, and ask for the edition."""
    page = get_object_or_404(FindingsPage, pk=pk)
    if not can_analyse(request.user, page.consultation.council):
        raise PermissionDenied
    if not page.all_editions:
        return redirect("feedback_numbers", pk)
    form = EditionNoteForm(request.POST if request.method == "POST" else None)
    if "issue" in request.POST and form.is_valid() and _issued(request, page, form):
        return redirect("feedback_numbers", pk)
    if request.method == "POST" and "issue" not in request.POST:  # only to look again
        form = EditionNoteForm(initial=request.POST.dict())
    proposed = proposed_edition(page, keeps=form.keeps)
    context = {"page": page, "form": form, **_shown(proposed)}
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/new_edition.html", context, status=status)


def _shown(proposed: Proposed) -> dict:
    """What would change, in words."""
    pieces = old_beside_new(proposed.compared)
    return {
        "number": proposed.earlier[-1].number + 1,
        "least": proposed.guard.least,
        "seen": proposed.seen,
        "new": [piece for piece in pieces if piece["is_new"]],
        "held": [piece for piece in pieces if not piece["is_new"]],
        "n_same": len(proposed.compared) - len(pieces),
        "is_possible": proposed.says_something_new,
    }


def _issued(request: HttpRequest, page: FindingsPage, form: EditionNoteForm) -> bool:
    """Whether the edition was made. If not, the form says why."""
    said = form.cleaned_data
    try:
        edition = issue_edition(
            page=page,
            what=said["what"],
            why=said["why"],
            seen=said["seen"],
            keeps=form.keeps,
            by=request.user,
            today=timezone.localdate(),
        )
    except NotReady as refusal:
        for sentence in refusal.sentences:
            form.add_error(None, sentence)
        return False
    done = _("Edition %(number)s of the numbers is public, with your note.")
    messages.success(request, done % {"number": edition.number})
    return True
