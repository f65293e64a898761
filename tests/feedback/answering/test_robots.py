"""Robots are slowed down. People press once more or wait a moment, and lose nothing."""

import base64
import json
import re

import pytest
import time_machine
from altcha import Challenge, Payload, solve_challenge
from django.test import Client
from django.utils import timezone

from feedback import busy, proof
from feedback.models import Draft, Response
from tests import inviting as invited
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

NOON = make.noon(timezone.localdate())


@pytest.fixture(autouse=True)
def _nobody_has_sent():
    busy.forget()
    yield
    busy.forget()


@once_a_file
def page():
    """An open consultation."""
    return make.consultation()


@pytest.fixture
def client(page) -> Client:
    """Somebody about to send."""
    client = Client()
    walk.begin(client, page)
    walk.answer(client, page, 2, "My words")
    client.get(walk.address(page, "check"))
    return client


def hidden(response, name: str) -> str:
    """What stands in a hidden field of a page."""
    return re.search(f'name="{name}" value="([^"]+)"', response.content.decode())[1]


def test_a_box_that_nobody_sees_asks_for_one_more_press_and_keeps_everything(client, page):
    asked = client.post(walk.address(page, "check"), {"website": "https://buy.example"})

    assert asked.status_code == 422
    assert "One more press, and it is sent" in walk.text(asked)
    assert Draft.objects.get().answers
    client.post(walk.address(page, "check"), {"sure": hidden(asked, "sure")})
    assert Response.objects.get().words.get().text == "My words"


def test_the_box_cannot_be_reached_by_a_person(client, page):
    shown = client.get(walk.address(page, "check")).content.decode()

    box = re.search(r'<div class="hide-text" aria-hidden="true">.*?</div>', shown)[0]
    assert 'name="website"' in box
    assert 'tabindex="-1"' in box
    assert 'autocomplete="off"' in box


@pytest.mark.parametrize(("seconds", "asked"), [(1, True), (3, False)])
def test_who_sends_faster_than_anybody_reads_is_asked(client, page, settings, seconds, asked):
    settings.HEARD_SOONEST_SEND = 2
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client.get(walk.address(page, "check"))
        clock.shift(seconds)
        response = walk.send(client, page)

    assert (response.status_code == 422) is asked
    assert Response.objects.exists() is not asked


@pytest.mark.parametrize("sure", ["", "made up", "of somebody else"])
def test_a_press_that_we_did_not_ask_for_does_not_count(client, page, sure):
    if sure == "of somebody else":
        other = Client()
        walk.begin(other, page)
        sure = hidden(other.post(walk.address(page, "check"), {"website": "x"}), "sure")

    response = client.post(walk.address(page, "check"), {"website": "x", "sure": sure})

    assert response.status_code == 422


def test_when_very_many_send_a_browser_does_a_sum(client, page, settings):
    settings.HEARD_BUSY_AFTER = 0

    asked = walk.send(client, page)
    solved = {"proof": solution_in(asked)}
    sent = client.post(walk.address(page, "check"), solved)

    assert asked.status_code == 429
    assert "your answers are still here" in walk.text(asked)
    assert sent.url == walk.address(page, "thanks")


def test_a_sum_is_good_for_one_answer(client, page, settings):
    settings.HEARD_BUSY_AFTER = 0
    solved = {"proof": solution_in(walk.send(client, page))}
    other = Client()
    walk.begin(other, page)

    assert other.post(walk.address(page, "check"), solved).status_code == 429


@pytest.mark.parametrize(
    "given", ["x", "e30=", base64.b64encode(b'{"challenge": 1}').decode(), "1" * 5000]
)
def test_what_is_no_solution_is_no_solution(given):
    assert not proof.is_proof(given, "anything")


def test_a_sum_that_waited_too_long_is_no_solution():
    with time_machine.travel(NOON, tick=False) as clock:
        challenge = Challenge.from_dict(json.loads(proof.challenge("x")))
        given = Payload(challenge, solve_challenge(challenge)).to_base64()
        assert proof.is_proof(given, "x")
        clock.shift(proof.GOOD_FOR + 1)
        assert not proof.is_proof(given, "x")


def solution_in(response) -> str:
    """What the browser would send after its sum."""
    challenge = Challenge.from_dict(json.loads(response.context["sum"]))
    return Payload(challenge, solve_challenge(challenge)).to_base64()


@pytest.mark.parametrize(("seconds", "sent"), [(5, False), (21, True), (3600, False)])
def test_without_a_script_twenty_seconds_are_enough(client, page, settings, seconds, sent):
    settings.HEARD_BUSY_AFTER = 0
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client.get(walk.address(page, "check"))
        asked = walk.send(client, page)
        clock.shift(seconds)
        client.post(walk.address(page, "check"), {"since": hidden(asked, "since")})

    assert "Count slowly to 20, then press Send." in walk.text(asked)
    assert Response.objects.exists() is sent


def test_pressing_too_soon_does_not_make_the_wait_longer(client, page, settings):
    settings.HEARD_BUSY_AFTER = 0
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client.get(walk.address(page, "check"))
        first = hidden(walk.send(client, page), "since")
        clock.shift(5)
        again = client.post(walk.address(page, "check"), {"since": first})

    assert hidden(again, "since") == first
    assert "Not quite yet" in walk.text(again)


@pytest.mark.parametrize("kind", ["own", "group"])
def test_whoever_came_with_a_code_does_not_wait(page, settings, kind):
    settings.HEARD_BUSY_AFTER = 0
    code = invited.code(page) if kind == "own" else invited.group(page).code

    assert invited.answer_with(code, page).last.url == walk.address(page, "thanks")


@pytest.mark.only_on("sqlite")
def test_three_hundred_in_one_school_send_within_ten_minutes_and_nobody_is_stopped(page):
    with time_machine.travel(timezone.now(), tick=False):
        for number in range(300):
            client = Client(REMOTE_ADDR="192.0.2.1")
            client.cookies["csrftoken"] = f"of pupil {number}"  # as every page with a form gives
            walk.begin(client, page, "parent:")
            assert walk.send(client, page).url == walk.address(page, "thanks")

    assert Response.objects.count() == 300


def test_what_is_counted_names_neither_a_network_nor_a_consultation(page, rf):
    busy.count(rf.post("/", REMOTE_ADDR="192.0.2.1"), page.identity.code)

    assert len(busy._sent) == 3
    assert all(re.fullmatch("[0-9a-f]{64}", name) for name in busy._sent)


def test_after_ten_minutes_nothing_is_remembered(page, rf):
    pupil = rf.post("/", REMOTE_ADDR="192.0.2.1")
    with time_machine.travel(NOON, tick=False) as clock:
        busy.count(pupil, page.identity.code)
        names = set(busy._sent)
        clock.shift(busy.WINDOW)
        busy.count(pupil, page.identity.code)

    assert not names & set(busy._sent)
    assert len(busy._sent) == 3


def test_one_browser_and_one_network_that_send_far_too_much_do_not_slow_others(page, rf, settings):
    settings.HEARD_BUSY_AFTER = 40
    robot, other = rf.post("/", REMOTE_ADDR="192.0.2.1"), rf.post("/", REMOTE_ADDR="192.0.2.9")
    for _time in range(30):
        busy.count(robot, page.identity.code)

    assert busy.is_busy(robot, page.identity.code)
    assert not busy.is_busy(other, page.identity.code)
