"""Answering in a real browser: without a script, by keyboard alone, and leaving fast."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.checks import barriers, scrolls_sideways

pytestmark = pytest.mark.only_on("sqlite")  # the whole loop answers on both
OPEN = "/have-your-say/who-gets-to-see-it/"
WRITING = "textarea[name=answer], input[type=text][name=answer]"
EVERYONE = ["child:6-9", "child:13-15", "child:18-25", "parent:", "practitioner:", "not_said:"]


def start(page: Page, who: str) -> None:
    """From the consultation's page to the first question."""
    page.goto(OPEN)
    page.get_by_role("link", name="Start").click()
    page.check(f"input[value='{who}']")
    page.get_by_role("button", name="Next").click()
    if "/voice/" in page.url:
        page.check("input[value=me]")
        page.get_by_role("button", name="Next").click()
    page.locator("form button.button").first.click()
    expect(page).to_have_title(re.compile("Question 1 of"))


def answer(page: Page) -> None:
    """Give some answer to the question on the page, and go on."""
    if page.locator("[inputmode]").count():
        page.fill("[name=answer]", "٣")
    elif page.locator(WRITING).count():
        page.locator(WRITING).first.fill("It depends <b>on</b> who 🙂")
    elif page.locator("button.put").count():
        page.locator("button.put:visible").first.click()
    else:
        page.locator("input[type=radio], input[type=checkbox]").first.check()
    with page.expect_navigation():
        page.locator(".actions [name=go][value=next]").click()


def send_everything(page: Page) -> str:
    """Answer every question, check, send, say nothing about oneself: the four words."""
    while "/check/" not in page.url:
        answer(page)
    page.get_by_role("button", name="Send").click()
    page.locator(".words li").first.wait_for()
    if "/about-you/" in page.url:
        page.get_by_role("button", name="Skip all of these").click()
        expect(page).to_have_title("Thank you")
    return " ".join(page.locator(".words li").all_inner_texts())


@pytest.mark.parametrize("who", EVERYONE)
def test_anybody_can_answer_without_a_script(site, open_browser, who):
    page = open_browser(site, "phone", js=False)
    start(page, who)

    words = send_everything(page)

    assert len(words.split()) == 4
    assert page.title() == "Thank you"


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_axe_finds_nothing_on_any_step(site, open_browser, size):
    page, found = open_browser(site, size), {}

    def look(step: str) -> None:
        found[step] = [*barriers(page), *(["scrolls"] if scrolls_sideways(page) else [])]

    page.goto(OPEN)
    page.get_by_role("link", name="Start").click()
    look("who")
    page.get_by_role("button", name="Next").click()
    look("who, with an error")
    page.check("input[value='child:6-9']")
    page.get_by_role("button", name="Next").click()
    look("voice")
    page.check("input[value=with_help]")
    page.get_by_role("button", name="Next").click()
    look("helper")
    page.get_by_role("link", name="I have read this").click()
    look("agree")
    page.locator("form button.button").first.click()
    while "/check/" not in page.url:
        look(page.title())
        answer(page)
    look("check")
    page.get_by_role("link", name="Stop and come back later").click()
    look("stop")
    page.get_by_role("link", name="Go on now").click()
    page.get_by_role("button", name="Send").click()
    expect(page).to_have_title("About you")
    look("about you")
    page.get_by_role("button", name="Done").click()
    expect(page).to_have_title("Thank you")
    look("thanks")
    words = " ".join(page.locator(".words li").all_inner_texts())
    page.goto("/my-words/")
    page.get_by_label("Your four words").fill(words)
    page.get_by_role("button", name="Next").click()
    look("what became of it")
    page.get_by_role("link", name="Delete my answers").click()
    look("sure")

    assert {step: faults for step, faults in found.items() if faults} == {}


def test_the_keyboard_alone_is_enough(site, open_browser):
    page = open_browser(site, "desktop")
    page.goto(OPEN)

    _press_until(page, "Start")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Who are you?")
    _press_until(page, "I am 16 or 17")
    page.keyboard.press("Space")
    _press_until(page, "Next")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Who is answering?")
    _press_until(page, "Me")
    page.keyboard.press("Space")
    _press_until(page, "Next")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("It is your choice")
    _press_until(page, "Yes, let's start")
    page.keyboard.press("Enter")
    for number in range(1, 7):
        expect(page).to_have_title(f"Question {number} of 6")
        _press_until(page, "Skip this one")
        page.keyboard.press("Enter")
    expect(page).to_have_title("Check your answers")
    _press_until(page, "Send")
    page.keyboard.press("Enter")
    expect(page).to_have_title("About you")
    _press_until(page, "Skip all of these")
    page.keyboard.press("Enter")

    expect(page).to_have_title("Thank you")


