"""Every kind of public page: no barriers, no sideways scrolling, light, nothing from elsewhere."""

from dataclasses import dataclass

import pytest

from tests.journeys.checks import barriers, scrolls_sideways
from tests.journeys.conftest import SIZES, watch

pytestmark = pytest.mark.only_on("sqlite")  # what a browser makes of a page asks no database

PAGES = {
    "home": "/",
    "have your say": "/have-your-say/",
    "open consultation": "/have-your-say/who-gets-to-see-it/",
    "closed consultation": "/have-your-say/your-review-letter/",
    "decided consultation": "/have-your-say/the-words-in-your-record/",
    "what changed": "/what-changed/",
    "decision: changed": "/what-changed/family-time-not-contact/",
    "decision: not changed": "/what-changed/rubbing-things-out/",
    "record": "/what-changed/log/",
    "entry": "/what-changed/log/30/",
    "late promises": "/what-changed/?promises=late",
    "checking a seal": "/what-changed/log/check/?seal=x",
    "register": "/what-we-write-down/?q=moving",
    "item": "/what-we-write-down/reason-for-moving/",
    "findings list": "/what-you-told-us/",
    "findings": "/what-you-told-us/what-you-told-us-about-words/",
    "how this works": "/how-this-works/",
    "privacy": "/privacy/",
    "accessibility": "/accessibility/",
    "my words": "/my-words/",
    "sign in": "/accounts/login/",
    "no such page": "/nothing-here/",
}
FIRST_PAGE = 100 * 1024  # bytes over the wire, with font and style


@dataclass(frozen=True)
class Seen:
    """What one visit on a phone and one at a desk found."""

    n_bytes: int  # of the first visit, over the wire
    barriers: dict[str, list[str]]  # by size
    is_wide_at_320: bool
    wrong: list[str]  # scripts, policy, requests to other sites


@pytest.fixture(scope="module", params=PAGES.values(), ids=PAGES.keys())
def seen(request, site, browser) -> Seen:
    """A page, visited in every size."""
    found, sizes, wrong = {}, [], []
    for size, viewport in SIZES.items():
        context = browser.new_context(base_url=site.url, viewport=viewport)
        page = context.new_page()
        watch(page, site, wrong)
        if size == "phone":
            page.on("requestfinished", lambda request: sizes.append(_bytes(request)))
        page.goto(request.param, wait_until="networkidle")
        for details in page.locator("details").all():
            details.evaluate("element => element.open = true")
        found[size] = barriers(page)
        if size == "phone":
            page.set_viewport_size({"width": 320, "height": 640})
            is_wide = scrolls_sideways(page)
        context.close()
    return Seen(sum(sizes), found, is_wide, wrong)


@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(seen, size):
    assert seen.barriers[size] == []


def test_nothing_goes_wrong_unseen(seen):
    assert seen.wrong == []


def test_no_page_scrolls_sideways_on_the_narrowest_phone(seen):
    assert not seen.is_wide_at_320


def test_a_first_visit_is_light(seen):
    assert 0 < seen.n_bytes <= FIRST_PAGE


def _bytes(request) -> int:
    measured = request.sizes()
    return measured["responseBodySize"] + measured["responseHeadersSize"]
