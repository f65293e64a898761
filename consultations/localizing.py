"""wagtail-localize as we use it: within a council, and never past the check of a translation.

Its own screens ask whether somebody may translate at all; ours ask whether they may work on this
page. Its publish buttons lead to our screen (see decision 0016).
"""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages as admin_messages
from wagtail.models import Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from consultations.actions.translations import show_as_it_is
from consultations.checking import report
from consultations.translations import source_of, standing_of, why_not_public

CHECK_FIRST = "consultations_translation"


def submit(request: HttpRequest, page_id: int) -> HttpResponse:
    """Begin to translate a page of one's own council."""
    show_as_it_is(page=_may_edit(request, get_object_or_404(Page, pk=page_id)))
    return SubmitPageTranslationView.as_view()(request, page_id=page_id)


def update(request: HttpRequest, translation_source_id: int) -> HttpResponse:
    """Show translators what a page of one's own council says now. Publishes nothing."""
    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    show_as_it_is(page=_may_edit(request, source.get_source_instance()))
    if request.method == "POST":
        request.POST = request.POST.copy()
        request.POST.pop("publish_translations", None)
    return UpdateTranslationsView.as_view()(request, translation_source_id=translation_source_id)


def no_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """An alias would show the source's words under another language, and nobody would check it."""
    page = _may_edit(request, get_object_or_404(Page, pk=page_id))
    messages.error(
        request,
        _("A translation stays a page of its own. Unpublish it to take it out of sight."),
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def closed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """A screen that goes across councils."""
    raise Http404


def urls() -> list:
    """Addresses of wagtail-localize that we answer ourselves. They stand before its own: its report
    goes across councils."""
    return [
        path("localize/submit/page/<int:page_id>/", submit, name="localize_submit"),
        path("localize/update/<int:translation_source_id>/", update, name="localize_update"),
        path("localize/submit/snippet/<path:rest>", closed, name="localize_no_snippets"),
        path("localize/page/<int:page_id>/convert_to_alias/", no_alias, name="localize_no_alias"),
        path("localize/api/<path:rest>", closed, name="localize_no_api"),
        path("localize/reports/translations/", report, name="localize_report"),
        path("localize/reports/translations/results/", report, name="localize_results"),
    ]


def before_edit_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say how a translation stands, and lead its publish button to the check."""
    standing = standing_of(page.specific)
    if standing is None:
        return None
    if request.method == "POST" and request.POST.get("action") == "publish":
        messages.error(request, _("Say who checked this translation. Then publish it here."))
        return redirect(CHECK_FIRST, page.pk)
    if request.method == "GET":
        admin_messages.info(
            request,
            _("This translation: %s.") % standing.state.label.lower(),
            buttons=[
                admin_messages.button(reverse(CHECK_FIRST, args=[page.pk]), _("Check and publish"))
            ],
        )
    return None


def before_publish_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """What the editor just changed, nobody has checked."""
    if getattr(request, "publishes_checked", False) or source_of(page) is None:
        return None
    messages.error(
        request,
        _("A person who reads the language must check this translation first. Save it as a draft."),
    )
    return redirect(CHECK_FIRST, page.pk)


def before_bulk_action(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """The same for many at once."""
    pages = [thing for thing in objects if isinstance(thing, Page)]
    if action_type != "publish":
        return None
    for page in pages:
        latest = page.get_latest_revision()
        if latest and (sentence := why_not_public(page, latest)):
            messages.error(request, f"“{page.title}”: {sentence}")
            return redirect(CHECK_FIRST, page.pk)
    return None


def offer_no_alias(items: list, request: HttpRequest, context: dict) -> None:
    """A button that would be refused is not shown."""
    items[:] = [item for item in items if item.name != "localize-convert-to-alias"]


def _may_edit(request: HttpRequest, page: Page) -> Page:
    if page.is_root() or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page.specific
