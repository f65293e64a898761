"""Where somebody begins to look for a page to choose."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import BrowseView
from wagtail.coreutils import resolve_model_string
from wagtail.models import Page

from consultations.scoping import own_pages

LEAST_DEPTH = 2  # the root of everything is no place to begin


@require_admin_access
def choose_page(request: HttpRequest) -> HttpResponse:
    """Begin above the pages of the kind that is asked for, of one's own council and as they were
    written first. Wagtail would begin at the root as soon as one of them is translated."""
    return BrowseView.as_view()(request, parent_page_id=_begin_at(request))


def _begin_at(request: HttpRequest) -> int | None:
    """The page where they all are; None where Wagtail may choose."""
    asked = request.GET.get("page_type", "")
    try:
        kinds = [resolve_model_string(name) for name in asked.split(",") if name]
    except (LookupError, ValueError) as unknown:
        raise Http404 from unknown
    if not kinds or Page in kinds:
        return None
    pages = Page.objects.type(*kinds).filter(locale__language_code=settings.LANGUAGE_CODE)
    above = own_pages(pages, request).first_common_ancestor()
    return above.pk if above.depth >= LEAST_DEPTH else None
