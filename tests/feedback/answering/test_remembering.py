"""What a browser remembers of somebody who answers: one sealed cookie, until it closes."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from cryptography.fernet import Fernet
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from consultations.models import Consultation
from feedback import cookie
from feedback.sealing import CannotUnseal, seal, unseal
from feedback.views.words import OPEN_FOR
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


@pytest.mark.parametrize(("hours", "words"), [(2, WORDS), (2.01, None)])
def test_a_browser_that_waited_for_two_hours_opens_nothing(hours, words):
    with time_machine.travel(NOON, tick=False):
        token = seal(WORDS)

    with time_machine.travel(NOON + timedelta(hours=hours), tick=False):
        assert cookie.words_in(asking(token)) == words


@pytest.mark.parametrize("step", ["voice", "agree", 1, "check", "stop"])
def test_every_step_begins_the_two_hours_anew(visitor, step):
    page = make.consultation()
    with time_machine.travel(NOON, tick=False):
        cookie_before = _begun_with_cookie(visitor, page)

    with time_machine.travel(NOON + timedelta(hours=1.5), tick=False):
        visitor.get(walk.address(page, step))

    assert visitor.cookies[cookie.NAME].value != cookie_before
    with time_machine.travel(NOON + timedelta(hours=3), tick=False):
        assert cookie.words_in(asking(visitor.cookies[cookie.NAME].value))


def _begun_with_cookie(visitor, page) -> str:
    Consultation.objects.update(opens_on=NOON.date(), closes_on=NOON.date())
    walk.begin(visitor, page)
    return visitor.cookies[cookie.NAME].value


def test_whoever_comes_after_two_hours_does_not_see_what_is_there_and_the_words_still_open_it():
    client, page = Client(), make.consultation()
    with time_machine.travel(timezone.now() - timedelta(hours=2, minutes=1)):
        walk.begin(client, page)
        walk.answer(client, page, 2, "Mine", go="stop")
        client.get(walk.address(page, "stop"))
        words = walk.words_in(client)

    waited = client.get(walk.address(page, 2))

    assert waited.status_code == 410
    assert "If you were given four words, they may still open" in walk.text(waited)
    assert client.cookies[cookie.NAME].value == ""
    assert client.post("/my-words/", {"words": words}).url == walk.address(page, 1)


def test_the_pages_say_how_long_a_browser_waits(visitor):
    page = make.consultation()

    assert "If you do nothing for 2 hours" in walk.text(visitor.get(walk.address(page)))
    assert "done nothing for two hours" in walk.text(visitor.get("/privacy/"))
    assert "holds them for fifteen minutes" in walk.text(visitor.get("/privacy/"))
    assert (cookie.IDLE_HOURS, OPEN_FOR) == (2, 15 * 60)  # what the sentences say


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
