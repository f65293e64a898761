"""Drawing by mouse and by keyboard, and recording a voice, in a real browser."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import staff
from tests.journeys.checks import barriers, scrolls_sideways
from tests.journeys.test_answering import start

pytestmark = pytest.mark.only_on("sqlite")  # what is true of the browser is true once
TURNED = {"width": 640, "height": 360}
REFUSE = """() => { const media = navigator.mediaDevices; media.ask = media.getUserMedia;
  media.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError")); }"""
ALLOW = "() => { navigator.mediaDevices.getUserMedia = navigator.mediaDevices.ask; }"


def go_to(page: Page, part: str) -> None:
    """To the question of whose page this is a part."""
    while not page.locator(part).count():
        with page.expect_navigation():
            page.get_by_role("button", name="Skip this one").click()


def lines(page: Page) -> list[dict]:
    """What is on the paper, as it is sent."""
    return json.loads(page.input_value("[name=answer_strokes]"))


def faults(page: Page) -> list[str]:
    """What is wrong with a page, seen from its top: elsewhere the header lies over some of it."""
    page.evaluate("scrollTo(0, 0)")
    return [*barriers(page), *(["scrolls"] if scrolls_sideways(page) else [])]


def test_a_child_draws_by_mouse_and_by_keyboard_and_finds_it_again(site, open_browser):
    page = open_browser(site, "phone")
    start(page, "child:6-9")
    go_to(page, "canvas")
    paper, said = page.locator("canvas"), page.locator("[data-draw] [data-said]")
    page.get_by_label("Red").check()
    paper.scroll_into_view_if_needed()
    place = paper.bounding_box()
    page.mouse.move(place["x"] + 30, place["y"] + 30)
    page.mouse.down()
    page.mouse.move(place["x"] + 120, place["y"] + 90, steps=5)
    page.mouse.up()

    page.get_by_label("Blue").check()
    paper.focus()
    page.keyboard.press("Space")
    expect(said).to_have_text("Pen down.")
    for key in ["ArrowRight"] * 3 + ["Space"]:
        page.keyboard.press(key)
    expect(said).to_have_text("Pen up.")
    page.get_by_role("button", name="Start with empty paper").click()
    assert lines(page) == []
    page.get_by_role("button", name="Undo").click()
    red, blue = lines(page)
    assert (red["c"], blue["c"]) == ("red", "blue")
    assert blue["p"] == [500, 400, 520, 400, 540, 400, 560, 400]

    page.set_viewport_size(TURNED)
    assert faults(page) == []
    assert lines(page) == [red, blue]
    page.get_by_label("Tell us about it").fill("my line")
    page.locator(".actions button", has_text="Next").click()
    expect(page).to_have_title("Check your answers")
    assert page.locator(".kept img").evaluate("image => image.decode().then(() => image.width > 0)")

    page.go_back()
    page.wait_for_load_state("networkidle")
    assert json.loads(page.get_attribute("[data-draw]", "data-drawn")) == [red, blue]
    expect(page.get_by_label("Tell us about it")).to_have_value("my line")


def test_a_voice_is_recorded_heard_deleted_recorded_again_and_opened_by_a_reader(
    site, open_browser
):
    page = open_browser(site, "phone", permissions=["microphone"])
    start(page, "child:10-12")
    go_to(page, "[data-voice]")
    said = page.locator("[data-voice] [data-said]")
    page.evaluate(REFUSE)
    page.get_by_role("button", name="Record", exact=True).click()
    expect(said).to_contain_text("We may not use the microphone.")
    page.evaluate(ALLOW)

    _record(page, "Record")
    expect(said).to_contain_text("Listen to it.")
    assert faults(page) == []
    page.get_by_role("button", name="Delete it").click()
    assert page.locator("#id_answer_file").evaluate("field => field.files.length") == 0
    _record(page, "Record again")
    page.locator(".actions button", has_text="Next").click()
    expect(page).to_have_title("Check your answers")
    assert 0.5 < _length(page) < 10
    page.get_by_role("button", name="Send").click()
    expect(page).to_have_title("About you")

    reader = open_browser(site, "desktop")
    staff.sign_in(reader, "reader")
    spoken = "from feedback.models import Words; print(Words.objects.get(medium='spoken').pk)"
    reader.goto(f"/admin/reading/{site.python(spoken)}/")
    reader.get_by_role("button", name="Open it").click()
    assert 0.5 < _length(reader) < 10


def _record(page: Page, name: str) -> None:
    """Hum for a second."""
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator("[data-time]")).to_have_text(re.compile("0:0[1-9]"))
    page.get_by_role("button", name="Stop", exact=True).click()
    page.locator("[data-heard]").wait_for()


def _length(page: Page) -> float:
    """How many seconds the browser finds in the first sound of a page."""
    page.wait_for_load_state("networkidle")
    return page.locator("main audio").first.evaluate(
        """sound => new Promise((tell, fail) => {
          if (sound.readyState) tell(sound.duration);
          sound.onloadedmetadata = () => tell(sound.duration);
          sound.onerror = () => fail(sound.error.message);
          sound.load();
        })"""
    )
