"""When something can be read, as the browser itself noted it, and how much came over the line."""

import time
from dataclasses import dataclass

from playwright.sync_api import Page, Request

PHONE = {"width": 360, "height": 640}
# 400 kbit/s and 400 ms, as the DevTools protocol imitates it: the wait is added to each request,
# redirects too, but not to opening a connection.
SLOW_3G = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 50_000,  # bytes
    "uploadThroughput": 50_000,
}
_IS_PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length"
# Takes what the browser noted, at once: where scripts are off, nothing that waits ever goes on.
_PAINTED = """() => {
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: "largest-contentful-paint", buffered: true });
  const largest = observer.takeRecords().at(-1);
  const first = performance.getEntriesByName("first-contentful-paint")[0];
  const moment = (entry) => performance.timeOrigin + entry.startTime;
  return { first: moment(first), largest: moment(largest ?? first) };
}"""


@dataclass(frozen=True)
class Seen:
    """One page: milliseconds from the press until something, and until most, could be read."""

    name: str
    first: float
    largest: float
    n_bytes: int  # over the wire, without pictures


class Watched:
    """A page whose traffic is counted, press by press."""

    def __init__(self, page: Page) -> None:
        self.page, self.requests = page, []
        page.on("requestfinished", lambda request: self.requests.append(request))

    def imitate_slow_3g(self) -> None:
        """Slow the network down, as the DevTools protocol does it."""
        self.page.context.new_cdp_session(self.page).send(
            "Network.emulateNetworkConditions", SLOW_3G
        )

    def press(self, press) -> Seen:
        """Do something that leads to a page, and see when it can be read."""
        self.requests.clear()
        pressed = time.time() * 1000  # a script may send a form before the browser goes anywhere
        with self.page.expect_navigation(wait_until="load"):
            press()
        while not self.page.evaluate(_IS_PAINTED):  # asked, not waited for: scripts may be off
            self.page.wait_for_timeout(50)
        painted = self.page.evaluate(_PAINTED)
        n_bytes = sum(_bytes(one) for one in self.requests if one.resource_type != "image")
        first, largest = (painted[name] - pressed for name in ("first", "largest"))
        return Seen(self.page.title(), first, largest, n_bytes)


def _bytes(request: Request) -> int:
    measured = request.sizes()
    return measured["responseBodySize"] + measured["responseHeadersSize"]
