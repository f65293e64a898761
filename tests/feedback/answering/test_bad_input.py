"""Whatever a form holds: a plain sentence, the right status, and nothing typed is lost."""

import pytest
from django.db import OperationalError
from django.test import Client

from feedback.actions import answering, sending
from feedback.models import Draft, Response
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

TYPED = "A thought that took me an hour"
MOSTLY = "choose_one choose_several faces short_text long_text"


@once_a_file
def page():
    """A consultation with one question of each kind."""
    kinds = enumerate(MOSTLY.split(), start=1)
    return make.consultation(
        *(make.block(kind, f"Question {n}?", data_name=f"q{n}") for n, kind in kinds)
    )


@pytest.fixture
def client(page) -> Client:
    """Somebody who agreed and may answer."""
    client = Client()
    walk.begin(client, page)
    return client


def kept() -> list[dict]:
    """What the draft holds."""
    return list(Draft.objects.get().answers.values())


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("option", ["nonsense", "00000000-0000-4000-8000-000000000000", "yes"])
def test_an_unknown_answer_is_refused_with_a_sentence(client, page, number, option):
    response = walk.answer(client, page, number, option)

    assert response.status_code == 422
    assert "Choose one of the answers on this page, or skip it." in walk.text(response)
    assert kept() == []


def test_an_answer_of_another_question_is_unknown_here(client, page):
    of_the_second = make.frozen(page, "q2")["options"][0]["id"]

    assert walk.answer(client, page, 1, of_the_second).status_code == 422


@pytest.mark.parametrize(
    ("step", "field", "sentence"),
    [
        ("", "who", "Choose one of the lines on this page."),
        ("voice", "voice", "Choose one of the lines on this page."),
    ],
)
@pytest.mark.parametrize("value", ["admin:", "child:99", "'; DROP TABLE", "child:\x00"])
def test_a_line_that_we_did_not_offer_is_refused(client, page, step, field, sentence, value):
    response = client.post(walk.address(page, step), {field: value})

    assert response.status_code == 422
    assert sentence in walk.text(response)


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        ("", "Choose who you are. If you are not sure, choose \u201cI'd rather not say\u201d."),
        ("voice", "Choose the line that fits best."),
    ],
)
def test_nothing_chosen_is_said_without_blame(client, page, step, sentence):
    response = client.post(walk.address(page, step))

    assert response.status_code == 422
    assert walk.text(response).count(sentence) == 2  # at the top and at the field


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("a\x00b\x07c\x1bd", "abcd"),
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("\u2066hidden\u2069", "hidden"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("cafe\u0301", "caf\u00e9"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("  room around  ", "room around"),
    ],
)
def test_what_cannot_be_seen_is_taken_out_and_nothing_else(client, page, typed, text):
    walk.answer(client, page, 5, typed)

    assert [answer["text"] for answer in kept()] == [text]


@pytest.mark.parametrize("typed", ["", "   ", "\u200b", "\x00"])
def test_what_is_empty_to_the_eye_is_a_skipped_question(client, page, typed):
    response = walk.answer(client, page, 5, typed)

    assert response.url == walk.address(page, "check")
    assert kept() == []


@pytest.mark.parametrize("step", [5, "check"])
def test_a_script_in_an_answer_is_text(client, page, step):
    walk.answer(client, page, 5, "</textarea><script>alert(1)</script>")

    shown = client.get(walk.address(page, step)).content.decode()

    assert "<script>alert" not in shown
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;" in shown


def test_a_form_that_did_not_come_from_our_page_is_refused_and_what_was_typed_is_shown(page):
    client = Client(enforce_csrf_checks=True)

    response = walk.answer(client, page, 5, TYPED)

    assert response.status_code == 403
    assert "That did not send" in walk.text(response)
    assert TYPED in walk.text(response)


def test_a_form_from_our_own_page_is_accepted(page):
    client = Client(enforce_csrf_checks=True)
    client.get(walk.address(page))
    token = client.cookies["csrftoken"].value

    response = client.post(walk.address(page), {"who": "parent:", "csrfmiddlewaretoken": token})

    assert response.status_code == 302


@pytest.mark.parametrize("verb", ["put", "delete", "patch"])
@pytest.mark.parametrize("step", ["", "voice", "agree", 1, "check", "thanks", "stop"])
def test_other_ways_of_asking_are_refused(client, page, step, verb):
    assert getattr(client, verb)(walk.address(page, step)).status_code == 405


@pytest.mark.parametrize("address", ["/say/%00/", "/say/%00/1/", "/say/%2e%2e/1/", "/say/🙂/"])
def test_an_address_that_was_tampered_with_is_no_server_error(visitor, address):
    assert visitor.get(address).status_code in (302, 404)


def away(**_more) -> None:
    """The database does not answer."""
    raise OperationalError("database is locked")


def test_when_the_database_is_away_what_was_typed_can_be_sent_again(client, page, monkeypatch):
    monkeypatch.setattr(answering, "save_answer", away)

    response = walk.answer(client, page, 5, TYPED, may_show="on")
    shown = response.content.decode()

    assert response.status_code == 503
    assert "That did not send. Your words are still here." in walk.text(response)
    assert f">{TYPED}</textarea>" in shown
    for name, value in (("may_show", "on"), ("go", "next")):
        assert f'<input type="hidden" name="{name}" value="{value}">' in shown


def test_when_the_database_is_back_the_page_sends_what_was_typed(client, page, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(answering, "save_answer", away)
        shown = walk.answer(client, page, 5, TYPED, may_show="on").content.decode()

    assert "action=" not in shown  # the form goes to the address that it came from
    response = walk.answer(client, page, 5, TYPED, may_show="on")

    assert response.status_code == 302
    assert kept() == [{"text": TYPED, "may_show": True}]


def test_when_the_database_is_away_nothing_is_half_sent(client, page, monkeypatch):
    monkeypatch.setattr(sending, "mark_answered", away)

    response = walk.send(client, page)

    assert response.status_code == 503
    assert not Response.objects.exists()
    assert Draft.objects.exists()


def test_leaving_works_also_when_the_database_is_away(client, monkeypatch):
    monkeypatch.setattr(answering, "leave", away)

    response = client.get("/leave/")

    assert response.url.startswith("https://")
    assert client.cookies["say"].value == ""
