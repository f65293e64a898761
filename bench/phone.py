"""On the phone: open a consultation, answer all of it, and print when each page could be read."""

import json
import statistics
import sys
from collections.abc import Iterator
from functools import partial

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import FLAGS, executable
from tests.journeys.painting import PHONE, Seen, Watched


def main(url: str, page_path: str, n_times: str, fingerprint: str) -> None:
    """Print JSON: for each page, the median of so many visits."""
    visits: dict[str, list[Seen]] = {}
    with sync_playwright() as playwright:
        trusted = f"--ignore-certificate-errors-spki-list={fingerprint}"
        browser = playwright.chromium.launch(executable_path=executable(), args=[*FLAGS, trusted])
        list(_visit(browser, url + page_path, has_scripts=True))  # browser and server are warm
        for number in range(int(n_times)):
            has_scripts = number % 2 == 0
            for name, seen in _visit(browser, url + page_path, has_scripts=has_scripts):
                key = f"{name}, with scripts" if has_scripts else name
                visits.setdefault(key, []).append(seen)
        browser.close()
    print(json.dumps([_median(name, seen) for name, seen in visits.items()]))


def _median(name: str, seen: list[Seen]) -> dict:
    return {
        "page": name,
        "first paint": round(statistics.median(one.first for one in seen)),
        "largest paint": round(statistics.median(one.largest for one in seen)),
        "slowest": round(max(one.largest for one in seen)),
        "bytes": max(one.n_bytes for one in seen),
    }


def _visit(browser: Browser, address: str, *, has_scripts: bool) -> Iterator[tuple[str, Seen]]:
    context = browser.new_context(
        viewport=PHONE,
        has_touch=True,
        java_script_enabled=has_scripts,
    )
    context.set_default_timeout(60_000)
    page = context.new_page()
    watched = Watched(page)
    yield "the consultation, first visit", watched.press(partial(page.goto, address))
    yield "Start", watched.press(page.get_by_role("link", name="Start").click)
    page.check("input[value='child:13-15']")
    while "/thanks/" not in page.url:
        seen = watched.press(_button(page))
        yield seen.name, seen
    context.close()


def _button(page: Page):
    """Answer what the page asks, and give the press that goes on."""
    if page.locator("input[value=me]").count():
        page.check("input[value=me]")
    elif page.locator("[name=answer]").count():
        field = page.locator("[name=answer]").first
        is_text = field.evaluate("field => field.matches('textarea, [type=text]')")
        (partial(field.fill, "Ask me first.") if is_text else field.check)()
    return page.locator("main form button.button").first.click


if __name__ == "__main__":
    main(*sys.argv[1:])
