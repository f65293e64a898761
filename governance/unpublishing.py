"""Saying in a sentence why something cannot be taken out of sight: others that are in sight rest
on it."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import Page

from feedback.models import FindingsPage
from governance.models import DecisionPage
from governance.publishing import clock_is_behind


def before_unpublish_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail asks before it unpublishes one page."""
    below = bool(request.POST.get("include_descendants"))
    return _refuse(request, [page], below=below)


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """Wagtail asks before it does something to many things at once."""
    pages = [thing for thing in objects if isinstance(thing, Page)]
    if action_type != "unpublish" or not pages:
        return None
    return _refuse(request, pages, below=action.cleaned_form.cleaned_data["include_descendants"])


def why_not(pages: set[int]) -> list[str]:
    """Sentences that say why the pages of these numbers stay in sight. What goes out of sight
    together with what rests on it may go."""
    decisions = DecisionPage.objects.live().filter(findings__in=pages).exclude(pk__in=pages)
    findings = FindingsPage.objects.live().filter(consultation_page__in=pages)
    return [
        *(
            _(
                "“%(page)s” cannot be unpublished, because the decision “%(rests)s” rests on it. "
                "Unpublish that first."
            )
            % {"page": one.findings.title, "rests": one.title}
            for one in decisions.select_related("findings")
        ),
        *(
            _(
                "“%(page)s” cannot be unpublished, because what people said in it is published: "
                "“%(rests)s”. Unpublish that first."
            )
            % {"page": one.consultation_page.title, "rests": one.title}
            for one in findings.exclude(pk__in=pages).select_related("consultation_page")
        ),
    ]


def _refuse(request: HttpRequest, pages: list[Page], *, below: bool) -> HttpResponse | None:
    going = {page.pk for page in pages}
    if below:
        for page in pages:
            going.update(page.get_descendants().values_list("pk", flat=True))
    sentences = why_not(going) + clock_is_behind(pages[0])
    if not sentences:
        return None
    messages.error(request, " ".join(dict.fromkeys(sentences)))
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)
