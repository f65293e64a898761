"""Four words lead back: on to a draft, or to what became of the answers. They never show one."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from consultations.models import Consultation
from feedback import receipts
from feedback.models import Draft
from tests import make
from tests.feedback.answering import walk

CANT_FIND = (
    "We can't find those words. Check each word. "
    "If you lost them, we can't find your answers, and no one else can."
)


def test_somebody_who_stopped_goes_on_in_another_browser(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    walk.answer(visitor, page, 1, make.option(page, "heard", "yes"), go="stop")
    other = Client()

    resumed = walk.use_words(walk.words_in(visitor), other)
    walk.answer(other, page, 2, "Written on another phone")

    assert resumed.url == walk.address(page, 2)
    assert len(Draft.objects.get().answers) == 2


def test_whoever_answered_everything_goes_on_with_checking(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    walk.answer(visitor, page, 1, make.option(page, "heard", "yes"))
    walk.answer(visitor, page, 2, "Words")

    assert walk.use_words(walk.words_in(visitor)).url == walk.address(page, "check")


def test_a_draft_that_was_come_back_to_is_kept_when_its_person_leaves(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    other = Client()
    walk.use_words(walk.words_in(visitor), other)

    other.get("/leave/")

    assert Draft.objects.get().words_shown


def test_the_same_words_are_the_receipt_after_sending(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    visitor.get(walk.address(page, "stop"))
    words = walk.words_in(visitor)
    other = Client()
    walk.use_words(words, other)

    walk.send(other, page)

    assert "What became of your answers" in walk.text(walk.use_words(words))


def test_words_of_a_draft_lead_to_a_sentence_when_it_has_closed(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    other = Client()
    Consultation.objects.update(closes_on=make.today(-1))

    resumed = other.get(walk.use_words(walk.words_in(visitor), other).url)

    assert resumed.status_code == 410
    assert "This has closed" in walk.text(resumed)


def test_words_are_read_however_they_are_typed():
    first, second, third, fourth = walk.sent_words(make.consultation()).split()

    response = walk.use_words(f" {first.upper()}, {second}-{third}\n{fourth}. ")

    assert response.status_code == 200


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type the four words from your thank-you page."),
        ("acorn", "There are always four words. Check that you typed all four."),
        ("acorn " * 5, "There are always four words. Check that you typed all four."),
        ("acorn acorn acorn zyzzyva", "We do not use the word \u201czyzzyva\u201d."),
        ("acorn " * 40, "That is more than four words. Check each word."),
        ("\x00", "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_right_gets_a_plain_sentence(typed, sentence):
    response = walk.use_words(typed)

    assert response.status_code == 422
    assert sentence in walk.text(response)


def test_an_unknown_word_is_shown_as_text():
    shown = walk.use_words("acorn acorn acorn <script>alert(1)</script>").content.decode()

    assert "<script>alert" not in shown


def test_wrong_words_get_the_sentence_and_stay_in_the_field():
    words = " ".join(receipts.word_list()[:4])

    response = walk.use_words(words)

    assert response.status_code == 422
    assert CANT_FIND in walk.text(response)
    assert f'value="{words}"' in response.content.decode()


def test_words_that_were_taken_back_read_like_words_that_never_were():
    words = walk.sent_words(make.consultation())
    client = Client()
    walk.use_words(words, client)
    ticket = client.get("/my-words/delete/").context["ticket"]
    client.post("/my-words/delete/", {"ticket": ticket})
    never = " ".join(receipts.word_list()[:4])

    deleted, wrong = walk.use_words(words), walk.use_words(never)

    assert deleted.status_code == wrong.status_code == 422
    assert walk.text(deleted).replace(words, "") == walk.text(wrong).replace(never, "")


def test_words_of_a_draft_whose_time_is_over_read_like_words_that_never_were(visitor):
    walk.begin(visitor, make.consultation())
    Draft.objects.update(expires_at=timezone.now() - timedelta(minutes=1))

    assert CANT_FIND in walk.text(walk.use_words(walk.words_in(visitor)))


def test_the_words_never_show_an_answer():
    page = make.consultation(
        make.block("choose_one", "Colour?", data_name="colour", options=[("mauve", "Mauvish")]),
        make.block("short_text", "Why?", data_name="why"),
    )
    option = make.option(page, "colour", "mauve")
    words = walk.sent_words(page, given={1: option, 2: "My secret words"})

    shown = walk.use_words(words).content.decode()

    for secret in ("Mauvish", option, "My secret words", "Colour?", "Why?", "13 to 15"):
        assert secret not in shown


def test_looking_what_became_of_answers_leaves_a_draft_in_the_same_browser_alone(visitor):
    page = make.consultation()
    words = walk.sent_words(page)
    walk.begin(visitor, page)

    walk.use_words(words, visitor)

    assert visitor.get(walk.address(page, 1)).status_code == 200


def test_words_that_were_typed_lead_on_so_that_nobody_is_asked_to_send_them_again(visitor):
    words = walk.sent_words(make.consultation())

    typed = visitor.post("/my-words/", {"words": words})
    again = [visitor.get(typed.url).status_code for _time in range(2)]

    assert (typed.status_code, typed.url) == (302, "/my-words/answers/")
    assert again == [200, 200]
    assert not any(word in typed["Location"] for word in words.split())


def test_words_that_were_typed_stay_open_for_a_quarter_of_an_hour(visitor):
    walk.use_words(walk.sent_words(make.consultation()), visitor)

    with time_machine.travel(timezone.now() + timedelta(minutes=15, seconds=2)):
        assert visitor.get("/my-words/answers/").url == "/my-words/"


def test_the_front_page_knows_that_words_also_come_from_stopping(visitor):
    assert "or from when you stopped" in walk.text(visitor.get("/"))


@pytest.mark.parametrize("address", ["/my-words/answers/", "/my-words/delete/"])
def test_an_address_alone_opens_nothing(visitor, address):
    assert visitor.get(address).url == "/my-words/"


def test_the_page_can_be_cleared_when_it_was_seen(visitor):
    shown = walk.use_words(walk.sent_words(make.consultation()), visitor).content.decode()

    visitor.get(re.search(r'href="(/say/\w+/finished/)"', shown)[1])

    assert visitor.get("/my-words/answers/").url == "/my-words/"
