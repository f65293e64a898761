"""A child of nine with a foster carer, on a tablet that others use too (requirements, P2)."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.checks import faults, go
from tests.journeys.test_answering import OPEN

pytestmark = pytest.mark.only_on("sqlite")

TABLET = {"width": 768, "height": 1024}
# A machine without a sound card has no voice: this one says what it was asked to read.
VOICE = """
  window.spoken = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => [{ lang: "en-GB", localService: true }],
    speak: (one) => window.spoken.push(one.text), cancel() {}, addEventListener() {},
  } });
"""


def test_a_nine_year_old_with_a_carer(site, open_browser):
    page, found = open_browser(site, "phone"), {}
    page.set_viewport_size(TABLET)
    page.add_init_script(VOICE)
    begin_together(page, found)
    hear_and_sort(page, found)
    leave_fast_and_find_nothing(page)

    begin_together(page, found)
    hear_and_sort(page, found)
    not_be_asked_twice(page, found)
    draw_and_say_what_it_is(page, found)
    send_and_be_told_the_day(page, found)

    assert {step: wrong for step, wrong in found.items() if wrong} == {}


def look(page: Page, found: dict, step: str) -> None:
    page.evaluate("scrollTo(0, 0)")
    found[step] = faults(page)


def begin_together(page: Page, found: dict) -> None:
    """Who it is, with pictures; what the carer is asked not to do; and a yes of the child's own."""
    page.goto(OPEN)
    page.get_by_role("link", name="Start").click()
    expect(page.get_by_role("heading", name="Who are you?")).to_be_visible()
    young = page.locator("label", has_text="I am 6 to 9")
    assert young.locator("img, svg").count() == 1
    look(page, found, "who")
    young.click()
    page.get_by_role("button", name="Next").click()
    page.check("input[value=with_help]")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", name="For the one who helps")).to_be_visible()
    expect(page.get_by_role("link", name="Your own form")).to_be_visible()
    look(page, found, "helper")
    page.get_by_role("link", name="I have read this").click()
    expect(page.get_by_role("heading", name="It is your choice")).to_be_visible()
    look(page, found, "agree")
    page.locator("form button.button").first.click()
    expect(page).to_have_title(re.compile("Question 1 of"))


def hear_and_sort(page: Page, found: dict) -> None:
    """The page is read out; things are sorted."""
    page.get_by_role("button", name="Listen to this page").click()
    spoken = " ".join(page.evaluate("window.spoken"))
    assert "Who can see what we write about you?" in spoken
    assert "My teacher" in spoken
    look(page, found, "sort")
    page.get_by_role("group", name="My teacher").get_by_label("Not sure").check()
    go(page, "Next")
    expect(page).to_have_title(re.compile("Question 2 of"))


def leave_fast_and_find_nothing(page: Page) -> None:
    """Whoever takes the tablet begins anew, and sees nothing of what was said."""
    with page.expect_navigation(url=re.compile("how-this-works")):
        page.get_by_role("link", name="Leave this page now").first.click()
    page.goto(OPEN)
    page.get_by_role("link", name="Start").click()
    expect(page.get_by_role("heading", name="Who are you?")).to_be_visible()
    assert not page.locator("input:checked").count()


def not_be_asked_twice(page: Page, found: dict) -> None:
    """“I am not sure” is an answer."""
    look(page, found, "choose")
    page.get_by_label("I am not sure").check()
    go(page, "Next")
    expect(page).to_have_title(re.compile("Question 3 of"))
    go(page, "Skip this one")


def draw_and_say_what_it_is(page: Page, found: dict) -> None:
    """A line by keyboard, and a caption in the child's own words."""
    paper = page.locator("canvas")
    paper.focus()
    for key in ["Space", *["ArrowRight"] * 4, "ArrowDown", "Space"]:
        page.keyboard.press(key)
    page.get_by_label("Tell us about it").fill("my diary with a lock")
    look(page, found, "draw")
    go(page, "Next")
    expect(page).to_have_title(re.compile("Check"))
    expect(page.get_by_text("my diary with a lock")).to_be_visible()
    look(page, found, "check")


def send_and_be_told_the_day(page: Page, found: dict) -> None:
    """Did they get to say it? Then four words, and a day."""
    page.get_by_label("Yes", exact=True).check()
    go(page, "Send")
    expect(page).to_have_title("About you")
    look(page, found, "about you")
    page.get_by_role("button", name="Skip all of these").click()
    expect(page).to_have_title("Thank you")
    expect(page.locator(".words li")).to_have_count(4)
    expect(page.locator("main")).to_contain_text(re.compile(r"[Bb]y \d+ \w+ 20\d\d"))
    look(page, found, "thanks")
