"""What somebody types is kept as they said it, less what nobody can see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.text import clean_typed, n_letters, show_invisible

FAMILY = "👨‍👩‍👧‍👦"
FLAG_OF_ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
ARABIC = "نريد أن تُكتب أسماؤنا بشكل صحيح"
PERSIAN = "می‌خواهم"  # joined by a zero-width non-joiner, which the spelling needs
UNSEEN = [
    *range(0x00, 0x09),
    *range(0x0B, 0x0D),
    *range(0x0E, 0x20),
    *range(0x7F, 0xA0),
    *[0x061C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF],
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *[0xD800, 0xDFFF],
]


@pytest.mark.parametrize("number", UNSEEN, ids=hex)
def test_what_cannot_be_seen_is_taken_out(number):
    assert clean_typed(f"I am {chr(number)}fine") == "I am fine"


@pytest.mark.parametrize(
    "text",
    [
        FAMILY,
        FLAG_OF_ENGLAND,
        ARABIC,
        PERSIAN,
        "👍🏽",
        "🙂",
        "Zoë's café, naïve",
        "<script>alert(1)</script> & \"quotes\" 'too'",
        "=1+1",
        "one\n\n  two",
    ],
)
def test_what_can_be_seen_is_kept_letter_by_letter(text):
    assert clean_typed(text) == text


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_every_way_of_ending_a_line_becomes_one(ending):
    assert clean_typed(f"one{ending}two{ending}{ending}three") == "one\ntwo\n\nthree"


def test_a_tab_becomes_a_space():
    assert clean_typed("one\ttwo") == "one two"


def test_space_at_both_ends_goes():
    assert clean_typed(" \n\u00a0 my words \r\n\t") == "my words"


@pytest.mark.parametrize("text", ["", "   ", "\r\n", "\u200b", "\u202e\u2066", "\x00\x1b"])
def test_nothing_that_can_be_seen_is_nothing(text):
    assert clean_typed(text) == ""


def test_letters_are_composed():
    assert clean_typed("cafe\u0301") == "caf\u00e9"


def test_an_override_cannot_turn_words_round():
    assert clean_typed("user \u202etxt.exe\u202c") == "user txt.exe"


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing_more(text):
    once = clean_typed(text)

    assert clean_typed(once) == once


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("", 0),
        ("abc", 3),
        ("a b", 3),
        ("caf\u00e9", 4),
        ("cafe\u0301", 4),
        (FAMILY, 1),
        (FAMILY * 3, 3),
        ("👍🏽", 1),
        ("🇬🇧", 1),
        (FLAG_OF_ENGLAND, 1),
        ("🙂🙂", 2),
        ("تُ", 1),
        ("قلب", 3),
        ("नी", 1),
        ("한", 1),
        ("one\ntwo", 7),
    ],
)
def test_letters_are_counted_as_a_person_counts(text, letters):
    assert n_letters(text) == letters


def test_an_override_is_shown_as_its_number():
    assert show_invisible("a\u202eb\u200bc") == "a[U+202E]b[U+200B]c"


def test_showing_the_invisible_leaves_all_else_alone():
    assert show_invisible(f"{ARABIC} {FAMILY} {PERSIAN}") == f"{ARABIC} {FAMILY} {PERSIAN}"
