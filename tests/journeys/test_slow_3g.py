"""On slow 3G a first visit is readable in three seconds, and each question in less than two.

The DevTools protocol imitates the line here; docs/performance.md has figures from a real slow line.
"""

from functools import partial

import pytest
from playwright.sync_api import Page

from tests.journeys.painting import Seen, Watched
from tests.journeys.test_answering import OPEN

pytestmark = pytest.mark.only_on("sqlite")  # the line is slower than any database

FIRST_VISIT, EACH_PAGE = 3000, 1800  # milliseconds
MOST_BYTES = 40 * 1024  # of one page, without pictures, with style and font cached


@pytest.fixture(scope="module")
def seen(site, browser) -> list[Seen]:
    """One person's way on an old phone without scripts, page by page."""
    context = browser.new_context(
        base_url=site.url,
        viewport={"width": 360, "height": 640},
        has_touch=True,
        java_script_enabled=False,
    )
    page = context.new_page()
    watched = Watched(page)
    watched.imitate_slow_3g()
    found = [watched.press(partial(page.goto, OPEN))]
    page.wait_for_load_state("networkidle")  # the font comes after what can be read
    found.append(watched.press(page.get_by_role("link", name="Start").click))
    page.check("input[value='child:16-17']")
    while "/check/" not in page.url:
        found.append(watched.press(_go_on(page)))
    context.close()
    return found


def test_a_first_visit_can_be_read_in_three_seconds(seen):
    assert seen[0].largest < FIRST_VISIT


def test_each_page_after_it_can_be_read_in_less_than_two(seen):
    assert {one.name: one.largest for one in seen[1:] if one.largest >= EACH_PAGE} == {}


def test_each_page_after_it_is_light(seen):
    assert {one.name: one.n_bytes for one in seen[1:] if not 0 < one.n_bytes <= MOST_BYTES} == {}


def _go_on(page: Page):
    """Skip what can be skipped; the press that leads to the next page."""
    if page.locator("input[value=me]").count():
        page.check("input[value=me]")
    skip = page.get_by_role("button", name="Skip this one")
    return (skip if skip.count() else page.locator("main form button.button").first).click
