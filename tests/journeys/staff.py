"""What members of staff do in Wagtail's admin, as a test drives it."""

from playwright.sync_api import Page, expect

from heard.demo.people import PASSWORD


def sign_in(page: Page, name: str) -> None:
    """Sign in with one of the demo's accounts."""
    page.goto("/admin/")
    page.get_by_label("Email").fill(f"{name}@larkmere.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="What is waiting")).to_be_visible()


def choose_page(page: Page, place: int, title: str) -> None:
    """Choose a page by its title, with the chooser that stands at `place` among those open."""
    page.locator("[data-chooser-action-choose]:visible").nth(place).click()
    page.locator(".modal-content").get_by_role("link", name=title).click()
    page.locator(".modal-content").wait_for(state="hidden")


def add_question(page: Page, kind: str, number: int, text: str, item: str) -> str:
    """Add a question to a consultation; gives the beginning of its field names."""
    page.get_by_title("Insert a block").last.click()
    page.get_by_role("option", name=kind, exact=True).click()
    prefix = f"questions-{number}-value"
    page.locator(f"[name={prefix}-text]").fill(text)
    page.locator(f"#{prefix}-item-chooser [data-chooser-action-choose]").click()
    page.locator(".modal-content").get_by_role("link", name=item).click()
    page.locator(".modal-content").wait_for(state="hidden")
    return prefix


def add_answer(page: Page, prefix: str, number: int, label: str) -> None:
    """Write one of the answers that can be chosen, adding a line for it where there is none."""
    field = page.locator(f"[name={prefix}-options-{number}-value-label]")
    if not field.count():
        count = f"//input[@name='{prefix}-options-count']"
        page.locator(f"xpath={count}/..//button[@title='Add']").last.click()
    field.fill(label)


def press(page: Page, action: str) -> None:
    """Press one of the buttons at the foot of the editor, opening its menu where needed."""
    page.wait_for_timeout(700)  # autosave comes half a second after the last key
    button = page.get_by_role("button", name=action)
    if not button.first.is_visible():
        page.get_by_role("button", name="More actions").click()
    button.first.click()
    page.wait_for_load_state("networkidle")


def said(page: Page) -> str:
    """The message at the top of the page."""
    return page.locator(".messages").inner_text()
