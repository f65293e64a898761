"""Requests to be contacted: closed until they are opened, and each opening is recorded."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.models import CouncilSettings
from feedback.actions import contacting
from feedback.forms.contact import EndForm
from feedback.models import Concern, Contact
from feedback.permissions import can_see_concerns
from feedback.views.staff import only


@only(can_see_concerns)
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, pk: str) -> HttpResponse:
    """How one person can be reached: what is safe first."""
    asked = _contact(request, pk)
    if request.method == "POST":
        contacting.open_contact(contact=asked, by=request.user)
    return _show(request, asked, EndForm(), is_opened=request.method == "POST")


@only(can_see_concerns)
@require_POST
def end(request: HttpRequest, pk: str) -> HttpResponse:
    """Write down how it ended: it is deleted some days later."""
    asked = _contact(request, pk)
    form = EndForm(request.POST)
    if not form.is_valid():
        contacting.open_contact(contact=asked, by=request.user)
        return _show(request, asked, form, is_opened=True)
    came_of_it, today = form.cleaned_data["came_of_it"], timezone.localdate()
    try:
        contacting.close_contact(contact=asked, by=request.user, came_of_it=came_of_it, today=today)
        messages.success(request, _("Recorded."))
    except contacting.Closed:
        messages.error(request, _("Somebody has written down already how it ended."))
    return redirect("feedback_concerns")


def _contact(request: HttpRequest, pk: str) -> Contact:
    asked = get_object_or_404(Contact.objects.select_related("council"), pk=pk)
    if not contacting.contacts_for(request.user).filter(pk=pk).exists():
        raise PermissionDenied
    return asked


def _show(request: HttpRequest, asked: Contact, form: EndForm, *, is_opened: bool) -> HttpResponse:
    context = {"contact": asked, "opened": is_opened, "form": form}
    if is_opened:
        response = contacting.response_of(asked)
        context |= {
            "details": asked.details,
            "response": response,
            "texts": response.words.defer("text") if response else [],
            "concerns": Concern.objects.visible_to(request.user).filter(
                words__response=response.pk if response else None
            ),
            "openings": asked.openings.select_related("by"),
            "council": CouncilSettings.for_site(asked.council),
        }
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/contact.html", context, status=status)
