"""Answering, one page at a time. No account; one cookie that is gone when the browser closes.

Every page works without a script. Every page says `no-store`, and has an address and a title that
say nothing about what it is about.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods

from consultations.audiences import Role
from consultations.models import Consultation, CouncilSettings
from consultations.models.questionnaire import frozen_document
from consultations.text import clean_typed
from feedback import cookie
from feedback.actions import answering
from feedback.assent import assent_for
from feedback.forms.answering import QuestionForm, VoiceForm, WhoForm
from feedback.journey import Journey
from feedback.models import Draft

RECEIPT_SHOWN_FOR = 60 * 60  # seconds: long enough to find a pen


def private(view: Callable) -> Callable:
    """Nothing of this page is kept by a browser, a proxy or a search engine."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except answering.NotTakingAnswers:
            response = closed(request, kwargs["code"])
        except answering.NoSuchDraft:
            response = waited_too_long(request, kwargs["code"])
        patch_cache_control(response, no_store=True, private=True)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return wrapper


@private
@require_http_methods(["GET", "POST"])
def who(request: HttpRequest, code: str) -> HttpResponse:
    """The first page: who you are, in one choice."""
    consultation = _consultation(request, code)
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
    return _page(request, "who", {"form": form, "code": code}, consultation)


@private
@require_http_methods(["GET", "POST"])
def voice(request: HttpRequest, code: str) -> HttpResponse:
    """Whose words these will be."""
    draft = _draft(request, code)
    form = VoiceForm(_posted(request), initial={"voice": draft.voice})
    if form.is_valid():
        answering.say_whose_words(
            words=_words(request), voice=form.cleaned_data["voice"], now=timezone.now()
        )
        return redirect("feedback:agree", code=code)
    return _page(request, "voice", {"form": form, "code": code}, draft)


@private
@require_http_methods(["GET", "POST"])
def agree(request: HttpRequest, code: str) -> HttpResponse:
    """Taking part is a choice: a text in the words of their age, yes or no."""
    draft = _draft(request, code)
    if draft.role == Role.CHILD and not draft.voice:
        return redirect("feedback:voice", code=code)
    assent = assent_for(draft.role, draft.band)
    if request.method == "POST":
        answering.agree(words=_words(request), version=assent.version, now=_now())
        return redirect("feedback:question", code=code, number=1)
    findings_by = draft.questionnaire.consultation.findings_by
    paragraphs = [str(text) % {"findings_by": _date(findings_by)} for text in assent.paragraphs]
    context = {"assent": assent, "paragraphs": paragraphs, "code": code, "draft": draft}
    return _page(request, "agree", context, draft)


