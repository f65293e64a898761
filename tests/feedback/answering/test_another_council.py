"""Each council's consultations are answered on its own host, and open on no other."""

import pytest
from django.core.management import call_command
from django.test import Client

from feedback.actions import sending
from feedback.models import Draft
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

ELSEWHERE = "ferndale.example"


@once_a_file
def page():
    """A consultation of the first council."""
    return make.consultation()


@pytest.fixture
def elsewhere(settings, page) -> Client:
    """A browser that is at another council of the same installation."""
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, ELSEWHERE]
    call_command("add_council", "Ferndale Council", ELSEWHERE, verbosity=0)
    return Client(headers={"host": ELSEWHERE})


@pytest.mark.parametrize("step", ["", "thanks", "no-thanks", "finished"])
def test_a_consultation_of_another_council_is_not_found(elsewhere, page, step):
    assert elsewhere.get(walk.address(page, step)).status_code == 404
    assert Client().get(walk.address(page, step)).status_code == 200


def test_nobody_begins_on_the_host_of_another_council(elsewhere, page):
    assert elsewhere.post(walk.address(page), {"who": "parent:"}).status_code == 404
    assert not Draft.objects.exists()


def test_four_words_open_nothing_on_the_host_of_another_council(elsewhere, page, visitor):
    walk.begin(visitor, page)
    half_way = walk.words_in(visitor)
    sent = make.draft(page)
    sending.send(words=sent, now=make.noon(make.today()), today=make.today())

    for words in (half_way, sent):
        response = elsewhere.post("/my-words/", {"words": words})
        assert response.status_code == 422
        assert "We can't find those words." in walk.text(response)
        assert Client().post("/my-words/", {"words": words}).status_code == 302
