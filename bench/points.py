"""One person and one death of the server at each point, and what must be true afterwards."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress

import django

from bench.browser import HOST
from bench.survivor import Given, Point, Survivor

PATIENCE = 20  # seconds until a server must stand again


class Lost(AssertionError):
    """Something that was kept is not there, or is there twice."""


def soak(n_points: int, seed: int, port: int) -> int:
    """Kill the server at so many points; the exit code is 0 when nothing was lost or doubled."""
    django.setup()
    from bench.load import ask

    place, server = ask(), Lives(port)
    lost, began, died = [], time.monotonic(), Counter()
    try:
        lasted = _person(server, place, random.Random(seed)).lasted  # loads what is loaded once
        lasted = _person(server, place, random.Random(seed)).lasted
        for number in range(1, n_points + 1):
            rng = random.Random(f"{seed}:{number}")
            point = Point.draw(rng, lasted)
            died["at a place in the server" if point.header else "by the clock"] += 1
            try:
                _person(server, place, rng, point)
            except Exception as error:
                lost.append(f"Seed {seed}, point {number}, {point}: {error!r}")
                server.kill()
                server.restart()
        lost += _too_many(place, n_points + 2, lost)
    finally:
        server.end()
    print(f"{n_points} points in {time.monotonic() - began:.0f} s: {dict(died)}")
    print("\n".join(lost) or "Nothing was lost or doubled.")
    return 1 if lost else 0


def _person(
    server: "Lives", place: dict, rng: random.Random, point: Point | None = None
) -> Survivor:
    """One person's whole way, and whether all of it arrived once."""
    person = Survivor(server.port, place, rng, server.kill, server.restart, look, point)
    person.whole()
    look(person, ended=True)
    return person


class Lives:
    """A server that can be killed and stands again in a moment."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.keeper = subprocess.Popen(
            [sys.executable, "-m", "bench.keeper"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.restart()

    def restart(self) -> None:
        """Serve again, once nothing of the life before is left."""
        self._wait_until(listening=False)
        print(self.port, file=self.keeper.stdin, flush=True)
        self.process = int(self.keeper.stdout.readline())
        self._wait_until(listening=True)

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process, signal.SIGKILL)

    def end(self) -> None:
        self.kill()
        self.keeper.stdin.close()
        self.keeper.wait(PATIENCE)

    def _wait_until(self, *, listening: bool) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with socket.socket() as probe:
                if (probe.connect_ex((HOST, self.port)) == 0) == listening:
                    return
            time.sleep(0.005)
        raise Lost(f"After {PATIENCE} s the port is still not {'open' if listening else 'free'}.")


def look(person: Survivor, *, ended: bool = False) -> None:
    """What must be true of what a person was told is kept, right after a restart and at the end.

    Closes its connection: the server that stands up next is alone with what the last one left.
    """
    from django.db import connection

    try:
        _look(person, ended=ended)
    finally:
        connection.close()


def _look(person: Survivor, *, ended: bool) -> None:
    from feedback import cookie, receipts, sealing
    from feedback.models import Draft, Response

    if cookie.NAME not in person.cookies:
        return  # nobody told this person anything yet
    words = sealing.unseal(person.cookies[cookie.NAME])
    draft = Draft.objects.filter(code_digest__in=receipts.digests(words, receipts.DRAFT)).first()
    sent = Response.objects.filter(receipt_digest__in=receipts.digests(words, receipts.RECEIPT))
    if sent.count() + bool(draft) != 1:
        raise Lost(f"{sent.count()} responses and {bool(draft):d} drafts of one person")
    if (person.is_sent or ended) and draft:
        raise Lost("what was sent is a draft still")
    held = _in_draft(draft) if draft else _in_response(sent.get())
    for question, answer in person.kept.items():
        newer = person.on_its_way == (question, held.get(question))
        if held.get(question) != answer and not newer:
            raise Lost(f"{question} was {answer}, and is {held.get(question)}")


def _in_draft(draft) -> dict[str, Given]:
    """What a draft holds, by question."""
    return {
        question: set(answer["options"]) if "options" in answer else answer["text"]
        for question, answer in draft.answers.items()
    }


def _in_response(response) -> dict[str, Given]:
    """What a response holds, by question."""
    found: dict[str, Given] = {str(one.question_id): one.text for one in response.words.all()}
    for answer in response.answers.all():
        found.setdefault(str(answer.question_id), set()).add(str(answer.option_id))
    return found


def _too_many(place: dict, n_people: int, lost: list) -> list[str]:
    """Whether there are other responses than those of the people who answered."""
    from feedback.models import Response

    n_sent = Response.objects.filter(
        questionnaire__consultation__code=place["say"].split("/")[2]
    ).count()
    if lost or n_sent == n_people:
        return []
    return [f"{n_people} people sent {n_sent} responses."]
