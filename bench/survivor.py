"""Somebody whose server is killed on the way: presses again, goes on, and remembers what was kept.

A journey is a list of requests. A point is one of them, and a moment: so long after it was sent, or
a place inside the server.
"""

import random
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.browser import Answer, Browser, Fields
from bench.respondents import OnHeard, WentWrong

_TEXT = re.compile(rb'<(?:textarea|input type="text")[^>]* name="answer"')
TRIES = 3

Given = str | set[str]  # a text, or what was chosen


@dataclass(frozen=True)
class Point:
    """Where the server dies: during which request, and at which moment of it."""

    request: int
    after: float | None = None  # seconds after it was sent
    header: str = ""  # or a place inside the server: see bench.dying

    @classmethod
    def draw(cls, rng: random.Random, lasted: list[float]) -> "Point":
        """Any moment of a journey whose requests lasted so long: from before a request is sent
        until after its answer came, and right after each statement of it."""
        request, manner = rng.randrange(len(lasted)), rng.random()
        if manner < 0.6:
            return cls(request, after=max(0.0, rng.uniform(-0.1, 1.3)) * lasted[request])
        sending = len(lasted) - 2  # takes the most statements; the thanks come after it
        request = rng.choice((request, sending))
        if manner < 0.85:
            return cls(request, header=str(rng.randint(1, 8)))
        return cls(request, header="response")


@dataclass
class Survivor(OnHeard):
    """One person's journey, with at most one death of the server in it."""

    port: int
    place: dict
    rng: random.Random
    kill: Callable[[], None]
    restart: Callable[[], None]
    look: Callable[["Survivor"], None]  # what must be true right after a restart
    point: Point | None = None
    kept: dict[str, Given] = field(default_factory=dict)  # by question: what we were told is kept
    on_its_way: tuple[str, Given] | None = None
    is_sent: bool = False
    n_restarts: int = 0
    lasted: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.browser = Browser(self.port)
        self.number, self.cookies = 0, self.browser.cookies

    def whole(self) -> None:
        self._ask("get", self.place["page"])
        path = self.place["say"]
        while "/thanks/" not in path:
            path = self._go_on(path)
        thanks = self._ask("get", path)
        if thanks.status != 200:
            raise WentWrong(f"No thanks: {thanks.status}")
        self.browser.close()

    def _go_on(self, path: str) -> str:
        page = self._ask("get", path)
        if page.status == 302:  # what was on its way had arrived
            return page.location
        fields = [("csrfmiddlewaretoken", page.token), *self._fields(path, page)]
        answer = self._ask("post", path, fields)
        if answer.status != 302:
            raise WentWrong(f"{path}: {answer.status}: {answer.body[:300]!r}")
        if self.on_its_way:
            self.kept |= [self.on_its_way]
            self.on_its_way = None
        self.is_sent = self.is_sent or "/check/" in path
        return answer.location

    def _fields(self, path: str, page: Answer) -> Fields:
        fields = super()._fields(path, page)
        given = [value for name, value in fields if name == "answer"]
        if given:
            question = dict(fields)["question"]
            is_text = _TEXT.search(page.body)
            self.on_its_way = (question, given[0] if is_text else set(given))
        return fields

    def _answer(self, kind: str, page: Answer) -> Fields:
        offered = [
            value.decode() for value in re.findall(rb'name="answer" value="([^"]+)"', page.body)
        ]
        if not offered:
            return [("answer", f"Words of their own: {self.rng.random()}")]
        n_chosen = 2 if kind == "choose_several" else 1
        return [("answer", one) for one in self.rng.sample(offered, n_chosen)]

    def _ask(self, method: str, path: str, *fields: Fields) -> Answer:
        """Ask, and when nobody answers, wait for the server and ask again, as people do."""
        number = len(self.lasted)
        is_here = self.point is not None and self.point.request == number
        killer = self._killer() if is_here else None
        began = time.perf_counter()
        for _try in range(TRIES):
            try:
                answer = getattr(self.browser, method)(path, *fields)
                break
            except OSError:
                self._come_back(killer)
        else:
            raise WentWrong(f"{path} was never answered.")
        self.lasted.append(time.perf_counter() - began)
        self.browser.extra = ""
        if killer:
            killer.join()
        if is_here and not self.n_restarts:  # it died after the answer, or was never asked so much
            self.kill()
            self._come_back(None)
        return answer

    def _killer(self) -> threading.Timer | None:
        """Whoever kills the server at the point; None when the server does it by itself."""
        if self.point.header:
            self.browser.extra = f"X-Die: {self.point.header}\r\n"
            return None
        killer = threading.Timer(self.point.after, self.kill)
        killer.start()
        return killer

    def _come_back(self, killer: threading.Timer | None) -> None:
        if killer:
            killer.join()
        self.n_restarts += 1
        self.browser.close()
        self.restart()
        self.look(self)
        self.browser = Browser(self.port, cookies=self.cookies)
