"""The parent whose first language is Arabic, on a phone: from the English page to the receipt."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import staff
from tests.journeys.checks import barriers, scrolls_sideways
from tests.journeys.test_answering import OPEN

pytestmark = pytest.mark.only_on("sqlite")

SAID = "نعم، لكن social worker جديدة لم تسألنا"  # with two English words in it
ARABIC = re.compile("[\u0600-\u06ff]")
DECIDES = re.compile(r"نقرر حتى \d+ \S+ 20\d\d")
FROM_LEFT = """number => {
    const text = number.firstChild, place = document.createRange();
    const at = index => {
        place.setStart(text, index);
        place.setEnd(text, index + 1);
        return place.getBoundingClientRect();
    };
    const [first, last] = [at(0), at(text.length - 1)];
    return number.dir === "ltr" && (first.left < last.left || first.top < last.top);
}"""


def look(page: Page, found: dict, step: str) -> None:
    """What is wrong on a page: for axe, at 320 pixels, and in the direction of reading."""
    page.set_viewport_size({"width": 320, "height": 640})
    faults = [*barriers(page), *(["scrolls sideways"] if scrolls_sideways(page) else [])]
    page.set_viewport_size({"width": 360, "height": 640})
    if page.locator("html").get_attribute("dir") != "rtl":
        faults.append("does not read from right to left")
    numbers = page.locator("a[href^='tel:'] bdi")
    if not all(number.evaluate(FROM_LEFT) for number in numbers.all()):
        faults.append("a number is reversed")
    if english := untagged_english(page):
        faults.append(f"English that is not marked: {english}")
    found[step] = faults


def untagged_english(page: Page) -> list[str]:
    """Texts with no Arabic letter in them that are not said to be in another language."""
    texts = page.evaluate("""() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            const apart = parent.closest("script, bdi, code, textarea");
            if (parent.closest("[lang]").lang === "ar" && !apart)
                found.push(walker.currentNode.textContent.trim());
        }
        return found;
    }""")
    names = ("Heard", "Larkmere Council", "NSPCC:")
    return [
        text
        for text in texts
        if re.search("[A-Za-z]", text) and not ARABIC.search(text) and text not in names
    ]


def test_the_parent_in_arabic_answers_the_whole_way(site, open_browser):
    page, found = open_browser(site, "phone"), {}

    page.goto(OPEN)
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("h1")).to_have_text("من يرى ما نكتبه عنك؟")
    look(page, found, "consultation")
    page.get_by_role("link", name="ابدأ", exact=True).click()
    page.locator("form button.button").click()
    expect(page.locator(".problem h2")).to_have_text("هناك مشكلة")
    look(page, found, "who, with an error")
    page.check("input[value='parent:']")
    page.locator("form button.button").click()
    look(page, found, "agree")
    page.locator("form button.button").first.click()
    expect(page).to_have_title(re.compile("سؤال 1 من"))
    look(page, found, "question")
    steps = [step.bounding_box()["x"] for step in page.locator(".progress li").all()]
    page.locator(".choice").first.click()
    with page.expect_navigation():
        page.locator(".actions [name=go][value=next]").click()
    page.fill("textarea[name=answer]", SAID)
    look(page, found, "text")
    with page.expect_navigation():
        page.get_by_role("button", name="توقّف وعُد لاحقاً").click()
    look(page, found, "stop")
    page.get_by_role("link", name="تابع الآن").click()
    expect(page).to_have_title(re.compile("سؤال 3 من"))
    while "/check/" not in page.url:
        with page.expect_navigation():
            page.locator("button[name=go][value=skip]").click()
    look(page, found, "check")
    expect(page.locator(".answers")).to_contain_text(SAID)
    with page.expect_navigation():
        page.get_by_role("button", name="إرسال").click()
    look(page, found, "about you")
    with page.expect_navigation():
        page.locator("button[name=go][value=skip]").click()
    look(page, found, "thanks")
    words = page.locator(".words li").all_inner_texts()
    page.goto("/ar/my-words/")
    page.fill("input[name=words]", " ".join(words))
    look(page, found, "my words")
    page.locator("form button.button").click()
    look(page, found, "what became of it")
    expect(page.locator(".chain")).to_contain_text(DECIDES)
    expect(page.locator(".chain").get_by_role("link", name="من يرى ما نكتبه عنك؟")).to_be_visible()

    assert {step: faults for step, faults in found.items() if faults} == {}
    assert steps == sorted(steps, reverse=True)
    assert len(words) == 4
    is_read_as_it_was_written(site, open_browser)


def is_read_as_it_was_written(site, open_browser) -> None:
    """The answer waits for a reader under its language, who sees it whole, from right to left."""
    page = open_browser(site)
    staff.sign_in(page, "reader")
    page.goto("/admin/reading/")
    line = page.locator("tr", has=page.get_by_role("cell", name="Arabic", exact=True))
    while not line.count():
        page.get_by_role("link", name="Next").click()
        page.wait_for_load_state()

    line.first.get_by_role("link").click()
    page.get_by_role("button", name="Open it").click()

    words = page.locator("blockquote.heard-words")
    expect(words).to_have_text(SAID)
    expect(words).to_have_attribute("lang", "ar")
    expect(words).to_have_css("direction", "rtl")
    assert [one for one in barriers(page) if ".heard-demo" not in one] == []


@pytest.mark.parametrize("js", [True, False], ids=["script", "no script"])
def test_language_changes_half_way_and_back_and_every_answer_stays(site, open_browser, js):
    page = open_browser(site, "phone", js=js)
    page.goto("/ar" + OPEN)
    page.get_by_role("link", name="ابدأ", exact=True).click()
    page.check("input[value='parent:']")
    page.locator("form button.button").click()
    page.locator("form button.button").first.click()
    page.locator(".choice").nth(1).click()
    with page.expect_navigation():
        page.locator(".actions [name=go][value=next]").click()
    page.fill("textarea[name=answer]", SAID)

    page.get_by_role("button", name="English").click()

    expect(page).to_have_title(re.compile("Question 2 of"))
    assert page.input_value("textarea[name=answer]") == SAID
    with page.expect_navigation():
        page.get_by_role("button", name="Back", exact=True).click()
    assert page.locator(".choice").nth(1).inner_text() == "Some of them"
    assert page.locator(".choice input").nth(1).is_checked()
    page.get_by_role("button", name="Polski").click()
    expect(page).to_have_title(re.compile("Pytanie 1 z"))
    page.get_by_role("button", name="العربية").click()
    expect(page).to_have_title(re.compile("سؤال 1 من"))
    with page.expect_navigation():
        page.locator(".actions [name=go][value=next]").click()
    assert page.input_value("textarea[name=answer]") == SAID


ARABIC_PAGES = {
    "home": "/ar/",
    "have your say": "/ar/have-your-say/",
    "what changed": "/ar/what-changed/",
    "record": "/ar/what-changed/log/",
    "privacy": "/ar/privacy/",
    "no such page": "/ar/nothing-here/",
}


@pytest.mark.parametrize("address", ARABIC_PAGES.values(), ids=ARABIC_PAGES)
def test_public_pages_read_well_in_arabic(site, open_browser, address):
    page, found = open_browser(site, "phone"), {}
    page.goto(address)

    look(page, found, address)

    assert found[address] == []


def test_a_translation_that_is_behind_says_so(site, open_browser):
    page = open_browser(site, "phone")
    page.goto("/pl" + OPEN)

    expect(page.locator(".translation--behind")).to_contain_text("Marek Zielinski")
    page.locator(".translation--behind").get_by_role("link", name="English").click()

    expect(page.locator("h1")).to_have_text("Who gets to see what we write about you?")
    assert barriers(page) == []
