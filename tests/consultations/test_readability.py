"""How hard a text is to read, against what was published and what people would say."""

import doctest

import pytest

from consultations import readability
from consultations.jargon import DEFAULT
from consultations.readability import jargon_in, n_syllables, read, school_grade


def test_the_examples_of_the_module_are_true():
    assert doctest.testmod(readability).failed == 0


@pytest.mark.parametrize(
    ("n_words", "n_sentences", "n_of_syllables", "grade"),
    [
        (13, 1, 24, 11.3),  # "The Australian platypus …", English Wikipedia, Flesch-Kincaid
        (6, 1, 6, -1.4),  # "The cat sat on the mat.", the same
        (100, 5, 150, 9.9),  # the formula, by hand
    ],
)
def test_the_grade_is_that_of_the_formula(n_words, n_sentences, n_of_syllables, grade):
    assert school_grade(n_words, n_sentences, n_of_syllables) == pytest.approx(grade, abs=0.06)


@pytest.mark.parametrize(
    ("word", "n"),
    [
        ("cat", 1),
        ("moved", 1),
        ("wanted", 2),
        ("places", 2),
        ("people", 2),
        ("being", 2),
        ("children's", 2),
        ("information", 4),
        ("responsibility", 6),
        ("area", 3),
        ("the", 1),
        ("hmm", 1),
    ],
)
def test_syllables_are_counted_about_as_a_person_does(word, n):
    assert n_syllables(word) == n


@pytest.mark.parametrize("text", ["", "   ", "12 34", "🙂 🙂", "…"])
def test_a_text_without_words_has_no_age(text):
    assert read(text) == readability.Reading(0, 0, None)


def test_the_longest_sentence_counts_words_and_not_numbers_or_marks():
    reading = read("One two three. Four – five! 6 7 8\nNine ten eleven twelve?")

    assert (reading.n_words, reading.longest) == (9, 4)


def test_a_sentence_may_end_before_a_quotation_mark():
    assert read("She said “stop.” Then she ran.").longest == 3


def test_a_long_sentence_is_not_plain_however_short_its_words():
    sentence = " ".join(["go"] * 26)

    assert not read(sentence).is_plain()
    assert read(sentence).is_plain(oldest=99, longest=26)


def test_hard_words_are_found_in_any_form_and_the_longest_term_first():
    plain = {"placement": "home", "placement breakdown": "having to move", "data": "notes"}

    found = jargon_in("Placement breakdowns and a placement's DATA", plain)

    assert found == [
        ("placement breakdown", "having to move"),
        ("placement", "home"),
        ("data", "notes"),
    ]


@pytest.mark.parametrize("text", ["replacement", "database", "contacting", "a lac of it"])
def test_words_that_only_look_like_jargon_are_left_alone(text):
    assert jargon_in(text, {term: plain for term, plain, _note in DEFAULT}) == []


def test_the_list_that_councils_begin_with_has_what_was_asked_for():
    terms = [term for term, _plain, _note in DEFAULT]

    assert {"contact", "placement", "LAC", "siblings", "data", "stakeholder"} <= set(terms)
    assert len(terms) >= 66
    assert len({term.lower() for term in terms}) == len(terms)
    assert all(plain for _term, plain, _note in DEFAULT)


def test_what_is_offered_is_no_jargon_itself():
    words = {term: plain for term, plain, _note in DEFAULT}
    kept = {"checking that a child is safe"}

    offered = {plain for plain in words.values() if jargon_in(plain, words)}

    assert offered - kept == set()
