"""The whole loop through the screens: asked, answered, read, found, decided, and on record."""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.planning import give_reasons, plan
from tests.journeys.staff import add_answer, add_question, choose_page, press, said, sign_in

ITEM = "Reason for placement change"
TITLE = "Who wrote your plan?"
THEME = "Nobody asked me first"
WORDS = "Nobody asked me. Then it was all typed up."


def test_the_whole_loop(own_site, open_browser):
    officer, approver = open_browser(own_site), open_browser(own_site)
    sign_in(officer, "officer")
    sign_in(approver, "approver")
    write_consultation(officer)
    approve(approver)

    receipt = answer_in_two_sittings(own_site, open_browser)
    see_how_many_answered(officer)
    close_early(officer)
    approve(approver)
    own_site.manage("tick")

    reader, analyst = open_browser(own_site), open_browser(own_site)
    sign_in(reader, "reader")
    sign_in(analyst, "analyst")
    read_the_text(reader)
    offer_a_quotation(analyst)
    clear_the_quotation(reader)
    publish_findings(analyst)

    decider = open_browser(own_site)
    sign_in(decider, "decider")
    publish_decision(decider)

    follow_the_words(own_site, open_browser, receipt)
    own_site.stop()  # or it would soon enter again what somebody cut off
    verify_and_tamper(own_site)


def write_consultation(page: Page) -> None:
    page.get_by_role("link", name="Write a new consultation").click()
    for name, text in {
        "title": TITLE,
        "summary": "Is the plan yours?",
        "why": "We want plans to fit.",
        "can_change": "The words of the plan.",
        "cannot_change": "That there is a plan. The law says so.",
        "decider": "Director of Children's Services",
        "opens_on": _day(-1),
        "closes_on": _day(0),
        "findings_by": _day(28),
        "decision_by": _day(84),
    }.items():
        page.locator(f"[name={name}]").fill(text)
    choose_page(page, 0, ITEM)
    page.locator("[name=roles][value=child]").check()
    page.locator("[name=bands][value='13-15']").check()
    prefix = add_question(page, "Choose one", 0, "Did anyone ask you first?", ITEM)
    add_answer(page, prefix, 0, "Yes")
    add_answer(page, prefix, 1, "No")
    add_question(page, "Long text", 1, "What should we write?", ITEM)
    plan(page, read_by=_day(60), earlier=_day(-9))
    press(page, "Save draft")
    give_reasons(page)
    press(page, "Submit to another officer")
    assert "submitted" in said(page)


def approve(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="1 page to approve").click()
    press(page, "Approve")


def answer_in_two_sittings(site, open_browser) -> str:
    """A phone without JavaScript: begins, stops, and goes on with four words in a new window."""
    first = open_browser(site, "phone", js=False)
    first.goto("/")
    first.get_by_role("link", name=TITLE).click()
    first.get_by_role("link", name="Start").click()
    first.check("input[value='child:13-15']")
    first.get_by_role("button", name="Next").click()
    first.check("input[value=me]")
    first.get_by_role("button", name="Next").click()
    first.get_by_role("button", name="Yes, let's start").click()
    first.get_by_label("No", exact=True).check()
    first.get_by_role("button", name="Stop and come back later").click()
    words = " ".join(first.locator(".words li").all_inner_texts())

    second = open_browser(site, "phone", js=False)
    second.goto("/my-words/")
    second.get_by_label("Your four words").fill(words)
    second.get_by_role("button", name="Next").click()
    second.get_by_label("What should we write?").fill(WORDS)
    second.locator("[name=may_show]").check()
    second.locator(".actions .button").click()
    expect(second.get_by_text(WORDS)).to_be_visible()
    second.get_by_role("button", name="Send").click()
    assert " ".join(second.locator(".words li").all_inner_texts()) == words
    return words


