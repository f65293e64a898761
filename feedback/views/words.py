"""Coming back with four words: go on, see what became of the answers, or take them back."""

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from consultations.models import ConsultationPage, CouncilSettings
from feedback import cookie, receipts, throttle
from feedback.actions import answering, withdrawing
from feedback.forms.answering import WordsForm
from feedback.models import FindingsPage, Response
from feedback.views.steps import private

TICKET = "feedback.my-words"  # lets the page after the words delete what they opened
TICKET_LASTS = 15 * 60  # seconds


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
@require_POST
def delete(request: HttpRequest) -> HttpResponse:
    """Take answers back, once the person has said that they are sure."""
    try:
        receipt = signing.loads(request.POST.get("ticket", ""), salt=TICKET, max_age=TICKET_LASTS)
    except signing.BadSignature:
        return redirect("feedback:my_words")
    response = Response.objects.filter(receipt_digest=receipt).first()
    if response and request.POST.get("sure") != "yes":
        context = {"ticket": request.POST["ticket"], "council": _council(request)}
        return render(request, "feedback/words/sure.html", context)
    if response:
        withdrawing.withdraw_response(response=response, today=timezone.localdate())
    deleted = render(request, "feedback/words/deleted.html", {"council": _council(request)})
    cookie.forget(deleted)
    return deleted


def _found(request: HttpRequest, words: str) -> HttpResponse | None:
    """What the words open: a draft to go on with, a response to look after, or nothing."""
    try:
        draft = answering.find_draft(words, timezone.now())
    except answering.NoSuchDraft:
        response = answering.find_response(words)
        return _status(request, response) if response else None
    number = answering.journey_of(draft).first_unanswered(draft.answers)
    code = draft.questionnaire.consultation.code
    answering.show_words(words=words, now=timezone.now())
    with translation.override(draft.language):  # go on in the language that it was begun in
        going_on = (
            redirect("feedback:question", code=code, number=number)
            if number
            else redirect("feedback:check", code=code)
        )
    cookie.remember(going_on, words)
    return going_on


def _status(request: HttpRequest, response: Response) -> HttpResponse:
    """What became of somebody's answers, without showing any of them."""
    consultation = response.questionnaire.consultation
    pages = ConsultationPage.objects.live().filter(translation_key=consultation.pk)
    findings = FindingsPage.objects.live().filter(
        consultation_page__translation_key=consultation.pk
    )
    texts = response.words.select_related("reading")
    context = {
        "response": response,
        "consultation": consultation,
        "page": pages.first(),
        "findings": findings.first(),
        "n_texts": len(texts),
        "n_read": sum(_is_read(text) for text in texts),
        "themes": _published_themes(response),
        "ticket": signing.dumps(response.receipt_digest, salt=TICKET),
        "council": _council(request),
    }
    return render(request, "feedback/words/status.html", context)


def _is_read(text) -> bool:
    return hasattr(text, "reading") and text.reading.read_at is not None


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
    context = {"form": form, "council": _council(request)}
    return render(request, "feedback/words/ask.html", context, status=status)


def _sentence(typed: receipts.NotFourWords) -> str:
    if typed.unknown:
        return _("We do not use the word “%s”. Check how it is spelt.") % typed.unknown[0][:30]
    return _("There are always four words. Check that you typed all four.")


def _council(request: HttpRequest) -> CouncilSettings:
    return CouncilSettings.for_request(request)
