"""After Send: somebody may ask to be contacted. Its address and title say nothing of it.

Everybody sees the same offer. Nothing shows later, to whoever holds the four words, that somebody
asked (test case 29): it can be taken back by telling whoever makes contact.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from feedback import cookie
from feedback.actions import answering
from feedback.actions.contacting import ask_for_contact
from feedback.forms.contact import ContactForm
from feedback.views.ending import gets_adult_numbers
from feedback.views.steps import consultation_of, page, private


@private
@require_http_methods(["GET", "POST"])
def after(request: HttpRequest, code: str) -> HttpResponse:
    """A safe way and a safe time to be contacted, on a form of its own."""
    words = cookie.words_in(request, max_age=cookie.RECEIPT_SHOWN_FOR)
    response = answering.find_response(words) if words else None
    if response is None or response.questionnaire.consultation.code != code:
        return redirect("feedback:thanks", code=code)
    form = ContactForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        details = form.cleaned_data
        ask_for_contact(response=response, details=details, today=timezone.localdate())
        return redirect("feedback:after_sent", code=code)
    context = {"form": form, "code": code, "adult": gets_adult_numbers(response)}
    return page(request, "after", context, response.questionnaire.consultation)


@private
@require_GET
def sent(request: HttpRequest, code: str) -> HttpResponse:
    """It has arrived. Whoever opens this page sees the same."""
    return page(request, "after_sent", {"code": code}, consultation_of(request, code))
