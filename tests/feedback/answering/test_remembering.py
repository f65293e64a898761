"""What a browser remembers of somebody who answers: one sealed cookie, until it closes."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from cryptography.fernet import Fernet
from django.http import HttpResponse
from django.test import RequestFactory

from feedback import cookie
from feedback.sealing import CannotUnseal, seal, unseal
from tests import make
from tests.feedback.answering import walk

WORDS = "acorn lemon river stone"
NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


def asking(token: str):
    """A request from a browser that holds this cookie."""
    request = RequestFactory().get("/")
    request.COOKIES[cookie.NAME] = token
    return request


def altered(token: str) -> str:
    """The same cookie with one letter changed."""
    middle = len(token) // 2
    return token[:middle] + ("A" if token[middle] != "A" else "B") + token[middle + 1 :]


def test_what_is_sealed_can_be_unsealed_and_not_read():
    token = seal("رأيي مهم")

    assert unseal(token) == "رأيي مهم"
    assert "رأيي" not in token


@pytest.mark.parametrize("token", ["", "rubbish", "ünreadable", altered(seal(WORDS))])
def test_what_was_altered_or_made_elsewhere_cannot_be_unsealed(token):
    with pytest.raises(CannotUnseal):
        unseal(token)


def test_what_an_older_key_sealed_can_be_unsealed_while_we_keep_the_key(settings):
    token = seal(WORDS)
    settings.HEARD_SEALING_KEYS = [Fernet.generate_key().decode(), *settings.HEARD_SEALING_KEYS]

    assert unseal(token) == WORDS


def test_what_was_sealed_with_a_key_that_is_gone_cannot_be_unsealed(settings):
    token = seal(WORDS)
    settings.HEARD_SEALING_KEYS = [Fernet.generate_key().decode()]

    with pytest.raises(CannotUnseal):
        unseal(token)


@pytest.mark.parametrize(("age", "words"), [(3600, WORDS), (3602, None)])
def test_an_old_cookie_is_nobody(age, words):
    with time_machine.travel(NOON, tick=False):
        token = seal(WORDS)

    with time_machine.travel(NOON + timedelta(seconds=age), tick=False):
        assert cookie.words_in(asking(token), max_age=3600) == words


def test_a_cookie_without_a_limit_is_as_good_the_next_day():
    with time_machine.travel(NOON, tick=False):
        token = seal(WORDS)

    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        assert cookie.words_in(asking(token)) == WORDS


@pytest.mark.parametrize("token", ["", "rubbish", WORDS, altered(seal(WORDS)), "\udcff"])
def test_a_tampered_cookie_is_nobody(token):
    assert cookie.words_in(asking(token)) is None


def test_a_browser_without_a_cookie_is_nobody():
    assert cookie.words_in(RequestFactory().get("/")) is None


def test_the_cookie_is_gone_when_the_browser_closes_and_no_script_reads_it():
    response = HttpResponse()

    cookie.remember(response, WORDS)
    morsel = response.cookies[cookie.NAME]

    assert (morsel["max-age"], morsel["expires"]) == ("", "")
    assert morsel["httponly"]
    assert morsel["samesite"] == "Lax"


@pytest.mark.parametrize("secure", [True, False])
def test_the_cookie_travels_only_over_https_where_we_say_so(secure, settings):
    settings.HEARD_SECURE_COOKIES = secure
    response = HttpResponse()

    cookie.remember(response, WORDS)

    assert bool(response.cookies[cookie.NAME]["secure"]) is secure


def test_the_cookie_does_not_show_the_words():
    response = HttpResponse()

    cookie.remember(response, WORDS)

    assert not any(word in response.cookies[cookie.NAME].OutputString() for word in WORDS.split())


def test_forgetting_leaves_nothing_in_the_browser(visitor):
    response = HttpResponse()

    cookie.forget(response)
    morsel = response.cookies[cookie.NAME]

    assert (morsel.value, morsel["max-age"], morsel["path"]) == ("", 0, "/")


@pytest.mark.parametrize("step", ["voice", "agree", 1, "check", "stop"])
def test_somebody_with_a_tampered_cookie_starts_at_the_first_page(visitor, step):
    page = make.consultation()
    walk.begin(visitor, page)
    visitor.cookies[cookie.NAME] = altered(visitor.cookies[cookie.NAME].value)

    response = visitor.get(walk.address(page, step))

    assert (response.status_code, response.url) == (302, walk.address(page))
