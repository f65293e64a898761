"""Whose words a quotation is: as widely as it takes for nobody to be picked out."""

import pytest

from feedback.models import Response
from feedback.showing import attribution
from tests import make
from tests.feedback.listening.counting import numbers
from tests.sharing import once_a_file

EVERYONE = ["child:0-12", "child:13-17", "child:18-25", "parent", "practitioner", "chooser"]


def who(attributable=tuple(EVERYONE), **facts):
    return attribution(Response(**({"voice": "me", "band": ""} | facts)), attributable)


@pytest.mark.parametrize(
    ("role", "band", "words"),
    [
        ("child", "0-5", "Child, 12 or under"),
        ("child", "6-9", "Child, 12 or under"),
        ("child", "10-12", "Child, 12 or under"),
        ("child", "13-15", "Young person, 13 to 17"),
        ("child", "16-17", "Young person, 13 to 17"),
        ("child", "18-25", "Young adult, 18 to 25"),
        ("parent", "", "Parent or carer"),
        ("practitioner", "", "Practitioner"),
        ("chooser", "", "Somebody who chooses the boxes"),
    ],
)
def test_a_group_of_many_is_named_widely(role, band, words):
    assert who(role=role, band=band) == words


@pytest.mark.parametrize(("role", "band"), [("child", "13-15"), ("parent", ""), ("chooser", "")])
def test_a_small_group_is_not_named(role, band):
    assert who(attributable=[], role=role, band=band) == "Somebody who answered"


def test_whoever_would_rather_not_say_is_somebody():
    assert who(role="not_said", voice="not_said") == "Somebody who answered"


@pytest.mark.parametrize(
    ("voice", "words"),
    [
        ("with_help", "Child, 12 or under"),
        ("exact_words", "A child's own words, written down by an adult"),
        ("adult_view", "An adult's view of what a child feels"),
        ("noticed", "What an adult noticed"),
        ("not_said", "Somebody who answered"),
    ],
)
def test_whose_words_they_are_is_always_said(voice, words):
    assert who(role="child", band="6-9", voice=voice) == words


def attributable(page):
    return numbers(page)["attributable"]


@once_a_file
def page():
    return make.closed_consultation(bands=["6-9", "10-12", "13-15"])


def test_ten_people_are_enough_to_be_named(page):
    make.responses(page, 10, role="parent")

    assert attributable(page) == ["parent", "parent@en-gb"]


def test_nine_people_are_not(page):
    make.responses(page, 9, role="parent")

    assert attributable(page) == []


def test_ages_are_joined_before_they_are_counted(page):
    make.responses(page, 5, band="6-9")
    make.responses(page, 5, band="10-12")
    make.responses(page, 9, band="13-15")

    assert attributable(page) == ["child:0-12", "child:0-12@en-gb"]


def test_only_a_persons_own_voice_makes_a_group(page):
    make.responses(page, 9, band="6-9")
    make.responses(page, 9, band="6-9", voice="adult_view")

    assert attributable(page) == []


def test_people_who_would_rather_not_say_are_no_group(page):
    make.responses(page, 12, role="not_said")

    assert attributable(page) == []


def test_a_language_is_named_only_where_ten_of_a_group_read_it(page):
    make.responses(page, 9, role="parent", language="pl")
    make.responses(page, 10, role="parent")

    assert attributable(page) == ["parent", "parent@en-gb"]
