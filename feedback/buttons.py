"""Buttons beside a consultation in the staff's screens: look at it, print it."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button
from wagtail.models import Page

from consultations.models import ConsultationPage
from consultations.permissions import can_see_drafts


def looking_buttons(page: Page, user: Any, **kwargs: Any) -> Iterable[Button]:
    """For whoever may write or approve it: as anyone would read it, and its paths."""
    if isinstance(page, ConsultationPage) and can_see_drafts(user, page.get_site()):
        address = reverse("feedback_preview", args=[page.pk])
        yield Button(_("Preview as anyone"), address, icon_name="view", priority=6)
        address = reverse("feedback_paths", args=[page.pk])
        yield Button(_("Paths"), address, icon_name="list-ol", priority=7)
