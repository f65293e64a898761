"""A safeguarding lead on call, from a worry to the end of the day (requirements, P8)."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.checks import barriers
from tests.journeys.staff import said, sign_in

pytestmark = pytest.mark.only_on("sqlite")

# A picture that was sent, which worries nobody yet; and the reader whom a worry is about.
DRAWN = """
from feedback.models import Words
from heard.models import User
words = Words.objects.filter(medium__in=["drawn", "picture"]).first()
print(words.pk, User.objects.get(email="reader@larkmere.example").pk)
"""


def test_a_safeguarding_lead_on_call(own_site, open_browser):
    picture, reader = own_site.python(DRAWN).split()
    page, found = open_browser(own_site), {}
    sign_in(page, "safeguarding")

    open_what_is_closed(page, found)
    see_how_they_can_be_reached(page, found)
    settle_it_with_its_times(page, found)
    hand_over_once(page, found)
    freeze_a_picture(page, picture, found)
    hide_it_from_whom_it_is_about(page, reader, found)
    end_the_day(page, found)
    the_deputy_takes_over(open_browser(own_site), found)

    assert {step: wrong for step, wrong in found.items() if wrong} == {}


def open_what_is_closed(page: Page, found: dict) -> None:
    page.goto("/admin/concerns/")
    page.get_by_role("link", name="#1", exact=True).click()
    expect(page.get_by_text("It has waited for")).to_be_visible()
    expect(page.get_by_text("13 to 15")).to_be_visible()
    expect(page.locator(".heard-words")).to_have_count(0)
    page.get_by_role("button", name="Open it").click()
    expect(page.locator(".heard-words").first).to_be_visible()
    found["concern"] = barriers(page)


def see_how_they_can_be_reached(page: Page, found: dict) -> None:
    page.get_by_role("link", name="They asked to be contacted").click()
    expect(page.get_by_text("900123")).to_have_count(0)
    page.get_by_role("button", name="Open it").click()
    first = page.locator(".heard-safely div").first
    expect(first).to_contain_text("Not when mum is home")
    expect(page.get_by_text("Not their social worker.")).to_be_visible()
    found["contact"] = barriers(page)
    page.get_by_label("We reached them").check()
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("Nobody is waiting to be contacted.")).to_be_visible()


def settle_it_with_its_times(page: Page, found: dict) -> None:
    page.get_by_role("link", name="#1", exact=True).click()
    page.get_by_label("Referral made").check()
    page.get_by_label("What it is about").select_option("sexual_abuse")
    expect(page.get_by_text("Tell the police or the local authority now")).to_be_visible()
    expect(page.get_by_text("crisis line").first).to_be_hidden()
    page.get_by_label("What you did and why").fill("I rang the front door.")
    page.get_by_label("Reference of the referral").fill("LK-2031-7")
    page.get_by_role("button", name="Record the outcome").click()
    expect(page.get_by_text("is not left for later")).to_be_visible()
    found["refused"] = barriers(page)
    page.get_by_label("When others were told").fill(
        page.get_by_label("When you knew").input_value()
    )
    page.get_by_role("button", name="Record the outcome").click()
    expect(page.get_by_text("LK-2031-7")).to_be_visible()


def hand_over_once(page: Page, found: dict) -> None:
    page.get_by_role("button", name="Make the page to hand over").click()
    expect(page.get_by_role("heading", name="What was said")).to_be_visible()
    found["handed over"] = barriers(page)
    page.get_by_role("link", name="Back to the concern").click()
    expect(page.get_by_label("Why it is handed over again")).to_be_visible()


def freeze_a_picture(page: Page, picture: str, found: dict) -> None:
    page.goto(f"/admin/reading/{picture}/")
    if page.get_by_role("button", name="Open it").count():
        page.get_by_role("button", name="Open it").click()
    page.get_by_role("button", name="Freeze this picture").click()
    assert "Do not copy, print or forward it" in said(page)
    page.goto("/admin/concerns/")
    page.get_by_role("link", name="#2", exact=True).click()
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_text("report.iwf.org.uk")).to_be_visible()
    expect(page.locator(".heard-picture")).to_have_count(0)
    found["frozen"] = barriers(page)


def hide_it_from_whom_it_is_about(page: Page, reader: str, found: dict) -> None:
    page.get_by_text("It is about somebody who works here, or about how we work").click()
    page.locator(f"input[name=people][value='{reader}']").check()
    page.get_by_role("button", name="Hide it from them now").click()
    assert "From now on only these people see it: Maud Ellery, Owen Price." in said(page)
    page.goto("/admin/concerns/")
    expect(page.get_by_role("link", name="#2", exact=True)).to_have_count(0)


def end_the_day(page: Page, found: dict) -> None:
    page.get_by_role("link", name="Hand over at the end of the day").click()
    page.get_by_label("Who takes over").select_option(label="Iris Nowak")
    page.get_by_label("What they must know").fill("Ring the school at nine.")
    found["end of the day"] = barriers(page)
    page.get_by_role("button", name="Hand over").click()
    assert "Iris Nowak sees it" in said(page)


def the_deputy_takes_over(page: Page, found: dict) -> None:
    sign_in(page, "deputy")
    page.goto("/admin/concerns/")
    expect(page.get_by_text("Ring the school at nine.")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("#1"))).to_be_visible()
    found["the deputy's list"] = barriers(page)
    page.get_by_role("button", name="I have taken over").click()
    assert "You have taken over." in said(page)
