"""“You asked the wrong question”: on every page, sent whatever is answered, read like the rest."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from feedback.models import Draft, Response, Words
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

ASK_INSTEAD = "Ask me who I miss."


@once_a_file
def page():
    return make.consultation()


@pytest.fixture
def client(visitor, page):
    walk.begin(visitor, page)
    return visitor


def test_every_question_has_a_box_for_it(client, page):
    for number in (1, 2):
        shown = walk.text(client.get(walk.address(page, number)))
        assert "You asked the wrong question. I want to say…" in shown


@pytest.mark.parametrize("go", ["next", "skip"])
def test_it_is_sent_beside_an_answer_and_without_one(client, page, go):
    yes = make.option(page, "heard", "yes")

    walk.answer(client, page, 1, yes, remark=ASK_INSTEAD, go=go)
    walk.send(client, page)

    response = Response.objects.get()
    assert response.answers.count() == (1 if go == "next" else 0)
    [words] = response.words.all()
    assert (words.text, words.about, words.may_show) == (ASK_INSTEAD, "question", False)


def test_a_text_and_what_is_said_of_its_question_are_two(client, page):
    walk.answer(client, page, 2, "My answer", remark=ASK_INSTEAD, may_show_remark="on")
    walk.send(client, page)

    assert set(Words.objects.values_list("about", "text", "may_show")) == {
        ("answer", "My answer", False),
        ("question", ASK_INSTEAD, True),
    }


def test_the_check_page_shows_it(client, page):
    walk.answer(client, page, 1, "", remark=ASK_INSTEAD)

    shown = walk.text(client.get(walk.address(page, "check")))

    assert f"You said about the question: {ASK_INSTEAD} We will not publish these words." in shown
    assert "You skipped this." in shown


def test_it_stands_on_its_page_when_somebody_comes_back(client, page):
    walk.answer(client, page, 1, "", remark=ASK_INSTEAD)

    shown = client.get(walk.address(page, 1)).content.decode()

    assert ASK_INSTEAD in shown
    assert '<details class="remark" open>' in shown


def test_taking_it_out_takes_it_out(client, page):
    walk.answer(client, page, 1, "", remark=ASK_INSTEAD)
    walk.answer(client, page, 1, "", remark="")

    assert Draft.objects.get().answers == {}


def test_too_much_is_kept_and_has_to_be_cut_before_it_is_sent(client, page):
    refused = walk.answer(client, page, 1, "", remark="x" * 1010)

    assert refused.status_code == 422
    assert "Please cut 10 letters." in walk.text(refused)
    assert "x" * 1010 in refused.content.decode()
    assert walk.send(client, page).status_code == 422
    assert walk.answer(client, page, 1, "", remark="x" * 1000).status_code == 302


def test_nobody_is_held_on_a_page_by_it(client, page):
    assert walk.answer(client, page, 1, "", remark="x" * 1010, go="stop").status_code == 302


def test_a_text_that_stays_skipped_is_not_changed_by_it(client, page):
    walk.answer(client, page, 2, "My answer", go="skip")
    walk.answer(client, page, 2, "My answer", remark=ASK_INSTEAD, go="back")
    walk.send(client, page)

    assert [words.about for words in Words.objects.all()] == ["question"]


def test_it_is_shown_when_the_door_shuts(client, page):
    page.identity.closes_on = make.today(-1)
    page.identity.save()

    shown = client.post(walk.address(page, 1), {"answer": "", "remark": ASK_INSTEAD})

    assert ASK_INSTEAD in shown.content.decode()


def test_a_reader_sees_that_it_is_about_the_question(client, page, as_staff, settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = False
    walk.answer(client, page, 1, "", remark=ASK_INSTEAD)
    walk.send(client, page)

    queue = walk.text(as_staff("reader").get(reverse("feedback_reading")))

    assert "About the question itself: Do you feel heard?" in queue


def test_the_database_takes_one_of_each_for_a_question():
    response = make.words().response
    facts = {"response": response, "question": response.words.get().question, "text": "Hm"}

    Words.objects.create(**facts, about="question")
    for about in ("question", "answer"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Words.objects.create(**facts, about=about)
