"""Rounds: so many respondents at once, for so many seconds, on one site and then on the other."""

import os
import threading
import time
from dataclasses import dataclass, field

from bench.browser import Browser
from bench.respondents import RESPONDENTS
from bench.served import Served

AT_ONCE = 16


@dataclass
class Round:
    """What one site did in one round."""

    seconds: float = 0
    took: list[float] = field(default_factory=list)  # seconds, one for each unit
    server_cpu: float = 0
    driver_cpu: float = 0
    load: float = 0

    @property
    def per_second(self) -> float:
        return len(self.took) / self.seconds

    def percentile(self, share: float) -> float:
        """Milliseconds within which so much of the units were done."""
        ordered = sorted(self.took)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000

    @property
    def cpu_each(self) -> float:
        """Milliseconds of the server's processors for one unit."""
        return self.server_cpu / len(self.took) * 1000

    @property
    def driver_share(self) -> float:
        """What of all processors the driver itself took."""
        return self.driver_cpu / (self.seconds * (os.cpu_count() or 1))


def run(site: Served, unit: str, seconds: float) -> Round:
    """Let respondents do one unit after the other ("step" or "whole") until the time is over.

    Raises what went wrong in any of them: then nothing was measured.
    """
    done, wrong = Round(load=os.getloadavg()[0]), []
    ready, over = threading.Barrier(AT_ONCE + 1), threading.Event()

    def respond() -> None:
        try:
            mine = _respond(site, unit, ready, over)
        except Exception as error:
            wrong.append(error)
            ready.abort()
        else:
            done.took += mine

    people = [threading.Thread(target=respond) for _person in range(AT_ONCE)]
    for person in people:
        person.start()
    try:
        ready.wait()
        began, server, driver = time.perf_counter(), site.cpu(), time.process_time()
        over.wait(seconds)
    except threading.BrokenBarrierError:
        pass
    over.set()
    for person in people:
        person.join()
    if wrong:
        raise wrong[0]
    done.seconds = time.perf_counter() - began
    done.server_cpu, done.driver_cpu = site.cpu() - server, time.process_time() - driver
    return done


def _respond(
    site: Served, unit: str, ready: threading.Barrier, over: threading.Event
) -> list[float]:
    """One respondent after the other at one of the places: how long each unit took."""
    took = []
    browser = Browser(site.port)
    respondent = RESPONDENTS[site.name](browser, site.place)
    if unit == "step":
        respondent.prepare()
    ready.wait()
    while not over.is_set():
        began = time.perf_counter()
        getattr(respondent, unit)()
        took.append(time.perf_counter() - began)
        if unit == "whole":
            browser.close()
            browser = Browser(site.port)
            respondent = RESPONDENTS[site.name](browser, site.place)
    browser.close()
    return took
