"""What stands around every public page: council, menu, languages. Read again when it changes.

A public page is shown far more often than anything on it changes. One statement reads the stamps
that are new whenever something public changed (`heard.models.PublicStamp`); while they say the
same, a process shows what it has made before.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Locale, Page, PageViewRestriction, Site

from consultations.models import CouncilSettings
from heard.models import PublicStamp

DEEPEST_SECTION = 3  # of a page's depth in the tree: root, front page, section
MOST_KEPT = 64  # hosts times languages: more than any installation has


@dataclass(frozen=True)
class Section:
    """A page right below the front page."""

    title: str
    slug: str
    path: str
    url: str
    in_menu: bool
    lang: str  # the language of its title, "" where it is that of everything around it


@dataclass(frozen=True)
class Frame:
    """What all public pages of a council have in common, in one language."""

    site: Site
    council: CouncilSettings
    root: Page
    sections: tuple[Section, ...]
    root_paths: Any  # Wagtail's own list of sites and where their pages begin
    restricted: tuple[str, ...]  # tree paths below which not everyone may read
    locales: dict[int, str]  # code by number
    root_locale: int

    def is_restricted(self, page: Page) -> bool:
        """Whether this page, or one above it, is not for everyone."""
        return any(page.path.startswith(path) for path in self.restricted)


_kept: dict[tuple, Frame] = {}


def stamp_for(request: HttpRequest) -> PublicStamp:
    """The stamps at the beginning of this request, in one statement."""
    if not hasattr(request, "_heard_stamp"):
        request._heard_stamp = PublicStamp.now()
    return request._heard_stamp


def frame_for(request: HttpRequest) -> Frame | None:
    """The frame for this request, in one statement while nothing has changed; None where there is
    no council for the host. Wagtail's own look-ups for this request find what is in it."""
    if not hasattr(request, "_heard_frame"):
        request._heard_frame = _find(request)
        if request._heard_frame:
            _prime(request, request._heard_frame)
    return request._heard_frame


def _find(request: HttpRequest) -> Frame | None:
    key = (stamp_for(request).frame, request.get_host(), get_language())
    if key not in _kept:
        frame = _make(request)
        if frame is None:
            return None
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = frame
    return _kept[key]


def _make(request: HttpRequest) -> Frame | None:
    site = Site.find_for_request(request)
    if site is None:
        return None
    root = site.root_page.localized
    sections = root.get_children().live().select_related("alias_of__locale").order_by("path")
    return Frame(
        site=site,
        council=CouncilSettings.for_site(site),
        root=root,
        sections=tuple(
            Section(
                page.title,
                page.slug,
                page.path,
                page.get_url(request),
                page.show_in_menus,
                _other_language(page),
            )
            for page in sections
        ),
        root_paths=Site.get_site_root_paths(),
        restricted=tuple(PageViewRestriction.objects.values_list("page__path", flat=True)),
        locales=dict(Locale.objects.values_list("pk", "language_code")),
        root_locale=site.root_page.locale_id,
    )


def _other_language(page: Page) -> str:
    """The language of a section that has not been translated: it shows its source's words."""
    code = page.alias_of.locale.language_code if page.alias_of_id else ""
    return "" if code == get_language() else code


def _prime(request: HttpRequest, frame: Frame) -> None:
    """Let Wagtail find in the request what it would otherwise ask the database for."""
    request._wagtail_site = frame.site
    request._wagtail_cached_site_root_paths = frame.root_paths
    setattr(request, CouncilSettings.get_cache_attr_name(), frame.council)
