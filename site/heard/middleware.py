"""What is true of every request, whichever room it is for."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.contrib import messages
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from feedback.permissions import needs_second_factor
from heard.views import database_away, forbidden


def in_admin(request: HttpRequest) -> bool:
    """Whether the request is for one of the staff's screens."""
    return request.path_info.startswith("/admin/")


class ContentPolicy(CSPMiddleware):
    """The strict content security policy, and a looser one for Wagtail's own screens alone.

    Setting up a second factor shows a picture that is part of the page.
    """

    def get_policy_parts(self, request, response, report_only=False) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if in_admin(request) and not report_only:
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        elif request.path_info.startswith("/accounts/2fa/"):
            parts.update = {"img-src": ["data:"]}
        return parts


class SayWhenTheDatabaseIsAway:
    """A database that is locked or away gets a plain sentence, and keeps what was typed."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, OperationalError | InterfaceError):
            return database_away(request)
        return None


class StaffDoor:
    """The staff's screens are for staff, and nobody who can read answers works there without a
    second factor."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not in_admin(request) or not request.user.is_authenticated:
            return self.get_response(request)
        if not request.user.has_perm("wagtailadmin.access_admin") or self.is_too_wide(request):
            return forbidden(request)
        if self.missing(request):
            messages.warning(
                request,
                _("You can read what people wrote, so please set up a second factor first."),
            )
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    @staticmethod
    def is_too_wide(request: HttpRequest) -> bool:
        """Whether this screen of Wagtail's goes across councils: those are for administrators."""
        return request.path_info.startswith("/admin/reports/") and not request.user.is_superuser

    @staticmethod
    def missing(request: HttpRequest) -> bool:
        """Whether this person must set up a second factor before going on."""
        if not settings.HEARD_REQUIRE_SECOND_FACTOR:
            return False
        from allauth.mfa.utils import is_mfa_enabled

        return needs_second_factor(request.user) and not is_mfa_enabled(request.user)


class WholeAdminPosts:
    """What a member of staff does is done whole or not at all.

    Publishing freezes a questionnaire and appends to the log; if either fails, nothing was
    published. Wagtail's own views save in several steps, so we hold them in one transaction.
    """

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs) -> HttpResponse | None:
        if request.method != "POST" or not in_admin(request):
            return None
        try:
            return transaction.atomic(view)(request, *args, **kwargs)
        except ProtectedError as error:
            return something_rests_on_it(request, error)
        except (OperationalError, InterfaceError):
            return database_away(request)


def something_rests_on_it(request: HttpRequest, error: ProtectedError) -> HttpResponse:
    """What something else rests on stays: a sentence, where Wagtail gives a server error."""
    rests = sorted({str(thing._meta.verbose_name) for thing in error.protected_objects})
    messages.error(
        request,
        _("This cannot be deleted, because something else rests on it: %s.") % ", ".join(rests),
    )
    return redirect("wagtailadmin_home")
