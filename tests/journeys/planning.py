"""What an officer does so that the gate lets a consultation through, as a test drives it."""

from playwright.sync_api import Page

from tests.planned import EVIDENCE, TEXTS

REASON = "The meeting is next week, and nobody could be asked any sooner."


def plan(page: Page, read_by: str, earlier: str) -> None:
    """Fill in everything that the gate asks for: with days, as the editor takes them."""
    _line(page, "expected", 0, label="Young people", number="5", reach="At the youth club.")
    page.locator("[name=expected-0-role]").select_option("child")
    page.locator("[name=expected-0-might_be_missed]").check()
    page.get_by_role("tab", name="Planning").click()
    page.locator("[name=nothing_decided]").check()
    page.locator("[name=rung]").select_option("5")
    page.locator("[name=read_by]").fill(read_by)
    for name in TEXTS:
        page.locator(f"[name={name}]").fill(EVIDENCE)
    _line(page, "considered", 0, text="Ask first", reasons="It is kind.")
    _line(page, "considered", 1, text="Do not ask", reasons="It is quick.")
    _line(page, "tried_out", 0, who="The panel", number="4", tried_on=earlier, changed="Nothing.")
    for place, kind in enumerate(("dpia", "safeguarding", "eqia", "ethics")):
        _line(page, "checks", place, owner="A manager", checked_on=earlier)
        page.locator(f"[name=checks-{place}-kind]").select_option(kind)
        page.locator(f"[name=checks-{place}-status]").select_option("approved")
    page.get_by_role("tab", name="Content").click()


def _line(page: Page, name: str, place: int, **texts: str) -> None:
    """Add a line to a list of the editor, and fill it in."""
    page.locator(f"#id_{name}-ADD").click()
    for field, text in texts.items():
        page.locator(f"[name={name}-{place}-{field}]").fill(text)


def give_reasons(page: Page) -> None:
    """Open without whatever the gate lets go for a reason, from the editor and back to it."""
    page.get_by_role("link", name="Before it opens").first.click()
    waiting = page.locator("details:has(button[value=reason])")
    while waiting.count():
        waiting.first.locator("summary").click()
        waiting.first.locator("textarea").fill(REASON)
        waiting.first.locator("button").click()
        page.wait_for_load_state()
    page.get_by_role("link", name="Back to the consultation").click()
