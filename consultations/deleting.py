"""Refusing to delete a page that people or the record rest on: a sentence, not a server error.

Each room registers its own reasons; the hooks here ask them all, for the page and all below it.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction
from wagtail.models import Page

Reason = Callable[[Iterable[int]], str | None]
_REASONS: list[Reason] = []


def register_reason(reason: Reason) -> Reason:
    """Add a reason: given page numbers, it answers with a sentence why they must stay, or None."""
    _REASONS.append(reason)
    return reason


def why_not(pages: Iterable[Page]) -> str | None:
    """The first sentence why these pages, or what is below them, must stay."""
    numbers = {
        number
        for page in pages
        for number in page.get_descendants(inclusive=True).values_list("pk", flat=True)
    }
    return next((sentence for reason in _REASONS if (sentence := reason(numbers))), None)


def before_delete_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail asks before deleting one page."""
    if sentence := why_not([page]):
        messages.error(request, sentence)
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


class DeletePages(DeleteBulkAction):
    """Deleting many pages at once: refused with the same sentence, before anybody is asked.

    Wagtail's own says only that one may not, when a row of the database holds on to a page.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        pages, _others = self.get_actionable_objects()
        if sentence := why_not(pages):
            messages.error(request, sentence)
            return redirect("wagtailadmin_explore", pages[0].get_parent().pk)
        return super().dispatch(request, *args, **kwargs)
