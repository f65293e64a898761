"""An officer finds a draft that cannot open yet, mends it line by line, and gives a reason for the
one thing that cannot be mended. Another officer approves, and everybody can read the reason."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.checks import barriers, scrolls_sideways
from tests.journeys.planning import REASON
from tests.journeys.staff import press, said, sign_in

TITLE = "How should we send you messages?"


@pytest.mark.only_on("sqlite")
def test_an_officer_at_the_gate(own_site, open_browser):
    officer, approver = open_browser(own_site), open_browser(own_site)
    sign_in(officer, "officer")
    see_what_is_missing(officer)
    mend_it(officer)
    answer_with_the_keyboard(officer)
    submit(officer)

    sign_in(approver, "approver")
    approve(approver)

    see_in_public(open_browser(own_site, "phone"))
    see_that_it_is_fixed(officer)


def see_what_is_missing(page: Page) -> None:
    page.get_by_role("link", name=f"things before it can open: {TITLE}").click()
    expect(page.get_by_text("6 things stand between this draft and opening.")).to_be_visible()
    expect(page.get_by_text("Say how you reach “Parents and carers”.").first).to_be_visible()
    assert barriers(page) == []


def mend_it(page: Page) -> None:
    """Each link opens the editor at the field that it is about, in whichever tab that is."""
    page.get_by_role("link", name="Mend it : Say by which day").click()
    expect(page.locator("[name=read_by]")).to_be_focused()
    day = timezone.localdate() + timedelta(days=100)
    page.locator("[name=read_by]").fill(day.isoformat())
    page.locator("[name=audience]").fill("The Head of Family Help reads it and can change it all.")
    page.locator("[name=checks-1-status]").select_option("approved")
    page.get_by_role("tab", name="Content").click()
    reach = page.locator("[name=expected-1-reach]")
    reach.fill("Stakeholder engagement facilitates multi-agency participation opportunities.")
    expect(page.locator("#id_expected-1-reach-plain")).to_contain_text("Hard to read.")
    expect(page.locator("#id_expected-1-reach-plain")).to_contain_text("people it matters to")
    reach.fill("We send a letter. We call those who like to talk.")
    expect(page.locator("#id_expected-1-reach-plain")).not_to_contain_text("Hard to read.")
    press(page, "Save draft")
    expect(page.get_by_text("2 things stand between this draft and opening.")).to_be_visible()
    page.get_by_role("link", name="Before it opens").first.click()


def answer_with_the_keyboard(page: Page) -> None:
    """No decision has been taken; and nobody can try it out before."""
    page.get_by_role("button", name="No decision has been taken").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("said so on")).to_be_visible()
    page.locator("summary", has_text="Open without it, and say why").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("No time")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Say in a sentence why. Everybody can read it.")).to_be_visible()
    page.get_by_label("Reason. Everybody can read it.").fill(REASON)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing stands in the way.")).to_be_visible()


def submit(page: Page) -> None:
    page.get_by_role("link", name="Back to the consultation").click()
    press(page, "Submit to another officer")
    assert "submitted" in said(page)


def approve(page: Page) -> None:
    page.get_by_role("link", name="1 page to approve").click()
    expect(page.get_by_text("Nothing stands between this draft and opening.")).to_be_visible()
    press(page, "Approve")


def see_in_public(page: Page) -> None:
    page.goto("/have-your-say/how-we-message-you/")
    expect(page.get_by_text(REASON)).to_be_visible()
    expect(page.get_by_text("We did not try out the questions")).to_be_visible()
    expect(page.get_by_text("Okafor")).to_have_count(0)
    assert barriers(page) == []
    assert not scrolls_sideways(page)


def see_that_it_is_fixed(page: Page) -> None:
    page.goto("/admin/")
    expect(page.get_by_text(f"before it can open: {TITLE}")).to_have_count(0)
