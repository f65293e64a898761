"""Saying in a sentence why something cannot be published, before publishing it would fail."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from governance import gates
from governance.models import DecisionPage, Log


def before_publish_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail asks before it publishes what was just saved in the editor."""
    refused = _refuse(request, page, refused_by_the_log(page))
    if refused and page.first_published_at is None:
        # Wagtail's editor of a new page saves it as public before it asks us.
        Page.objects.filter(pk=page.pk).update(live=False, has_unpublished_changes=True)
    return refused


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Wagtail asks before it does something to many things at once; no form has checked them."""
    pages = [thing for thing in objects if isinstance(thing, Page)]
    if action_type != "publish" or not pages:
        return None
    below = action.cleaned_form.cleaned_data["include_descendants"]
    for page in _drafts(pages, below=below):
        if refused := _refuse(request, page, why_not(page)):
            return refused
    return None


def why_not(page: Page) -> list[str]:
    """Sentences that say why a draft cannot be published as it is."""
    if isinstance(page, DecisionPage):
        missing = gates.missing_from_decision(page)
    else:
        missing = gates.unfinished(page)
    return missing + refused_by_the_log(page)


def refused_by_the_log(page: Page) -> list[str]:
    """Sentences that say why the log would not take `page` now."""
    return gates.unsealable_texts(page) + clock_is_behind(page)


def clock_is_behind(page: Page) -> list[str]:
    """A sentence that says that no entry about `page` could be made now, if so."""
    if Log.objects.filter(council=page.get_site(), last_at__gt=timezone.now()).exists():
        return [
            _("The server's clock is behind the last entry of the record. Have it set right first.")
        ]
    return []


def _drafts(pages: list[Page], *, below: bool) -> Iterator[Page]:
    """The latest draft of each page, and of each unpublished page below it."""
    for page in pages:
        yield page.get_latest_revision_as_object()
        if below:
            for child in page.get_descendants().not_live():
                yield child.get_latest_revision_as_object()


def _refuse(request: HttpRequest, page: Page, sentences: list[str]) -> HttpResponse | None:
    if not sentences:
        return None
    messages.error(request, f"{page}: {' '.join(dict.fromkeys(sentences))}")
    return redirect("wagtailadmin_pages:edit", page.pk)
