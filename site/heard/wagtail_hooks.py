"""What the roof adds to the staff's screens. Hooks only register."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem as LinkMenuItemComponent
from wagtail.models import Page

from consultations.models import HaveYourSayPage, RegisterPage, StaffRole
from consultations.permissions import holds, sections_of
from feedback.models import FindingsIndexPage
from governance.models import WhatChangedPage
from heard.accounts import before_assigning, before_edit_user, has_acted
from heard.waiting import WaitingPanel

hooks.register("before_edit_user", before_edit_user)
hooks.register("before_bulk_action", before_assigning)


class SectionItem(MenuItem):
    """A section of the site, for those whose work is there. Found when the menu is shown."""

    def __init__(self, label: Any, model: type[Page], roles: tuple, **kwargs: Any) -> None:
        self.model, self.roles = model, roles
        super().__init__(label, "", **kwargs)

    def is_shown(self, request: Any) -> bool:
        return request.user.is_superuser or holds(request.user, *self.roles)

    def render_component(self, request: Any) -> Any:
        section = sections_of(request.user, self.model, *self.roles).first()
        address = reverse("wagtailadmin_home")
        if section:
            address = reverse("wagtailadmin_explore", args=[section.pk])
        return LinkMenuItemComponent(
            self.name, self.label, address, icon_name=self.icon_name, attrs=self.attrs
        )


# The menus stand in the order of the loop: what is written down, asked, read, found, decided.
SECTIONS = (
    (gettext_lazy("What we write down"), RegisterPage, (StaffRole.GOVERNANCE,), "list-ul", 210),
    (
        gettext_lazy("Consultations"),
        HaveYourSayPage,
        (StaffRole.PARTICIPATION, StaffRole.APPROVER),
        "comment",
        220,
    ),
    (gettext_lazy("Findings"), FindingsIndexPage, (StaffRole.ANALYST,), "doc-full", 260),
    (gettext_lazy("Decisions"), WhatChangedPage, (StaffRole.DECISION_MAKER,), "check", 280),
)


def _register(label: Any, model: type[Page], roles: tuple, icon: str, order: int) -> None:
    @hooks.register("register_admin_menu_item")
    def item() -> MenuItem:
        return SectionItem(
            label, model, roles, icon_name=icon, order=order, name=f"section-{order}"
        )


for section in SECTIONS:
    _register(*section)


@hooks.register("construct_main_menu")
def only_what_is_our_work(request: Any, items: list) -> None:
    """Wagtail's reports go across councils, and its help is about Wagtail: for administrators."""
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in ("reports", "help")]


@hooks.register("construct_homepage_panels")
def what_is_waiting(request: Any, panels: list) -> None:
    """What waits for this person comes first."""
    panels.insert(0, WaitingPanel())


@hooks.register("insert_global_admin_css")
def our_styles() -> str:
    """The styles of our own screens, and the band that says that this is a demo."""
    return format_html('<link rel="stylesheet" href="{}">', static("admin.css"))


@hooks.register("before_delete_user")
def keep_who_acted(request: Any, user: Any) -> Any:
    """Who read, wrote, approved and decided stays known: an account is closed, not deleted."""
    if not has_acted(user):
        return None
    messages.error(
        request,
        _(
            "This account cannot be deleted, because what it did is on record. "
            "Close it instead: take the tick from “Active”."
        ),
    )
    return redirect("wagtailusers_users:edit", user.pk)


@hooks.register("before_bulk_action")
def keep_all_who_acted(request: Any, action: str, users: Any, view: Any) -> Any:
    """The same for many at once."""
    if action != "delete" or view.models != [get_user_model()]:
        return None
    acted = next((user for user in users if has_acted(user)), None)
    return acted and keep_who_acted(request, acted)
