"""What the gate and the readability panel add to the officers' screens. Hooks only register."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.permission_policies.sites import SitePermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from consultations.actions.planning import begin_afresh
from consultations.buttons import in_a_list
from consultations.models import ConsultationPage, CouncilPeriod, PlainWord, ReadingCover
from consultations.permissions import can_see_gate
from consultations.planning_viewsets import PlanningGroup


def register() -> None:
    """Called once, by the hooks of this room."""
    for model in (ReadingCover, CouncilPeriod, PlainWord):
        register_permission_policy(model, SitePermissionPolicy(model, site_field_name="council"))
    register_snippet(PlanningGroup)
    hooks.register("register_admin_urls", admin_urls)
    hooks.register("register_page_listing_buttons", in_a_list(gate_button))
    hooks.register("register_page_header_buttons", gate_button)
    hooks.register("insert_editor_js", editor_script)
    hooks.register("after_copy_page", after_copy_page)


def admin_urls() -> list:
    """The screens on which officers plan."""
    return [path("", include("consultations.planning_urls"))]


def gate_button(page: Page, user: Any, **kwargs: Any) -> Iterable[Button]:
    """Beside a consultation: what stands between it and opening."""
    if isinstance(page, ConsultationPage) and can_see_gate(user, page.get_site()):
        url = reverse("consultations_gate", args=[page.pk])
        yield Button(_("Before it opens"), url, icon_name="tasks", priority=4)


def editor_script() -> str:
    """How hard a text is to read, told while it is written; and links into the editor."""
    return format_html('<script type="module" src="{}"></script>', static("js/plain.js"))


def after_copy_page(request: HttpRequest, page: Page, new_page: Page) -> None:
    """A copy takes the plan along, and not what was said and allowed for the first."""
    copies = ConsultationPage.objects.descendant_of(new_page, inclusive=True)
    for copy in copies:
        begin_afresh(page=copy, by=request.user)
