"""How accounts come about and end: the council makes them, and closes those that acted."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.http import HttpRequest
from wagtail.models import PageLogEntry, Revision, TaskState


class StaffOnly(DefaultAccountAdapter):
    """allauth's rules, with the front door closed to newcomers."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the staff's screens, for those who have any."""
        if request.user.has_perm("wagtailadmin.access_admin"):
            return super().get_login_redirect_url(request)
        return "/"

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


def has_acted(user: Any) -> bool:
    """Whether something that is on record names this account: it is closed then, never deleted."""
    wrote = (
        Revision.objects.filter(user=user),
        PageLogEntry.objects.filter(user=user),
        TaskState.objects.filter(finished_by=user),
    )
    if any(rows.exists() for rows in wrote):
        return True
    try:
        Collector(using="default", origin=user).collect([user])
    except ProtectedError:
        return True
    return False
