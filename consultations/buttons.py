"""Buttons beside a consultation in the officers' screens."""

from collections.abc import Callable, Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button, ListingButton
from wagtail.models import Page

from consultations.models import ConsultationPage


def in_a_list(buttons: Callable) -> Callable:
    """The same buttons as they stand in a list of pages, and not in the menu of one."""

    def listed(page: Page, user: Any, **kwargs: Any) -> Iterable[ListingButton]:
        for one in buttons(page, user, **kwargs):
            yield ListingButton(one.label, one.url, icon_name=one.icon_name, priority=one.priority)

    return listed


def spreadsheet_buttons(page: Page, user: Any, **kwargs: Any) -> Iterable[Button]:
    """For whoever may edit it: questions in and out as a spreadsheet."""
    if isinstance(page, ConsultationPage) and page.permissions_for_user(user).can_edit():
        address = reverse("consultations_take_in", args=[page.pk])
        yield Button(_("Spreadsheet (XLSForm)"), address, icon_name="table", priority=60)
