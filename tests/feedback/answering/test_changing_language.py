"""Somebody goes on in another language, and keeps every answer."""

import pytest
from django.test import Client

from feedback.models import Draft, Response, Words
from tests import make, translating
from tests.feedback.answering import walk
from tests.sharing import once_a_file


@once_a_file
def page():
    """A consultation in English and Welsh."""
    page = make.consultation()
    translating.translated(page)
    return page


@pytest.fixture
def client(page) -> Client:
    client = Client()
    walk.begin(client, page)
    return client


def test_the_draft_goes_on_in_the_language_of_the_page(client, page):
    walk.answer(client, page, 1, make.option(page, "heard", "yes"))
    before = Draft.objects.get().answers

    shown = client.get(f"/cy{walk.address(page, 1)}").content.decode()

    assert Draft.objects.get().language == "cy"
    assert Draft.objects.get().answers == before
    assert "[cy] Do you feel heard?" in shown


def test_changing_keeps_what_stands_on_the_page(client, page):
    moved = client.post(walk.address(page, 2), {"answer": "Half a sen", "go": "in:cy"})
    shown = client.get(moved.url).content.decode()

    assert moved.url == f"/cy{walk.address(page, 2)}"
    assert "Half a sen</textarea>" in shown


def test_changing_leads_back_to_the_page_to_check(client, page):
    address = f"{walk.address(page, 2)}?from=check"

    moved = client.post(address, {"answer": "Words", "go": "in:cy"})

    assert moved.url == f"/cy{address}"


def test_a_text_that_is_too_long_can_still_be_read_in_another_language(client, page):
    moved = client.post(walk.address(page, 2), {"answer": "x" * 5000, "go": "in:cy"})

    assert moved.status_code == 302


@pytest.mark.parametrize("code", ["xx", "", "de", "cy/../../admin"])
def test_a_language_that_is_not_here_is_the_next_page(client, page, code):
    moved = client.post(walk.address(page, 1), {"answer": "", "go": f"in:{code}"})

    assert moved.url == walk.address(page, 2)


def test_the_response_keeps_the_language_that_it_was_sent_in(client, page):
    walk.answer(client, page, 2, "First in English")
    client.get(f"/cy{walk.address(page, 'check')}")

    client.post(f"/cy{walk.address(page, 'check')}")

    assert Response.objects.get().language == "cy"
    assert Words.objects.get().text == "First in English"


@pytest.mark.parametrize("step", ["", "agree", 1, "check", "stop", "no-thanks"])
def test_every_step_offers_the_languages_of_the_questions(client, page, step):
    shown = client.get(walk.address(page, step), {"from": "agree"}).content.decode()

    assert 'lang="cy"' in shown
    assert "Cymraeg" in shown
    assert "Polski" not in shown


def test_a_consultation_in_one_language_offers_no_other(visitor):
    page = make.consultation()

    assert 'class="languages"' not in visitor.get(walk.address(page)).content.decode()


def test_changing_language_takes_one_statement_more(client, page, django_assert_max_num_queries):
    client.get(walk.address(page, 1))

    with django_assert_max_num_queries(5):
        client.get(f"/cy{walk.address(page, 1)}")
