"""Sixteen, in care, an old phone of 320 pixels, and no scripts (requirements 5, P3).

How long each page takes on a slow line is in test_slow_3g.py.
"""

from functools import partial

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.checks import barriers, scrolls_sideways
from tests.journeys.painting import Seen, Watched
from tests.journeys.test_answering import OPEN

pytestmark = pytest.mark.only_on("sqlite")  # what a browser makes of a page asks no database

WHO_READS = "We do not ask for your name. Your social worker will not be sent your answers."
HTML = "text/html; charset=utf-8"
FIRST_PAGE = 100 * 1024  # bytes, with style and font
ANGRY = "Nobody bloody asks. You write shit about me, and my social worker Dave reads it out."


def test_sixteen_in_care_on_an_old_phone(site, open_browser):
    page = open_browser(site, "phone", js=False)
    page.set_viewport_size({"width": 320, "height": 568})
    phone = OldPhone(page, Judge(open_browser(site, "phone")))

    first = phone.press(partial(page.goto, OPEN))
    assert first.n_bytes < FIRST_PAGE
    phone.press(page.get_by_role("link", name="Start").click)
    page.check("input[value='child:16-17']")
    phone.next()
    page.check("input[value=me]")
    phone.next()
    expect(page.locator("main")).to_contain_text(
        "We do not ask for your name. Your social worker will not be sent your answers."
    )
    phone.next()
    say_it_angrily(phone)
    lose_the_signal_on_send(page)

    words = " ".join(page.locator(".words li").all_inner_texts())
    assert len(words.split()) == 4
    take_it_back(phone, words)
    assert phone.faults == {}


class Judge:
    """A window with scripts, in which axe looks at pages that were made without."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_viewport_size({"width": 320, "height": 568})

    def faults(self, content: str) -> list[str]:
        address = "/as-it-was-seen/"
        self.page.route(
            f"**{address}", lambda route: route.fulfill(body=content, content_type=HTML)
        )
        self.page.goto(address)
        found = barriers(self.page)
        self.page.unroute(f"**{address}")
        return found


class OldPhone:
    """A phone that notes every barrier on every page it sees."""

    def __init__(self, page: Page, judge: Judge) -> None:
        self.page, self.judge, self.watched, self.faults = page, judge, Watched(page), {}

    def press(self, press) -> Seen:
        seen = self.watched.press(press)
        found = self.judge.faults(self.page.content())
        found += ["scrolls"] if scrolls_sideways(self.page) else []
        if found:
            self.faults[seen.name] = found
        return seen

    def next(self) -> Seen:
        return self.press(self.page.locator("main form button.button").first.click)


def say_it_angrily(phone: OldPhone) -> None:
    """Swear in every box and name somebody: a name is pointed out, and all of it is taken."""
    page, n_texts = phone.page, 0
    while "/check/" not in page.url:
        texts = page.locator("textarea[name=answer], input[type=text][name=answer]")
        if texts.count():
            texts.fill(ANGRY)
            n_texts += 1
            assert not page.locator("[name=may_show]").is_checked()
            phone.next()
        else:
            phone.press(page.get_by_role("button", name="Skip this one").click)
    assert n_texts
    expect(page.get_by_text(ANGRY)).to_have_count(n_texts)
    expect(page.locator(".spotted mark")).to_have_text(["Dave"] * n_texts)


def lose_the_signal_on_send(page: Page) -> None:
    """The answer to Send never comes; going back and sending again is thanked for once."""
    address = page.url
    page.route("**/check/", lose_the_answer)
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Send").click(no_wait_after=True)
    page.unroute("**/check/")
    page.goto(address)
    expect(page).to_have_title("Thank you")


def lose_the_answer(route) -> None:
    """What was sent arrives, and what comes back is lost on the way."""
    route.fetch(max_redirects=0)
    route.abort()


def take_it_back(phone: OldPhone, words: str) -> None:
    """The four words find the answers, once, and delete them."""
    page = phone.page
    phone.press(partial(page.goto, "/my-words/"))
    page.get_by_label("Your four words").fill(words)
    phone.press(page.get_by_role("button", name="Next").click)
    phone.press(page.get_by_role("link", name="Delete my answers").click)
    phone.press(page.get_by_role("button", name="Delete", exact=True).click)
    expect(page).to_have_title("Deleted")
