"""What this room adds to the staff's screens. Hooks only register."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.permission_policies.sites import SitePermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from consultations import deleting
from consultations.buttons import in_a_list
from consultations.models import ConsultationPage
from consultations.permissions import can_see_how_many_answered
from feedback import buttons
from feedback.gates import missing_from_findings
from feedback.models import FindingsPage, LocalPlace
from feedback.permissions import (
    can_analyse,
    can_enter_answers,
    can_read_raw_answers,
    can_see_concerns,
)
from feedback.viewsets import LocalPlaceViewSet

register_permission_policy(LocalPlace, SitePermissionPolicy(LocalPlace, site_field_name="council"))
register_snippet(LocalPlaceViewSet)


class MenuItemFor(MenuItem):
    """A menu item for those for whom `allowed(user)` is true."""

    def __init__(self, *args: Any, allowed: Any, **kwargs: Any) -> None:
        self.allowed = allowed
        super().__init__(*args, **kwargs)

    def is_shown(self, request: Any) -> bool:
        return self.allowed(request.user)


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    """The screens of this room."""
    return [path("", include("feedback.admin_urls"))]


@hooks.register("register_admin_menu_item")
def reading_item() -> MenuItem:
    """Where readers begin."""
    return MenuItemFor(
        gettext_lazy("Reading"),
        reverse("feedback_reading"),
        icon_name="view",
        order=230,
        allowed=can_read_raw_answers,
    )


@hooks.register("register_admin_menu_item")
def concerns_item() -> MenuItem:
    """Where the safeguarding lead begins."""
    return MenuItemFor(
        gettext_lazy("Concerns"),
        reverse("feedback_concerns"),
        icon_name="warning",
        order=240,
        allowed=can_see_concerns,
    )


@hooks.register("register_admin_menu_item")
def themes_item() -> MenuItem:
    """Where analysts begin."""
    return MenuItemFor(
        gettext_lazy("Themes"),
        reverse("feedback_themes"),
        icon_name="tag",
        order=250,
        allowed=can_analyse,
    )


@hooks.register("register_admin_menu_item")
def entering_item() -> MenuItem:
    """Where those begin who enter what others said."""
    return MenuItemFor(
        gettext_lazy("Enter answers"),
        reverse("feedback_entering"),
        icon_name="form",
        order=225,
        allowed=can_enter_answers,
    )


def work_buttons(page: Page, user: Any, **kwargs: Any) -> Iterable[Button]:
    """Beside a consultation: how many have answered. Beside findings: their numbers."""
    if isinstance(page, ConsultationPage) and page.identity:
        if can_see_how_many_answered(user, page.identity.council):
            url = reverse("feedback_how_many", args=[page.identity.code])
            yield Button(_("How many answered"), url, icon_name="group", priority=5)
    elif isinstance(page, FindingsPage) and can_analyse(user, page.consultation.council):
        url = reverse("feedback_numbers", args=[page.pk])
        yield Button(_("Numbers"), url, icon_name="table", priority=5)


hooks.register("register_page_listing_buttons", in_a_list(work_buttons))
hooks.register("register_page_header_buttons", work_buttons)
hooks.register("register_page_listing_buttons", in_a_list(buttons.looking_buttons))
hooks.register("register_page_header_buttons", buttons.looking_buttons)


@hooks.register("before_bulk_action")
def many_are_whole_too(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Findings that are published with many others are as whole as those published alone."""
    if action_type != "publish":
        return None
    for page in [thing.specific for thing in objects if isinstance(thing, Page)]:
        draft = isinstance(page, FindingsPage) and page.get_latest_revision_as_object()
        if draft and (missing := missing_from_findings(draft)):
            messages.error(request, " ".join([f"{page.title}:", *missing]))
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


@deleting.register_reason
def published_findings(pages: Iterable[int]) -> str | None:
    """Findings that were published are in the record."""
    page = FindingsPage.objects.filter(pk__in=pages, editions__isnull=False).first()
    return (
        page
        and _(
            "“%s” cannot be deleted, because it has been published and the record says so. "
            "Unpublish it to take it out of sight: the record will say that you did."
        )
        % page.title
    )


@deleting.register_reason
def consultation_with_findings(pages: Iterable[int]) -> str | None:
    """A consultation that findings are about stays."""
    page = FindingsPage.objects.filter(consultation_page__in=pages).exclude(pk__in=pages).first()
    return (
        page
        and _("This consultation cannot be deleted, because the findings “%s” are about it.")
        % page.title
    )
