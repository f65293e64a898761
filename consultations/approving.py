"""Another officer approves a consultation before it opens: no button leads past that.

Publishing, publishing many at once and publishing a copy are refused here with a sentence;
`models/approval.py` says who may approve.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState

from consultations.models import ApprovalByAnother, ConsultationPage, HaveYourSayPage


def before_publish_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Nobody publishes a consultation alone, whatever their permissions."""
    if not isinstance(page, ConsultationPage):
        return None
    if page.first_published_at is None:
        # Wagtail's editor of a new page saves it as public before it asks us.
        ConsultationPage.objects.filter(pk=page.pk).update(live=False, has_unpublished_changes=True)
    messages.error(
        request,
        _(
            "Another officer approves a consultation before it opens. "
            "Your draft is kept: submit it for approval."
        ),
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """The same for many at once, and for drafts below a page that is published with them."""
    if action_type != "publish":
        return None
    pages = [thing for thing in objects if isinstance(thing, Page)]
    with_drafts = bool(request.POST.get("include_descendants"))
    held = next((found for page in pages if (found := _first_held(page, with_drafts))), None)
    return before_publish_page(request, held) if held else None


def _first_held(page: Page, with_drafts: bool) -> ConsultationPage | None:
    """A consultation that publishing `page` would publish, if there is one."""
    drafts = ConsultationPage.objects.descendant_of(page).not_live()
    found = ConsultationPage.objects.filter(pk=page.pk).first()
    return found or (drafts.first() if with_drafts else None)


def before_copy_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A copy is another consultation: it begins as a draft."""
    at_once = request.POST.get("publish_copies") or request.POST.get("alias")
    if not at_once or not ConsultationPage.objects.descendant_of(page, inclusive=True).exists():
        return None
    messages.error(
        request,
        _(
            "A copy of a consultation begins as a draft, because another officer approves it "
            "before it opens. Copy it without publishing the copy, and not as an alias."
        ),
    )
    return redirect("wagtailadmin_pages:copy", page.pk)


def after_edit_page(request: HttpRequest, page: Page) -> None:
    """Whoever edits what waits for approval is told what follows from it."""
    workflow = page.current_workflow_state
    state = workflow and workflow.current_task_state
    action = request.POST.get("workflow-action-name")
    if action == "approve" and workflow and workflow.status == WorkflowState.STATUS_NEEDS_CHANGES:
        messages.error(request, state.comment)
    elif not action and _becomes_an_author(request, state):
        messages.warning(
            request,
            _(
                "You changed what waits for approval, so you cannot approve it any more. Another "
                "approver can; or press “Request changes”, so that its author looks at it again."
            ),
        )


def _becomes_an_author(request: HttpRequest, state: TaskState | None) -> bool:
    """Whether this person could have approved what waits, had they not saved it."""
    if state is None or state.status != TaskState.STATUS_IN_PROGRESS:
        return False
    task, asked_by = state.task.specific, state.workflow_state.requested_by
    autosaved = request.headers.get("accept", "").startswith("application/json")
    may = isinstance(task, ApprovalByAnother) and task.user_can_access_editor(None, request.user)
    return may and not autosaved and request.user != asked_by


def offer_no_publish_button(items: list, request: HttpRequest, context: dict) -> None:
    """A button that would be refused is not shown."""
    page, parent = context.get("page"), context.get("parent_page")
    if isinstance(page, ConsultationPage) or isinstance(parent, HaveYourSayPage):
        items[:] = [item for item in items if item.name != "action-publish"]
