"""Coming in: by a short address, with a code of one's own, or with a code for a whole room.

Opening an address changes nothing: a phone that looks ahead at a link uses nothing up. A code is
used when answers are sent.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.actions.inviting import Opening, find_opening
from consultations.codes import NotACode
from consultations.models import Consultation, ConsultationPage, CouncilSettings, Route
from feedback import cookie, throttle, ways
from feedback.actions import answering
from feedback.forms.codes import CodeForm
from feedback.models import Draft
from feedback.views.steps import draft_of, is_of_this_council, page, private, words_of
from feedback.ways import Way


@private
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, typed: str = "") -> HttpResponse:
    """Type a code, or come with one in the address."""
    posted = {"typed": typed} if typed else request.POST if request.method == "POST" else None
    form = CodeForm(posted)
    opening = _opening(request, form)
    if opening is None:
        return _ask(request, form)
    if opening.route == Route.OPEN and (public := _public_page(opening.consultation)):
        return redirect(public.get_url(request))
    response = redirect("feedback:who", code=opening.consultation.code)
    if opening.route != Route.OPEN:
        way, today = Way(opening.route, opening.code), timezone.localdate()
        ways.let_in(response, way, opening.consultation.code, today)
    return response


@private
@require_POST
def another_code(request: HttpRequest, code: str) -> HttpResponse:
    """The code was used by the time that somebody sent: another one, or none where none is
    needed. What was answered stays."""
    draft = draft_of(request, code)
    consultation = draft.questionnaire.consultation
    if request.POST.get("go") == "without" and not consultation.by_invitation:
        return _go_on(request, code, ways.OPEN)
    form = CodeForm(request.POST)
    opening = _opening(request, form)
    if opening and opening.consultation != consultation:
        form.add_error("typed", _("This code is for other questions. Check each letter."))
    elif opening and opening.route != Route.OPEN:
        return _go_on(request, code, Way(opening.route, opening.code))
    elif opening:
        form.add_error("typed", _("This is not a code. Look on your letter, card or poster."))
    return needs_code(request, code, draft, form)


def needs_code(
    request: HttpRequest, code: str, draft: Draft, form: CodeForm | None = None
) -> HttpResponse:
    """The page that says why answers were not sent yet, and keeps them."""
    context = {"code": code, "form": form or CodeForm(), "came_with_one": draft.route != Route.OPEN}
    return page(request, "needs_code", context, draft, status=422)


@private
@require_POST
def next_person(request: HttpRequest, code: str) -> HttpResponse:
    """In a group: nothing of the person before is left, and the next one is asked who they are."""
    if words := cookie.words_in(request, max_age=None):
        answering.leave(words=words)  # what was not sent and cannot be come back to
    response = redirect("feedback:who", code=code)
    cookie.leave_nothing(response)
    ways.stay_in_group(request, response, code)
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        request.session.flush()  # of an officer who signed in on this tablet
    response["Clear-Site-Data"] = '"cache"'  # what a browser kept to go back to
    return response


def asks_for_code(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """The first page, where only people with a code can answer and there is none here."""
    context = {"form": CodeForm(), "only_with_code": True}
    status = 403 if request.method == "POST" else 200
    return page(request, "enter", context, consultation, status=status)


def _opening(request: HttpRequest, form: CodeForm) -> Opening | None:
    """What the code in the form opens here. None, and errors in the form, where it opens nothing.

    A slip is not counted as a try: nobody guesses by typing what cannot be a code.
    """
    if not form.is_valid():
        return None
    if throttle.is_blocked(request):
        form.add_error("typed", _("Too many tries. Wait 15 minutes, then try again."))
        return None
    try:
        opening = find_opening(form.cleaned_data["typed"], timezone.localdate())
    except NotACode as typed:
        form.add_error("typed", _sentence(typed))
        return None
    if opening is None or not is_of_this_council(request, opening.consultation):
        throttle.count_wrong_try(request)
        form.add_error(
            "typed",
            _(
                "This code opens nothing now. It was used, or its last day is over. "
                "Did you use it? Then we have your answers, and you are done."
            ),
        )
        return None
    return opening


def _sentence(typed: NotACode) -> str:
    if typed.unknown:
        return _("Our codes never have “%s” in them. Check each letter.") % typed.unknown.upper()
    return _("This is not a whole code, or one letter is wrong. Check each letter.")


def _ask(request: HttpRequest, form: CodeForm) -> HttpResponse:
    context = {"form": form, "council": CouncilSettings.for_request(request)}
    status = 422 if form.is_bound else 200
    return render(request, "feedback/say/enter.html", context, status=status)


def _go_on(request: HttpRequest, code: str, way: Way) -> HttpResponse:
    answering.come_by(words=words_of(request), way=way, now=timezone.now())
    return redirect("feedback:check", code=code)


def _public_page(consultation: Consultation) -> ConsultationPage | None:
    """The page that says what it is about, in the language of the reader where there is one."""
    found = ConsultationPage.objects.live().filter(translation_key=consultation.pk).first()
    return found and found.localized
