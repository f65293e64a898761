"""Words on their way to being shown: offered by one person, cleared by another."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultations.models import Consultation
from feedback.actions import themes as acts
from feedback.asked import question_as_read
from feedback.forms.staff import ClearForm, QuotationForm
from feedback.models import Quotation, TextVersion, Theme, Words
from feedback.permissions import can_analyse, can_clear_quotations, can_read_raw_answers
from feedback.quoting import side_by_side
from feedback.views.staff import only
from feedback.views.themes import consultation_of, page_of


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def quote(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """Choose some of somebody's safe words to be shown, and offer them for clearing."""
    consultation = consultation_of(request, code)
    mine = Words.objects.visible_to(request.user)
    safe = mine.safe_to_analyse().of(consultation).filter(may_show=True)
    safe = safe.filter(pk__in=TextVersion.objects.safe().values("words"))  # only words are quoted
    words = get_object_or_404(safe.prefetch_related("versions__made_by"), pk=pk)
    themes = Theme.objects.in_use().filter(codings__words=words).distinct()
    form = QuotationForm(
        request.POST if request.method == "POST" else None,
        themes=themes,
        original=words.safe_text,
        initial={"text": words.safe_text, "theme": themes.first()},
    )
    if form.is_valid():
        acts.propose_quotation(words=words, by=request.user, **form.cleaned_data)
        messages.success(request, _("Offered. Somebody else clears it before it is shown."))
        return redirect("feedback_quotations", code)
    acts.open_original(words=words, by=request.user)
    context = {"consultation": consultation, "words": words, "form": form}
    context["page"] = page_of(consultation)
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/quote.html", context, status=status)


@only(can_clear_quotations)
def quotations(request: HttpRequest, code: str) -> HttpResponse:
    """Words that were offered to be shown, and those that were cleared."""
    consultation = _consultation(request, code)
    context = {"consultation": consultation, "quotations": _offered(request, consultation)}
    context["page"] = page_of(consultation)
    return render(request, "feedback/admin/quotations.html", context)


@only(can_clear_quotations)
@require_http_methods(["GET", "POST"])
def clear(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """One quotation beside the words as they were written. Opening it is recorded."""
    consultation = _consultation(request, code)
    quotation = get_object_or_404(_offered(request, consultation), pk=pk)
    if request.POST.get("go") == "drop":
        acts.drop_quotation(quotation=quotation, by=request.user)
        messages.success(request, _("It will not be shown."))
        return redirect("feedback_quotations", code)
    form = ClearForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.doubt:
        acts.doubt_quotation(quotation=quotation, doubt=form.doubt, by=request.user)
        messages.warning(request, _("It is not shown. Other words can be offered in their place."))
        return redirect("feedback_quotations", code)
    if form.is_valid():
        _clear(request, quotation)
        return redirect("feedback_quotations", code)
    acts.open_original(words=quotation.words, by=request.user)
    sees_original = can_read_raw_answers(request.user, consultation.council)
    written, shown = side_by_side(_compared(quotation, sees_original), quotation.text)
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "quotation": quotation,
        "asked": question_as_read(quotation.words),
        "written": written,
        "shown": shown,
        "form": form,
        "sees_original": sees_original,
    }
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/clear.html", context, status=status)


def _compared(quotation: Quotation, sees_original: bool) -> str:
    """What a quotation is laid beside: what was written, for those who read it, or the whole that
    it was taken from, where that is a translation or a transcript; for analysts the safe text."""
    texts = quotation.words.texts
    if not sees_original:
        return quotation.words.safe_text
    whole = texts.translation if quotation.translated_from else texts.transcript
    return whole.text if whole else quotation.words.text


def _clear(request: HttpRequest, quotation: Quotation) -> None:
    try:
        acts.clear_quotation(quotation=quotation, by=request.user)
        messages.success(request, _("Cleared. It is shown with the theme."))
    except acts.SomebodyElseMust:
        messages.error(request, _("You offered these words, so somebody else must clear them."))
    except acts.NotAllowedToShow:
        messages.error(request, _("The writer did not allow these words to be shown."))
    except acts.NotSafeYet:
        messages.error(request, _("Somebody is worried about this text, so it waits."))
    except acts.IsDoubted:
        messages.error(request, _("Somebody has said that these words could show who said them."))
    except acts.NotSeen:
        messages.error(request, _("Open the words as they were written first."))


def _consultation(request: HttpRequest, code: str) -> Consultation:
    consultation = get_object_or_404(Consultation, code=code)
    if not can_clear_quotations(request.user, consultation.council):
        raise PermissionDenied
    return consultation


def _offered(request: HttpRequest, consultation: Consultation):
    """Quotations of a consultation, but for those from texts that somebody is worried about, or
    that are kept from this person."""
    offered = Quotation.objects.calm().visible_to(request.user)
    offered = offered.filter(theme__consultation=consultation)
    return offered.select_related(
        "theme__consultation__council",
        "words__question",
        "words__response__questionnaire__consultation__council",
        "proposed_by",
        "cleared_by",
    )