def _press_until(page: Page, name: str) -> None:
    """Press Tab (and the down arrow inside a group of radios) until `name` has the focus."""
    page.wait_for_load_state()
    for _press in range(80):
        page.keyboard.press("Tab")
        label = page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement).innerText?.trim()"
        )
        if label == name:
            return
        if page.evaluate("document.activeElement.type") == "radio":
            for _arrow in range(12):
                page.keyboard.press("ArrowDown")
                if page.evaluate("document.activeElement.labels[0].innerText.trim()") == name:
                    return
    raise AssertionError(f"{name} cannot be reached with the keyboard.")


def test_enter_in_a_box_goes_on_and_loses_nothing(site, open_browser):
    page = open_browser(site, "phone", js=False)
    start(page, "parent:")
    page.goto(page.url.replace("/1/", "/2/"))
    field = page.locator("[name=answer]").first
    field.fill("Nobody told us")

    page.get_by_role("button", name="Back", exact=True).click()
    page.goto(page.url.replace("/1/", "/2/"))

    assert page.locator("[name=answer]").first.input_value() == "Nobody told us"


def test_four_words_carry_on_another_device_and_become_the_receipt(site, open_browser):
    first = open_browser(site, "phone", js=False)
    start(first, "child:13-15")
    answer(first)
    first.get_by_role("button", name="Stop and come back later").click()
    words = " ".join(first.locator(".words li").all_inner_texts())
    second = open_browser(site, "phone", js=False)
    second.goto("/my-words/")
    second.get_by_label("Your four words").fill(words.upper().replace(" ", ", "))

    second.get_by_role("button", name="Next").click()
    expect(second).to_have_title(re.compile("Question 2 of"))
    receipt = send_everything(second)

    assert receipt == words


def test_the_back_button_after_deleting_asks_nobody_to_send_again(site, open_browser):
    page = open_browser(site, "phone", js=False)
    start(page, "child:10-12")
    words = send_everything(page)
    page.goto("/my-words/")
    page.get_by_label("Your four words").fill(words)
    page.get_by_role("button", name="Next").click()
    expect(page).to_have_title("Your answers")
    page.get_by_role("link", name="Delete my answers").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page).to_have_title("Deleted")

    page.go_back()

    expect(page).to_have_title("Your four words")


def test_the_next_person_at_a_tablet_is_asked_first_and_sees_no_answer(site, open_browser):
    page = open_browser(site, "desktop", js=False)
    start(page, "child:13-15")
    answer(page)
    page.goto(OPEN)
    page.get_by_role("link", name="Start").click()
    expect(page.locator("h1")).to_have_text("Somebody has begun here")

    page.get_by_role("button", name="Start afresh").click()

    expect(page.locator("h1")).to_have_text("Who are you?")


def test_what_is_too_much_at_once_is_still_in_the_box_after_going_back(site, open_browser):
    page = open_browser(site, "phone", js=False)
    start(page, "child:13-15")
    page.goto(page.url.replace("/1/", "/2/"))
    page.fill("textarea[name=answer]", "word " * 250_000)
    page.get_by_role("button", name="Next").last.click()
    expect(page).to_have_title("That was too much at once")

    page.go_back()

    assert page.input_value("textarea[name=answer]") == "word " * 250_000


def test_the_back_button_after_sending_shows_no_answers(site, open_browser):
    page = open_browser(site, "phone")
    start(page, "child:10-12")
    send_everything(page)

    page.go_back()
    page.wait_for_load_state()

    expect(page).to_have_title("Thank you")


@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
def test_leaving_fast_leaves_nothing_to_come_back_to(site, open_browser, js):
    page = open_browser(site, "phone", js=js)
    start(page, "child:13-15")
    page.goto(page.url.replace("/1/", "/2/"))
    address = page.url

    page.get_by_role("link", name="Leave this page now").click()
    page.wait_for_url("**/how-this-works/")
    page.goto(address)

    expect(page).to_have_title("Before you start")


def test_shift_three_times_leaves(site, open_browser):
    page = open_browser(site, "desktop")
    start(page, "child:13-15")

    for _press in range(3):
        page.keyboard.press("Shift")

    page.wait_for_url("**/how-this-works/")


def test_an_answering_page_is_light(site, open_browser):
    page, sizes = open_browser(site, "phone"), []
    start(page, "child:13-15")
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))

    answer(page)
    page.wait_for_load_state("networkidle")

    assert sum(sizes) <= 40 * 1024


def test_in_forced_colours_a_choice_can_be_seen(site, open_browser):
    page = open_browser(site, "phone", forced_colors="active")
    start(page, "child:6-9")
    page.locator("input[type=radio], input[type=checkbox]").first.check()

    shown = page.locator(".choice:has(:checked), .face:has(:checked), .side:has(:checked)").first

    assert shown.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
