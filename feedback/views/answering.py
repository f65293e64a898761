"""Answering, one page at a time. No account; one cookie that is gone when the browser closes.

Every page works without a script. Every page says `no-store`, and has an address and a title that
say nothing about what it is about.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from consultations.kinds import KINDS
from consultations.routes import hangs_on
from feedback import busy, cookie
from feedback.actions import answering, apart, sending
from feedback.actions.keeping import save_answer_with_file
from feedback.forms.answering import CouldSayForm, QuestionForm
from feedback.helping import is_asked_if_they_could_say
from feedback.journey import REMARK, Journey, as_pressed, has_easy_read, without_remark
from feedback.models import Draft
from feedback.pointing import spots
from feedback.views import sent_file
from feedback.views.coming_in import needs_code
from feedback.views.door import HONEYPOT, asked_first
from feedback.views.steps import changed_elsewhere, draft_of, page, private, words_of

WAYS_TO_READ = {"easy": True, "usual": False}
# The same page in another language, with what stands on it kept.
IN_LANGUAGE = {f"in:{code}": code for code, _name in settings.LANGUAGES}
BUTTONS = ("next", "back", "skip", "stop", *WAYS_TO_READ, *IN_LANGUAGE, "look")


@private
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One question on one page."""
    draft = draft_of(request, code)
    journey = answering.journey_of(draft)
    asked = _number_now(request, draft, journey, number)
    if asked is None:
        return changed_elsewhere(request, code, draft)
    number = asked
    if not draft.agreed:
        return redirect("feedback:agree", code=code)
    if not 1 <= number <= len(journey.questions):
        return redirect("feedback:check", code=code)
    posted = request.POST if request.method == "POST" else None
    files = request.FILES if request.method == "POST" else None
    form = QuestionForm(posted, files, journey=journey, number=number)
    if form.is_valid():
        go = _button(request)
        onward = journey.given(_keep(request, form, draft, go))
        if at := form.kind.arranged(request.POST, form.answer):
            return _same_page(request, at)
        if go != "next" or not form.refuse():
            return _next(request, code, number, onward, was=journey)
    form.show(draft.answers.get(form.question["id"]))
    form.fields["answer"].widget.at = request.GET.get("at", "")
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
        "offers_easy": has_easy_read(form.journey.document),
        "draft": draft,
        "keep_with": "step",
        "file": sent_file.shown(draft, form.question),
    }
    response = page(request, "question", context, draft)
    if form.kind.plays_at_once:
        response._csp_update = {"media-src": "blob:"}
    return response


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
    could_say = CouldSayForm(request.POST if status != 200 else None)
    asks_child = is_asked_if_they_could_say(draft.role, draft.voice)
    context = {
        "lines": lines,
        "could_say": could_say["could_say"] if asks_child else None,
        "code": code,
        "last": len(journey.questions),
        "to_cut": [line for line in lines if line["too_long"]],
        "refused": status != 200,
        "honeypot": HONEYPOT,
    }
    return page(request, "check", context, draft, status=status)


def _send(request: HttpRequest, code: str) -> HttpResponse:
    """Send the draft of this page's consultation, not the one of another tab."""
    words = words_of(request)
    if first := asked_first(request, code, words):
        return first
    try:
        sent = sending.send(
            words=words,
            now=timezone.now(),
            today=timezone.localdate(),
            code=code,
            could_say=CouldSayForm(request.POST).answer,
        )
    except answering.NotAgreed:
        return redirect("feedback:agree", code=code)
    except answering.TooLong as refused:
        request.goes_on_with = words
        return _checked(request, code, refused.draft, status=422)
    except answering.NeedsCode as refused:
        request.goes_on_with = words
        return needs_code(request, code, refused.draft)
    busy.count(request, code)
    step = "feedback:about_you" if apart.sets_for(sent) else "feedback:thanks"
    response = redirect(step, code=code)
    cookie.remember(response, words)  # sealed anew: the words are shown for a while from now
    return response


