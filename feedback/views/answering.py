"""Answering, one page at a time. No account; one cookie that is gone when the browser closes.

Every page works without a script. Every page says `no-store`, and has an address and a title that
say nothing about what it is about.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from consultations.kinds import KINDS
from feedback import cookie
from feedback.actions import answering
from feedback.forms.answering import QuestionForm
from feedback.journey import Journey
from feedback.models import Draft
from feedback.views.steps import changed_elsewhere, draft_of, page, private, words_of

BUTTONS = ("next", "back", "skip", "stop")


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
    posted = request.POST if request.method == "POST" else None
    form = QuestionForm(posted, journey=journey, number=number)
    before = draft.answers.get(form.question["id"])
    if form.is_valid():
        go = _button(request)
        _keep(request, form, draft, go)
        if go != "next" or not form.too_long:
            return _next(request, code, number, len(journey.questions))
        form.add_error("answer", form.too_long)
    form.show(before)
    return _asked(request, code, draft, form)


def _asked(request: HttpRequest, code: str, draft: Draft, form: QuestionForm) -> HttpResponse:
    """The page of a question, as far as it was answered."""
    before = draft.answers.get(form.question["id"], {})
    context = {
        "form": form,
        "code": code,
        "number": form.number,
        "steps": range(1, len(form.journey.questions) + 1),
        "from_check": request.GET.get("from") == "check",
        "was_skipped": before.get("skipped", False),
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
    return _checked(request, code, draft)


def _checked(request: HttpRequest, code: str, draft: Draft, status: int = 200) -> HttpResponse:
    """The page to check, for a draft as it is."""
    journey = answering.journey_of(draft)
    lines = _lines(journey, draft)
    context = {
        "lines": lines,
        "code": code,
        "last": len(journey.questions),
        "to_cut": [line for line in lines if line["too_long"]],
        "refused": status != 200,
    }
    return page(request, "check", context, draft, status=status)


def _send(request: HttpRequest, code: str) -> HttpResponse:
    """Send the draft of this page's consultation, not the one of another tab."""
    words = words_of(request)
    try:
        answering.send(words=words, now=timezone.now(), today=timezone.localdate(), code=code)
    except answering.NotAgreed:
        return redirect("feedback:agree", code=code)
    except answering.TooLong as refused:
        request.goes_on_with = words
        return _checked(request, code, refused.draft, status=422)
    response = redirect("feedback:thanks", code=code)
    cookie.remember(response, words)  # sealed anew: the words are shown for a while from now
    return response


def _keep(request: HttpRequest, form: QuestionForm, draft: Draft, go: str) -> None:
    """Keep what stands on the page, whichever button was pressed.

    Skipping sends nothing and loses nothing: what was written stays in the box, marked as skipped,
    until Next is pressed or it is changed.
    """
    answer, before = form.answer, draft.answers.get(form.question["id"])
    if answer:
        skipped = answer | {"skipped": True}
        if go == "skip" or (go != "next" and before == skipped):
            answer = skipped
    answering.save_answer(
        words=words_of(request),
        question_id=form.question["id"],
        answer=answer,
        now=timezone.now(),
        draft=draft,
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


def _button(request: HttpRequest) -> str:
    """The button that was pressed."""
    go = request.POST.get("go")
    return go if go in BUTTONS else "next"


def _next(request: HttpRequest, code: str, number: int, last: int) -> HttpResponse:
    """Where the button that was pressed leads."""
    go = _button(request)
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
    too_long = journey.too_long(draft.answers)
    for number, asked in enumerate(journey.questions, start=1):
        answer = draft.answers.get(asked["id"]) or {}
        skipped = bool(answer.get("skipped"))
        words = journey.words(asked)
        kind = KINDS[asked["kind"]]
        lines.append(
            {
                "number": number,
                "question": words["text"],
                "language": words["language"],
                "answer": [] if skipped else kind.lines(asked, answer, words["language"]),
                "kept": skipped,
                "is_text": not kind.is_closed,
                "may_show": bool(answer.get("may_show")),
                "too_long": too_long.get(asked["id"], ""),
            }
        )
    return lines
