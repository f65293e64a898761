"""The workspace of analysts: texts beside what was asked and of whom, and the themes at hand."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from consultations.models import Consultation
from feedback.actions import themes as acts
from feedback.actions.second import reads_blind
from feedback.cards import cards, numbered, read_light
from feedback.choosing import A_PAGE, Choice, CountedSoFar, what_can_be
from feedback.forms.sense_making import ThemeForm
from feedback.models import Standpoint
from feedback.permissions import can_analyse
from feedback.progress import progress_of
from feedback.views.staff import only
from feedback.views.themes import consultation_of, page_of, wordings_of


@only(can_analyse)
@require_GET
def workspace(request: HttpRequest, code: str) -> HttpResponse:
    """Texts that were read by readers, to be put under themes."""
    consultation = consultation_of(request, code)
    themes = list(consultation.themes.all())
    progress = _progress(consultation, request.user)
    asked = {line["key"]: line["asked"] for line in progress["questions"]}
    can_be = what_can_be(asked, themes)
    choice = Choice.of(request.GET, can_be)
    questions = {line["key"]: line["id"] for line in progress["questions"]}
    texts = read_light(choice.texts(questions, request.user), request.user)
    counted = CountedSoFar(texts, A_PAGE, known=choice.known_count(progress))
    paged = counted.get_page(request.GET.get("page"))
    acts.browse_texts(consultation=consultation, by=request.user)
    used = [theme for theme in themes if not theme.retired]
    is_blind = reads_blind(request.user, consultation) is not None
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "paged": paged,
        "cards": cards(paged.object_list, request.user, is_blind=is_blind),
        "choice": choice,
        "filters": _filters(choice, can_be),
        "themes": used,
        "codes": numbered(used),
        "progress": progress,
        "no_standpoint": not Standpoint.objects.filter(
            consultation=consultation, by=request.user
        ).exists(),
        "form": ThemeForm(consultation=consultation),
    }
    return render(request, "feedback/admin/workspace.html", context)


_LABELS = {
    "question": _("Question"),
    "theme": _("Theme"),
    "state": _("Read by me"),
    "role": _("Who"),
    "band": _("Age"),
    "voice": _("Whose words"),
    "channel": _("How it came"),
    "language": _("Language"),
}


def _filters(choice: Choice, can_be: dict) -> list[dict]:
    return [
        {
            "name": name,
            "label": label,
            "options": can_be[name].items(),
            "chosen": getattr(choice, name),
            "is_more": name in ("role", "band", "voice", "channel", "language"),
        }
        for name, label in _LABELS.items()
    ]


def _progress(consultation: Consultation, analyst: Any) -> dict:
    """How far somebody has come, with the words of each question."""
    told, wordings = progress_of(consultation, analyst), wordings_of(consultation)
    lines = [
        {**line, "asked": wordings.get(line["key"], line["key"])} for line in told["questions"]
    ]
    return {**told, "questions": lines}
