"""What a helper reads before a child's questions, and a way to say what they think themselves."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods

from consultations.audiences import Role
from consultations.models import Questionnaire
from consultations.models.questionnaire import frozen_document
from feedback import cookie
from feedback.actions import answering
from feedback.forms.answering import WhoForm
from feedback.helping import TOLD, has_helper
from feedback.journey import who_choices
from feedback.models import Draft
from feedback.views.beginning import latest_edition
from feedback.views.steps import draft_here, draft_of, facts_of, page, private

Choices = Sequence[tuple[str, str]]


def adults_asked(questionnaire: Questionnaire) -> Choices:
    """What a helper can say that they are: the adults of whom something is asked."""
    document = frozen_document(questionnaire.pk, questionnaire.sha256)
    return [
        choice for choice in who_choices(document) if choice[0] not in (Role.CHILD, Role.NOT_SAID)
    ]


@private
@require_GET
def helper(request: HttpRequest, code: str) -> HttpResponse:
    """How to help, before the child's questions."""
    draft = draft_of(request, code)
    if not has_helper(draft.role, draft.voice):
        return redirect("feedback:agree", code=code)
    context = {
        "told": TOLD[draft.voice],
        "has_own_view": bool(adults_asked(draft.questionnaire)),
        "code": code,
    }
    return page(request, "helper", context, draft)


@private
@require_http_methods(["GET", "POST"])
def own_view(request: HttpRequest, code: str) -> HttpResponse:
    """A helper's own form: begun afresh, as an adult, and joined to nothing.

    What a child has answered here and not sent is never pushed aside for it.
    """
    latest = latest_edition(request, code)
    adults = adults_asked(latest)
    if not adults:
        return redirect("feedback:who", code=code)
    before = draft_here(request)
    if before and before.answers:
        return _not_sent_yet(request, code, before)
    posted = request.POST if request.method == "POST" else None
    document = frozen_document(latest.pk, latest.sha256)
    form = WhoForm(posted, document=document, choices=adults)
    if not form.is_valid():
        return page(request, "own_view", {"form": form, "code": code}, latest.consultation)
    role, band = form.person
    words = answering.begin(
        questionnaire=latest,
        role=role,
        band=band,
        language=get_language(),
        now=timezone.now(),
        hours=facts_of(latest.consultation).draft_hours,
    )
    response = redirect("feedback:agree", code=code)
    cookie.remember(response, words)
    return response


def _not_sent_yet(request: HttpRequest, code: str, draft: Draft) -> HttpResponse:
    """A child's answers come first."""
    here = draft.questionnaire.consultation.code
    return page(request, "not_sent_yet", {"code": here}, draft)
