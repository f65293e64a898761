"""Kinds of question in a real browser: what the scripts make better."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.checks import barriers, scrolls_sideways
from tests.journeys.test_answering import start

pytestmark = pytest.mark.only_on("sqlite")


def ask(page: Page, who: str, what: str) -> None:
    """The question that has `what` on its page."""
    start(page, who)
    while not page.locator(what).count():
        with page.expect_navigation():
            page.get_by_role("button", name="Skip this one").click()


def placed(page: Page) -> list[str]:
    return page.locator("[data-placed-things] [data-label]").all_inner_texts()


def test_things_are_put_in_order_without_a_reload_and_it_is_said(site, open_browser):
    page = open_browser(site, "phone")
    ask(page, "child:13-15", "[data-ordering]")
    requests = []
    page.on("request", lambda request: requests.append(request.url))

    for label in ("Tell me what happened after", "Ask me who should not know"):
        page.get_by_role("button", name=label, exact=True).press("Enter")
    page.get_by_role("button", name="Move up: Ask me who should not know").press("Space")

    assert placed(page) == ["Ask me who should not know", "Tell me what happened after"]
    expect(page.get_by_role("status")).to_have_text("Ask me who should not know is number 1 now.")
    down = page.get_by_role("button", name="Move down: Ask me who should not know")
    expect(down).to_be_focused()
    assert requests == []
    assert barriers(page) == []
    page.get_by_role("button", name="Take out: Tell me what happened after").click()
    with page.expect_navigation():
        page.locator(".actions [name=go][value=next]").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Back", exact=True).click()
    page.locator("[data-ordering]").wait_for()
    assert placed(page) == ["Ask me who should not know"]


def test_an_answer_that_goes_alone_unticks_the_others(site, open_browser):
    page = open_browser(site, "phone")
    ask(page, "child:10-12", "[data-alone]")
    some, alone = page.get_by_label("My health"), page.get_by_label("I am not sure")

    some.check()
    alone.check()
    expect(some).not_to_be_checked()
    some.check()
    expect(alone).not_to_be_checked()


@pytest.mark.parametrize("colours", ["none", "active"])
def test_sorting_fits_a_narrow_window_and_needs_no_mouse(site, open_browser, colours):
    page = open_browser(site, "phone", js=False, forced_colors=colours)
    page.set_viewport_size({"width": 320, "height": 640})
    ask(page, "child:6-9", ".sorting")

    page.get_by_role("group", name="My doctor").get_by_label("Can see it").focus()
    page.keyboard.press("ArrowRight")
    assert not scrolls_sideways(page)
    page.locator(".actions .button").click()
    expect(page).to_have_title(re.compile("Question 2 of"))
    page.get_by_role("button", name="Back", exact=True).click()

    doctor = page.get_by_role("group", name="My doctor")
    expect(doctor.get_by_label("Not sure")).to_be_checked()
