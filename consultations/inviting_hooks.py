"""What inviting adds to the officers' screens. Hooks only register."""

from collections.abc import Iterable
from typing import Any

from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from consultations.buttons import in_a_list
from consultations.models import ConsultationPage
from consultations.permissions import can_invite


def register() -> None:
    """Called once, by the hooks of this room."""
    hooks.register("register_admin_urls", admin_urls)
    hooks.register("register_page_listing_buttons", in_a_list(invitations_button))
    hooks.register("register_page_header_buttons", invitations_button)


def admin_urls() -> list:
    """The screens for codes."""
    return [path("", include("consultations.inviting_urls"))]


def invitations_button(page: Page, user: Any, **kwargs: Any) -> Iterable[Button]:
    """Beside a consultation that was published: who is invited to it, and how."""
    consultation = page.identity if isinstance(page, ConsultationPage) else None
    if consultation and can_invite(user, consultation.council):
        url = reverse("consultations_invitations", args=[consultation.code])
        yield Button(_("Invitations"), url, icon_name="mail", priority=6)
