"""Officers' screens for codes. A code is shown once, on the page that follows making it.

Between that page and the files that can be had from it, the codes travel signed in the page itself:
nothing is kept here, neither in the database nor in a file, and the page works for an hour.
"""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consultations import printing, sheets
from consultations.actions import inviting
from consultations.inviting_forms import BatchForm, GroupCodeForm
from consultations.models import (
    Consultation,
    ConsultationPage,
    CouncilSettings,
    GroupCode,
    InvitationBatch,
)
from consultations.pdf import NoPdf
from consultations.permissions import can_invite
from consultations.qr import qr_code

SALT = "consultations.codes"
OPEN_FOR = 60 * 60  # seconds in which the files of a new batch can be had
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PRINTED = {"letters": "consultations/print/letters.html", "cards": "consultations/print/cards.html"}
SHEETS = {"sheet.xlsx": (sheets.as_xlsx, XLSX), "sheet.csv": (sheets.as_csv, "text/csv")}


def officers(view: Callable) -> Callable:
    """Let in only participation officers of the consultation's council; keep no copy."""

    @wraps(view)
    def wrapper(request: HttpRequest, code: str, **kwargs: Any) -> HttpResponse:
        known = Consultation.objects.select_related("council")
        consultation = get_object_or_404(known, code=code)
        if not can_invite(request.user, consultation.council):
            raise PermissionDenied
        response = view(request, consultation, **kwargs)
        patch_cache_control(response, no_store=True, private=True)
        return response

    return wrapper


