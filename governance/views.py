"""Saying that a promise was kept."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.models import StaffRole
from consultations.permissions import councils_of
from governance.actions.log import ClockWentBack
from governance.actions.promises import AlreadyKept, NotYet, TooEarly, keep_promise
from governance.forms import KeptForm
from governance.models import Promise
from governance.permissions import can_keep_promises
from governance.promised import tell_missed


def promises(request: HttpRequest) -> HttpResponse:
    """Every public promise: late ones first, then those that are due, then those that were kept."""
    if not can_keep_promises(request.user):
        raise PermissionDenied
    every = list(_mine(request).order_by("due_on"))
    tell_missed(every)
    context = {
        "waiting": [promise for promise in every if not promise.kept],
        "kept": [promise for promise in every if promise.kept],
    }
    return render(request, "governance/admin/promises.html", context)


@require_http_methods(["GET", "POST"])
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """One promise: on which day it was kept, and what shows it."""
    if not can_keep_promises(request.user):
        raise PermissionDenied
    promise = get_object_or_404(_mine(request), pk=pk)
    form = KeptForm(
        request.POST if request.method == "POST" else None,
        initial={"kept_on": timezone.localdate()},
    )
    if form.is_valid() and _keep(request, promise, form):
        return redirect("governance_promises")
    context = {"promise": promise, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "governance/admin/keep.html", context, status=status)


def _keep(request: HttpRequest, promise: Promise, form: KeptForm) -> bool:
    """Whether the promise is kept now; otherwise the form says why not."""
    try:
        keep_promise(
            promise=promise, by=request.user, today=timezone.localdate(), **form.cleaned_data
        )
    except NotYet:
        form.add_error("kept_on", _("A promise is kept on a day that has come."))
        return False
    except TooEarly:
        decided = date_format(promise.page.decided_on, "j F Y")
        form.add_error(
            "kept_on",
            _("It was promised on %s. A promise is not kept before it is made.") % decided,
        )
        return False
    except ClockWentBack:
        form.add_error(None, _("The server's clock is behind the last entry of the record."))
        return False
    except AlreadyKept:
        messages.info(request, _("Somebody has recorded that already."))
        return True
    messages.success(request, _("Recorded, and entered in the log."))
    return True


def _mine(request: HttpRequest):
    """Public promises of the councils in which this person decides."""
    councils = councils_of(request.user, StaffRole.DECISION_MAKER)
    return (
        Promise.objects.public()
        .filter(page__findings__consultation_page__translation_key__in=_consultations(councils))
        .select_related("page", "keeping")
    )


def _consultations(councils: list[int]):
    from consultations.models import Consultation

    return Consultation.objects.filter(council__in=councils).values("pk")
