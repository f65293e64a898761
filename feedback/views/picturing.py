"""The paths through a consultation as a picture, and the same in words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from consultations.audiences import Band, Role
from consultations.routes import Person, people_of, unreachable
from feedback.journey import Journey
from feedback.paths import Picture, pictures
from feedback.previewing import Source
from feedback.route_words import leading_answers, only_after
from feedback.views.previewing import form_of


@require_GET
def paths(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is asked what, after which answers; and what nobody is ever asked."""
    form = form_of(request, pk)
    source = form.source
    questions = source.document["questions"]
    people = people_of(source.document["roles"], source.document["bands"])
    texts = {one["id"]: _words(source, one)["text"] for one in questions}
    drawn = pictures(questions, people, texts, _conditions(source))
    context = {
        "page": source.page,
        "source": source,
        "preview": form.preview,
        "never": [texts[one["id"]] for one in unreachable(questions, people)],
        "pictures": [_told(source, picture, texts) for picture in drawn],
    }
    return render(request, "feedback/admin/paths.html", context)


def _told(source: Source, picture: Picture, texts: dict[str, str]) -> dict:
    """A picture with whose it is, and the same in words."""
    role, band = picture.people[0]
    journey = Journey(source.document, role, band, source.document["source"])
    words = [only_after(journey, question, texts) for question in journey.possible]
    return {
        "who": "; ".join(_label(person) for person in picture.people),
        "drawn": picture,
        "in_words": list(zip(picture.steps, words, strict=True)),
    }


def _label(person: Person) -> str:
    role, band = person
    return f"{Role(role).label}, {Band(band).label}" if band else str(Role(role).label)


def _words(source: Source, question: dict) -> dict:
    """The standard words of a question, in the language in which it is written."""
    return question["words"][source.document["source"]]


def _conditions(source: Source) -> dict[str, str]:
    """What stands at the line that leads to a question, by its id."""
    by_id = {question["id"]: question for question in source.document["questions"]}
    found = {}
    for question in by_id.values():
        if after := question.get("after"):
            first = by_id[after["question"]]
            answers = leading_answers(question, first, source.document["source"])
            skipped = [_("skipped")] if after["unanswered"] else []
            found[question["id"]] = " / ".join([*answers, *skipped])
    return found
