"""Ten wrong tries of a browser in a quarter of an hour, or a hundred of a network, then a pause:
nobody finds a receipt by trying, and no child shuts out a class."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from inspect import unwrap

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest
from django.test import Client, RequestFactory

from feedback import receipts, throttle
from feedback.views import words as words_views
from tests import make
from tests.feedback.answering import walk

WRONG = " ".join(receipts.word_list()[:4])  # four words of ours that open nothing
SENTENCE = "Too many tries. Wait 15 minutes, then try again."
LOCAL = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def shared_cache(settings):
    """The cache that a served site uses: a table that all its workers share."""
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "heard_cache",
        }
    }
    call_command("createcachetable", verbosity=0)


def try_words(client: Client, words: str = WRONG, **more):
    """Type four words and press Next."""
    return client.post("/my-words/", {"words": words}, **more)


def try_often(client: Client, times: int = throttle.WRONG_TRIES, **more) -> None:
    """Wrong words, again and again, in the same browser."""
    client.get("/my-words/")
    for _time in range(times):
        try_words(client, **more)


def from_network(address: str, **headers):
    """A request from somewhere."""
    return RequestFactory().get("/", REMOTE_ADDR=address, headers=headers)


def test_the_tenth_wrong_try_is_still_answered(visitor):
    try_often(visitor, 9)

    assert try_words(visitor).status_code == 422


def test_after_ten_wrong_tries_there_is_a_pause(visitor):
    try_often(visitor)

    response = try_words(visitor)

    assert response.status_code == 429
    assert SENTENCE in walk.text(response)
    assert WRONG in response.content.decode()  # what was typed is still in the field


def test_even_right_words_wait_during_the_pause(visitor):
    words = make.draft(make.consultation())
    try_often(visitor)

    assert try_words(visitor, words).status_code == 429


def test_right_words_do_not_count_as_tries(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    walk.send(visitor, page)
    words = walk.words_in(visitor)

    statuses = {try_words(visitor, words).status_code for _time in range(12)}

    assert statuses == {302}


@pytest.mark.parametrize("typed", ["", "one two", f"{WRONG} more", "zzyzx zzyzx zzyzx zzyzx"])
def test_what_cannot_be_four_words_does_not_count_as_a_try(visitor, typed):
    for _time in range(12):
        response = try_words(visitor, typed)

    assert response.status_code == 422


def test_another_network_is_not_affected(visitor):
    try_often(visitor, REMOTE_ADDR="192.0.2.1")

    assert try_words(visitor, REMOTE_ADDR="192.0.2.1").status_code == 429
    assert try_words(visitor, REMOTE_ADDR="192.0.2.2").status_code == 422


def test_another_browser_in_the_same_network_does_not_wait(visitor):
    try_often(visitor)

    assert try_words(visitor).status_code == 429
    assert try_words(Client()).status_code == 422


def test_a_network_waits_when_many_of_its_browsers_were_wrong():
    for _browser in range(throttle.WRONG_TRIES_OF_NETWORK // throttle.WRONG_TRIES):
        try_often(Client())

    assert try_words(Client()).status_code == 429
    assert try_words(Client(), REMOTE_ADDR="192.0.2.1").status_code == 422


@pytest.mark.only_on("sqlite")
def test_ten_thousand_guesses_from_many_browsers_find_nothing_and_disturb_nobody(
    settings, monkeypatch
):
    settings.CACHES = {"default": LOCAL | {"OPTIONS": {"MAX_ENTRIES": 100_000}}}
    monkeypatch.setattr(words_views, "_ask", lambda _request, _form, status=422: status)
    monkeypatch.setattr(words_views, "my_words", unwrap(words_views.my_words))
    page, luck = make.consultation(), random.Random(2031)
    receipt = walk.sent_words(page)
    known, statuses = receipts.word_list(), Counter()

    for number in range(10_000):
        guess = HttpRequest()
        guess.method, guess.POST = "POST", {"words": " ".join(luck.choices(known, k=4))}
        guess.META = {"REMOTE_ADDR": f"203.0.113.{number % 3}"}
        guess.COOKIES = {"csrftoken": f"browser {number // 30}"}
        statuses[words_views.my_words(guess)] += 1

    assert statuses == {422: 3 * throttle.WRONG_TRIES_OF_NETWORK, 429: 9_700}
    assert "Your answers" in walk.text(walk.use_words(receipt))


@pytest.mark.parametrize(("minutes", "blocked"), [(0, True), (14, True), (15, False)])
def test_the_pause_lasts_a_quarter_of_an_hour(shared_cache, minutes, blocked):
    somebody = from_network("192.0.2.1")
    with time_machine.travel(NOON, tick=False):
        for _time in range(throttle.WRONG_TRIES):
            throttle.count_wrong_try(somebody)

    with time_machine.travel(NOON + timedelta(minutes=minutes, seconds=1), tick=False):
        assert throttle.is_blocked(somebody) is blocked


def test_wrong_tries_from_long_ago_are_forgotten(shared_cache):
    somebody = from_network("192.0.2.1")

    for time in range(throttle.WRONG_TRIES * 3):
        with time_machine.travel(NOON + timedelta(minutes=2 * time), tick=False):
            throttle.count_wrong_try(somebody)
            assert not throttle.is_blocked(somebody)


def test_the_address_itself_is_never_stored(shared_cache):
    throttle.count_wrong_try(from_network("192.0.2.123"))

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM heard_cache")
        stored = cursor.fetchall()
    assert len(stored) == 2  # one for the browser, one for the network
    assert "192.0.2.123" not in str(stored)


def test_tomorrow_the_same_network_looks_like_another():
    names = set()
    for days in (0, 1):
        with time_machine.travel(NOON + timedelta(days=days), tick=False):
            cache.clear()
            throttle.count_wrong_try(from_network("192.0.2.1"))
            names |= set(cache._cache)

    assert len(names) == 4


@pytest.mark.parametrize(
    ("proxies", "forwarded", "network"),
    [
        (0, None, "192.0.2.1"),
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.7, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.7, 203.0.113.9, 192.0.2.8", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, None, "192.0.2.1"),
    ],
)
def test_forwarded_addresses_are_believed_as_far_as_our_own_proxies_go(
    proxies, forwarded, network, settings
):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}

    assert throttle.network(from_network("192.0.2.1", **headers)) == network


def test_nobody_gets_more_tries_by_inventing_where_they_come_from(visitor):
    visitor.get("/my-words/")
    for number in range(throttle.WRONG_TRIES):
        try_words(visitor, headers={"X-Forwarded-For": f"203.0.113.{number}"})

    assert try_words(visitor, headers={"X-Forwarded-For": "203.0.113.99"}).status_code == 429
