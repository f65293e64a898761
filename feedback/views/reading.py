"""The reading queue and the concerns, for readers and the safeguarding lead."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.models import ConsultationPage, StaffRole
from consultations.permissions import councils_of
from feedback.actions import reading
from feedback.forms.staff import ConcernForm, OutcomeForm
from feedback.journey import Journey
from feedback.models import Concern, Quotation, Words
from feedback.permissions import can_read_raw_answers, can_see_concerns
from feedback.views.staff import only

A_PAGE = 30


@only(can_read_raw_answers)
def queue(request: HttpRequest) -> HttpResponse:
    """Every text that nobody has marked yet, oldest day first. No text is shown here."""
    waiting = (
        _mine(request)
        .unread()
        .select_related("question", "response__questionnaire", "reading__opened_by")
    )
    waiting = waiting.defer("text").order_by("response__received_on", "pk")
    texts = Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))
    context = {"texts": texts, "titles": _titles(texts), "to_clear": _to_clear(request)}
    return render(request, "feedback/admin/queue.html", context)


@only(can_read_raw_answers)
@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, pk: str) -> HttpResponse:
    """One text: closed until it is opened, and opening is recorded."""
    words = get_object_or_404(_mine(request).select_related(*_PATH), pk=pk)
    opened = request.method == "POST" or hasattr(words, "reading")
    if opened:
        reading.open_words(words=words, by=request.user)
    return _show(request, words, ConcernForm(), opened=opened)


@only(can_read_raw_answers)
@require_POST
def mark(request: HttpRequest, pk: str) -> HttpResponse:
    """Read, and nothing to worry about; or worried, which goes to the safeguarding lead."""
    words = get_object_or_404(_mine(request).select_related(*_PATH), pk=pk)
    form = ConcernForm(request.POST, worried=request.POST.get("go") == "worried")
    if not form.is_valid():
        reading.open_words(words=words, by=request.user)
        return _show(request, words, form, opened=True)
    if form.worried:
        reading.raise_concern(words=words, by=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("The safeguarding lead has it now."))
    else:
        reading.mark_read(words=words, by=request.user)
    following = _mine(request).unread().order_by("response__received_on", "pk").first()
    if following is None:
        messages.success(request, _("Nothing is waiting to be read."))
        return redirect("feedback_reading")
    return redirect("feedback_text", following.pk)


@only(can_see_concerns)
def concerns(request: HttpRequest) -> HttpResponse:
    """Every concern, those that wait first."""
    councils = councils_of(request.user, StaffRole.SAFEGUARDING)
    every = Concern.objects.filter(council__in=councils).select_related("raised_by", "acted_by")
    context = {
        "waiting": every.waiting().order_by("raised_at"),
        "settled": Paginator(every.exclude(outcome=""), A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "feedback/admin/concerns.html", context)


@only(can_see_concerns)
@require_http_methods(["GET", "POST"])
def concern(request: HttpRequest, pk: int) -> HttpResponse:
    """One concern: what was written, why a reader worried, and what came of it."""
    worry = get_object_or_404(Concern.objects.select_related("words__question"), pk=pk)
    if not can_see_concerns(request.user, worry.council):
        raise PermissionDenied
    form = OutcomeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            reading.settle_concern(concern=worry, by=request.user, **form.cleaned_data)
            messages.success(request, _("Recorded."))
        except reading.AlreadySettled:
            messages.error(request, _("Somebody has recorded an outcome already."))
        return redirect("feedback_concern", pk)
    context = {
        "concern": worry,
        "text": worry.opened("words"),
        "note": worry.opened("note"),
        "action": worry.opened("action"),
        "asked": worry.words and _asked(worry.words),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/concern.html", context, status=status)


def _show(request: HttpRequest, words: Words, form: ConcernForm, *, opened: bool) -> HttpResponse:
    """The page of one text; with a form that was filled in and cannot be taken, a refusal."""
    context = {
        "words": words,
        "opened": opened,
        "asked": _asked(words),
        "form": form,
        "title": _titles([words]).get(words.response.questionnaire.consultation_id, ""),
    }
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/text.html", context, status=status)


_PATH = ("question", "reading", "response__questionnaire__consultation__council")


def _mine(request: HttpRequest):
    """Texts of the councils in which this person reads."""
    roles = (StaffRole.READER, StaffRole.SAFEGUARDING)
    return Words.objects.in_councils(councils_of(request.user, *roles))


def _to_clear(request: HttpRequest):
    """Consultations of which words were offered to be shown, that this person can clear."""
    waiting = Quotation.objects.calm().filter(
        cleared_at=None,
        theme__consultation__council__in=councils_of(request.user, StaffRole.READER),
    )
    others = waiting.exclude(proposed_by=request.user)
    return ConsultationPage.objects.filter(
        translation_key__in=others.values("theme__consultation")
    ).order_by("title")


def _asked(words: Words) -> str:
    """The question as this person read it."""
    response = words.response
    journey = Journey(
        response.questionnaire.document, response.role, response.band, response.language
    )
    for question in journey.questions:
        if question["id"] == str(words.question_id):
            return journey.words(question)["text"]
    return words.question.key


def _titles(texts) -> dict:
    """Titles of the consultations of these texts, by the consultation's key."""
    keys = {words.response.questionnaire.consultation_id for words in texts}
    pages = ConsultationPage.objects.filter(translation_key__in=keys)
    return dict(pages.values_list("translation_key", "title"))
