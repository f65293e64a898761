"""The step between writing and opening: another officer approves."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState


class ApprovalByAnother(AbstractGroupApprovalTask):
    """Somebody in the group approves, but never whoever wrote it or asked for approval."""

    class Meta:
        verbose_name = _("approval by another officer")
        verbose_name_plural = _("approvals by another officer")

    def get_actions(self, obj: Any, user: Any) -> list:
        state = obj.current_workflow_task_state
        if state is None or user in self.authors(state):
            return []
        return super().get_actions(obj, user)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        waiting = super().get_task_states_user_can_moderate(user, **kwargs)
        return waiting.exclude(workflow_state__requested_by=user).exclude(revision__user=user)

    @staticmethod
    def authors(state: TaskState) -> set:
        """Whoever asked for approval and whoever wrote the version that waits."""
        return {state.workflow_state.requested_by, state.revision.user}

    @classmethod
    def get_description(cls) -> str:
        return _("Another officer in the group approves, never whoever wrote it")