def see_how_many_answered(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Consultations", exact=True).click()
    page.get_by_role("link", name=TITLE, exact=True).click()
    page.get_by_role("button", name="Actions").first.click()
    page.get_by_role("link", name="How many answered").first.click()
    expect(page.get_by_role("cell", name="13 to 15")).to_be_visible()
    expect(page.get_by_text(WORDS)).to_have_count(0)
    page.get_by_role("link", name="Back to the consultation").click()


def close_early(page: Page) -> None:
    page.locator("[name=closes_on]").fill(_day(-1))
    page.keyboard.press("Escape")
    press(page, "Submit to another officer")
    assert "submitted" in said(page)


def read_the_text(page: Page) -> None:
    page.get_by_role("link", name="Reading", exact=True).click()
    row = page.get_by_role("row").filter(has_text=TITLE)
    expect(row).to_be_visible()
    row.get_by_role("link").click()
    expect(page.get_by_text(WORDS)).to_have_count(0)
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_text(WORDS)).to_be_visible()
    page.get_by_role("button", name="I have read it").click()


def offer_a_quotation(page: Page) -> None:
    page.get_by_role("link", name="Themes", exact=True).click()
    page.get_by_role("link", name=TITLE).click()
    page.locator("[name=name]").fill(THEME)
    page.get_by_role("button", name="Add it").click()
    code_by_keyboard(page)
    page.get_by_role("link", name="Offer as a quotation").click()
    page.get_by_role("button", name="Offer it").click()
    assert "Somebody else clears it" in said(page)


def code_by_keyboard(page: Page) -> None:
    """Put the first word of the text under the theme, take that back, and put all of it there."""
    heard, words = page.locator("[data-say]"), page.locator("[data-version]")
    words.dblclick(position={"x": 25, "y": 20})
    page.keyboard.press("1")
    expect(heard).to_contain_text(f"These words stand under “{THEME}”.")
    expect(words.locator("mark")).to_have_text(WORDS.split()[0])
    page.keyboard.press("u")
    expect(heard).to_contain_text(f"Taken out of “{THEME}”.")
    expect(words.locator("mark")).to_have_count(0)
    words.click()
    page.keyboard.press("1")
    expect(heard).to_contain_text(f"The text stands under “{THEME}”.")
    page.keyboard.press("n")
    page.keyboard.type("She means the plan.")
    page.get_by_role("button", name="Save the note").click()
    expect(heard).to_contain_text("The note is saved.")


def ask_young_people(page: Page) -> None:
    page.get_by_role("link", name="Themes", exact=True).click()
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Young checkers").click()
    page.get_by_label("Who they were").fill("The youth council")
    page.get_by_label("Youngest").select_option("10-12")
    page.get_by_label("Oldest").select_option("16-17")
    page.get_by_label("When").fill(_day(0))
    page.get_by_label("What they said").select_option("changed")
    page.get_by_label("What they changed").fill("They made it shorter.")
    page.get_by_role("button", name="Record it").click()
    assert "Recorded" in said(page)


def clear_the_quotation(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name=f"quotation to clear: {TITLE}").click()
    page.get_by_role("link", name="Compare with what was written").click()
    expect(page.get_by_role("heading", name="As it was written")).to_be_visible()
    page.get_by_role("button", name="Clear it").click()
    expect(page.get_by_text("Tick this if they say the same")).to_be_visible()
    page.get_by_label("It says what they said").check()
    for question in page.get_by_role("radio", name="No", exact=True).all():
        question.check()
    page.get_by_role("button", name="Clear it").click()
    assert "Cleared" in said(page)


def publish_findings(page: Page) -> None:
    ask_young_people(page)
    page.get_by_role("link", name="Themes", exact=True).click()
    row = page.get_by_role("row").filter(has_text=TITLE)
    row.get_by_role("button", name="Write findings").click()
    page.locator("[name=summary]").fill("You want to be asked first.")
    page.locator("[name=themes-0-summary]").fill("Nobody asked.")
    page.locator("[name=missing]").fill("We did not hear from children under 13.")
    page.locator("[name=how_read]").fill("One person read it, another checked.")
    press(page, "Publish")
    expect(page.get_by_text("Say who sees it differently.").first).to_be_visible()
    page.locator("[name=themes-0-said_by_child]").select_option("one")
    page.locator("[name=themes-0-nobody_differs]").check()
    press(page, "Publish")
    expect(page.get_by_text("Choose “Some” or “A few”.").first).to_be_visible()
    page.locator("[name=themes-0-said_by_child]").select_option("some")
    press(page, "Publish")
    assert "published" in said(page)


