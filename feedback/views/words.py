"""Coming back with four words: go on, see what became of the answers, or take them back.

What is posted leads on to a page of its own, so that Back and Reload ask nobody to send it again.
The words travel in a sealed cookie, never in an address.
"""

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from consultations.models import ConsultationPage
from feedback import cookie, receipts, throttle
from feedback.actions import answering, withdrawing
from feedback.forms.answering import WordsForm
from feedback.models import FindingsPage, Response
from feedback.views.steps import is_of_this_council, private, to_read, where_it_goes_on

TICKET = "feedback.my-words"  # lets the page that asks whether somebody is sure delete
OPEN_FOR = 15 * 60  # seconds that typed words stay open in a browser
TAKEN_BACK = "taken back"  # stands in the cookie where the words stood


@private
@require_http_methods(["GET", "POST"])
def my_words(request: HttpRequest) -> HttpResponse:
    """Type four words. A draft goes on; a response says what became of it and shows no answer."""
    form = WordsForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _ask(request, form)
    if throttle.is_blocked(request):
        form.add_error("words", _("Too many tries. Wait 15 minutes, then try again."))
        return _ask(request, form, status=429)
    try:
        words = receipts.read_typed(form.cleaned_data["words"])
    except receipts.NotFourWords as typed:
        form.add_error("words", _sentence(typed))
        return _ask(request, form)
    return _found(request, words) or _wrong(request, form)


@private
@require_GET
def status(request: HttpRequest) -> HttpResponse:
    """What became of somebody's answers, without showing any of them."""
    if not (response := _opened(request)):
        return redirect("feedback:my_words")
    findings, page = _published(response)
    context = {
        "response": response,
        "consultation": response.questionnaire.consultation,
        "page": page,
        "findings": findings,
        "themes": _published_themes(response) if findings and response.n_texts else [],
        "has_answers": bool(response.n_texts or response.was_chosen),
        "now": 2 if response.n_read < response.n_texts else 4 if findings else 3,
    }
    return render(request, "feedback/words/status.html", context)


@private
@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Take answers back, once the person has said that they are sure."""
    if request.method == "GET":
        if not (response := _opened(request)):
            return redirect("feedback:my_words")
        ticket = signing.dumps(response.receipt_digest, salt=TICKET)
        return render(request, "feedback/words/sure.html", {"ticket": ticket})
    try:
        receipt = signing.loads(request.POST.get("ticket", ""), salt=TICKET, max_age=OPEN_FOR)
    except signing.BadSignature:
        return redirect("feedback:my_words")
    found = Response.objects.select_related("questionnaire__consultation__council")
    if response := found.defer("questionnaire__document").filter(receipt_digest=receipt).first():
        withdrawing.withdraw_response(response=response, today=timezone.localdate())
    gone = redirect("feedback:deleted")
    cookie.forget(gone, cookie.NAME)
    cookie.remember(gone, TAKEN_BACK, cookie.OPENED)
    return gone


@private
@require_GET
def deleted(request: HttpRequest) -> HttpResponse:
    """They are gone. The address alone says it to nobody."""
    if cookie.words_in(request, cookie.OPENED, max_age=OPEN_FOR) != TAKEN_BACK:
        return redirect("feedback:my_words")
    return render(request, "feedback/words/deleted.html")


def _found(request: HttpRequest, words: str) -> HttpResponse | None:
    """What the words open: a draft to go on with, a response to look after, or nothing. Words of
    another council's consultation open nothing here."""
    try:
        draft = answering.find_draft(words, timezone.now())
    except answering.NoSuchDraft:
        response = answering.find_response(words)
        if not response or not is_of_this_council(request, response.questionnaire.consultation):
            return None
        opened = redirect("feedback:status")
        cookie.remember(opened, words, cookie.OPENED)
        return opened
    if not is_of_this_council(request, draft.questionnaire.consultation):
        return None
    answering.show_words(words=words, now=timezone.now())
    going_on = where_it_goes_on(draft)
    cookie.remember(going_on, words)
    return going_on


def _opened(request: HttpRequest) -> Response | None:
    """The response that was opened in this browser a short while ago."""
    words = cookie.words_in(request, cookie.OPENED, max_age=OPEN_FOR)
    return answering.find_response(words) if words else None


def _published(response: Response) -> tuple[FindingsPage | None, ConsultationPage | None]:
    """The findings and the consultation's page, each where it is public: in the language of the
    reader where it is there."""
    asked = response.questionnaire.consultation_id
    findings = to_read(
        FindingsPage.objects.filter(consultation_page__translation_key=asked).select_related(
            "consultation_page__locale"
        )
    )
    page = findings and findings.consultation_page
    if not page or not page.live or page.locale.language_code != get_language():
        page = to_read(ConsultationPage.objects.filter(translation_key=asked))
    return findings, page


def _published_themes(response: Response) -> list[str]:
    """The names of published themes that this response was counted in."""
    names = response.words.filter(
        codings__theme__published_in__page__live=True,
    ).values_list("codings__theme__name", flat=True)
    return sorted(set(names))


def _wrong(request: HttpRequest, form: WordsForm) -> HttpResponse:
    """The same page and the same words, whether they never were or were taken back."""
    throttle.count_wrong_try(request)
    form.add_error(
        "words",
        _(
            "We can't find those words. Check each word. "
            "If you lost them, we can't find your answers, and no one else can."
        ),
    )
    return _ask(request, form)


def _ask(request: HttpRequest, form: WordsForm, status: int | None = None) -> HttpResponse:
    if status is None:
        status = 422 if form.is_bound else 200
    return render(request, "feedback/words/ask.html", {"form": form}, status=status)


def _sentence(typed: receipts.NotFourWords) -> str:
    if typed.unknown:
        return _("We do not use the word “%s”. Check how it is spelt.") % typed.unknown[0][:30]
    return _("There are always four words. Check that you typed all four.")
