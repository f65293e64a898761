"""What somebody does on each of the two sites: one step, and the whole way."""

import re
from typing import Any, Protocol

from bench.browser import Answer, Fields
from bench.questions import CHOSEN, QUESTIONS, WORDS

_QUESTION = re.compile(rb'name="question" value="([^"]+)"')
_ANSWERS = re.compile(rb'name="answer" value="([^"]+)"')
_FIELD = re.compile(rb'<(?:input|textarea|select)[^>]* name="([^"]+)"')
_NUMBER = re.compile(r"/(\d+)/$")


class WentWrong(Exception):
    """A page was not what it should be, so nothing that was measured counts."""


class Respondent(Protocol):
    """Somebody in front of a browser."""

    def prepare(self) -> None:
        """What comes before the first step and is not measured with it."""

    def step(self) -> None:
        """One GET and one POST: a page with questions is asked for, and answered."""

    def whole(self) -> None:
        """Everything from the first page to the thanks."""


class OnHeard:
    """Answers one question a page; every answer is kept when it is given."""

    def __init__(self, browser: Any, place: dict) -> None:
        self.browser, self.place, self.number = browser, place, 0

    def prepare(self) -> None:
        """Say who answers, and agree: the draft that the steps fill."""
        path = self.place["say"]
        while not _NUMBER.search(path):
            path = self._go_on(path)
        self.first = path

    def step(self) -> None:
        self.number = self.number % len(QUESTIONS) + 1
        self._go_on(_NUMBER.sub(f"/{self.number}/", self.first))

    def whole(self) -> None:
        _expect(self.browser.get(self.place["page"]), 200)
        path = self.place["say"]
        while "/thanks/" not in path:
            path = self._go_on(path)
        _expect(self.browser.get(path), 200)

    def _go_on(self, path: str) -> str:
        """Ask for a page, do what it asks for, and give the way to the next."""
        page = _expect(self.browser.get(path), 200)
        fields = [("csrfmiddlewaretoken", page.token), *self._fields(path, page)]
        return _expect(self.browser.post(path, fields), 302).location

    def _fields(self, path: str, page: Answer) -> Fields:
        if number := _NUMBER.search(path):
            kind = QUESTIONS[int(number[1]) - 1][0]
            question = _QUESTION.search(page.body)[1].decode()
            return [("question", question), ("go", "next"), *self._answer(kind, page)]
        if path == self.place["say"]:
            return [("who", "child:13-15")]
        return [("voice", "me")] if "/voice/" in path else []

    @staticmethod
    def offered(page: Answer) -> list[str]:
        """What can be chosen on a page; nothing where a text is asked for."""
        return [value.decode() for value in _ANSWERS.findall(page.body)]

    def _answer(self, kind: str, page: Answer) -> Fields:
        offered = self.offered(page)
        if not offered:
            return [("answer", WORDS if kind == "long_text" else WORDS[:12])]
        n_chosen = 2 if kind == "choose_several" else 1
        return [("answer", value) for value in offered[CHOSEN : CHOSEN + n_chosen]]


class OnForms:
    """Fills in one page with every question; nothing is kept before it is sent."""

    def __init__(self, browser: Any, place: dict) -> None:
        self.browser, self.path = browser, place["page"]

    def prepare(self) -> None:
        pass

    def step(self) -> None:
        page = _expect(self.browser.get(self.path), 200)
        fields = [("csrfmiddlewaretoken", page.token), *self._fields(page)]
        thanks = _expect(self.browser.post(self.path, fields), 200)
        if b"Thank you" not in thanks.body:
            raise WentWrong("The form was not taken.")

    whole = step

    def _fields(self, page: Answer) -> Fields:
        names = dict.fromkeys(name.decode() for name in _FIELD.findall(page.body))
        names.pop("csrfmiddlewaretoken", None)
        filled = []
        for name, (kind, _text, offered) in zip(names, QUESTIONS, strict=True):
            if offered:
                n_chosen = 2 if kind == "choose_several" else 1
                filled += [(name, one) for one in offered[CHOSEN : CHOSEN + n_chosen]]
            else:
                filled.append((name, WORDS if kind == "long_text" else WORDS[:12]))
        return filled


RESPONDENTS = {"heard": OnHeard, "forms": OnForms}


def _expect(answer: Answer, status: int) -> Answer:
    if answer.status != status:
        raise WentWrong(f"{answer.status}, not {status}: {answer.body[:400]!r}")
    return answer