def publish_decision(page: Page) -> None:
    page.get_by_role("link", name="Record a decision").click()
    for name, text in {
        "title": "We ask you first",
        "reference": "ld-99",
        "summary": "You are asked before the plan is typed.",
        "decided_by": "Director of Children's Services",
        "decided_on": _day(0),
        "decision": "Each plan begins with your words.",
        "how_to_disagree": "Ask for an advocate.",
        "review_on": _day(200),
    }.items():
        page.locator(f"[name={name}]").fill(text)
    page.keyboard.press("Escape")
    page.locator("[name=outcome]").select_option("changed")
    choose_page(page, 0, f"What you told us: {TITLE}")
    page.get_by_role("button", name="Add information item").click()
    choose_page(page, -1, ITEM)
    page.locator("[name=changes-0-before]").fill("An adult picks a code.")
    page.locator("[name=changes-0-after]").fill("The child is asked first.")
    press(page, "Save draft")
    press(page, "Publish")
    expect(page.get_by_text("Give the reasons").first).to_be_visible()
    assert f"Say how the theme “{THEME}” was used." in said(page)
    page.locator("[name=reasons]").fill("Because a plan that nobody asked about does not fit.")
    page.locator("[name=influences-0-use]").select_option("followed")
    page.locator("[name=influences-0-why]").fill("It was right.")
    page.get_by_role("button", name="Add option").click()
    page.locator("[name=alternatives-0-option]").fill("Leave it as it is.")
    page.locator("[name=alternatives-0-why_not]").fill("It does not fit.")
    page.get_by_role("button", name="Add promise").click()
    page.locator("[name=promises-0-text]").fill("Change the form.")
    page.locator("[name=promises-0-owner]").fill("Head of Systems")
    page.locator("[name=promises-0-due_on]").fill(_day(60))
    page.keyboard.press("Escape")
    press(page, "Publish")
    assert "published" in said(page)


def follow_the_words(site, open_browser, receipt: str) -> None:
    page = open_browser(site, "phone", js=False)
    page.goto("/my-words/")
    page.get_by_label("Your four words").fill(receipt)
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", name="A person has read them")).to_be_visible()
    expect(page.get_by_text(THEME)).to_be_visible()
    expect(page.get_by_text(WORDS)).to_have_count(0)
    page.get_by_role("link", name="We ask you first").click()
    expect(page.get_by_role("heading", name="We ask you first")).to_be_visible()
    expect(page.get_by_text(WORDS)).to_be_visible()
    expect(page.get_by_text(re.compile("In the record as entry"))).to_be_visible()


def verify_and_tamper(site) -> None:
    """All is well; then one byte is changed; then the tail is cut."""
    well = site.manage("verify_log", check=False)
    head = re.search(r"Head: (\S+)", well.stdout)[1]
    assert (well.returncode, well.stdout[:3]) == (0, "OK.")

    site.python(_CHANGE_ONE_BYTE)
    altered = site.manage("verify_log", check=False)
    assert altered.returncode == 1
    assert "Entry 5:" in altered.stdout
    site.python(_CHANGE_ONE_BYTE)
    assert site.manage("verify_log", "--head", head, check=False).returncode == 0

    site.python(_CUT_THE_TAIL)
    assert site.manage("verify_log", check=False).returncode == 0
    cut = site.manage("verify_log", "--head", head, check=False)
    assert cut.returncode == 1
    assert "cut off" in cut.stdout


_CHANGE_ONE_BYTE = """
from governance import guards
from governance.models import LogEntry
with guards.lifted():
    entry = LogEntry.objects.get(index=5)
    flipped = chr(ord(entry.leaf[40]) ^ 1)
    LogEntry.objects.filter(index=5).update(leaf=entry.leaf[:40] + flipped + entry.leaf[41:])
"""
_CUT_THE_TAIL = """
from governance import guards
from governance.models import Disclosure, Log, LogEntry, LogPlace
last = LogEntry.objects.order_by("index").last()
with guards.lifted():
    for model in (LogEntry, Disclosure, LogPlace):
        model.objects.filter(index=last.index).delete()
Log.objects.update(size=last.index)
"""


def _day(offset: int) -> str:
    return (timezone.localdate() + timedelta(days=offset)).isoformat()