def _keep(request: HttpRequest, form: QuestionForm, draft: Draft, go: str) -> dict:
    """Keep what stands on the page, whichever button was pressed, and give all answers with it.

    A page that had no room for words changes nothing.
    """
    if request.POST.get("unread"):
        return draft.answers
    before = draft.answers.get(form.question["id"])
    remark = {REMARK: form.remark} if form.remark else {}
    step: dict[str, Any] = {
        "words": words_of(request),
        "question_id": form.question["id"],
        "now": timezone.now(),
        "easy": WAYS_TO_READ.get(go),
    }
    if form.kind.takes_file:
        given = form.cleaned_data["answer"]
        answer = save_answer_with_file(
            answer=form.answer, made=given.made, drop=given.drop, go=go, beside=remark, **step
        )
    else:
        answer = as_pressed(form.answer, without_remark(before), go)
        answer = {**(answer or {}), **remark} or None
        answering.save_answer(answer=answer, draft=draft, **step)
    others = {key: one for key, one in draft.answers.items() if key != form.question["id"]}
    return others | {form.question["id"]: answer} if answer else others


def _number_now(request: HttpRequest, draft: Draft, journey: Journey, number: int) -> int | None:
    """Where the question that was answered stands now; None when it is not asked here.

    In another tab, somebody changed an answer, so that it has moved; or said again who they are. An
    answer must never be kept as the answer to whatever is asked here now.
    """
    answered = request.POST.get("question")
    if not answered:
        return number
    is_here = draft.agreed and journey.could_be(answered, number)
    return journey.number_of(answered) if is_here else None


def _button(request: HttpRequest) -> str:
    """The button that was pressed."""
    go = request.POST.get("go")
    return go if go in BUTTONS else "next"


def _next(
    request: HttpRequest, code: str, number: int, onward: Journey, was: Journey
) -> HttpResponse:
    """Where the button that was pressed leads, `onward` with the answer and as it `was` before."""
    go = _button(request)
    if go == "stop":
        return redirect("feedback:stop", code=code)
    if other := _in_another_way(request, go):
        return redirect(other)
    if go == "back":
        number -= 1
    elif request.GET.get("from") == "check":
        return _to_check(code, number, onward, was)
    else:
        number += 1
    if number < 1:
        return redirect("feedback:agree", code=code)
    if number > len(onward.questions):
        return redirect("feedback:check", code=code)
    return redirect("feedback:question", code=code, number=number)


def _to_check(code: str, number: int, onward: Journey, was: Journey) -> HttpResponse:
    """Back to the page to check, past what a changed answer opened: nobody has seen that yet."""
    opens = onward.questions != was.questions or hangs_on(onward.questions[number - 1])
    if opens and (opened := onward.opened_after(number)):
        address = reverse("feedback:question", args=[code, opened])
        return redirect(f"{address}?from=check")
    return redirect("feedback:check", code=code)


def _in_another_way(request: HttpRequest, go: str) -> str:
    """The address of the same page in another language or in other words, or of the page on which
    one chooses how pages look; "" for any other button."""
    here = request.get_full_path()
    if go in IN_LANGUAGE:
        return translate_url(here, IN_LANGUAGE[go])
    if go == "look":
        return f"{reverse('look')}?{urlencode({'back': here})}"
    return here if go in WAYS_TO_READ else ""


def _same_page(request: HttpRequest, at: str) -> HttpResponse:
    """The page again, after a button inside the answer, with that button at hand."""
    from_check = {"from": "check"} if request.GET.get("from") == "check" else {}
    return redirect(f"{request.path}?{urlencode({**from_check, 'at': at})}")


def _lines(journey: Journey, draft: Draft) -> list[dict]:
    """The check page, question by question."""
    lines = []
    too_long = journey.too_long(draft.answers)
    for number, asked in enumerate(journey.questions, start=1):
        answer = draft.answers.get(asked["id"]) or {}
        skipped = bool(answer.get("skipped"))
        words = journey.words(asked)
        kind = KINDS[asked["kind"]]
        remark = answer.get(REMARK, {})
        lines.append(
            {
                "number": number,
                "question": words["text"],
                "language": words["language"],
                "answer": [] if skipped else kind.lines(asked, answer, words["language"]),
                "kept": skipped,
                "is_text": not kind.is_closed,
                "words": not skipped and kind.written(answer),
                "file": not skipped and kind.file(answer),
                "medium": answer.get("medium", ""),
                "may_show": bool(answer.get("may_show")),
                "remark": remark.get("text", "").splitlines(),
                "may_show_remark": bool(remark.get("may_show")),
                "spots": spots("" if skipped else kind.written(answer)),
                "remark_spots": spots(remark.get("text", "")),
                "too_long": too_long.get(asked["id"], ""),
            }
        )
    return lines
