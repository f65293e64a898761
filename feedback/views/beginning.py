"""Before the first question: who you are, whose words these will be, and whether you want to."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from consultations.audiences import Role
from consultations.models import Questionnaire, Route
from consultations.models.questionnaire import frozen_document
from feedback import cookie, ways
from feedback.actions import answering
from feedback.assent import assent_for
from feedback.forms.answering import VoiceForm, WhoForm
from feedback.helping import has_helper
from feedback.journey import has_easy_read
from feedback.models import Draft
from feedback.sentences import with_facts
from feedback.views.coming_in import asks_for_code
from feedback.views.steps import (
    draft_here,
    draft_of,
    facts_of,
    is_of_this_council,
    page,
    private,
    where_it_goes_on,
    words_of,
)


@private
@require_http_methods(["GET", "POST"])
def who(request: HttpRequest, code: str) -> HttpResponse:
    """The first page: who you are, in one choice."""
    latest = latest_edition(request, code)
    way = ways.way_in(request, code, timezone.localdate())
    draft = _draft_for(request, latest)
    if draft and draft.answers and "from" not in request.GET:
        return _begun(request, code, draft)
    if draft and _came_after(way, draft):
        draft = None
    if latest.consultation.by_invitation and not draft and way == ways.OPEN:
        return asks_for_code(request, latest.consultation)
    posted = request.POST if request.method == "POST" else None
    document = frozen_document(latest.pk, latest.sha256)
    form = WhoForm(posted, document=document)
    if form.is_valid():
        easy = "easy" in request.GET and has_easy_read(document)
        words = _begin_or_change(request, latest, draft, form.person, easy, way)
        step = "feedback:voice" if form.person[0] == Role.CHILD else "feedback:agree"
        response = redirect(step, code=code)
        cookie.remember(response, words)
        if way.route == Route.INVITED:
            cookie.forget(response, cookie.INVITED)  # it is in the draft now
        return response
    context = {"form": form, "code": code, "languages": form.document["languages"]}
    return page(request, "who", context, latest.consultation)


@private
@require_http_methods(["GET", "POST"])
def voice(request: HttpRequest, code: str) -> HttpResponse:
    """Whose words these will be."""
    draft = draft_of(request, code)
    posted = request.POST if request.method == "POST" else None
    form = VoiceForm(posted, initial={"voice": draft.voice})
    if form.is_valid():
        said = form.cleaned_data["voice"]
        answering.say_whose_words(words=words_of(request), voice=said, now=timezone.now())
        step = "feedback:helper" if has_helper(draft.role, said) else "feedback:agree"
        return redirect(step, code=code)
    return page(request, "voice", {"form": form, "code": code}, draft)


@private
@require_http_methods(["GET", "POST"])
def agree(request: HttpRequest, code: str) -> HttpResponse:
    """Taking part is a choice: a text in the words of their age, yes or no."""
    draft = draft_of(request, code)
    if draft.role == Role.CHILD and not draft.voice:
        return redirect("feedback:voice", code=code)
    assent = assent_for(draft.role, draft.band, draft.easy, draft.voice)
    if request.method == "POST":
        answering.agree(words=words_of(request), version=assent.version, now=timezone.now())
        return redirect("feedback:question", code=code, number=1)
    council = facts_of(draft.questionnaire.consultation)
    paragraphs = with_facts(assent, council, draft.questionnaire.consultation)
    context = {
        "assent": assent,
        "paragraphs": paragraphs,
        "easy_rows": [
            {"picture": f"openmoji/{code}.svg", "text": text}
            for code, text in zip(assent.pictures, paragraphs, strict=False)
        ],
        "council": council,
        "code": code,
        "draft": draft,
    }
    return page(request, "agree", context, draft)


def latest_edition(request: HttpRequest, code: str) -> Questionnaire:
    """The edition that is answered now, with its consultation.

    Raises NotTakingAnswers, and Http404 where it is not of the council of this host.
    """
    editions = Questionnaire.objects.filter(consultation__code=code).select_related("consultation")
    latest = editions.defer("document").order_by("number").last()
    if latest is None or not is_of_this_council(request, latest.consultation):
        raise Http404
    if not latest.consultation.takes_answers(timezone.localdate()):
        raise answering.NotTakingAnswers
    return latest


def _came_after(way: ways.Way, draft: Draft) -> bool:
    """Whether somebody came with a code after somebody else had begun in this browser."""
    return way.route != Route.OPEN and bool(way.code or way.route != draft.route)


def _draft_for(request: HttpRequest, latest: Questionnaire) -> Draft | None:
    """The draft in this browser, if it is one of this consultation."""
    draft = draft_here(request)
    same = draft and draft.questionnaire.consultation_id == latest.consultation_id
    return draft if same else None


def _begun(request: HttpRequest, code: str, draft: Draft) -> HttpResponse:
    """Answers are here that were not sent. Whose they are, only the person in front can say."""
    if request.POST.get("go") == "on":
        request.goes_on_with = words_of(request)
        return where_it_goes_on(draft)
    if request.POST.get("go") == "afresh":
        answering.leave(words=words_of(request))
        response = redirect("feedback:who", code=code)
        cookie.forget(response)
        return response
    consultation = draft.questionnaire.consultation
    status = 409 if request.method == "POST" else 200
    return page(request, "begun", {"code": code}, consultation, status=status)


def _begin_or_change(
    request: HttpRequest,
    latest: Questionnaire,
    draft: Draft | None,
    person: tuple[str, str],
    easy: bool,
    way: ways.Way,
) -> str:
    """The words of the draft that goes on: the one in this browser, or a new one."""
    now, (role, band) = timezone.now(), person
    if draft:
        answering.change_person(words=words_of(request), role=role, band=band, now=now)
        return words_of(request)
    return answering.begin(
        questionnaire=latest,
        role=role,
        band=band,
        language=get_language(),
        now=now,
        hours=facts_of(latest.consultation).draft_hours,
        way=way,
        easy=easy,
    )
