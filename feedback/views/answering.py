"""Answering, one page at a time. No account; one cookie that is gone when the browser closes.

Every page works without a script. Every page says `no-store`, and has an address and a title that
say nothing about what it is about.
"""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from consultations.audiences import Role
from consultations.kinds import KINDS
from consultations.models import Consultation, CouncilSettings
from consultations.models.questionnaire import frozen_document
from feedback import cookie
from feedback.actions import answering
from feedback.assent import assent_for
from feedback.forms.answering import QuestionForm, VoiceForm, WhoForm
from feedback.journey import Journey
from feedback.models import Draft
from feedback.views.steps import (
    changed_elsewhere,
    consultation_of,
    draft_of,
    page,
    private,
    words_of,
)


@private
@require_http_methods(["GET", "POST"])
def who(request: HttpRequest, code: str) -> HttpResponse:
    """The first page: who you are, in one choice."""
    consultation = consultation_of(code)
    if not consultation.takes_answers(timezone.localdate()):
        raise answering.NotTakingAnswers
    latest = consultation.questionnaires.defer("document").latest("number")
    document = frozen_document(latest.pk, latest.sha256)
    form = WhoForm(_posted(request), document=document)
    if form.is_valid():
        role, band = form.person
        words = _begin_or_change(request, consultation, role, band)
        step = "feedback:voice" if role == Role.CHILD else "feedback:agree"
        response = redirect(step, code=code)
        cookie.remember(response, words)
        return response
    return page(request, "who", {"form": form, "code": code}, consultation)


@private
@require_http_methods(["GET", "POST"])
def voice(request: HttpRequest, code: str) -> HttpResponse:
    """Whose words these will be."""
    draft = draft_of(request, code)
    form = VoiceForm(_posted(request), initial={"voice": draft.voice})
    if form.is_valid():
        answering.say_whose_words(
            words=words_of(request), voice=form.cleaned_data["voice"], now=timezone.now()
        )
        return redirect("feedback:agree", code=code)
    return page(request, "voice", {"form": form, "code": code}, draft)


@private
@require_http_methods(["GET", "POST"])
def agree(request: HttpRequest, code: str) -> HttpResponse:
    """Taking part is a choice: a text in the words of their age, yes or no."""
    draft = draft_of(request, code)
    if draft.role == Role.CHILD and not draft.voice:
        return redirect("feedback:voice", code=code)
    assent = assent_for(draft.role, draft.band)
    if request.method == "POST":
        answering.agree(words=words_of(request), version=assent.version, now=timezone.now())
        return redirect("feedback:question", code=code, number=1)
    findings_by = draft.questionnaire.consultation.findings_by
    paragraphs = [str(text) % {"findings_by": _date(findings_by)} for text in assent.paragraphs]
    context = {"assent": assent, "paragraphs": paragraphs, "code": code, "draft": draft}
    return page(request, "agree", context, draft)


@private
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One question on one page."""
    draft = draft_of(request, code)
    journey = answering.journey_of(draft)
    if _was_asked_something_else(request, draft, journey, number):
        return changed_elsewhere(request, code, draft)
    if not draft.agreed:
        return redirect("feedback:agree", code=code)
    if not 1 <= number <= len(journey.questions):
        return redirect("feedback:check", code=code)
    form = QuestionForm(_posted(request), journey=journey, number=number)
    skipped = request.POST.get("go") == "skip"
    if request.method == "POST" and (skipped or form.is_valid()):
        answering.save_answer(
            words=words_of(request),
            question_id=form.question["id"],
            answer=None if skipped else form.answer,
            now=timezone.now(),
        )
        return _next(request, code, number, len(journey.questions))
    form.show(draft.answers.get(form.question["id"]))
    context = {
        "form": form,
        "code": code,
        "number": number,
        "steps": range(1, len(journey.questions) + 1),
        "from_check": request.GET.get("from") == "check",
        "draft": draft,
    }
    return page(request, "question", context, draft)


@private
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, code: str) -> HttpResponse:
    """See every answer, change it, then send. Nothing is read before that."""
    if request.method == "POST":
        return _send(request, code)
    draft = draft_of(request, code)
    if not draft.agreed:
        return redirect("feedback:agree", code=code)
    journey = answering.journey_of(draft)
    context = {"lines": _lines(journey, draft), "code": code, "last": len(journey.questions)}
    return page(request, "check", context, draft)


def _send(request: HttpRequest, code: str) -> HttpResponse:
    draft_of(request, code)  # this consultation's, not the one of another tab
    words = words_of(request)
    try:
        answering.send(words=words, now=timezone.now(), today=timezone.localdate())
    except answering.NotAgreed:
        return redirect("feedback:agree", code=code)
    response = redirect("feedback:thanks", code=code)
    cookie.remember(response, words)  # sealed anew: the words are shown for a while from now
    return response


def _begin_or_change(request: HttpRequest, consultation: Consultation, role: str, band: str) -> str:
    """The words of the draft that goes on: the one in this browser, or a new one."""
    words = cookie.words_in(request)
    if words:
        try:
            draft = answering.find_draft(words, timezone.now())
        except answering.NoSuchDraft:
            draft = None
        if draft and draft.questionnaire.consultation_id == consultation.pk:
            answering.change_person(words=words, role=role, band=band, now=timezone.now())
            return words
    return answering.begin(
        consultation=consultation,
        role=role,
        band=band,
        language=get_language(),
        now=timezone.now(),
        hours=CouncilSettings.for_site(consultation.council).draft_hours,
    )


def _was_asked_something_else(
    request: HttpRequest, draft: Draft, journey: Journey, number: int
) -> bool:
    """Whether an answer is to a question that is not here: in another tab, somebody said again who
    they are. It must never be kept as the answer to whatever is asked here now."""
    answered = request.POST.get("question")
    if not answered:
        return False
    asked = [question["id"] for question in journey.questions]
    return not draft.agreed or asked[number - 1 : number] != [answered]


def _next(request: HttpRequest, code: str, number: int, last: int) -> HttpResponse:
    """Where the button that was pressed leads."""
    go = request.POST.get("go", "next")
    if go == "stop":
        return redirect("feedback:stop", code=code)
    if go == "back":
        number -= 1
    elif request.GET.get("from") == "check":
        return redirect("feedback:check", code=code)
    else:
        number += 1
    if number < 1:
        return redirect("feedback:agree", code=code)
    if number > last:
        return redirect("feedback:check", code=code)
    return redirect("feedback:question", code=code, number=number)


def _lines(journey: Journey, draft: Draft) -> list[dict]:
    """The check page, question by question."""
    lines = []
    for number, asked in enumerate(journey.questions, start=1):
        answer = draft.answers.get(asked["id"])
        words = journey.words(asked)
        kind = KINDS[asked["kind"]]
        lines.append(
            {
                "number": number,
                "question": words["text"],
                "language": words["language"],
                "answer": kind.lines(asked, answer, words["language"]) if answer else [],
                "is_text": not kind.is_closed,
                "may_show": bool(answer and answer.get("may_show")),
            }
        )
    return lines


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _date(day: date) -> str:
    return date_format(day, "j F Y")
