"""The end of a day for safeguarding leads; and what is to be done about each kind of worry."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Site

from consultations.models import StaffRole
from consultations.permissions import councils_of
from consultations.text import clean_typed
from feedback.actions import concerns as acts
from feedback.actions.contacting import contacts_for
from feedback.actions.telling import holders
from feedback.forms.concerns import PathwaysForm, ShiftForm
from feedback.models import Concern, Pathway, Shift
from feedback.pathways import DEFAULTS
from feedback.permissions import can_lead
from feedback.views.staff import only


@only(can_lead)
@require_http_methods(["GET", "POST"])
def hand_on(request: HttpRequest) -> HttpResponse:
    """What is open, to be handed to whoever comes next."""
    council = _council(request)
    others = holders(council, StaffRole.SAFEGUARDING).exclude(pk=request.user.pk)
    form = ShiftForm(request.POST if request.method == "POST" else None, others=others)
    if form.is_valid():
        acts.end_shift(council=council, by=request.user, **form.cleaned_data)
        told = _("%s sees it on their list of concerns.") % form.cleaned_data["to"]
        messages.success(request, told)
        return redirect("feedback_concerns")
    context = {
        "waiting": Concern.objects.visible_to(request.user).waiting().order_by("raised_at"),
        "contacts": contacts_for(request.user).open(),
        "others": others,
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/hand_on.html", context, status=status)


@only(can_lead)
@require_POST
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that one has taken over."""
    shift = get_object_or_404(Shift, pk=pk, to=request.user)
    acts.begin_shift(shift=shift, by=request.user)
    messages.success(request, _("You have taken over."))
    return redirect("feedback_concerns")


@only(can_lead)
@require_http_methods(["GET", "POST"])
def pathways(request: HttpRequest) -> HttpResponse:
    """What this council does about each kind of worry. An empty text is ours again."""
    council = _council(request)
    posted = request.POST if request.method == "POST" else None
    form = PathwaysForm(posted, texts=Pathway.texts(council))
    if form.is_valid():
        for category, default in DEFAULTS.items():
            _keep(council, category, clean_typed(form.cleaned_data[category]), str(default))
        messages.success(request, _("Saved."))
        return redirect("feedback_pathways")
    return render(request, "feedback/admin/pathways.html", {"form": form})


def _keep(council: Site, category: str, text: str, default: str) -> None:
    own = Pathway.objects.filter(council=council, category=category)
    if not text or text == default:
        own.delete()
    else:
        own.update_or_create(council=council, category=category, defaults={"text": text})


def _council(request: HttpRequest) -> Site:
    """The council of this host, if the person is a safeguarding lead there; or else theirs."""
    mine = councils_of(request.user, StaffRole.SAFEGUARDING)
    here = Site.find_for_request(request)
    found = here if here and here.pk in mine else Site.objects.filter(pk__in=mine).first()
    if found is None:
        raise Http404
    return found
