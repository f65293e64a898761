"""What this room adds to the officers' screens. Hooks only register."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from consultations import deleting
from consultations.models import AboutItem, ConsultationPage, Questionnaire
from consultations.viewsets import TermsGroup

hooks.register("before_delete_page", deleting.before_delete_page)
hooks.register("before_bulk_action", deleting.before_bulk_action)
register_snippet(TermsGroup)


@deleting.register_reason
def published_consultation(pages: Iterable[int]) -> str | None:
    """A consultation that has been published is in the record, and people may have answered it."""
    page = ConsultationPage.objects.filter(
        pk__in=pages,
        translation_key__in=Questionnaire.objects.values("consultation_id"),
    ).first()
    if page is None:
        return None
    names = {"title": page.title}
    if Questionnaire.objects.filter(consultation=page.translation_key, answered=True).exists():
        return (
            _(
                "“%(title)s” cannot be deleted, because people have answered it. "
                "Change its last day to close it, or unpublish it to take it out of sight."
            )
            % names
        )
    return (
        _(
            "“%(title)s” cannot be deleted, because it has been published and the record says so. "
            "Unpublish it to take it out of sight."
        )
        % names
    )


@deleting.register_reason
def item_in_use(pages: Iterable[int]) -> str | None:
    """An item that a consultation is about stays."""
    line = AboutItem.objects.filter(item__in=pages).select_related("item", "page").first()
    return line and _(
        "“%(item)s” cannot be deleted, because the consultation “%(page)s” is about it."
    ) % {"item": line.item.title, "page": line.page.title}


@hooks.register("before_publish_page")
def another_officer_approves(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Nobody publishes a consultation alone, whatever their permissions."""
    if not isinstance(page, ConsultationPage):
        return None
    messages.error(
        request,
        _(
            "Another officer approves a consultation before it opens. "
            "Your draft is kept: press “Submit for approval”."
        ),
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def another_officer_approves_each(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """The same for many at once."""
    pages = [thing for thing in objects if isinstance(thing, Page)]
    if action_type != "publish":
        return None
    held = [page for page in pages if isinstance(page.specific, ConsultationPage)]
    return another_officer_approves(request, held[0].specific) if held else None


@hooks.register("construct_page_action_menu")
def offer_no_publish_button(items: list, request: HttpRequest, context: dict) -> None:
    """A button that would be refused is not shown."""
    if isinstance(context.get("page"), ConsultationPage):
        items[:] = [item for item in items if item.name != "action-publish"]
