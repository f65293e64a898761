"""Texts that are set aside: offered by one analyst, confirmed by another, counted in public."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from feedback.actions import set_aside as acts
from feedback.actions.coding import NotSafeYet
from feedback.actions.themes import SomebodyElseMust
from feedback.asked import question_as_read
from feedback.forms.agreeing import AsideForm
from feedback.models import SetAside, Words
from feedback.permissions import can_analyse
from feedback.views.staff import only
from feedback.views.themes import consultation_of, page_of


@only(can_analyse)
def aside(request: HttpRequest, code: str) -> HttpResponse:
    """What was offered to be set aside, and what was."""
    consultation = consultation_of(request, code)
    every = SetAside.objects.filter(
        words__response__questionnaire__consultation=consultation
    ).select_related("proposed_by", "confirmed_by", "words__question", *_PATH)
    every = every.prefetch_related("words__versions").order_by("pk")
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "waiting": [_line(one) for one in every.waiting()],
        "confirmed": [_line(one) for one in every.confirmed()],
    }
    return render(request, "feedback/admin/aside.html", context)


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def offer(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """Offer one text to be set aside."""
    consultation = consultation_of(request, code)
    texts = Words.objects.safe_to_analyse().of(consultation).select_related("question", *_FROM)
    words = get_object_or_404(texts.prefetch_related("versions"), pk=pk)
    form = AsideForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            acts.offer_aside(words=words, reason=form.cleaned_data["reason"], by=request.user)
        except acts.NobodyWasTold:
            form.add_error(
                "reason",
                _("A threat goes to the safeguarding lead first. Ask a reader to raise it."),
            )
        except NotSafeYet:
            messages.error(request, _("Somebody is worried about this text, so it waits."))
            return redirect("feedback_aside", code)
        else:
            messages.success(request, _("Somebody else confirms it. Until then it is analysed."))
            return redirect("feedback_aside", code)
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "words": words,
        "asked": question_as_read(words),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/offer_aside.html", context, status=status)


@only(can_analyse)
@require_POST
def settle(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """Confirm that a text is set aside, or put it back."""
    consultation = consultation_of(request, code)
    mine = SetAside.objects.filter(words__response__questionnaire__consultation=consultation)
    one = get_object_or_404(mine.select_related(*_PATH), pk=pk)
    if request.POST.get("go") == "back":
        acts.put_back(aside=one, by=request.user)
        messages.success(request, _("The text is analysed again."))
        return redirect("feedback_aside", code)
    try:
        acts.confirm_aside(aside=one, by=request.user)
        messages.success(request, _("The text is set aside. It is counted in the findings."))
    except SomebodyElseMust:
        messages.error(request, _("You offered it, so somebody else must confirm it."))
    return redirect("feedback_aside", code)


_FROM = ("response__questionnaire__consultation__council",)
_PATH = tuple(f"words__{path}" for path in _FROM)


def _line(one: SetAside) -> dict[str, Any]:
    return {"one": one, "asked": question_as_read(one.words)}
