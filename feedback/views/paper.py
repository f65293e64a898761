"""Many paper forms at once: get the template, bring it back, look at what it holds, confirm."""

from io import BytesIO
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from consultations.audiences import Voice
from consultations.kinds import KINDS
from consultations.models import Questionnaire
from consultations.models.questionnaire import frozen_document
from feedback.actions.entering import NotThatDay, days_to_enter
from feedback.actions.paper import (
    CameBefore,
    NothingToImport,
    forms_of,
    import_file,
    imported_before,
    keep_file,
)
from feedback.forms.entering import not_that_day
from feedback.journey import REMARK
from feedback.models import Channel, PaperFile
from feedback.paper_reading import MOST_BYTES, PaperForm, Sheet, Unreadable
from feedback.paper_template import template_for
from feedback.permissions import can_enter_answers
from feedback.pointing import spots
from feedback.views.entering import edition_to_enter, slips_page, title_of
from feedback.views.staff import only

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_SHOWN = 100  # problems on one page


class FileForm(forms.Form):
    """The spreadsheet that comes back."""

    file = forms.FileField(
        label=gettext_lazy("The spreadsheet, filled in"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": gettext_lazy("Choose a file."),
            "empty": gettext_lazy("This file is empty. Choose the one that you filled in."),
        },
    )


@only(can_enter_answers)
@require_GET
def template(request: HttpRequest, code: str) -> HttpResponse:
    """The spreadsheet to fill in."""
    questionnaire = edition_to_enter(request, code)
    days = days_to_enter(questionnaire.consultation, timezone.localdate())
    if days is None:
        return redirect("feedback_entering")
    title = title_of(questionnaire.consultation)
    made = template_for(_document(questionnaire), title, days)
    response = HttpResponse(made, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="paper-{code}.xlsx"'
    return response


@only(can_enter_answers)
@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest, code: str) -> HttpResponse:
    """Bring a file: what is wrong with it, row by row, or on to what it holds."""
    questionnaire = edition_to_enter(request, code)
    days = days_to_enter(questionnaire.consultation, timezone.localdate())
    if days is None:
        return redirect("feedback_entering")
    is_sent = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if is_sent else FileForm()
    problems = []
    if form.is_valid():
        content = form.cleaned_data["file"].read(MOST_BYTES + 1)
        try:
            good, problems = Sheet(_document(questionnaire), days).read(BytesIO(content))
        except Unreadable as refused:
            form.add_error("file", refused.sentence)
        else:
            if not problems:
                return _keep(request, questionnaire, content, good)
    context = {
        "form": form,
        "questionnaire": questionnaire,
        "title": title_of(questionnaire.consultation),
        "problems": problems[:MOST_SHOWN],
        "n_more": max(len(problems) - MOST_SHOWN, 0),
    }
    status = 422 if is_sent else 200
    return render(request, "feedback/admin/bring.html", context, status=status)


@only(can_enter_answers)
@require_http_methods(["GET", "POST"])
def look(request: HttpRequest, code: str, pk: UUID) -> HttpResponse:
    """What would be imported, and then the import."""
    questionnaire = edition_to_enter(request, code)
    file = _mine(request, questionnaire, pk)
    if file.imported_on:
        return redirect("feedback_slips", code, pk)
    if not file.sealed or file.expires_at <= timezone.now():
        messages.error(request, _("That file waited too long and was wiped. Bring it again."))
        return redirect("feedback_bring", code)
    if request.method == "POST" and _imported(request, questionnaire, file):
        return redirect("feedback_slips", code, pk)
    context = {
        "questionnaire": questionnaire,
        "title": title_of(questionnaire.consultation),
        "file": file,
        "lines": [_line(form, questionnaire) for form in forms_of(file)],
        "before": imported_before(file),
    }
    return render(request, "feedback/admin/look.html", context)


@only(can_enter_answers)
@require_GET
def slips(request: HttpRequest, code: str, pk: UUID) -> HttpResponse:
    """The slips of a file that was imported, while their words are kept."""
    questionnaire = edition_to_enter(request, code)
    file = _mine(request, questionnaire, pk)
    if not file.imported_on:
        return redirect("feedback_look", code, pk)
    if not file.sealed or file.expires_at <= timezone.now():
        messages.error(request, _("The slips were there for a day. They cannot be shown again."))
        return redirect("feedback_entering")
    rows = file.contents["slips"]
    context = {
        "slips": [words.split() for _row, words in rows],
        "numbers": dict(enumerate(row for row, _words in rows)),
    }
    return slips_page(request, questionnaire.consultation, context)


def _keep(
    request: HttpRequest, questionnaire: Questionnaire, content: bytes, good: list[PaperForm]
) -> HttpResponse:
    file = keep_file(
        consultation=questionnaire.consultation,
        content=content,
        forms=good,
        by=request.user,
        now=timezone.now(),
    )
    return redirect("feedback_look", questionnaire.consultation.code, file.pk)


def _imported(request: HttpRequest, questionnaire: Questionnaire, file: PaperFile) -> bool:
    """Import it, or say why it cannot be."""
    try:
        import_file(
            file=file,
            questionnaire=questionnaire,
            by=request.user,
            now=timezone.now(),
            again="again" in request.POST,
        )
    except CameBefore:
        messages.error(request, _("Tick that these are other forms, or do not import the file."))
    except NothingToImport:
        messages.error(request, _("That file waited too long and was wiped. Bring it again."))
    except NotThatDay as refused:
        messages.error(request, not_that_day(refused.first, refused.last))
    else:
        return True
    return False


def _mine(request: HttpRequest, questionnaire: Questionnaire, pk: UUID) -> PaperFile:
    """A file of this consultation that this person brought."""
    files = PaperFile.objects.filter(consultation=questionnaire.consultation, by=request.user)
    return get_object_or_404(files.select_related("consultation"), pk=pk)


def _line(form: PaperForm, questionnaire: Questionnaire) -> dict:
    """One form as it is shown before the import: what it is, and what could name somebody."""
    kinds = {one["id"]: KINDS[one["kind"]] for one in _document(questionnaire)["questions"]}
    texts = [kinds[key].written(answer) for key, answer in form.answers.items()]
    texts += [answer[REMARK]["text"] for answer in form.answers.values() if REMARK in answer]
    return {
        "form": form,
        "way": Channel(form.heard.channel).label,
        "voice": Voice(form.heard.voice).label,
        "n_texts": sum(bool(text) for text in texts),
        "spots": [spot for text in texts for spot in spots(text)],
    }


def _document(questionnaire: Questionnaire) -> dict:
    return frozen_document(questionnaire.pk, questionnaire.sha256)
