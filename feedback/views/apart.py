"""Questions about the person, after Send and before the thank you (requirements A15, A16).

What was sent is sent: the page begins by saying so, with the four words. Leaving it loses nothing.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from consultations.audiences import ADULT_VOICES, Role
from feedback import cookie
from feedback.actions import answering, apart
from feedback.forms.apart import ApartForm
from feedback.models import Response
from feedback.views.steps import page, private


@private
@require_http_methods(["GET", "POST"])
def about_you(request: HttpRequest, code: str) -> HttpResponse:
    """Everything that is asked about a person, on one page. Each answer can be left out."""
    words = cookie.words_in(request, max_age=cookie.RECEIPT_SHOWN_FOR)
    sent = answering.find_response(words) if words else None
    sets = apart.sets_for(sent) if sent and _is_of(sent, code) else []
    if not sets:
        return redirect("feedback:thanks", code=code)
    posted = request.POST if request.method == "POST" else None
    form = ApartForm(posted, sets=sets, band=sent.band, language=sent.language)
    if form.is_valid():
        _count(words, sent, form, "" if request.POST.get("go") == "skip" else "all")
        return redirect("feedback:thanks", code=code)
    context = {
        "form": form,
        "words": words.split(),
        "code": code,
        "about_child": sent.voice in ADULT_VOICES,
        "adult": sent.role != Role.CHILD,
    }
    return page(request, "about_you", context, sent.questionnaire.consultation)


def _count(words: str, sent: Response, form: ApartForm, what: str) -> None:
    """Count once, however often the button is pressed; nothing when they are skipped."""
    if not apart.take_turn(words) or not what:
        return
    apart.count_answers(
        consultation=sent.questionnaire.consultation,
        role=sent.role,
        voice=apart.voice_of(sent),
        sets=form.sets,
        answers=form.answers,
    )


def _is_of(sent: Response, code: str) -> bool:
    return sent.questionnaire.consultation.code == code