@officers
@require_GET
def invitations(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """Every way in: the open link, batches of codes with how many were used, and group codes."""
    today = timezone.localdate()
    context = {
        "address": printing.short_address(consultation, consultation.code),
        "qr": qr_code(printing.short_address(consultation, consultation.code)),
        "batches": [
            {"batch": batch, "used": batch.shown_used, "is_over": batch.is_over(today)}
            for batch in consultation.batches.all()
        ],
        "groups": consultation.group_codes.filter(valid_on__gte=today),
    }
    return _screen(request, "invitations", consultation, context)


@officers
@require_http_methods(["GET", "POST"])
def new_batch(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """Make codes for a known group, and show what can be had of them, this once."""
    posted = request.POST if request.method == "POST" else None
    initial = {"key": uuid.uuid4(), "expires_on": consultation.closes_on}
    form = BatchForm(posted, initial=initial, consultation=consultation)
    if not form.is_valid():
        return _screen(request, "new_batch", consultation, {"form": form})
    try:
        made = inviting.make_batch(
            consultation=consultation,
            by=request.user,
            today=timezone.localdate(),
            **form.cleaned_data,
        )
    except inviting.AlreadyMade:
        messages.warning(
            request,
            _("These codes were made a moment ago. They cannot be shown again. See below."),
        )
        return redirect("consultations_invitations", code=consultation.code)
    return _made(request, consultation, form.cleaned_data["key"], made)


@officers
@require_POST
def files(
    request: HttpRequest, consultation: Consultation, pk: uuid.UUID, name: str
) -> HttpResponse:
    """One of the files of a batch that was made within the hour, from the codes in the page."""
    batch = get_object_or_404(InvitationBatch, pk=pk, consultation=consultation)
    if (made := _codes_in(request, batch)) is None:
        messages.error(
            request,
            _("An hour has passed, and these codes are gone. Stop them, and make new ones."),
        )
        return redirect("consultations_invitations", code=consultation.code)
    ways = printing.ways(consultation, made)
    if name in SHEETS:
        give, kind = SHEETS[name]
        return _file(give(ways), kind, f"{slugify(batch.label) or 'codes'}-{name}")
    kind, _dot, end = name.partition(".")
    context = _printed(consultation) | {"ways": ways, "expires_on": batch.expires_on}
    context["sheets"] = printing.on_cards(ways)
    title = f"{slugify(batch.label) or 'codes'}-{kind}"
    try:
        return _print(request, PRINTED[kind], context, title, as_pdf=end == "pdf")
    except NoPdf:
        return _made(request, consultation, pk, made, no_pdf=True)


@officers
@require_http_methods(["GET", "POST"])
def stop_batch(request: HttpRequest, consultation: Consultation, pk: uuid.UUID) -> HttpResponse:
    """Ask whether somebody is sure, then end a batch."""
    batch = get_object_or_404(InvitationBatch, pk=pk, consultation=consultation)
    if request.method == "GET":
        return _screen(request, "stop", consultation, {"label": batch.label})
    inviting.stop_batch(batch=batch, by=request.user)
    messages.success(request, _("The codes for “%s” open nothing any more.") % batch.label)
    return redirect("consultations_invitations", code=consultation.code)


@officers
@require_http_methods(["GET", "POST"])
def new_group(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """Make a code for everybody in one room, on one day."""
    posted = request.POST if request.method == "POST" else None
    initial = {"valid_on": timezone.localdate()}
    form = GroupCodeForm(posted, initial=initial, consultation=consultation)
    if not form.is_valid():
        return _screen(request, "new_group", consultation, {"form": form})
    group = inviting.make_group_code(
        consultation=consultation, by=request.user, **form.cleaned_data
    )
    return redirect("consultations_group", code=consultation.code, pk=group.pk)


@officers
@require_GET
def group(request: HttpRequest, consultation: Consultation, pk: uuid.UUID) -> HttpResponse:
    """A group code, large enough to be read from the back of a room."""
    found = get_object_or_404(GroupCode, pk=pk, consultation=consultation)
    (way,) = printing.ways(consultation, [found.code])
    context = {"group": found, "way": way, "no_pdf": "no-pdf" in request.GET}
    context["is_today"] = found.valid_on == timezone.localdate()
    return _screen(request, "group", consultation, context | _short(consultation))


@officers
@require_GET
def poster(
    request: HttpRequest, consultation: Consultation, pk: uuid.UUID, end: str
) -> HttpResponse:
    """The poster of a group code."""
    found = get_object_or_404(GroupCode, pk=pk, consultation=consultation)
    (way,) = printing.ways(consultation, [found.code])
    context = _printed(consultation) | {"way": way, "group": found}
    try:
        template = "consultations/print/poster.html"
        return _print(request, template, context, "poster", as_pdf=end == "pdf")
    except NoPdf:
        address = redirect("consultations_group", code=consultation.code, pk=pk)
        address["Location"] += "?no-pdf"
        return address


@officers
@require_http_methods(["GET", "POST"])
def stop_group(request: HttpRequest, consultation: Consultation, pk: uuid.UUID) -> HttpResponse:
    """Ask whether somebody is sure, then take a group code away."""
    found = get_object_or_404(GroupCode, pk=pk, consultation=consultation)
    if request.method == "GET":
        return _screen(request, "stop", consultation, {"label": found.label})
    inviting.stop_group_code(group=found, by=request.user)
    messages.success(request, _("The codes for “%s” open nothing any more.") % found.label)
    return redirect("consultations_invitations", code=consultation.code)


def _made(
    request: HttpRequest,
    consultation: Consultation,
    key: uuid.UUID,
    made: list[str],
    no_pdf: bool = False,
) -> HttpResponse:
    """The page from which the files of a new batch can be had, once and for all."""
    context = {
        "batch": InvitationBatch.objects.get(pk=key),
        "codes": signing.dumps([str(key), request.user.pk, made], salt=SALT, compress=True),
        "no_pdf": no_pdf,
    }
    return _screen(request, "made", consultation, context)


def _codes_in(request: HttpRequest, batch: InvitationBatch) -> list[str] | None:
    """The codes that the page holds, if we gave them to this officer within the hour."""
    token = request.POST.get("codes", "")
    try:
        key, officer, made = signing.loads(token, salt=SALT, max_age=OPEN_FOR)
    except signing.BadSignature:
        return None
    return made if (key, officer) == (str(batch.pk), request.user.pk) else None


def _print(
    request: HttpRequest, template: str, context: dict, title: str, *, as_pdf: bool
) -> HttpResponse:
    """A printed page as a PDF file, or in the browser for its own printing. Raises NoPdf."""
    if not as_pdf:
        return render(request, template, context)
    return _file(printing.as_pdf(template, context), "application/pdf", f"{title}.pdf")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _short(consultation: Consultation) -> dict:
    """The address at which somebody types a code, as they type it."""
    return {"short": printing.plain_address(printing.short_address(consultation))}


def _printed(consultation: Consultation) -> dict:
    """What stands on every printed page: whose it is, what it is about, whom to ask."""
    return _short(consultation) | {
        "consultation": consultation,
        "council": CouncilSettings.for_site(consultation.council),
        "page": _page(consultation),
    }


def _page(consultation: Consultation) -> ConsultationPage:
    return ConsultationPage.objects.as_written().get(translation_key=consultation.pk)


def _screen(
    request: HttpRequest, name: str, consultation: Consultation, context: dict
) -> HttpResponse:
    """One of these screens. A form with errors answers 422."""
    form = context.get("form")
    status = 422 if form is not None and form.is_bound else 200
    context = {"consultation": consultation, "page": _page(consultation)} | context
    template = f"consultations/admin/{name}.html"
    return render(request, template, context, status=status)
