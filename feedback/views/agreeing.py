"""The second reading: asked for, coded blind, and what two people make of their differences."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.models import Consultation
from feedback.actions import second as acts
from feedback.actions.coding import NotSafeYet
from feedback.agreement import Agreement
from feedback.asked import question_as_read
from feedback.forms.agreeing import AskSecondForm, BlindForm, ShowTwoWaysForm, TwoWaysForm
from feedback.models import ReadTwoWays, SecondReading, Theme, Words
from feedback.permissions import can_analyse
from feedback.views.staff import only
from feedback.views.themes import consultation_of, page_of


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def second(request: HttpRequest, code: str) -> HttpResponse:
    """Second readings of a consultation, and a form to ask for one."""
    consultation = consultation_of(request, code)
    posted = request.POST if request.method == "POST" else None
    form = AskSecondForm(posted, consultation=consultation)
    if form.is_valid() and _asked(request, consultation, form):
        return redirect("feedback_second", code)
    readings = list(consultation.second_readings.select_related("coder", "asked_by"))
    for reading in readings:
        reading.n = reading.texts.count()
        reading.n_done = reading.texts.filter(done=True).count()
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "readings": readings,
        "mine": next((one for one in readings if _is_mine(one, request)), None),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/second.html", context, status=status)


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def blind(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The next text of a sample, for whoever was asked; no colleague's coding is near."""
    consultation = consultation_of(request, code)
    mine = consultation.second_readings.under_way().filter(coder=request.user)
    reading = get_object_or_404(mine, pk=pk)
    done = reading.texts.filter(done=True).count()
    text = _next(request, reading)
    form = BlindForm(request.POST or None, consultation=consultation)
    if request.method == "POST" and text and form.is_valid():
        try:
            acts.code_blind(text=text, themes=form.cleaned_data["themes"], by=request.user)
        except NotSafeYet:
            text.delete()
            messages.error(request, _("That text is no longer to be analysed, so it was left out."))
        return redirect("feedback_blind", code, pk)
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "reading": reading,
        "text": text,
        "asked": text and question_as_read(text.words),
        "themes": Theme.objects.in_use().filter(consultation=consultation),
        "form": form,
        "n_done": done,
        "n": reading.texts.count(),
    }
    return render(request, "feedback/admin/blind.html", context)


@only(can_analyse)
@require_POST
def end(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The second person has coded everything."""
    consultation = consultation_of(request, code)
    mine = consultation.second_readings.filter(coder=request.user)
    try:
        acts.end_second(reading=get_object_or_404(mine, pk=pk), by=request.user)
    except acts.NotDone:
        messages.error(request, _("Some texts are still to be coded."))
        return redirect("feedback_blind", code, pk)
    return redirect("feedback_agreement", code, pk)


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def agreement(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """How far two people agreed, theme by theme, and every text that they read differently."""
    consultation = consultation_of(request, code)
    ended = consultation.second_readings.exclude(ended_at=None).select_related("coder")
    reading = get_object_or_404(ended, pk=pk)
    if request.method == "POST":
        _tell(request, consultation, reading)
        return redirect("feedback_agreement", code, pk)
    differ = reading.two_ways.select_related(
        "theme", "by", "words__question", "words__response__questionnaire"
    ).prefetch_related("words__versions")
    safe = set(Words.objects.safe_to_analyse().of(consultation).values_list("pk", flat=True))
    shown = {theme.pk: theme for theme in consultation.themes.select_related("shown_two_ways")}
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "reading": reading,
        "lines": [_line(one, shown) for one in reading.figures],
        "differ": [
            {"one": one, "asked": question_as_read(one.words), "form": _note_form(one)}
            for one in differ
            if one.words_id in safe
        ],
    }
    return render(request, "feedback/admin/agreement.html", context)


def _asked(request: HttpRequest, consultation: Consultation, form: AskSecondForm) -> bool:
    """Whether somebody was asked; if not, the form says why."""
    try:
        acts.ask_second(
            consultation=consultation, coder=form.cleaned_data["coder"], by=request.user
        )
    except acts.AlreadyAsked:
        form.add_error("coder", _("This person has a second reading under way."))
    except acts.HasSeenThem:
        form.add_error("coder", _("This person coded all the texts. Ask somebody else."))
    except acts.NothingToRead:
        form.add_error("coder", _("No text has been coded yet. Code some first."))
    else:
        return True
    return False


def _next(request: HttpRequest, reading: SecondReading) -> Any:
    """The text that is coded now: the one that was sent, or the next that is not coded."""
    waiting = reading.texts.filter(done=False).select_related(
        "words__question", "words__response__questionnaire__consultation__council"
    )
    if request.method == "POST":
        sent = request.POST.get("text", "")
        return waiting.filter(pk=sent if sent.isdigit() else None).first()
    return waiting.prefetch_related("words__versions").order_by("pk").first()


def _tell(request: HttpRequest, consultation: Consultation, reading: SecondReading) -> None:
    """Keep what was written of one difference, or the sentence beside one theme."""
    if differs := reading.two_ways.filter(pk=_number(request, "differs")).first():
        form = TwoWaysForm(request.POST, prefix=f"d{differs.pk}")
        if form.is_valid():
            acts.tell_two_ways(differs=differs, note=form.cleaned_data["note"], by=request.user)
    elif theme := consultation.themes.filter(name=request.POST.get("theme", "")).first():
        form = ShowTwoWaysForm(request.POST, prefix=f"t{theme.pk}")
        if form.is_valid():
            sentence = form.cleaned_data["sentence"]
            acts.show_two_ways(theme=theme, sentence=sentence, by=request.user)
    messages.success(request, _("Saved."))


def _line(figures: dict, shown: dict) -> dict:
    """A line of the table: one theme, how far two people agreed on it, and what that says."""
    theme = next((one for pk, one in shown.items() if str(pk) == figures["theme"]), None)
    said = getattr(theme, "shown_two_ways", None)
    found = Agreement(*figures["cells"])
    return {
        "name": figures["name"],
        "found": found,
        "percent": round(100 * (found.share or 0)),
        "theme": theme,
        "form": theme
        and ShowTwoWaysForm(
            prefix=f"t{theme.pk}", initial={"sentence": said.sentence if said else ""}
        ),
    }


def _note_form(one: ReadTwoWays) -> TwoWaysForm:
    return TwoWaysForm(prefix=f"d{one.pk}", initial={"note": one.note})


def _number(request: HttpRequest, name: str) -> int | None:
    sent = request.POST.get(name, "")
    return int(sent) if sent.isdigit() else None


def _is_mine(reading: SecondReading, request: HttpRequest) -> bool:
    return reading.coder_id == request.user.pk and not reading.ended_at
