"""How accounts come about and end: the council makes them, and closes those that acted."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import PageLogEntry, Revision, TaskState

from feedback.granting import NOT_YOURSELF, would_read_more


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


def before_edit_user(request: HttpRequest, user: Any) -> HttpResponse | None:
    """Nobody gives themselves a role that reads answers on the screen of their own account."""
    if request.method != "POST" or user.pk != request.user.pk:
        return None
    groups = [int(pk) for pk in request.POST.getlist("groups") if pk.isdigit()]
    if not would_read_more(user, groups):
        return None
    messages.error(request, NOT_YOURSELF)
    return redirect("wagtailusers_users:edit", user.pk)


def before_assigning(
    request: HttpRequest, action_type: str, objects: Any, action: Any
) -> HttpResponse | None:
    """Nor on the screen that gives one role to many."""
    if action_type != "assign_role" or request.user not in objects:
        return None
    role = action.cleaned_form.cleaned_data["role"]
    if not would_read_more(request.user, [role.pk]):
        return None
    messages.error(request, NOT_YOURSELF)
    return redirect("wagtailusers_users:index")
