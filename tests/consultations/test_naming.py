"""Names for columns and codes are made once, and every export can hold them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.names import LONGEST, RESERVED, propose_name

FITS = re.compile(r"[a-z][a-z0-9_]{0,23}")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Do you feel heard?", "do_you_feel_heard"),
        ("  Heard  ", "heard"),
        ("Café – naïve", "cafe_naive"),
        ("Don't know", "don_t_know"),
        ("What should we count about the people who matter?", "what_should_we_count_abo"),
        ("Abcdefghijklmnopqrstuvw xyz", "abcdefghijklmnopqrstuvw"),
        ("8 to 10", "q_8_to_10"),
        ("2031", "q_2031"),
        ("All", "q_all"),
        ("not", "q_not"),
        ("نعم", "q_1"),
        ("🙂", "q_1"),
        ("", "q_1"),
        ("???", "q_1"),
        ("q", "q_1"),
    ],
)
def test_a_name_is_made_from_words(text, name):
    assert propose_name(text, set()) == name


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_no_name_is_a_word_that_spss_keeps(word):
    assert propose_name(word.upper(), set()) not in RESERVED


@pytest.mark.parametrize(
    ("text", "taken", "name"),
    [
        ("Heard", {"heard"}, "heard_2"),
        ("Heard", {"heard", "heard_2"}, "heard_3"),
        ("🙂", {"q_1"}, "q_2"),
        ("نعم", {"q_1", "q_2"}, "q_3"),
        ("All", {"q_all"}, "q_all_2"),
        ("abcdefghijklmnopqrstuvwxyz", {"abcdefghijklmnopqrstuvwx"}, "abcdefghijklmnopqrstuv_2"),
    ],
)
def test_a_name_that_is_taken_gets_a_number(text, taken, name):
    assert propose_name(text, taken) == name


def test_answers_begin_with_a_letter_of_their_own():
    assert propose_name("🙂", set(), prefix="a") == "a_1"


def test_a_hundred_questions_with_the_same_words_have_a_hundred_names():
    taken: set[str] = set()

    for _question in range(100):
        taken.add(propose_name("What do you think about it all?", taken))

    assert len(taken) == 100
    assert all(len(name) <= LONGEST for name in taken)


@given(st.text(), st.sets(st.sampled_from(["q_1", "q_2", "a", "q_a", "a_2", "b"])))
def test_every_name_fits_and_is_new(text, taken):
    name = propose_name(text, taken)

    assert FITS.fullmatch(name)
    assert name not in taken
