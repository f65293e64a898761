"""Somebody who reads another language answers in it, from right to left where it is read so."""

import re

import pytest
from django.test import Client
from wagtail.models import Locale

from feedback.models import Draft, Response, Words
from tests import make, translating
from tests.feedback.answering import walk
from tests.sharing import once_a_file


@once_a_file
def page():
    """A consultation of which the first question is in Arabic too."""
    page = make.consultation()
    arabic, _new = Locale.objects.get_or_create(language_code="ar")
    translation = page.copy_for_translation(arabic, copy_parents=True)
    translation.questions[0].value["text"] = "هل يصغي إليك أحد؟"
    translation.save_revision()
    translating.publish(translation)
    return page


def begin_in_arabic(client: Client, page) -> None:
    """The first pages, in Arabic."""
    client.post(f"/ar{walk.address(page)}", {"who": "parent:"})
    client.post(f"/ar{walk.address(page, 'agree')}")


@pytest.mark.parametrize("step", ["", "agree", 1, 2, "check", "stop", "no-thanks"])
def test_arabic_pages_read_from_right_to_left(visitor, page, step):
    begin_in_arabic(visitor, page)

    shown = visitor.get(f"/ar{walk.address(page, step)}").content.decode()

    assert '<html lang="ar" dir="rtl">' in shown


def test_english_pages_do_not(visitor, page):
    shown = visitor.get(walk.address(page)).content.decode()

    assert '<html lang="en-gb">' in shown
    assert '<html lang="en-gb" dir' not in shown


def test_each_step_leads_on_in_the_same_language(visitor, page):
    first = visitor.post(f"/ar{walk.address(page)}", {"who": "parent:"})
    second = visitor.post(first.url)
    third = visitor.post(second.url, {"go": "next"})

    for response in (first, second, third):
        assert response.url.startswith("/ar/say/")


def test_a_question_is_asked_in_the_language_that_somebody_began_in(visitor, page):
    begin_in_arabic(visitor, page)

    shown = visitor.get(f"/ar{walk.address(page, 1)}").content.decode()

    assert Draft.objects.get().language == "ar"
    assert ">هل يصغي إليك أحد؟</span>" in shown


def test_what_is_not_translated_says_that_it_is_english(visitor):
    page = make.consultation()
    begin_in_arabic(visitor, page)

    shown = visitor.get(f"/ar{walk.address(page, 1)}").content.decode()
    check = visitor.get(f"/ar{walk.address(page, 'check')}").content.decode()

    assert re.search(r'<div lang="en-gb"[^>]*>\s*<fieldset', shown)
    assert '<dt lang="en-gb"' in check


def test_telephone_numbers_are_not_reversed(visitor, page):
    begin_in_arabic(visitor, page)

    shown = visitor.get(f"/ar{walk.address(page, 1)}").content.decode()

    assert '<bdi dir="ltr">999</bdi>' in shown
    assert '<bdi dir="ltr">0800 1111</bdi>' in shown


def test_the_four_words_are_english_words_on_every_page(visitor, page):
    begin_in_arabic(visitor, page)

    shown = visitor.get(f"/ar{walk.address(page, 'stop')}").content.decode()

    assert '<ul class="words" lang="en" dir="ltr">' in shown


def test_somebody_who_comes_back_goes_on_in_the_language_that_they_began_in(visitor, page):
    begin_in_arabic(visitor, page)

    resumed = Client().post("/my-words/", {"words": walk.words_in(visitor)})

    assert resumed.url == f"/ar{walk.address(page, 1)}"


def test_what_was_written_keeps_its_language(visitor, page):
    begin_in_arabic(visitor, page)
    visitor.post(f"/ar{walk.address(page, 2)}", {"answer": "نعم، أحياناً", "go": "next"})

    sent = visitor.post(f"/ar{walk.address(page, 'check')}")

    assert sent.url == f"/ar{walk.address(page, 'thanks')}"
    assert Response.objects.get().language == "ar"
    assert Words.objects.values_list("text", "language").get() == ("نعم، أحياناً", "ar")


def test_an_answer_on_the_page_to_check_reads_in_its_own_direction(visitor, page):
    begin_in_arabic(visitor, page)
    visitor.post(f"/ar{walk.address(page, 2)}", {"answer": "hello", "go": "next"})

    shown = visitor.get(f"/ar{walk.address(page, 'check')}").content.decode()

    assert '<span dir="auto">hello</span>' in shown
