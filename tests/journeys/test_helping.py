"""The social worker who enters a child's words (requirements, P6), the child with a helper, and a
signal that is lost."""

import re

import pytest
from playwright.sync_api import expect

from heard.demo.people import PASSWORD
from tests.journeys.checks import faults
from tests.journeys.test_answering import OPEN, answer

TITLE = "Who gets to see what we write about you?"
TYPED = "textarea[name$='-answer']"


@pytest.mark.only_on("sqlite")
def test_the_social_worker_enters_a_childs_words(own_site, open_browser):
    page, found = open_browser(own_site), {}

    def look(step: str) -> None:
        found[step] = faults(page)

    # 1 Signs in, and says that these are a child's exact words.
    page.goto("/admin/entering/")
    page.get_by_label("Email").fill("recorder@larkmere.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Enter answers")).to_be_visible()
    page.goto("/admin/entering/")  # without the message that one has signed in
    look("list")
    page.get_by_role("link", name=f"Enter an answer {TITLE}").click()
    expect(page.locator("[name=channel]")).to_be_visible()
    look("how it came")
    page.select_option("[name=channel]", "face_to_face")
    page.select_option("[name=who]", "child:10-12")
    page.select_option("[name=voice]", "exact_words")
    # 3 Records that the child agreed and how.
    page.select_option("[name=agreed_how]", "said")
    page.get_by_role("button", name="On to the questions").click()
    # 2 There is no field for a name or a case number; 6 it is no referral.
    expect(page.locator("main")).to_contain_text("This is not a referral")
    look("questions")
    assert not page.get_by_label(re.compile("name|case number", re.I)).count()
    page.locator(TYPED).first.fill("Not my teacher. Ask my social worker Priya")
    page.get_by_role("button", name="Save and make the slip").click()
    expect(page.locator("mark")).to_have_text("Priya")
    look("a name is pointed out")
    page.locator(TYPED).first.fill("Not my teacher")
    page.get_by_role("button", name="Save and make the slip").click()
    # 4 Gives the child the four words.
    expect(page.locator(".slip .words li")).to_have_count(4)
    look("slip")
    words = " ".join(page.locator(".slip .words li").all_inner_texts())
    slip = page.url
    # 7 Cannot read it back or change it.
    page.get_by_role("link", name="Enter another").click()
    expect(page.locator("[name=channel]")).to_have_value("face_to_face")
    assert "Not my teacher" not in page.content()
    # 5 Says what they think by another route.
    page.goto(slip)
    page.get_by_role("link", name="Your own form").click()
    expect(page.locator("input[value='practitioner:']")).to_be_visible()
    look("own view")
    page.check("input[value='practitioner:']")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="I agree. Start").click()
    expect(page).to_have_title(re.compile("Question 1 of"))
    # The child's words open what became of the child's answers, elsewhere.
    child = open_browser(own_site, "phone", js=False)
    child.goto("/my-words/")
    child.get_by_label("Your four words").fill(words)
    child.get_by_role("button", name="Next").click()
    expect(child.locator("h1")).to_have_text("What became of your answers")

    assert {step: wrong for step, wrong in found.items() if wrong} == {}


@pytest.mark.only_on("sqlite")
def test_a_child_with_a_helper_has_the_last_word(site, open_browser):
    page, found = open_browser(site, "phone"), {}
    page.goto(OPEN)
    page.get_by_role("link", name="Start").click()
    page.check("input[value='child:6-9']")
    page.get_by_role("button", name="Next").click()
    page.check("input[value=with_help]")
    page.get_by_role("button", name="Next").click()
    expect(page.locator("h1")).to_have_text("For the one who helps")
    found["helper"] = faults(page)
    page.get_by_role("link", name="I have read this").click()
    page.locator("form button.button").first.click()
    while "/check/" not in page.url:
        answer(page)
    expect(page.locator(".whose")).to_be_visible()
    found["check"] = faults(page)
    page.get_by_label("Not really").check()
    page.get_by_role("button", name="Send").click()

    expect(page.locator(".words li")).to_have_count(4)
    expect(page).to_have_title("About you")
    found["about you"] = faults(page)
    page.get_by_role("button", name="Skip all of these").click()
    expect(page).to_have_title("Thank you")
    found["thanks"] = faults(page)

    assert {step: wrong for step, wrong in found.items() if wrong} == {}


@pytest.mark.only_on("sqlite")
def test_a_lost_signal_loses_nothing(site, browser):
    context = browser.new_context(base_url=site.url, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(OPEN)
    page.get_by_role("link", name="Start").click()
    page.check("input[value='practitioner:']")
    page.get_by_role("button", name="Next").click()
    page.locator("form button.button").first.click()
    expect(page).to_have_title(re.compile("Question 1 of"))
    page.fill("textarea[name=answer]", "Typed in a tunnel")
    first = page.url

    context.set_offline(True)
    page.get_by_role("button", name="Next").last.click()
    expect(page.get_by_text("That did not send. Your words are still here.")).to_be_visible()
    assert page.input_value("textarea[name=answer]") == "Typed in a tunnel"
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.set_offline(False)

    expect(page).to_have_title(re.compile("Question 2 of"))
    page.goto(first)
    expect(page.locator("textarea[name=answer]")).to_have_value("Typed in a tunnel")
    context.close()
