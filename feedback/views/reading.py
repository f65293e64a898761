"""The reading queue and each text in it, for readers and the safeguarding lead."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.models import ConsultationPage, StaffRole
from consultations.permissions import councils_of
from feedback import queue as clock
from feedback.actions import reading
from feedback.actions.telling import staff_of
from feedback.asked import language_name, question_as_read
from feedback.forms.concerns import ConflictForm
from feedback.forms.staff import ConcernForm
from feedback.models import Quotation, Words
from feedback.permissions import can_read_raw_answers
from feedback.taking_out import Decision
from feedback.views.ready import to_make_ready
from feedback.views.staff import only, uuids

A_PAGE = 30
READS = (StaffRole.READER, StaffRole.SAFEGUARDING)
_PATH = ("question", "reading", "response__questionnaire__consultation__council")


@only(can_read_raw_answers)
def queue(request: HttpRequest) -> HttpResponse:
    """Every text that nobody has marked yet, late ones first. No text is shown here."""
    waiting = _waiting(request)
    today = timezone.localdate()
    every = waiting.select_related(*_PATH, "reading__opened_by").defer("text")
    texts = Paginator(every, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "texts": texts,
        "lines": list(clock.lines(texts, today)),
        "n_late": clock.late(waiting, councils_of(request.user, *READS), today).count(),
        "titles": _titles(texts),
        "to_clear": _to_clear(request),
        "to_make_ready": to_make_ready(request.user),
        "marked": _just_marked(request),
    }
    return render(request, "feedback/admin/queue.html", context)


@only(can_read_raw_answers)
@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, pk: str) -> HttpResponse:
    """One text: closed until this person opens it, and each opening is recorded."""
    words = get_object_or_404(_with_file(_mine(request)), pk=pk)
    is_opened = request.method == "POST" or words.openings.filter(by=request.user).exists()
    return _show(request, words, ConcernForm(), is_opened=is_opened)


@only(can_read_raw_answers)
@require_POST
def mark(request: HttpRequest, pk: str) -> HttpResponse:
    """Read, and nothing to worry about; or worried, which goes to the safeguarding lead."""
    words = get_object_or_404(_with_file(_mine(request)), pk=pk)
    form = ConcernForm(request.POST, worried=request.POST.get("go") == "worried")
    making = Decision(words, request.POST)
    if not (form.is_valid() and making.is_valid()):
        return _show(request, words, form, is_opened=True, making=making)
    making.keep(by=request.user)
    if form.worried:
        reading.raise_concern(words=words, by=request.user, note=form.cleaned_data["note"])
        messages.success(request, _("The safeguarding lead has it now."))
    else:
        reading.mark_read(words=words, by=request.user)
    following = _waiting(request).first()
    if following is None:
        messages.success(request, _("Nothing is waiting to be read."))
    where = reverse("feedback_text", args=[following.pk]) if following else _queue()
    return redirect(where if form.worried else f"{where}?marked={words.pk}")


@only(can_read_raw_answers)
@require_POST
def put_back(request: HttpRequest, pk: str) -> HttpResponse:
    """It was marked by mistake, so it waits again."""
    words = get_object_or_404(_mine(request).select_related(*_PATH), pk=pk)
    try:
        reading.put_back(words=words, by=request.user)
    except reading.CannotPutBack:
        messages.error(request, _("Only whoever marked a text puts it back, and no worry is lost."))
        return redirect("feedback_reading")
    messages.success(request, _("It waits in the queue again."))
    return redirect("feedback_text", pk)


def _show(
    request: HttpRequest,
    words: Words,
    form: ConcernForm,
    *,
    is_opened: bool,
    making: Decision | None = None,
) -> Any:
    """The page of one text; with a form that was filled in and cannot be taken, a refusal."""
    before = list(words.openings.select_related("by").order_by("-pk")[:10])
    if is_opened:
        reading.open_words(words=words, by=request.user)
    context = {
        "words": words,
        "opened": is_opened,
        "before": before,
        "asked": question_as_read(words),
        "language": language_name(words.language),
        "form": form,
        "conflict_form": ConflictForm(
            people=staff_of(words.response.questionnaire.consultation.council)
        ),
        "title": _titles([words]).get(words.response.questionnaire.consultation_id, ""),
        "marked": _just_marked(request),
        "making": making or (Decision(words) if is_opened else None),
    }
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/text.html", context, status=status)


def _mine(request: HttpRequest) -> Any:
    """Texts of the councils in which this person reads."""
    mine = Words.objects.in_councils(councils_of(request.user, *READS))
    return mine.visible_to(request.user)


def _with_file(texts: Any) -> Any:
    """Texts with what is known of their picture or sound, but without the file itself."""
    return texts.select_related(*_PATH, "recording").defer(
        "recording__content", "recording__strokes"
    )


def _waiting(request: HttpRequest) -> Any:
    """Those of them that nobody has marked, oldest day first."""
    return _mine(request).unread().order_by("response__received_on", "pk")


def _just_marked(request: HttpRequest) -> Words | None:
    """The text that this person marked on the screen before, which they may put back."""
    marked = _mine(request).filter(
        pk__in=uuids([request.GET.get("marked", "")]),
        reading__read_by=request.user,
        concerns=None,
    )
    return marked.defer("text").first()


def _to_clear(request: HttpRequest) -> Any:
    """Consultations of which words were offered to be shown, that this person can clear."""
    offered = Quotation.objects.to_clear().visible_to(request.user)
    waiting = offered.filter(
        theme__consultation__council__in=councils_of(request.user, StaffRole.READER),
    )
    others = waiting.exclude(proposed_by=request.user)
    pages = ConsultationPage.objects.as_written()
    return pages.filter(translation_key__in=others.values("theme__consultation")).order_by("title")


def _titles(texts: Any) -> dict:
    """Titles of the consultations of these texts, by the consultation's key."""
    keys = {words.response.questionnaire.consultation_id for words in texts}
    pages = ConsultationPage.objects.as_written().filter(translation_key__in=keys)
    return dict(pages.values_list("translation_key", "title"))


def _queue() -> str:
    return reverse("feedback_reading")
