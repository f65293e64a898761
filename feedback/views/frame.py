"""The code frame: its themes, what belongs to each, and how they came to be."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from consultations.audiences import Role
from consultations.models import Consultation
from feedback.actions import frame as acts
from feedback.actions import themes
from feedback.forms.sense_making import MergeForm, SplitForm, ThemeForm, WhyForm
from feedback.models import Coding, FrameChange, FrameVersion, Theme
from feedback.permissions import can_analyse
from feedback.views.staff import only
from feedback.views.themes import consultation_of, page_of

HISTORY = 50  # versions that are shown


@only(can_analyse)
@require_GET
def frame(request: HttpRequest, code: str) -> HttpResponse:
    """Every theme with what belongs to it, and every version of the code frame."""
    consultation = consultation_of(request, code)
    every = list(consultation.themes.select_related("parent"))
    said_by = _said_by(consultation)
    rows = [{"theme": theme, "said_by": said_by.get(theme.pk, [])} for theme in _in_order(every)]
    context = {
        "consultation": consultation,
        "page": page_of(consultation),
        "rows": [row for row in rows if not row["theme"].retired],
        "retired": [row for row in rows if row["theme"].retired],
        "history": _history(consultation),
        "form": ThemeForm(consultation=consultation),
    }
    return render(request, "feedback/admin/frame.html", context)


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def new_theme(request: HttpRequest, code: str) -> HttpResponse:
    """Name something that people said."""
    consultation = consultation_of(request, code)
    form = ThemeForm(request.POST if request.method == "POST" else None, consultation=consultation)
    if form.is_valid():
        themes.name_theme(consultation=consultation, by=request.user, **form.cleaned_data)
        messages.success(request, _("Added."))
        return redirect("feedback_workspace", code)
    context = {"consultation": consultation, "page": page_of(consultation), "form": form}
    context["is_new"] = True
    status = 422 if form.is_bound else 200
    return render(request, "feedback/admin/theme.html", context, status=status)


@only(can_analyse)
@require_http_methods(["GET", "POST"])
def theme(request: HttpRequest, code: str, pk: str) -> HttpResponse:
    """Better words for a theme; merge it, split it, retire it, or end it while it holds nothing."""
    consultation = consultation_of(request, code)
    one = get_object_or_404(Theme, consultation=consultation, pk=pk)
    go = request.POST.get("go", "") if request.method == "POST" else None
    forms: dict[str, Any] = {
        "form": ThemeForm(
            request.POST if go == "" else None, instance=one, consultation=consultation
        ),
        "merge": MergeForm(request.POST if go == "merge" else None, theme=one, prefix="merge"),
        "split": SplitForm(request.POST if go == "split" else None, theme=one, prefix="split"),
        "retire": WhyForm(request.POST if go == "retire" else None, prefix="retire"),
    }
    act = _ACTS.get(go) if go is not None else None
    if act and (done := act(request, one, forms)):
        return done
    kept = Theme.objects.get(pk=one.pk)  # a form has written into the other
    context = {"consultation": consultation, "page": page_of(consultation), "theme": kept, **forms}
    context["in_use"] = kept.codings.exists() or kept.published_in.exists() or kept.parts.exists()
    context["is_published"] = acts.is_published(kept)
    return render(request, "feedback/admin/theme.html", context, status=422 if act else 200)


@only(can_analyse)
@require_POST
def undo_merge(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Bring back what was merged by mistake."""
    consultation = consultation_of(request, code)
    version = get_object_or_404(FrameVersion, consultation=consultation, number=number)
    try:
        acts.undo_merge(version=version, by=request.user)
        messages.success(request, _("The theme is back, with what stood under it."))
    except acts.CannotUndo:
        messages.error(request, _("This cannot be undone: the themes have changed since."))
    return redirect("feedback_frame", code)


def _reword(request: HttpRequest, one: Theme, forms: dict) -> HttpResponse | None:
    form = forms["form"]
    if not form.is_valid():
        return None
    try:
        themes.rename_theme(theme=one, by=request.user, **form.cleaned_data)
    except acts.InUse:
        form.add_error("name", _("It stands in published findings, so its name stays."))
        return None
    except acts.NotTogether:
        form.add_error("parent", _("A colleague has changed the themes. Load the page again."))
        return None
    return _done(request, one, _("Saved."), "feedback_workspace")


