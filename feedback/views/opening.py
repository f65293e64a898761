"""Drawings, pictures and voice messages, for whoever may open them; each opening is recorded.

A file is given out only beside its page: the page records who opens it, and for a while after
that the file can be had by the same person, and by nobody else.
"""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consultations.media import Medium
from consultations.models import StaffRole
from consultations.permissions import councils_of
from feedback.actions import freezing
from feedback.actions.themes import open_original
from feedback.asked import question_as_read
from feedback.models import Concern, Opening, Recording, Words
from feedback.permissions import (
    can_analyse,
    can_open_files,
    can_read_raw_answers,
    can_see_concerns,
)
from feedback.streaming import private_file
from feedback.views.staff import only
from feedback.views.themes import consultation_of, page_of

FROZEN = gettext_lazy(
    "The picture is frozen: nobody can open it here, and there is no other copy. Do not copy, "
    "print or forward it, and do not describe it in a mail. Call the police on 101, or 999 if a "
    "child is in danger now. A website that shows such pictures is told to the Internet Watch "
    "Foundation. The safeguarding lead has been told."
)
OPEN_FOR = timedelta(hours=1)
_READS = (StaffRole.READER, StaffRole.SAFEGUARDING)


@only(can_open_files)
@require_GET
def file(request: HttpRequest, pk: str) -> HttpResponse:
    """The file of some words that this person has just opened."""
    seen = Words.objects.visible_to(request.user)
    mine = Q(words__in=seen.in_councils(councils_of(request.user, *_READS)))
    mine |= Q(words__in=_analysed(request)) | Q(words__in=_of_concerns(request))
    lately = Opening.objects.filter(by=request.user, at__gt=timezone.now() - OPEN_FOR)
    files = Recording.objects.filter(mine, frozen=False, words__in=lately.values("words"))
    found = get_object_or_404(files, pk=pk)
    return private_file(request, found.content, found.mime)


@only(can_read_raw_answers)
@require_POST
def freeze(request: HttpRequest, pk: str) -> HttpResponse:
    """This picture may be illegal: nobody opens it any more, and the safeguarding lead is told."""
    mine = Words.objects.visible_to(request.user).exclude(recording=None)
    seen = mine.in_councils(councils_of(request.user, *_READS))
    words = get_object_or_404(seen.filter(openings__by=request.user).distinct(), pk=pk)
    note = gettext("A reader froze this picture, because it may be illegal to look at.")
    freezing.freeze_file(words=words, by=request.user, note=note)
    messages.warning(request, FROZEN)
    return redirect("feedback_reading")


@only(can_see_concerns)
@require_GET
def sealed_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The sealed copy of a file that somebody worries about, unless it is frozen."""
    mine = Concern.objects.visible_to(request.user).select_related("freezing")
    mine = mine.filter(openings__by=request.user).distinct()
    concern = get_object_or_404(mine, pk=pk)
    if not concern.sealed_file or concern.is_frozen:
        raise Http404
    return private_file(request, concern.file, concern.about["mime"])


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def original(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """What somebody drew or said, for an analyst: closed until they open it."""
    consultation = consultation_of(request, code)
    drawn = _analysed(request).of(consultation).exclude(medium=Medium.WRITTEN)
    drawn = drawn.select_related(*_PATH).defer("recording__content", "recording__strokes")
    drawn = drawn.prefetch_related("versions__made_by")
    words = get_object_or_404(drawn, pk=pk)
    is_opened = request.method == "POST"
    if is_opened:
        open_original(words=words, by=request.user)
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "words": words,
        "asked": question_as_read(words),
        "opened": is_opened,
    }
    return render(request, "feedback/admin/original.html", context)


_PATH = ("question", "recording", "response__questionnaire__consultation__council")


def _analysed(request: HttpRequest) -> Any:
    """What was read, worries nobody and shows and names nobody, as a reader has said, of the
    councils in which this person analyses."""
    mine = Words.objects.in_councils(councils_of(request.user, StaffRole.ANALYST))
    seen = mine.safe_to_analyse().visible_to(request.user)
    return seen.exclude(recording__shows_nobody_by=None)


def _of_concerns(request: HttpRequest) -> Any:
    """What was sent together with something that worries somebody, for whoever sees that."""
    mine = Concern.objects.visible_to(request.user).filter(words__isnull=False)
    return Words.objects.filter(response__in=mine.values("words__response"))
