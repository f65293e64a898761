"""What must be true of every page that somebody sees."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_AXE = Axe()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def settled(page: Page) -> Page:
    """The page, once it is there: a press may have only just begun to bring the next one."""
    page.wait_for_load_state()
    page.wait_for_function("document.body !== null")
    return page


def barriers(page: Page) -> list[str]:
    """What axe finds on a page: rule and place, one line each."""
    results = _AXE.run(settled(page), options=RULES)
    return [
        f"{violation['id']} at {node['target']}: {node['failureSummary']}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]


def faults(page: Page) -> list[str]:
    """What is wrong with a page for somebody who reads it: barriers, and whether it scrolls."""
    return [*barriers(page), *(["scrolls"] if scrolls_sideways(page) else [])]


def go(page: Page, name: str) -> None:
    """Press a button of a question, which a script sends."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def scrolls_sideways(page: Page) -> bool:
    """Whether a page is wider than the window."""
    return settled(page).evaluate("document.documentElement.scrollWidth > window.innerWidth")
