"""Buttons beside a consultation in the officers' screens."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets import ListingButton
from wagtail.models import Page

from consultations.models import ConsultationPage


def spreadsheet_buttons(page: Page, user: Any, **kwargs: Any) -> Iterable[ListingButton]:
    """For whoever may edit it: questions in and out as a spreadsheet."""
    if isinstance(page, ConsultationPage) and page.permissions_for_user(user).can_edit():
        address = reverse("consultations_take_in", args=[page.pk])
        yield ListingButton(_("Spreadsheet (XLSForm)"), address, icon_name="table", priority=60)
