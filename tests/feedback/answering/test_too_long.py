"""A text that is too long is never lost, and keeps nobody from going back, stopping or skipping."""

import pytest
from django.test import Client

from feedback.models import Draft, Response
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file


@once_a_file
def page():
    """A consultation with a short text between two other questions, and a long one."""
    kinds = enumerate(["choose_one", "faces", "faces", "short_text", "long_text"], start=1)
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


@pytest.mark.parametrize(
    ("number", "limit", "letter", "sentence"),
    [
        (4, 200, "x", "We can keep 200 letters. Please cut 7 letters."),
        (5, 4000, "x", "We can keep 4,000 letters. Please cut 7 letters."),
        (5, 4000, "👩‍👧", "We can keep 4,000 letters. Please cut 7 letters."),
    ],
)
def test_a_text_that_is_too_long_is_kept_in_the_field(
    client, page, number, limit, letter, sentence
):
    text = letter * (limit + 7)

    response = walk.answer(client, page, number, text)

    assert response.status_code == 422
    assert sentence in walk.text(response)
    assert text in response.content.decode()


@pytest.mark.parametrize("letter", ["x", "é", "👩‍👧", "ض"])
def test_letters_are_counted_as_a_person_counts_them(client, page, letter):
    response = walk.answer(client, page, 4, letter * 200)

    assert response.status_code == 302
    assert kept()[0]["text"] == letter * 200


def test_whether_it_may_be_shown_stays_ticked_when_the_text_is_too_long(client, page):
    response = walk.answer(client, page, 4, "x" * 201, may_show="on")

    assert 'name="may_show" id="id_may_show" checked' in response.content.decode()


@pytest.mark.parametrize(("go", "leads_to"), [("back", 3), ("stop", "stop"), ("skip", 5)])
def test_nobody_has_to_cut_before_they_may_go(client, page, go, leads_to):
    response = walk.answer(client, page, 4, "x" * 201, go=go)

    assert response.url == walk.address(page, leads_to)
    assert kept()[0]["text"] == "x" * 201


def test_a_text_that_is_too_long_is_kept_and_its_page_says_what_to_cut(client, page):
    walk.answer(client, page, 4, "x" * 201)

    shown = walk.text(client.get(walk.address(page, 4)))

    assert kept()[0]["text"] == "x" * 201
    assert "Please cut 1 letter." in shown


def test_sending_is_refused_until_what_is_too_long_fits(client, page):
    walk.answer(client, page, 4, "x" * 203, go="back")
    checked, refused = client.get(walk.address(page, "check")), walk.send(client, page)

    for response, status in ((checked, 200), (refused, 422)):
        assert response.status_code == status
        assert walk.text(response).count("Please cut 3 letters.") == 2  # at the top and at it
        assert f'href="{walk.address(page, 4)}?from=check"' in response.content.decode()
    assert not Response.objects.exists()

    walk.answer(client, page, 4, "x" * 200)
    assert walk.send(client, page).url == walk.address(page, "thanks")


def test_what_is_too_long_and_skipped_keeps_nobody_from_sending(client, page):
    walk.answer(client, page, 4, "x" * 201, go="skip")

    assert walk.send(client, page).url == walk.address(page, "thanks")


@pytest.mark.parametrize("go", ["next", "back", "stop", "skip"])
def test_more_than_a_draft_holds_stays_on_the_page_with_what_to_cut(client, page, go):
    text = "x" * 40_001

    response = walk.answer(client, page, 5, text, go=go)

    assert response.status_code == 422
    assert "Please cut 36,001 letters." in walk.text(response)
    assert text in response.content.decode()


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"answer": "x" * 1_100_000}, 413),
        ({f"field{n}": "x" for n in range(20_001)}, 400),
    ],
)
def test_too_much_at_once_gets_a_page_that_says_what_to_do(client, page, sent, status):
    response = client.post(walk.address(page, 5), sent)

    assert response.status_code == status
    assert "That was too much at once" in walk.text(response)
    assert "Press the Back button of your browser" in walk.text(response)
    assert "Do you need help now?" in walk.text(response)
    assert "no-store" in response["Cache-Control"]


def test_a_request_that_makes_no_sense_gets_a_plain_page(client):
    response = client.get("/", headers={"host": "somewhere.else.invalid"})

    assert response.status_code == 400
    assert "We do not understand that" in walk.text(response)
