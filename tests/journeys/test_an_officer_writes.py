"""An officer writes for children (requirements, P1): hard words are named while they are typed,
each age has its own words, and Easy Read stays short. What a refused save holds is not lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.staff import press, said, sign_in

pytestmark = pytest.mark.only_on("sqlite")

FIND = """
from consultations.models import ConsultationPage as P
page = P.objects.get(slug='how-we-message-you', locale__language_code='en-gb')
print(page.pk)
"""
LONG = "We would like you to tell us how you want us to send you every message now."
YOUNG = "How should we tell you things?"


def test_an_officer_writes_for_every_age(own_site, open_browser):
    pk = own_site.python(FIND)
    page = open_browser(own_site, "desktop")
    sign_in(page, "officer")
    page.goto(f"/admin/pages/{pk}/edit/")
    see_hard_words_named(page)
    write_for_the_youngest(page)
    be_told_that_a_row_is_too_long(page)
    see_it_as_a_child(page, pk)


def see_hard_words_named(page: Page) -> None:
    page.locator("[name=why]").fill("You said that the letters about your placement come late.")
    told = page.locator("#id_why-plain")
    expect(told).to_contain_text("“placement” → “the place where you live”")
    expect(told).to_contain_text("Words: 10.")
    page.locator("[name=why]").fill("You said that our letters come late.")
    expect(told).not_to_contain_text("placement")


def write_for_the_youngest(page: Page) -> None:
    page.locator("[name=bands][value='6-9']").check()
    add(page, "questions-0-value-wordings")
    page.locator("[name=questions-0-value-wordings-0-value-bands][value='6-9']").check()
    page.locator("[name=questions-0-value-wordings-0-value-text]").fill(YOUNG)


def be_told_that_a_row_is_too_long(page: Page) -> None:
    add(page, "easy_read")
    page.locator("#easy_read-0-value-symbol-chooser [data-chooser-action-choose]").first.click()
    page.locator(".modal-content").get_by_role("textbox").fill("letter")
    page.locator(".modal-content").get_by_role("link", name="love letter").click()
    page.locator(".modal-content").wait_for(state="hidden")
    page.locator("[name=easy_read-0-value-text]").fill(LONG)
    press(page, "Save draft")
    expect(page.get_by_text("This row has 17 words. Easy Read has at most 15")).to_be_visible()
    expect(page.locator("[name=easy_read-0-value-text]")).to_have_value(LONG)
    page.locator("[name=easy_read-0-value-text]").fill("We want to send you messages.")
    press(page, "Save draft")
    assert "How should we send you messages?" in said(page)


def see_it_as_a_child(page: Page, pk: str) -> None:
    page.goto(f"/admin/preview/{pk}/")
    page.get_by_label("Who is asked").select_option("I am 6 to 9")
    page.get_by_role("button", name="Walk through it").click()
    expect(page.get_by_role("heading", name=YOUNG)).to_be_visible()


def add(page: Page, name: str) -> None:
    """Add a line to a list of the editor."""
    lines = page.locator(f"//input[@name='{name}-count']/..")
    lines.get_by_title("Add").or_(lines.get_by_title("Insert a block")).last.click()
