"""The gate of one consultation, and how hard a text is to read."""

import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Site

from consultations.actions import planning
from consultations.gate.keeping import gate_of, opening_of
from consultations.gate.places import address_of
from consultations.gate.public import public_words
from consultations.gate.telling import tell_all, tell_page
from consultations.models import ConsultationPage
from consultations.permissions import can_say_undecided, can_see_gate, roles_of

MOST_TEXTS, LONGEST_TEXT = 300, 20_000  # letters; more than any page has


@require_http_methods(["GET", "POST"])
def gate(request: HttpRequest, page_id: int) -> HttpResponse:
    """What stands between a draft and opening, each line with the way to mend it."""
    page = get_object_or_404(ConsultationPage, pk=page_id)
    council = page.get_site()
    if not can_see_gate(request.user, council):
        raise PermissionDenied
    if request.method == "POST":
        return _do(request, page, council)
    return _shown(request, page, council)


def _shown(
    request: HttpRequest, page: ConsultationPage, council: Site, **wrong: Any
) -> HttpResponse:
    """The page of the gate. `wrong` is a reason that was refused: its code, text and sentence."""
    draft = page.get_latest_revision_as_object()
    opening = opening_of(page)
    sections = [] if opening else gate_of(draft, council)
    missing = [
        {"section": one, "lines": [_line(line, draft, wrong) for line in one.lines]}
        for one in sections
        if one.lines
    ]
    context = {
        "page": page,
        "draft": draft,
        "opening": opening,
        "without": opening and _without(opening.document),
        "missing": missing,
        "done": [one.heading for one in sections if not one.lines],
        "n": sum(line.blocks for one in sections for line in one.lines),
        "can_write": not opening and _can_write(request.user, page),
        "can_say_undecided": not opening and can_say_undecided(request.user, council),
        "texts": tell_page(draft, council),
        "wrong": wrong,
    }
    return render(request, "consultations/admin/gate.html", context, status=422 if wrong else 200)


def _line(line: Any, draft: ConsultationPage, wrong: dict) -> dict:
    """A line with the way to mend it, and the reason as it was typed."""
    given = next((one for one in draft.overrides.all() if one.code == line.code), None)
    mine = wrong.get("code") == line.code
    return {
        "line": line,
        "address": address_of(line.place, draft),
        "given": given,
        "typed": wrong["reason"] if mine else line.reason,
        "error": wrong["sentence"] if mine else "",
    }


def _without(document: dict) -> list[dict]:
    """What it opened without, in words for everybody, with the reasons."""
    return [
        {"what": public_words(one["code"]), "reason": one["reason"]}
        for one in document.get("without", [])
    ]


def _can_write(user: Any, page: ConsultationPage) -> bool:
    """Whether this person may change the draft as it stands now."""
    lock = page.get_lock()
    return page.permissions_for_user(user).can_edit() and not (lock and lock.for_user(user))


def _do(request: HttpRequest, page: ConsultationPage, council: Site) -> HttpResponse:
    """One of the buttons of the gate."""
    act = request.POST.get("do", "")
    of_the_decision = act in ("undecided", "not_undecided")
    allowed = (
        can_say_undecided(request.user, council)
        if of_the_decision
        else _can_write(request.user, page)
    )
    if act not in _ACTS or not allowed:
        raise PermissionDenied
    code, reason = request.POST.get("code", ""), request.POST.get("reason", "")
    try:
        _ACTS[act](page, request.user, code, reason)
    except planning.ReasonTooShort:
        sentence = _("Say in a sentence why. Everybody can read it.")
        return _shown(request, page, council, code=code, reason=reason, sentence=sentence)
    except planning.NotSoft:
        messages.info(request, _("This line needs no reason any more."))
    except planning.HasOpened:
        messages.error(request, _("It has opened. What was planned before that is fixed."))
    else:
        messages.success(request, _("Kept."))
    return redirect("consultations_gate", page.pk)


_ACTS = {
    "undecided": lambda page, user, code, reason: planning.say_undecided(
        page=page, by=user, today=timezone.localdate()
    ),
    "not_undecided": lambda page, user, code, reason: planning.take_back_undecided(
        page=page, by=user
    ),
    "reason": lambda page, user, code, reason: planning.give_reason(
        page=page, code=code, reason=reason, by=user, today=timezone.localdate()
    ),
    "no_reason": lambda page, user, code, reason: planning.take_back_reason(
        page=page, code=code, by=user
    ),
}


@require_POST
def readability(request: HttpRequest) -> JsonResponse:
    """How hard some texts are to read: {"texts": ["…"]} gives the figures of each, in order."""
    try:
        texts = [str(text)[:LONGEST_TEXT] for text in json.loads(request.body)["texts"]]
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"lines": []}, status=400)
    return JsonResponse({"lines": tell_all(texts[:MOST_TEXTS], _council_of(request))})


def _council_of(request: HttpRequest) -> Site | None:
    """The council for which somebody writes: where they are, or else where they hold a role."""
    here = Site.find_for_request(request)
    mine = [number for _role, number in roles_of(request.user)]
    if not mine or (here and here.pk in mine):
        return here
    return Site.objects.get(pk=mine[0])
