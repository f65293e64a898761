"""Refusing to delete a page that people or the record rest on: a sentence, not a server error.

Each room registers its own reasons; the hooks here ask them all, for the page and all below it.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
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


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Wagtail asks before doing something to many things at once."""
    pages = [thing for thing in objects if isinstance(thing, Page)]
    if action_type == "delete" and pages and (sentence := why_not(pages)):
        messages.error(request, sentence)
        return redirect("wagtailadmin_explore", pages[0].get_parent().pk)
    return None