@private
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One question on one page."""
    draft = _draft(request, code)
    journey = answering.journey_of(draft)
    if not draft.agreed:
        return redirect("feedback:agree", code=code)
    if not 1 <= number <= len(journey.questions):
        return redirect("feedback:check", code=code)
    form = QuestionForm(_posted(request), journey=journey, number=number)
    skipped = request.POST.get("go") == "skip"
    if request.method == "POST" and (skipped or form.is_valid()):
        answering.save_answer(
            words=_words(request),
            question_id=form.question["id"],
            answer=None if skipped else form.answer,
            now=_now(),
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
    return _page(request, "question", context, draft)


@private
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, code: str) -> HttpResponse:
    """See every answer, change it, then send. Nothing is read before that."""
    if request.method == "POST":
        return _send(request, code)
    draft = _draft(request, code)
    if not draft.agreed:
        return redirect("feedback:agree", code=code)
    journey = answering.journey_of(draft)
    context = {"lines": _lines(journey, draft), "code": code, "last": len(journey.questions)}
    return _page(request, "check", context, draft)


@private
@require_GET
def thanks(request: HttpRequest, code: str) -> HttpResponse:
    """We have your answers, and these are your four words."""
    words = cookie.words_in(request, max_age=RECEIPT_SHOWN_FOR)
    response = words and answering.find_response(words)
    consultation = response.questionnaire.consultation if response else _consultation(request, code)
    context = {
        "words": words.split() if response else None,
        "consultation": consultation,
        "code": code,
        "adult": bool(response) and response.role != Role.CHILD,
    }
    return _page(request, "thanks", context, consultation)


@private
@require_GET
def stop(request: HttpRequest, code: str) -> HttpResponse:
    """Stop and come back later: the four words, early."""
    draft = answering.show_words(words=_words(request), now=_now())
    context = {"words": _words(request).split(), "draft": draft, "code": code}
    return _page(request, "stop", context, draft)


@private
@require_GET
def no_thanks(request: HttpRequest, code: str) -> HttpResponse:
    """Saying no is fine. Nothing is kept."""
    response = _page(request, "no_thanks", {"code": code}, _consultation(request, code))
    return _forget(request, response)


@private
@require_GET
def finished(request: HttpRequest, code: str) -> HttpResponse:
    """The words are written down: take them off this screen."""
    response = redirect("/")
    cookie.forget(response)
    return response


@private
@require_GET
def leave(request: HttpRequest) -> HttpResponse:
    """Leave this page now: to another website, with nothing left in this browser."""
    response = redirect(CouncilSettings.for_request(request).leave_to)
    return _forget(request, response)


def closed(request: HttpRequest, code: str) -> HttpResponse:
    """It does not take answers: not yet, or no longer. What was typed is shown, not lost."""
    consultation = _consultation(request, code)
    today = timezone.localdate()
    context = {
        "consultation": consultation,
        "not_yet": consultation.is_live and today < consultation.opens_on,
        "typed": _typed(request),
    }
    return _page(request, "closed", context, consultation, status=410)


def waited_too_long(request: HttpRequest, code: str) -> HttpResponse:
    """There is no draft: it was wiped, it was sent, or nobody began."""
    words = cookie.words_in(request)
    if words and answering.find_response(words):
        return redirect("feedback:thanks", code=code)
    if request.method == "GET" and not words:
        return redirect("feedback:who", code=code)
    context = {"code": code, "typed": _typed(request)}
    response = _page(request, "expired", context, _consultation(request, code), status=410)
    cookie.forget(response)
    return response


def _send(request: HttpRequest, code: str) -> HttpResponse:
    try:
        answering.send(words=_words(request), now=_now(), today=timezone.localdate())
    except answering.NotAgreed:
        return redirect("feedback:agree", code=code)
    return redirect("feedback:thanks", code=code)


def _begin_or_change(request: HttpRequest, consultation: Consultation, role: str, band: str) -> str:
    """The words of the draft that goes on: the one in this browser, or a new one."""
    words = cookie.words_in(request)
    if words:
        try:
            draft = answering.find_draft(words, _now())
        except answering.NoSuchDraft:
            draft = None
        if draft and draft.questionnaire.consultation_id == consultation.pk:
            answering.change_person(words=words, role=role, band=band, now=_now())
            return words
    return answering.begin(
        consultation=consultation,
        role=role,
        band=band,
        language=get_language(),
        now=_now(),
        hours=CouncilSettings.for_site(consultation.council).draft_hours,
    )


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
    from consultations.kinds import KINDS

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


def _page(
    request: HttpRequest,
    name: str,
    context: dict,
    about: Consultation | Draft,
    status: int | None = None,
) -> HttpResponse:
    """One page of the way, with the council's facts. A form with errors answers 422."""
    consultation = about.questionnaire.consultation if isinstance(about, Draft) else about
    council = CouncilSettings.for_request(request)
    form = context.get("form")
    if status is None:
        status = 422 if form is not None and form.is_bound and form.errors else 200
    context = {"council": council, "consultation": consultation, **context}
    return render(request, f"feedback/say/{name}.html", context, status=status)


def _consultation(request: HttpRequest, code: str) -> Consultation:
    consultations = Consultation.objects.filter(questionnaires__isnull=False).distinct()
    return get_object_or_404(consultations, code=code)


def _draft(request: HttpRequest, code: str) -> Draft:
    """The draft of this browser, if it belongs to this consultation and can still be changed."""
    draft = answering.find_draft(_words(request), _now())
    if draft.questionnaire.consultation.code != code:
        raise answering.NoSuchDraft
    if not draft.questionnaire.consultation.takes_answers(timezone.localdate()):
        raise answering.NotTakingAnswers
    return draft


def _words(request: HttpRequest) -> str:
    words = cookie.words_in(request)
    if not words:
        raise answering.NoSuchDraft
    return words


def _forget(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if words := cookie.words_in(request):
        answering.leave(words=words, now=_now())
    cookie.forget(response)
    return response


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _typed(request: HttpRequest) -> str:
    """Text that was on its way to us when the door shut."""
    return clean_typed(request.POST.get("answer", ""))


def _now() -> Any:
    return timezone.now()


def _date(day: Any) -> str:
    from django.utils.formats import date_format

    return date_format(day, "j F Y")
