"""Larger letters and other colours, for whoever needs them; and Easy Read from every page."""

import pytest
from django.test import Client

from tests import make
from tests.feedback.answering import walk

pytestmark = pytest.mark.django_db


def choose(client: Client, **more: str):
    return client.post("/look/", {"size": "large", "colours": "dark", "back": "/easy-read/"} | more)


def test_a_page_looks_as_it_was_chosen(client):
    chosen = choose(client)

    assert chosen.url == "/easy-read/"
    assert (
        '<html lang="en-gb" class="look-large look-dark">'
        in client.get("/easy-read/").content.decode()
    )


def test_as_usual_takes_the_note_away(client):
    choose(client)
    choose(client, size="", colours="")

    assert "look-" not in client.get("/easy-read/").content.decode().split(">")[1]


def test_a_kept_page_is_not_shown_to_somebody_who_chose_otherwise(client):
    page = make.consultation(make.block("long_text"))
    plain = Client()
    plain.get(page.url)
    choose(client)

    assert 'class="look-large look-dark"' in client.get(page.url).content.decode()
    assert 'class="look-large' not in plain.get(page.url).content.decode()


def test_only_what_is_offered_gets_into_a_page(client):
    client.cookies["look"] = 'large "><script>alert(1)</script>'

    assert '<html lang="en-gb" class="look-large">' in client.get("/easy-read/").content.decode()


@pytest.mark.parametrize("unknown", ["enormous", '"><script>'])
def test_a_choice_that_is_not_offered_is_refused(client, unknown):
    refused = choose(client, size=unknown)

    assert "look" not in refused.cookies
    assert refused.status_code == 422


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_the_way_back_never_leads_to_another_site(client, back):
    assert choose(client, back=back).url == "/"


def test_the_note_says_nothing_to_scripts_and_stays_here(client):
    note = choose(client).cookies["look"]

    assert note["httponly"]
    assert note["samesite"] == "Lax"


def test_easy_read_leads_to_the_page_about_this_site(client):
    home = client.get("/").content.decode()

    assert 'href="/easy-read/"' in home
    assert "We ask questions." in walk.text(client.get("/easy-read/"))


def test_easy_read_leads_to_the_version_of_the_page_itself(client):
    row = {"type": "row", "value": {"symbol": "1f4c1", "text": "We keep a file."}, "id": "1"}
    page = make.consultation(make.block("long_text"), easy_read=[row])

    assert f'href="{page.url}?easy=1"' in client.get(page.url).content.decode()
    assert f'href="{page.url}?easy=1"' in client.get("/easy-read/").content.decode()


@pytest.mark.parametrize("when", ["closed", "not there"])
def test_only_what_is_open_is_listed_in_easy_read(client, when):
    if when == "closed":
        row = {"type": "row", "value": {"symbol": "1f4c1", "text": "We keep a file."}, "id": "1"}
        make.closed_consultation(make.block("long_text"), easy_read=[row])

    assert "Nothing that is open now" in walk.text(client.get("/easy-read/"))
