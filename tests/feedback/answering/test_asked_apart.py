"""Questions about the person: after Send, counted, and joined to nothing (see decision 0018)."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from feedback.models import Response, Tally
from tests import helped
from tests.feedback.answering import walk

SEX = {"about-sex": "female", "go": "next"}


@pytest.fixture
def page():
    return helped.asking_apart("sex", "ethnicity")


@pytest.fixture
def client(page) -> Client:
    """Somebody who has just pressed Send."""
    client = Client()
    walk.begin(client, page)
    walk.answer(client, page, 2, "My words")
    walk.send(client, page)
    return client


def counted() -> dict[str, int]:
    return {f"{one.asks}:{one.answer}": one.n for one in Tally.objects.filter(n__gt=0)}


def test_send_leads_to_them_and_they_lead_to_the_thank_you(visitor, page):
    walk.begin(visitor, page)

    led_to = walk.send(visitor, page).url
    assert led_to == walk.address(page, "about-you")

    assert visitor.post(led_to, SEX).url == walk.address(page, "thanks")
    assert counted() == {"sex:female": 1}


def test_what_was_sent_is_sent_before_they_are_asked_and_the_words_are_there(client, page):
    shown = walk.text(client.get(walk.address(page, "about-you")))

    assert Response.objects.count() == 1
    assert "We have your answers" in shown
    assert walk.words_in(client) in shown


def test_closing_the_browser_there_loses_nothing(client, page):
    words = walk.words_in(client)
    client.get(walk.address(page, "about-you"))

    assert "What became of your answers" in walk.text(walk.use_words(words))


def test_the_thank_you_still_shows_the_words_afterwards(client, page):
    client.post(walk.address(page, "about-you"), SEX)

    assert walk.words_in(client) in walk.text(client.get(walk.address(page, "thanks")))


def test_each_can_be_left_and_all_can_be_skipped(client, page):
    led_to = client.post(walk.address(page, "about-you"), SEX | {"go": "skip"}).url

    assert led_to == walk.address(page, "thanks")
    assert counted() == {}


def test_not_saying_is_an_answer_of_its_own(client, page):
    client.post(walk.address(page, "about-you"), {"about-ethnicity": "not_said"})

    assert counted() == {"ethnicity:not_said": 1}


def test_pressing_twice_counts_once(client, page):
    for _time in range(2):
        assert client.post(walk.address(page, "about-you"), SEX).status_code == 302

    assert counted() == {"sex:female": 1}


def test_what_is_not_offered_is_not_counted_and_gets_a_sentence(client, page):
    refused = client.post(walk.address(page, "about-you"), {"about-sex": "tampered"})

    assert refused.status_code == 422
    assert "Choose one of the answers on this page, or leave it." in walk.text(refused)
    assert counted() == {}


def test_they_say_that_they_are_different_why_and_that_nobody_has_to(client, page):
    shown = walk.text(client.get(walk.address(page, "about-you")))

    assert "They help us see if we have heard from all kinds of people." in shown
    assert "You do not have to answer. It will not change the help you get." in shown
    assert "That is why we cannot take them back later." in shown
    assert shown.count("I'd rather not say") == 2


def test_younger_children_read_their_own_words(visitor):
    page = helped.asking_apart("sex", bands=["6-9", "16-17"])
    walk.begin(visitor, page, "child:6-9")
    walk.send(visitor, page)
    assert "Are you a girl or a boy?" in walk.text(visitor.get(walk.address(page, "about-you")))

    older = Client()
    walk.begin(older, page, "child:16-17")
    walk.send(older, page)
    assert "What is your sex?" in walk.text(older.get(walk.address(page, "about-you")))


def test_an_adult_who_answered_about_a_child_is_asked_about_the_child(visitor, page):
    walk.begin(visitor, page, voice="noticed")
    walk.send(visitor, page)

    assert "“You” means the child." in walk.text(visitor.get(walk.address(page, "about-you")))


def test_those_whom_the_officer_did_not_choose_are_not_asked(visitor):
    page = helped.asking_apart("sex", roles=["parent"])
    walk.begin(visitor, page)

    assert walk.send(visitor, page).url == walk.address(page, "thanks")
    assert visitor.get(walk.address(page, "about-you")).url == walk.address(page, "thanks")


def test_no_child_is_asked_twice_how_old_they_are(visitor):
    page = helped.asking_apart("age")
    walk.begin(visitor, page)
    assert walk.send(visitor, page).url == walk.address(page, "thanks")

    parent = Client()
    walk.begin(parent, page, "parent:")
    assert walk.send(parent, page).url == walk.address(page, "about-you")


def test_gender_identity_is_asked_from_sixteen_only(visitor):
    page = helped.asking_apart("gender", bands=["13-15", "16-17"])
    walk.begin(visitor, page, "child:13-15")
    assert walk.send(visitor, page).url == walk.address(page, "thanks")

    older = Client()
    walk.begin(older, page, "child:16-17")
    assert walk.send(older, page).url == walk.address(page, "about-you")


def test_nobody_gets_there_without_having_sent(visitor, page):
    walk.begin(visitor, page)

    assert visitor.get(walk.address(page, "about-you")).url == walk.address(page, "thanks")


def test_another_consultations_page_asks_nothing(client):
    other = helped.asking_apart("sex")

    assert client.get(walk.address(other, "about-you")).url == walk.address(other, "thanks")


def test_nothing_leads_from_a_tally_to_an_answer():
    related = {field.related_model for field in Tally._meta.get_fields() if field.is_relation}

    assert [model._meta.label for model in related] == ["consultations.Consultation"]
    assert {field.name for field in Tally._meta.local_fields} == {
        "id", "consultation", "role", "voice", "asks", "version", "answer", "n",
    }  # fmt: skip


def test_what_a_response_keeps_does_not_say_what_was_answered(page):
    both = []
    for sent in ({"go": "skip"}, SEX):
        client = Client()
        walk.begin(client, page)
        walk.send(client, page)
        client.post(walk.address(page, "about-you"), sent)
        both.append(Response.objects.exclude(pk__in=both).get().pk)

    kept = Response.objects.values_list("role", "band", "voice", "could_say", "asked_apart")

    assert len(set(kept)) == 1


def test_in_which_order_answers_came_into_use_is_not_kept(client, page):
    client.post(walk.address(page, "about-you"), SEX)

    assert (
        Tally.objects.filter(n=0).count() == 2 + 1 + 20 - 1
    )  # every other answer stands beside it


def test_each_step_takes_at_most_five_statements(client, page):
    taken = {}
    for name, act in {
        "page": lambda: client.get(walk.address(page, "about-you")),
        "done": lambda: client.post(walk.address(page, "about-you"), SEX),
        "again": lambda: client.post(walk.address(page, "about-you"), SEX),
    }.items():
        with CaptureQueriesContext(connection) as captured:
            act()
        taken[name] = len(captured)

    assert {name: n for name, n in taken.items() if n > 5} == {}


def test_the_pages_of_help_and_about_the_person_are_as_private_as_the_others(visitor):
    page = helped.asking_apart("sex", title="Placement moves", slug="placement-moves")
    walk.begin(visitor, page, voice="with_help")
    shown = [visitor.get(walk.address(page, step)) for step in ("helper", "own-view")]
    walk.send(visitor, page)
    shown.append(visitor.get(walk.address(page, "about-you")))

    for response in shown:
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        content = response.content.decode()
        assert "Placement" not in content
        assert "Leave this page now" in content
        assert "Do you need help now?" in content


def test_they_are_asked_in_the_language_of_the_answers(page):
    client = Client()
    walk.begin(client, page)
    walk.send(client, page)
    Response.objects.update(language="ar")

    shown = client.get("/ar" + walk.address(page, "about-you")).content.decode()

    assert "<h3>ما جنسك؟</h3>" in shown
    assert 'class="machine"' in shown
    assert client.post("/ar" + walk.address(page, "about-you"), SEX).status_code == 302
    assert counted() == {"sex:female": 1}


def test_words_that_are_not_there_in_a_language_say_in_which_they_are(page):
    client = Client()
    walk.begin(client, page)
    walk.send(client, page)
    Response.objects.update(language="fr")

    shown = client.get(walk.address(page, "about-you")).content.decode()

    assert '<h3 lang="en-gb">What is your sex?</h3>' in shown