def _drop(request: HttpRequest, one: Theme, forms: dict) -> HttpResponse:
    try:
        themes.drop_theme(theme=one, by=request.user)
        return _done(request, one, _("The theme is gone."), "feedback_workspace")
    except acts.InUse:
        messages.error(
            request, _("This theme holds texts or stands in findings, so it cannot be deleted.")
        )
    return redirect("feedback_workspace", one.consultation.code)


def _merge(request: HttpRequest, one: Theme, forms: dict) -> HttpResponse | None:
    form = forms["merge"]
    return _tried(
        request,
        one,
        form,
        _("Merged."),
        lambda: acts.merge_themes(
            theme=one, into=form.cleaned_data["into"], by=request.user, why=form.cleaned_data["why"]
        ),
    )


def _split(request: HttpRequest, one: Theme, forms: dict) -> HttpResponse | None:
    form = forms["split"]

    def split() -> None:
        kept = form.cleaned_data["keep_in"]
        acts.split_theme(
            theme=one,
            parts=form.cleaned_data["parts"],
            by=request.user,
            why=form.cleaned_data["why"],
            keep_in=int(kept) if kept else None,
        )

    return _tried(request, one, form, _("Split."), split)


def _retire(request: HttpRequest, one: Theme, forms: dict) -> HttpResponse | None:
    form = forms["retire"]
    act = acts.bring_back if one.retired else acts.retire_theme
    said = _("It is used again.") if one.retired else _("It is no longer used.")
    return _tried(
        request,
        one,
        form,
        said,
        lambda: act(theme=one, by=request.user, why=form.cleaned_data["why"]),
    )


_ACTS: dict[str, Callable[[HttpRequest, Theme, dict], HttpResponse | None]] = {
    "": _reword,
    "drop": _drop,
    "merge": _merge,
    "split": _split,
    "retire": _retire,
}


def _tried(
    request: HttpRequest, one: Theme, form: Any, said: str, act: Callable[[], Any]
) -> HttpResponse | None:
    """Do something to a theme, or say on its form why not."""
    if not form.is_valid():
        return None
    try:
        act()
    except acts.InUse:
        form.add_error(None, _("It stands in published findings, so it stays as it is."))
        return None
    except acts.NotTogether:
        form.add_error(None, _("A colleague has changed the themes. Load the page again."))
        return None
    return _done(request, one, said, "feedback_frame")


def _done(request: HttpRequest, one: Theme, said: str, where: str) -> HttpResponse:
    messages.success(request, said)
    return redirect(where, one.consultation.code)


def _in_order(every: list[Theme]) -> list[Theme]:
    """Each theme, and after it those that belong under it."""
    alone = [theme for theme in every if theme.parent_id is None]
    return [
        one
        for theme in alone
        for one in [theme, *(part for part in every if part.parent_id == theme.pk)]
    ]


def _said_by(consultation: Consultation) -> dict[Any, list[tuple[str, str, int]]]:
    """How many texts of each group stand under a theme. Nothing is added up across groups."""
    counted = Coding.objects.filter(theme__consultation=consultation).values_list(
        "theme", "words__response__role"
    )
    found: dict[Any, list[tuple[str, str, int]]] = {}
    for theme, role, n in counted.annotate(n=Count("words", distinct=True)).order_by("theme"):
        found.setdefault(theme, []).append((role, Role(role).label, n))
    return found


def _history(consultation: Consultation) -> list[dict]:
    """The versions, newest first, each with what it led from and to."""
    versions = consultation.frame_versions.select_related("by").order_by("-number")[:HISTORY]
    later: set[str] = set()
    told = []
    for version in versions:
        merged = version.change == FrameChange.MERGED
        told.append(
            {
                "version": version,
                "before": version.names("from"),
                "after": version.names("to"),
                "can_undo": merged and not later & set(version.document["from"]),
            }
        )
        if version.change != FrameChange.REWORDED:
            later |= {*version.document["from"], *version.document["to"]}
    return told
