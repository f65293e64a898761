"""An officer looks at a consultation as a nine-year-old, prints it, and reuses a question."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.checks import barriers, scrolls_sideways
from tests.journeys.staff import said, sign_in

OPEN = "/have-your-say/who-gets-to-see-it/"


@pytest.mark.only_on("sqlite")
def test_an_officer_looks_ahead_prints_and_reuses_a_question(own_site, open_browser):
    pk = own_site.python(
        "from consultations.models import ConsultationPage as P;"
        "print(P.objects.get(slug='who-gets-to-see-it', locale__language_code='en-gb').pk)"
    )
    page = open_browser(own_site, "desktop")
    sign_in(page, "officer")

    page.goto(f"/admin/preview/{pk}/")
    page.get_by_label("Who is asked").select_option("I am 6 to 9")
    page.get_by_role("button", name="Walk through it").click()
    assert barriers(page) == []
    page.get_by_role("button", name="Skip this one").click()
    expect(page).to_have_title(re.compile("Question 2 of"))
    page.get_by_label("Yes", exact=True).check()
    page.locator(".button", has_text="Next").click()
    expect(page.get_by_role("heading", name="How should we tell you?")).to_be_visible()
    expect(page.get_by_text("Preview: nothing is kept.")).to_be_visible()

    page.goto(f"/admin/preview/{pk}/paths/")
    expect(page.locator("svg.heard-drawn").first).to_be_visible()

    page.goto(OPEN)
    page.get_by_role("link", name="Print it and answer on paper").click()
    assert barriers(page) == []
    page.get_by_role("link", name="As a web page I am 6 to 9").click()
    expect(page.get_by_text("go to question 3").first).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 640})
    assert barriers(page) == []
    assert not scrolls_sideways(page)
    page.set_viewport_size({"width": 1280, "height": 800})

    page.goto("/admin/bank/?q=letter_feel")
    page.get_by_role("link", name="letter_feel").click()
    page.get_by_label("Use in").select_option("Who gets to see what we write about you?")
    page.get_by_role("button", name="Add it at the end").click()
    assert "“letter_feel” stands at the end" in said(page)
