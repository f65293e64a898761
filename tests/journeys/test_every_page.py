"""Every kind of public page: no barriers, no sideways scrolling, light, nothing from elsewhere."""

import pytest

from tests.journeys.checks import barriers, scrolls_sideways

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
NEXT_PAGE = 40 * 1024


@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_axe_finds_nothing(site, open_browser, path, size):
    page = open_browser(site, size)
    page.goto(path)

    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")

    assert barriers(page) == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_no_page_scrolls_sideways_on_the_narrowest_phone(site, browser, path):
    context = browser.new_context(base_url=site.url, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(path)

    wide = scrolls_sideways(page)
    context.close()

    assert not wide


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_first_visit_is_light(site, open_browser, path):
    page = open_browser(site, "phone")
    sizes = []
    page.on("requestfinished", lambda request: sizes.append(_bytes(request)))

    page.goto(path, wait_until="networkidle")

    assert 0 < sum(sizes) <= FIRST_PAGE


def _bytes(request) -> int:
    measured = request.sizes()
    return measured["responseBodySize"] + measured["responseHeadersSize"]
