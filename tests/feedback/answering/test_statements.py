"""An answering step stays light: at most five statements to the database, however many answered.

The beginning and the end of a transaction count, here as savepoints.
"""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from consultations.models import Consultation, ConsultationPage
from feedback.actions import reading, themes
from feedback.models import Words
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

STEPS = ["", "voice", "agree", 1, 2, "check", "stop", "no-thanks"]
# What can be pressed, on which page, and what the answer to it is.
PRESSED = {
    "who, again": ("?from=agree", {"who": "child:10-12"}, 302),
    "who, in another tab": ("", {"who": "child:10-12"}, 409),
    "go on": ("", {"go": "on"}, 302),
    "start afresh": ("", {"go": "afresh"}, 302),
    "voice": ("voice", {"voice": "with_help"}, 302),
    "agree": ("agree", {}, 302),
    "no thanks": ("no-thanks", {}, 302),
    "next": (2, {"answer": "My words", "go": "next"}, 302),
    "next, too long": (2, {"answer": "x" * 5000, "go": "next"}, 422),
    "back": (2, {"answer": "My words", "go": "back"}, 302),
    "skip": (2, {"answer": "My words", "go": "skip"}, 302),
    "stop": (2, {"answer": "My words", "go": "stop"}, 302),
}
TO_WIPE_FILES = {"start afresh": 1}  # a draft goes with its files, which are rows of their own
# The transaction (two), the draft, a row of the response, its answers, its texts, and the draft
# again with its files, to wipe them. Each is one statement however much was answered; leaving one
# out would mean that an answer could arrive twice or half.
SENDING = 8
TO_MARK_AS_ANSWERED = 1  # the first time that anybody answers an edition


@once_a_file
def page():
    """A consultation that others have answered; its questions have been read once."""
    page = make.consultation()
    make.responses(page, 3, heard="yes", more="Words")
    return page


@once_a_file
def client(page) -> Client:
    """Somebody who has answered one question."""
    client = Client()
    walk.begin(client, page)
    walk.answer(client, page, 1, make.option(page, "heard", "yes"))
    return client


@pytest.mark.parametrize("step", STEPS)
def test_a_page_takes_at_most_five_statements(client, page, step, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        assert client.get(walk.address(page, step)).status_code == 200


@pytest.mark.parametrize("name", PRESSED)
def test_pressing_a_button_takes_at_most_five_statements(
    client, page, name, django_assert_max_num_queries
):
    step, sent, status = PRESSED[name]
    address = walk.address(page) + step if str(step).startswith("?") else walk.address(page, step)

    with django_assert_max_num_queries(5 + TO_WIPE_FILES.get(name, 0)):
        assert client.post(address, sent).status_code == status


def test_the_first_page_takes_at_most_five_statements(visitor, page, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        assert visitor.get(walk.address(page)).status_code == 200
    with django_assert_max_num_queries(5):
        assert visitor.post(walk.address(page), {"who": "parent:"}).status_code == 302


def test_who_has_begun_elsewhere_begins_in_at_most_five_statements(
    client, django_assert_max_num_queries
):
    other = make.consultation()
    client.get(walk.address(other))

    with django_assert_max_num_queries(5):
        assert client.post(walk.address(other), {"who": "parent:"}).status_code == 302


@pytest.mark.parametrize("address", ["/leave/", "finished"])
def test_leaving_takes_at_most_five_statements(
    client, page, address, django_assert_max_num_queries
):
    with django_assert_max_num_queries(5):
        client.get(address if address.startswith("/") else walk.address(page, address))


def test_going_on_with_four_words_takes_at_most_five_statements(
    client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(5):
        assert Client().post("/my-words/", {"words": walk.words_in(client)}).status_code == 302


def test_sending_takes_the_same_few_statements_however_much_was_answered(visitor):
    kinds = [make.block("short_text", f"Question {n}?", data_name=f"q{n}") for n in range(6)]
    kinds += [make.block("choose_one", f"Which {n}?", data_name=f"w{n}") for n in range(6)]
    page = make.consultation(*kinds)
    choice = make.frozen(page, "w0")["options"][0]["id"]
    counts = []

    for n_answers in (1, 1, 6):
        walk.begin(visitor, page)
        for number in range(1, n_answers + 1):
            walk.answer(visitor, page, number, "Words")
        walk.answer(visitor, page, 7, choice)
        counts.append(_statements(lambda: walk.send(visitor, page)))
        visitor.get("/leave/")

    assert counts == [SENDING + TO_MARK_AS_ANSWERED, SENDING, SENDING]


def test_sending_is_refused_in_at_most_five_statements(client, page):
    walk.answer(client, page, 2, "x" * 5000)

    assert _statements(lambda: walk.send(client, page)) <= 5


def test_what_comes_after_sending_takes_at_most_five_statements(client, page):
    walk.answer(client, page, 2, "My words")
    walk.send(client, page)
    words = {"words": walk.words_in(client)}
    _publish(page)
    client.post("/my-words/", words)
    client.get("/my-words/answers/")  # the frame around it has been made before

    taken = {
        "thanks": _statements(lambda: client.get(walk.address(page, "thanks"))),
        "words": _statements(lambda: client.post("/my-words/", words)),
        "what became of them": _statements(lambda: client.get("/my-words/answers/")),
        "sure": _statements(lambda: client.get("/my-words/delete/")),
    }

    assert {name: n for name, n in taken.items() if n > 5} == {}


def _publish(page) -> None:
    """Everything is read, put under a theme, published and decided."""
    theme = make.theme(page)
    for text in Words.objects.all():
        reading.mark_read(words=text, by=make.staff("reader"))
        themes.group_words(words=text, themes=[theme], by=make.staff("analyst"))
    days = {"opens_on": make.today(-9), "closes_on": make.today(-1)}
    Consultation.objects.update(**days)
    ConsultationPage.objects.update(**days)
    make.decision(make.findings(ConsultationPage.objects.get(), theme))


def _statements(act) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)
