"""Delete my answers: with the four words, after saying so twice, and in no other way."""

from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.test import Client
from django.utils import timezone

from consultations.models import CouncilSettings
from feedback.models import Draft, Erasure, Response
from feedback.views.words import TICKET
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file


@once_a_file
def client() -> Client:
    """Somebody who has just sent their answers."""
    client, page = Client(), make.consultation()
    walk.begin(client, page)
    walk.answer(client, page, 2, "My words")
    walk.send(client, page)
    return client


def ticket_of(client: Client) -> str:
    """What the page that asks whether somebody is sure lets them delete with."""
    client.post("/my-words/", {"words": walk.words_in(client)})
    return client.get("/my-words/delete/").context["ticket"]


def delete(client: Client, ticket: str):
    """Press Delete on the page that asks whether somebody is sure."""
    return client.post("/my-words/delete/", {"ticket": ticket})


def test_answers_are_deleted_after_saying_so_twice(client):
    ticket = ticket_of(client)

    asked = client.get("/my-words/delete/")
    deleted = client.get(delete(client, ticket).url)

    assert "They cannot be brought back, by you or by us." in walk.text(asked)
    assert "Your answers are deleted" in walk.text(deleted)
    assert not Response.objects.exists()
    assert Erasure.objects.count() == 1


def test_nothing_is_deleted_by_asking(client):
    ticket_of(client)

    assert Response.objects.exists()


def test_the_page_says_before_what_can_and_what_cannot_be_taken_back(client):
    council = CouncilSettings.for_site(make.council())
    council.backup_days = 12
    council.save()

    shown = walk.text(client.post("/my-words/", {"words": walk.words_in(client)}, follow=True))

    assert "We delete your answers at once. Old copies go in 12 days." in shown
    assert "If you told us that someone was not safe, we may have to keep a note" in shown


def forged() -> dict[str, str]:
    """Tickets that we did not give, or did not give for this."""
    receipt = Response.objects.get().receipt_digest
    good = signing.dumps(receipt, salt=TICKET)
    with time_machine.travel(timezone.now() - timedelta(minutes=15, seconds=1), tick=False):
        old = signing.dumps(receipt, salt=TICKET)
    return {
        "none": "",
        "rubbish": "rubbish",
        "the receipt itself": receipt,
        "altered": good[:-1] + ("A" if good[-1] != "A" else "B"),
        "of another form": signing.dumps(receipt, salt="something-else"),
        "signed with another key": signing.dumps(receipt, salt=TICKET, key="another"),
        "too old": old,
        "not text": "\udcff\x00",
    }


@pytest.mark.parametrize(
    "kind",
    [
        "none",
        "rubbish",
        "the receipt itself",
        "altered",
        "of another form",
        "signed with another key",
        "too old",
        "not text",
    ],
)
def test_a_ticket_that_we_did_not_give_does_nothing(client, kind):
    ticket = forged()[kind].encode(errors="replace").decode()

    response = delete(client, ticket)

    assert response.url == "/my-words/"
    assert Response.objects.exists()
    assert not Erasure.objects.exists()


def test_a_ticket_deletes_the_answers_that_it_was_given_for_and_no_others(client):
    other = make.response(make.consultation())

    delete(client, ticket_of(client))

    assert Response.objects.get() == other


def test_deleting_again_says_the_same_and_does_nothing(client):
    ticket = ticket_of(client)
    first = delete(client, ticket)

    second = delete(client, ticket)

    assert first.url == second.url == "/my-words/deleted/"
    assert Erasure.objects.count() == 1


def test_nothing_is_left_in_the_browser(client):
    delete(client, ticket_of(client))

    assert client.cookies["say"].value == ""
    assert client.get("/my-words/answers/").url == "/my-words/"


def test_an_address_alone_deletes_nothing(client):
    ticket = ticket_of(client)

    for address in ("/my-words/delete/", "/my-words/deleted/"):
        client.get(address, {"ticket": ticket, "sure": "yes"})

    assert Response.objects.exists()


def test_the_address_of_the_last_page_says_to_nobody_that_answers_are_gone(client):
    ticket_of(client)

    assert client.get("/my-words/deleted/").url == "/my-words/"


def test_going_back_after_deleting_asks_nobody_to_send_it_again(client):
    deleted = delete(client, ticket_of(client))

    assert not deleted.cookies["opened"]["max-age"]  # a browser keeps it: it opens the last page
    assert client.get(deleted.url).status_code == 200
    assert client.get("/my-words/delete/").url == "/my-words/"


def test_another_site_cannot_delete_for_somebody(client):
    ticket = ticket_of(client)

    response = delete(Client(enforce_csrf_checks=True), ticket)

    assert response.status_code == 403
    assert Response.objects.exists()


def test_a_draft_is_not_deleted_in_this_way(visitor):
    walk.begin(visitor, make.consultation())
    draft = Draft.objects.get()

    delete(visitor, signing.dumps(draft.code_digest, salt=TICKET))

    assert Draft.objects.exists()
