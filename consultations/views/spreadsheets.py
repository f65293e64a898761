"""Questionnaires in and out as spreadsheets (XLSForm)."""

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from consultations.actions.composing import CannotAdd, add_questions
from consultations.kinds import KINDS
from consultations.models import ConsultationPage, InformationItem, Question
from consultations.xlsform.giving import give
from consultations.xlsform.report import Fate
from consultations.xlsform.sheets import Form, NotAForm, read_form
from consultations.xlsform.taking import Taking

SALT = "consultations.xlsform"
KEPT_FOR = 60 * 60  # seconds in which a report can be said yes to
WHY_NOT = {
    "waits": gettext_lazy("The consultation waits for approval. Take it back first."),
    "locked": gettext_lazy("The consultation is locked. Ask whoever locked it."),
    "there": gettext_lazy(
        "Nothing was added: the draft has questions with these data names by now. Were they added "
        "before? If not, bring the file again."
    ),
}
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class SpreadsheetForm(forms.Form):
    """A spreadsheet from an officer's computer."""

    file = forms.FileField(
        label=gettext_lazy("Spreadsheet (.xlsx)"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm"}),
        error_messages={
            "required": gettext_lazy("Choose a file first."),
            "empty": gettext_lazy("This file is empty."),
        },
    )

    def clean_file(self) -> Form:
        file = self.cleaned_data["file"]
        try:
            return read_form(file, file.size)
        except NotAForm as refused:
            raise forms.ValidationError(str(refused)) from refused


@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring a file, and read what would become of it. Nothing is changed yet."""
    page = _page(request, pk)
    is_sent = request.method == "POST"
    form = SpreadsheetForm(request.POST, request.FILES) if is_sent else SpreadsheetForm()
    if form.is_valid():
        return _report(request, page, form.cleaned_data["file"])
    context = {"page": page, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "consultations/admin/take_in.html", context, status=status)


def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Add the questions of a report to the draft."""
    page = _page(request, pk)
    if request.method != "POST":
        return redirect("consultations_take_in", page.pk)
    try:
        told = signing.loads(request.POST.get("questions", ""), salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        messages.error(request, _("That took more than an hour. Bring the file again."))
        return redirect("consultations_take_in", page.pk)
    if told["page"] != page.pk:
        raise PermissionDenied
    try:
        add_questions(page=page, blocks=told["blocks"], by=request.user)
    except CannotAdd as refused:
        messages.error(request, WHY_NOT[refused.why])
        return redirect("consultations_take_in", page.pk)
    n = len(told["blocks"])
    messages.success(
        request,
        ngettext(
            "%(n)s question stands at the end of the draft.",
            "%(n)s questions stand at the end of the draft.",
            n,
        )
        % {"n": n},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_GET
def give_out(request: HttpRequest, pk: int) -> HttpResponse:
    """The questions as a spreadsheet, or with ?report what it cannot hold."""
    page = _page(request, pk).get_latest_revision_as_object()
    workbook, report = give(page)
    if "report" in request.GET:
        context = {"page": page, "left_out": report.of(Fate.LEFT_OUT)}
        context["changed"] = report.of(Fate.CHANGED)
        return render(request, "consultations/admin/give_out.html", context)
    response = HttpResponse(workbook, content_type=SPREADSHEET)
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.xlsx"'
    return response


def _page(request: HttpRequest, pk: int) -> ConsultationPage:
    """The consultation, for whoever may edit it. Raises Http404, PermissionDenied."""
    page = get_object_or_404(ConsultationPage, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def _report(request: HttpRequest, page: ConsultationPage, form: Form) -> HttpResponse:
    draft = page.get_latest_revision_as_object()
    taken = {block.value["data_name"] for block in draft.questions} - {""}
    taken |= set(
        Question.objects.filter(consultation=page.translation_key).values_list("key", flat=True)
    )
    taking = Taking(form, page.locale.language_code, taken)
    wanted, report = taking.take()
    items, about = _items(draft)
    blocks = [one.block(items, about) for one in wanted]
    for one, block in zip(wanted, blocks, strict=True):
        if about and not _is_whole(block):
            told = _("It is not whole yet. The editor says what is missing.")
            report.changed(one.row, one.name, told)
    context = {
        "page": page,
        "wanted": wanted,
        "left_out": report.of(Fate.LEFT_OUT),
        "changed": report.of(Fate.CHANGED),
        "questions": signing.dumps({"page": page.pk, "blocks": blocks}, salt=SALT, compress=True),
    }
    return render(request, "consultations/admin/taken_in.html", context)


def _is_whole(stored: dict) -> bool:
    """Whether a question can be asked as it would be stored."""
    block = KINDS[stored["type"]].block()
    try:
        block.clean(block.to_python(stored["value"]))
    except forms.ValidationError:
        return False
    return True


def _items(draft: ConsultationPage) -> tuple[dict[str, int], int | None]:
    """The council's items by their code, and the first that the consultation is about."""
    first = next((line.item_id for line in draft.about.all()), None)
    root = draft.get_site().root_page
    own = InformationItem.objects.descendant_of(root).values_list("code", "pk")
    return dict(own), first
