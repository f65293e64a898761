"""The step between writing and opening: another officer approves."""

from datetime import UTC, datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import AbstractGroupApprovalTask, Page, Revision, TaskState, Workflow

from consultations.models.council import StaffRole
from consultations.permissions import holds

WRITER = StaffRole.PARTICIPATION
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class ApprovalByAnother(AbstractGroupApprovalTask):
    """Somebody in the group approves, but never whoever wrote it or asked for approval.

    Approving publishes the latest version. An approver can write while it waits, and becomes one
    of its authors by that.
    """

    class Meta:
        verbose_name = gettext_lazy("approval by another officer")
        verbose_name_plural = gettext_lazy("approvals by another officer")

    def get_actions(self, obj: Any, user: Any) -> list:
        state = obj.current_workflow_task_state
        if state is None or user == state.workflow_state.requested_by:
            return []
        actions = super().get_actions(obj, user)
        if user in self.authors(state):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Approve or send back. What cannot be approved is sent back, with the reason."""
        if action_name == "approve" and (sentence := self.why_not(task_state, user)):
            action_name, kwargs = "reject", {"comment": sentence}
        return super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        waiting = super().get_task_states_user_can_moderate(user, **kwargs)
        written = Page.objects.filter(_written_by(user)).values(key=Cast("pk", models.CharField()))
        return (
            waiting.exclude(workflow_state__requested_by=user)
            .exclude(revision__user=user)
            .exclude(workflow_state__object_id__in=written)
        )

    @staticmethod
    def authors(state: TaskState) -> set:
        """Who asked for approval, who wrote what was submitted, who wrote on it last, and every
        participation officer who wrote on it since it was last public."""
        page = state.workflow_state.content_object
        written = page.revisions.select_related("user")
        if page.live_revision:
            written = written.filter(created_at__gt=page.live_revision.created_at)
        return {
            state.workflow_state.requested_by,
            state.revision.user,
            page.get_latest_revision().user,
            *{one.user for one in written if one.user and holds(one.user, WRITER)},
        }

    @classmethod
    def why_not(cls, state: TaskState, user: Any) -> str:
        """A sentence why `user` cannot approve what waits; "" when they can.

        Wagtail lets an approver edit and approve in one go. And people may have answered since
        approval was asked for, so that what could be frozen then cannot be now.
        """
        from consultations.gate.keeping import kept_back
        from consultations.models.consultation import ConsultationPage
        from consultations.refusals import refusals
        from consultations.translations import why_not_public

        if user in cls.authors(state):
            return _(
                "The approver changed this version, so it is sent back. Look at what changed, and "
                "submit it again if you agree."
            )
        latest = state.workflow_state.content_object.get_latest_revision()
        waiting = latest.as_object()
        if sentence := why_not_public(waiting, latest):
            return sentence
        if not isinstance(waiting, ConsultationPage):
            return ""
        refused = [*refusals(waiting), *kept_back(waiting)]
        return " ".join(sentence for _field, sentence in refused)

    @classmethod
    def get_description(cls) -> str:
        return _("Another officer in the group approves, never whoever wrote it")


def _written_by(user: Any) -> models.Q:
    """Pages of which `user` is an author, as `ApprovalByAnother.authors` says."""
    last = models.Q(latest_revision__user=user)
    if not holds(user, WRITER):
        return last
    since_public = Revision.page_revisions.filter(
        object_id=Cast(OuterRef("pk"), models.CharField()),
        user=user,
        created_at__gt=Coalesce(OuterRef("live_revision__created_at"), Value(NEVER)),
    )
    return last | models.Q(Exists(since_public))


def asks_another(workflow: Workflow) -> bool:
    """Whether a workflow has somebody else approve."""
    return ApprovalByAnother.objects.active().filter(workflow_tasks__workflow=workflow).exists()
