"""A care leaver of 21 reads Easy Read on a phone, prints it in the library and answers on paper;
somebody at the council types it in (requirements, P4)."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.checks import faults, go, settled
from tests.journeys.staff import sign_in

pytestmark = pytest.mark.only_on("sqlite")

TITLE = "Who gets to see what we write about you?"
SAID = "keep the photos. NOT the lies"
CODE = """
from consultations.models import ConsultationPage as P
print(P.objects.get(slug='who-gets-to-see-it', locale__language_code='en-gb').identity.code)
"""
EVERYWHERE = ("/", "/have-your-say/", "/what-changed/", "/privacy/", "/accessibility/")
PER_ROW = "rows => rows.every(row => row.querySelectorAll('img').length === 1 && row.innerText)"


def test_easy_read_stands_in_the_same_place_on_every_page(site, open_browser):
    page, places = open_browser(site, "phone"), set()
    for address in EVERYWHERE:
        page.goto(address)
        box = page.get_by_role("link", name="Easy Read", exact=True).first.bounding_box()
        places.add((round(box["x"]), round(box["y"])))

    assert len(places) == 1


def test_a_care_leaver_reads_prints_and_is_typed_in(own_site, open_browser):
    page, found = open_browser(own_site, "phone"), {}
    read_in_rows(page, found)
    answer_two_and_go_back(page, found)
    print_it(page, found)
    ask_by_phone(page)
    officer, recorder = (open_browser(own_site, "desktop") for _one in range(2))
    sign_in(officer, "officer")
    code = own_site.python(CODE)
    before = came_on_paper(officer, code)
    sign_in(recorder, "recorder")
    type_it_in(recorder)

    assert {step: wrong for step, wrong in found.items() if wrong} == {}
    assert came_on_paper(officer, code) == before + 1


def read_in_rows(page: Page, found: dict) -> None:
    """One idea a row, a picture with each."""
    page.goto("/")
    page.get_by_role("link", name="Easy Read", exact=True).first.click()
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    assert page.locator(".easy li").count() > 5
    assert page.locator(".easy li").evaluate_all(PER_ROW)
    found["consultation"] = faults(page)


def answer_two_and_go_back(page: Page, found: dict) -> None:
    """Three answers and “not sure”; going back loses nothing."""
    page.get_by_role("link", name="Start").click()
    page.check("input[value='child:18-25']")
    page.get_by_role("button", name="Next").click()
    page.check("input[value=me]")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("You can skip any question.")).to_be_visible()
    found["agree"] = faults(page)
    page.locator("form button.button").first.click()
    assert settled(page).locator(".easy li").evaluate_all(PER_ROW)
    page.get_by_label("Police").check()
    go(page, "Next")
    expect(page).to_have_title(re.compile("Question 2"))
    labels = page.locator(".choice").all_inner_texts()
    assert labels[-1] == "I am not sure"
    assert len(labels) == 4
    found["question"] = faults(page)
    page.get_by_label("Maybe").check()
    go(page, "Back")
    expect(page.get_by_label("Police")).to_be_checked()
    go(page, "Next")
    expect(page.get_by_label("Maybe")).to_be_checked()
    go(page, "Stop and come back later")
    expect(page.locator(".words li")).to_have_count(4)


def print_it(page: Page, found: dict) -> None:
    """The whole thing on paper, with the pictures."""
    page.goto("/have-your-say/who-gets-to-see-it/")
    page.get_by_role("link", name="Print it and answer on paper").click()
    name = re.compile(r"Easy Read \(PDF\)\s+I am 18 to 25")
    pdf = page.get_by_role("link", name=name).get_attribute("href")
    answer = page.request.get(pdf)
    assert answer.body().startswith(b"%PDF")
    page.goto(pdf.replace("/pdf/", "/"))
    page.emulate_media(media="print")
    assert page.locator(".easy li").count() > 15
    assert page.locator(".easy li").evaluate_all(PER_ROW)
    expect(page.get_by_role("navigation")).to_be_hidden()
    found["paper"] = faults(page)
    page.emulate_media(media="screen")


def ask_by_phone(page: Page) -> None:
    """The accessibility page has a number to ring."""
    page.goto("/accessibility/")
    expect(page.get_by_text("Call 01632 960 000.")).to_be_visible()


def type_it_in(page: Page) -> None:
    """Somebody at the council types the exact words of the paper."""
    page.goto("/admin/entering/")
    page.get_by_role("link", name=f"Enter an answer {TITLE}").click()
    page.select_option("[name=channel]", "paper")
    page.select_option("[name=who]", "child:18-25")
    page.select_option("[name=voice]", "me")
    page.select_option("[name=agreed_how]", "form")
    page.get_by_role("button", name="On to the questions").click()
    page.locator("textarea[name$='-answer']").first.fill(SAID)
    page.get_by_role("button", name="Save and make the slip").click()
    expect(page.locator(".slip .words li")).to_have_count(4)


def came_on_paper(page: Page, code: str) -> int:
    """How many answers came on paper, as an officer sees it: counted apart."""
    page.goto(f"/admin/how-many/{code}/")
    row = page.get_by_role("row", name="Paper")
    return int(row.get_by_role("cell").last.inner_text()) if row.count() else 0
