"""The officers' screens for translations: how all of them stand, and checking one."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods
from wagtail import hooks
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from consultations.actions.translations import NotReady, check_translation
from consultations.fields import DayInput
from consultations.models import ConsultationPage
from consultations.translations import NotChecked, State, source_of, standing_of, standings


class CheckForm(forms.Form):
    """Who read a translation beside its source, and when."""

    checked_by = forms.CharField(
        label=gettext_lazy("Who checked it"),
        max_length=160,
        help_text=gettext_lazy(
            "A name or a post, such as Welsh language officer. Everyone can see it."
        ),
    )
    checked_on = forms.DateField(label=gettext_lazy("Checked on"), widget=DayInput)
    says_the_same = forms.BooleanField(
        label=gettext_lazy("They read all of it, and it says the same as the source."),
        error_messages={"required": gettext_lazy("Tick this only when somebody read all of it.")},
    )
    change_note = forms.CharField(
        label=gettext_lazy("What changed in the words"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "Only where people have answered and you changed words that they read: say what you "
            "changed and that it means the same."
        ),
    )

    def __init__(self, *args: Any, page: Page, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("checked_on", timezone.localdate())
        if not isinstance(page, ConsultationPage):
            del self.fields["change_note"]

    def clean_checked_on(self) -> Any:
        day = self.cleaned_data["checked_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("That day has not come yet."))
        return day


@require_GET
def report(request: HttpRequest) -> HttpResponse:
    """Every page of the councils in which this person writes, and how its translations stand."""
    mine = PagePermissionPolicy().instances_user_has_permission_for(request.user, "change")
    if not mine.exists():
        raise PermissionDenied
    sources = mine.filter(locale=Locale.get_default(), alias_of=None, depth__gt=1)
    lines = list(standings(sources.select_related("content_type", "locale").order_by("path")))
    state, language = request.GET.get("state", ""), request.GET.get("language", "")
    context = {
        "lines": [
            (source, kept)
            for source, found in lines
            if (kept := [one for one in found if _fits(one, state, language)])
        ],
        "languages": {one.language: one.name for _source, found in lines for one in found},
        "states": State.choices,
        "state": state,
        "language": language,
    }
    return render(request, "consultations/admin/translations.html", context)


@require_http_methods(["GET", "POST"])
def translation(request: HttpRequest, pk: int) -> HttpResponse:
    """One translation: how it stands, who checked it, and the next step."""
    page, source = _translation(request, pk)
    go = request.POST.get("go")
    if go == "submit":
        return _submit(request, page)
    if go == "publish":
        return _publish(request, page)
    form = CheckForm(request.POST if go == "check" else None, page=page)
    if form.is_valid() and _check(request, page, form):
        return redirect("consultations_translation", pk)
    state = page.current_workflow_task_state
    actions = state.task.specific.get_actions(page, request.user) if state else []
    context = {
        "page": page,
        "source": source,
        "standing": standing_of(page),
        "form": form,
        "waiting": state,
        "may_approve": any(action[0] == "approve" for action in actions),
        "may_publish": page.permissions_for_user(request.user).can_publish(),
        "needs_approval": isinstance(page, ConsultationPage),
        "is_new": page.latest_revision_id != page.live_revision_id,
    }
    status = 422 if form.is_bound else 200
    return render(request, "consultations/admin/translation.html", context, status=status)


def _translation(request: HttpRequest, pk: int) -> tuple[Page, Page]:
    """A translation that this person may edit, and its source."""
    page = get_object_or_404(Page, pk=pk).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    source = source_of(page)
    if source is None:
        raise Http404
    return page, source


def _check(request: HttpRequest, page: Page, form: CheckForm) -> bool:
    """Record the check; False, with the reason on the form, when it cannot be."""
    told = form.cleaned_data
    try:
        check_translation(
            page=page,
            checked_by=told["checked_by"],
            checked_on=told["checked_on"],
            note=told.get("change_note", ""),
            by=request.user,
        )
    except NotReady as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("Recorded. Now it can be published."))
    return True


def _submit(request: HttpRequest, page: Page) -> HttpResponse:
    """Ask another officer to approve the translation of a consultation."""
    workflow = page.get_workflow()
    standing = standing_of(page)
    if not workflow or page.workflow_in_progress or standing.state != State.CHECKED:
        messages.error(request, _("A person who reads the language must check it first."))
    else:
        workflow.start(page, request.user)
        messages.success(request, _("Another officer can approve it now."))
    return redirect("consultations_translation", page.pk)


def _publish(request: HttpRequest, page: Page) -> HttpResponse:
    """Publish a checked translation, past every rule that publishing this kind of page has."""
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    request.publishes_checked = True
    for may_publish in hooks.get_hooks("before_publish_page"):
        if refused := may_publish(request, page):
            return refused
    try:
        page.get_latest_revision().publish(user=request.user)
    except NotChecked as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("It is published."))
    return redirect("consultations_translation", page.pk)


def _fits(standing: Any, state: str, language: str) -> bool:
    return state in ("", standing.state) and language in ("", standing.language)
