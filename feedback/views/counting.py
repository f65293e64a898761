"""How many have answered, for officers: counts by role and age, and never an answer."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from consultations.audiences import HELPED_VOICES, Band, Role
from consultations.models import Consultation, ConsultationPage, CouncilSettings, Route
from consultations.models.invitation import FEWEST_SHOWN, InvitationBatch
from consultations.permissions import can_see_how_many_answered
from feedback.apart import safe_tallies, shown_apart
from feedback.models import Channel, CouldSay, Response


def how_many(request: HttpRequest, code: str) -> HttpResponse:
    """Responses of one consultation, by role and age, beside how many were hoped for."""
    consultation = get_object_or_404(Consultation, code=code)
    if not can_see_how_many_answered(request.user, consultation.council):
        raise PermissionDenied
    counted = (
        Response.objects.filter(questionnaire__consultation=consultation)
        .values_list("role", "band")
        .annotate(n=Count("pk"))
    )
    counts = {(role, band): n for role, band, n in counted}
    page = ConsultationPage.objects.as_written().filter(translation_key=consultation.pk).first()
    context = {
        "page": page,
        "routes": _by_route(consultation),
        "rows": [
            {"role": Role(role).label, "band": Band(band).label if band else "", "n": n}
            for (role, band), n in sorted(counts.items(), key=lambda row: _order(*row[0]))
        ],
        "expected": [
            {
                "target": target,
                "n": counts.get((target.role, target.band), 0)
                if target.band
                else sum(n for (role, _band), n in counts.items() if role == target.role),
            }
            for target in page.expected.all()
        ],
    }
    context |= _more(consultation)
    return render(request, "feedback/admin/how_many.html", context)


@never_cache
def today(request: HttpRequest, code: str) -> HttpResponse:
    """While a group answers: how many have sent today with a group code, and nothing else."""
    consultation = get_object_or_404(Consultation, code=code)
    if not can_see_how_many_answered(request.user, consultation.council):
        raise PermissionDenied
    sent = Response.objects.filter(
        questionnaire__consultation=consultation,
        route=Route.GROUP,
        received_on=timezone.localdate(),
    )
    context = {"consultation": consultation, "n": sent.count()}
    return render(request, "feedback/admin/today.html", context)


def _by_route(consultation: Consultation) -> list[dict]:
    """Responses through the site by how people came, for each route, also where nobody did."""
    sent = Response.objects.filter(questionnaire__consultation=consultation)
    counts = dict(sent.filter(channel=Channel.WEB).values_list("route").annotate(n=Count("pk")))
    lines = [{"route": route.label, "n": counts.get(route, 0)} for route in Route]
    few = InvitationBatch.objects.filter(consultation=consultation, n_codes__lt=FEWEST_SHOWN)
    if not few.exists():
        return lines
    # Of a small batch, how many were used could say who answered, also by subtraction.
    together = counts.get(Route.OPEN, 0) + counts.get(Route.INVITED, 0)
    apart = [line for line in lines if line["route"] == Route.GROUP.label]
    return [{"route": _("The open link, or a code of their own"), "n": together}, *apart]


def _more(consultation: Consultation) -> dict:
    """How they reached us, what children who had help said last, what people said about
    themselves, and who entered answers for others: each counted alone."""
    responses = Response.objects.filter(questionnaire__consultation=consultation)
    hide_up_to = CouncilSettings.for_site(consultation.council).hide_up_to
    helped = responses.filter(role=Role.CHILD, voice__in=HELPED_VOICES)
    return {
        "ways": _counted(responses, "channel", Channel.choices),
        "could_say": _counted(
            helped, "could_say", [*CouldSay.choices, ("", _("Left empty, or not asked"))]
        ),
        "apart": shown_apart({"apart": safe_tallies(consultation, hide_up_to=hide_up_to)}),
        "typed": consultation.typed.values("by__first_name", "by__last_name", "by__email")
        .annotate(sum=Sum("n"))
        .order_by("by__last_name", "by__email"),
    }


def _counted(responses: QuerySet, field: str, choices: Iterable) -> list[tuple[str, int]]:
    """(what it is called, how many) for every choice that anybody is counted in."""
    counts = dict(responses.order_by().values_list(field).annotate(n=Count("pk")))
    return [(str(label), counts[code]) for code, label in choices if counts.get(code)]


def _order(role: str, band: str) -> tuple[int, int]:
    """Roles and ages in their usual order."""
    return Role.values.index(role), Band.values.index(band) if band else -1
