"""An officer invites; people come with a card, and one after another in a room."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.checks import barriers, scrolls_sideways
from tests.journeys.staff import sign_in

pytestmark = pytest.mark.only_on("sqlite")
OPEN = "/have-your-say/who-gets-to-see-it/"


def invitations(officer: Page) -> str:
    """The officer's screen for the open consultation."""
    officer.goto(OPEN)
    code = re.search(r"/say/([a-z0-9]{8})/", officer.content())[1]
    return f"/admin/invitations/{code}/"


def faults(page: Page) -> list[str]:
    return [*barriers(page), *(["scrolls"] if scrolls_sideways(page) else [])]


def answer_all(page: Page) -> str:
    """From the first page to four words; one question is answered, the others are skipped."""
    page.check("input[value='parent:']")
    page.get_by_role("button", name="Next").click()
    page.locator("form button.button").first.click()
    page.locator("input[type=radio], input[type=checkbox]").first.check()
    with page.expect_navigation():
        page.locator(".actions [name=go][value=next]").click()
    page.goto(re.sub(r"/\d+/$", "/check/", page.url))
    page.get_by_role("button", name="Send").click()
    page.locator(".words li").first.wait_for()
    page.get_by_role("button", name="Skip all of these").click()
    expect(page).to_have_title("Thank you")
    return " ".join(page.locator(".words li").all_inner_texts())


def test_codes_from_the_officers_screen_to_an_answer(own_site, open_browser):
    officer, found = open_browser(own_site, "desktop"), {}
    sign_in(officer, "officer")
    screen = invitations(officer)
    officer.goto(screen)
    found["invitations"] = barriers_in_main(officer)
    officer.get_by_role("link", name="Make codes").click()
    officer.get_by_label("Who they are for").fill("Year 10")
    officer.get_by_label("How many codes").fill("12")
    found["make codes"] = barriers_in_main(officer)
    officer.get_by_role("button", name="Make the codes").click()
    found["made"] = barriers_in_main(officer)
    with officer.expect_popup() as popup:
        officer.get_by_role("button", name="To print Cards").click()
    address = popup.value.locator(".card svg").first.get_attribute("aria-label")
    address = urlsplit(address).path  # the demo thinks that it is served on its usual port
    found["cards"] = barriers(popup.value)
    officer.goto(f"{screen}group/")
    officer.get_by_label("Which session").fill("Club")
    officer.get_by_role("button", name="Make the code").click()
    found["group"] = barriers_in_main(officer)
    in_room = urlsplit(officer.locator("svg.qr").get_attribute("aria-label")).path
    officer.get_by_role("link", name="Watch the count").click()
    before = int(officer.locator("#count").inner_text())

    found |= with_a_card(own_site, open_browser, address)
    one_after_another(own_site, open_browser, in_room)

    officer.reload()
    assert int(officer.locator("#count").inner_text()) == before + 2
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def barriers_in_main(page: Page) -> list[str]:
    """What axe finds in our part of a screen; the rest is Wagtail's."""
    ours = ("main", "form", ".heard-w", "#id_", "svg", "th:", "output")
    return [one for one in barriers(page) if any(part in one.split(": ")[0] for part in ours)]


def with_a_card(site, open_browser, address: str) -> dict:
    """A phone without a script follows the picture on a card, and the same card again."""
    phone, found = open_browser(site, "phone", js=False), {}
    phone.goto(address)
    answer_all(phone)
    again = open_browser(site, "phone")
    again.set_viewport_size({"width": 320, "height": 640})
    again.goto(address)
    expect(again.locator(".problem")).to_contain_text("This code opens nothing now.")
    found["used"] = faults(again)
    again.goto("/j/")
    found["type a code"] = faults(again)
    return found


def one_after_another(site, open_browser, address: str) -> None:
    """Two people at one tablet; going back shows the second nothing of the first."""
    tablet = open_browser(site, "phone", js=False)
    tablet.goto(address)
    words = answer_all(tablet)
    tablet.get_by_role("button", name="Next person").click()
    expect(tablet.locator("h1")).to_have_text("Who are you?")
    for _step in range(3):
        tablet.go_back()
        assert words.split()[0] not in tablet.locator("main").inner_text()
        assert not tablet.locator("main :checked").count()
    tablet.goto(address)
    answer_all(tablet)
    assert faults_without_script(tablet) == []


def faults_without_script(page: Page) -> list[str]:
    """A page without a script cannot run axe; its width can be seen."""
    box = page.locator("main").bounding_box()
    return [] if box["width"] <= page.viewport_size["width"] else ["scrolls"]


def test_a_browser_does_its_sum_and_sends_by_itself(own_site, open_browser):
    own_site.stop()
    own_site.env["HEARD_BUSY_AFTER"] = "0"
    own_site.start()
    page = open_browser(own_site, "phone")
    page.goto(OPEN)
    page.get_by_role("link", name="Start").click()

    assert len(answer_all(page).split()) == 4


def test_without_a_script_the_page_says_how_long_to_wait(own_site, open_browser):
    own_site.stop()
    own_site.env["HEARD_BUSY_AFTER"] = "0"
    own_site.start()
    page = open_browser(own_site, "phone", js=False)
    page.goto(OPEN)
    page.get_by_role("link", name="Start").click()
    page.check("input[value='parent:']")
    page.get_by_role("button", name="Next").click()
    page.locator("form button.button").first.click()
    page.goto(re.sub(r"/\d+/$", "/check/", page.url))

    page.get_by_role("button", name="Send").click()

    expect(page.locator("main")).to_contain_text("Count slowly to 20, then press Send.")
