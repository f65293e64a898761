"""Looking at a consultation as anybody would be asked it, before it opens and after."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_GET, require_http_methods

from consultations.kinds import KINDS
from consultations.models import ConsultationPage
from consultations.permissions import can_see_drafts
from feedback.assent import assent_for
from feedback.cookie import IDLE_HOURS
from feedback.forms.answering import QuestionForm
from feedback.forms.apart import ApartForm
from feedback.forms.previewing import EditionForm, PreviewForm
from feedback.journey import REMARK, Journey
from feedback.paper import Everything
from feedback.previewing import Preview, sealed, source_of, unsealed
from feedback.route_words import only_after
from feedback.sentences import with_facts

NO_WORDS = ("these", "words", "open", "nothing")  # where people find the four that they keep


def form_of(request: HttpRequest, pk: int) -> PreviewForm:
    """What was chosen for a consultation, for whoever may see its drafts."""
    page = get_object_or_404(ConsultationPage, pk=pk)
    if not can_see_drafts(request.user, page.get_site()):
        raise PermissionDenied
    return PreviewForm(request.GET, source=source_of(page, request.GET.get("edition", "")))


@require_GET
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose whom to read it as."""
    form = form_of(request, pk)
    page = form.source.page
    editions = (
        page.identity.questionnaires.values_list("number", flat=True) if page.identity else ()
    )
    context = {
        "page": page,
        "form": form,
        "editions": EditionForm({"edition": form.source.edition}, editions=editions),
        "source": form.source,
        "preview": form.preview,
    }
    return render(request, "feedback/admin/preview.html", context)


@require_http_methods(["GET", "POST"])
def walk(request: HttpRequest, pk: int) -> HttpResponse:
    """Question after question, exactly as this person sees them. Answers go from page to page."""
    shown = form_of(request, pk).preview
    answers = unsealed(request.POST.get("trial", ""))
    journey = shown.journey.given(answers)
    if not journey.questions:
        return redirect(f"{reverse('feedback_preview', args=[pk])}?{shown.query}")
    number = journey.number_of(request.POST.get("question", ""))
    with translation.override(shown.language):
        if number is None:
            return _asked(request, shown, QuestionForm(journey=journey, number=1), answers)
        return _answered(request, shown, journey, number)


def _answered(request: HttpRequest, shown: Preview, journey: Journey, number: int) -> HttpResponse:
    """What comes after a trial answer to a question."""
    form = QuestionForm(request.POST, journey=journey, number=number)
    go, answers = request.POST.get("go", "next"), dict(journey.answers)
    if not form.is_valid():
        return _asked(request, shown, form, answers)
    answers.pop(form.question["id"], None)
    if tried := as_kept(form, skipped=go == "skip"):
        answers[form.question["id"]] = tried
    at = form.kind.arranged(request.POST, form.answer)
    if not at and go == "next" and form.refuse():
        return _asked(request, shown, form, answers)
    onward = journey.given(answers)
    number += 0 if at else {"back": -1, "next": 1, "skip": 1}.get(go, 0)
    if number < 1 or go == "stop":
        address = reverse("feedback_preview", args=[shown.source.page.pk])
        return redirect(f"{address}?{shown.query}")
    if number > len(onward.questions):
        return _checked(request, shown, onward)
    following = QuestionForm(journey=onward, number=number)
    following.show(answers.get(following.question["id"]))
    following.fields["answer"].widget.at = at
    return _asked(request, shown, following, answers)


def as_kept(form: QuestionForm, *, skipped: bool) -> dict:
    """What a draft would keep of a page."""
    answer = form.answer or {}
    if answer and skipped:
        answer |= {"skipped": True}
    return answer | ({REMARK: form.remark} if form.remark else {})


def _asked(request: HttpRequest, shown: Preview, form: QuestionForm, answers: dict) -> HttpResponse:
    """The page of a question, as this person sees it."""
    before = answers.get(form.question["id"], {})
    context = {
        "form": form,
        "number": form.number,
        "steps": range(1, len(form.journey.questions) + 1),
        "was_skipped": before.get("skipped", False),
        "trial": sealed(answers),
    }
    status = 422 if form.is_bound and form.errors else 200
    return _as_read(request, "question", shown, context, status=status)


def _checked(request: HttpRequest, shown: Preview, journey: Journey) -> HttpResponse:
    """The end of the way: what they would check before they send."""
    lines = []
    for question in journey.questions:
        words, answer = journey.words(question), journey.kept(journey.answers).get(question["id"])
        kind = KINDS[question["kind"]]
        said = kind.lines(dict(question), answer, words["language"]) if answer else []
        lines.append({"words": words, "answer": said})
    return _as_read(request, "end", shown, {"lines": lines})


@require_http_methods(["GET", "POST"])
def about_you(request: HttpRequest, pk: int) -> HttpResponse:
    """What is asked about this person after Send. Nothing is counted."""
    shown = form_of(request, pk).preview
    if request.method == "POST" or not shown.apart:
        return redirect(f"{reverse('feedback_preview', args=[pk])}?{shown.query}")
    with translation.override(shown.language):
        context = {"form": _apart(shown), "words": NO_WORDS}
        return _as_read(request, "about_you", shown, context)


def _apart(shown: Preview) -> ApartForm:
    return ApartForm(sets=shown.apart, band=shown.band, language=shown.language)


@require_GET
def everything(request: HttpRequest, pk: int) -> HttpResponse:
    """All that this person may be asked, on one page."""
    shown = form_of(request, pk).preview
    everything_asked = Everything.of(shown.journey)
    forms = [
        QuestionForm(prefix=f"q{number}", journey=everything_asked, number=number)
        for number, _question in enumerate(everything_asked.questions, start=1)
    ]
    with translation.override(shown.language):
        assent = assent_for(shown.role, shown.band, shown.easy)
        source = shown.source
        paragraphs = with_facts(assent, source.council, source.consultation)
        context = {
            "asked": [(form, only_after(shown.journey, form.question)) for form in forms],
            "about": _apart(shown),
            "assent": assent,
            "paragraphs": paragraphs,
        }
        return _as_read(request, "everything", shown, context)


def _as_read(
    request: HttpRequest, name: str, shown: Preview, context: dict, status: int = 200
) -> HttpResponse:
    """One page of the preview, in the words of whoever is looked at as."""
    context = {
        "council": shown.source.council,
        "consultation": shown.source.consultation,
        "adult": shown.is_adult,
        "idle_hours": IDLE_HOURS,
        "preview": shown,
        "code": "preview",
        **context,
    }
    return render(request, f"feedback/preview/{name}.html", context, status=status)
