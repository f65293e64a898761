"""What may be done to somebody's words, and how a quotation differs from them."""

import pytest

from feedback.quoting import (
    added_words,
    evident_language,
    hides_a_gap,
    keeps_words,
    side_by_side,
    words_of,
)

SAID = "Tell school I'm ok. Dont tell them why 🙂"


@pytest.mark.parametrize(
    "quoted",
    [
        SAID,
        "tell school im ok",
        "Tell [my school] I’m ok",
        "[...] Dont tell them why",
        "Tell school [...] tell them why 🙂",
        "TELL SCHOOL, I'M OK!",
        "[They asked us to] tell school",
    ],
)
def test_leaving_out_and_describing_is_no_change(quoted):
    assert added_words(SAID, quoted) == []
    assert not hides_a_gap(SAID, quoted)


@pytest.mark.parametrize(
    ("quoted", "added"),
    [
        ("Tell everyone I'm ok", ["everyone"]),
        ("I'm ok. Tell school", ["school"]),
        ("Tell school I'm ok 😀", ["😀"]),
        ("Tell school I'm ok ok", ["ok"]),
        ("Tell [my school]gladly", ["gladly"]),
        ("[Tell [my school] now]", ["now"]),
        ("Tell school Im okay", ["okay"]),
    ],
)
def test_what_was_not_written_in_that_order_is_named(quoted, added):
    assert added_words(SAID, quoted) == added


@pytest.mark.parametrize("quoted", ["Tell I'm ok", "Tell school [...] them why Tell", "ok tell"])
def test_a_gap_needs_brackets(quoted):
    assert hides_a_gap(SAID, quoted)


@pytest.mark.parametrize("quoted", ["[...]", "[a child spoke]", " ... ", ""])
def test_brackets_alone_keep_nothing(quoted):
    assert not keeps_words(quoted)


def test_arabic_is_compared_word_by_word():
    said = "نريد أن تُكتب أسماؤنا بشكل صحيح"

    assert added_words(said, "نريد أن [...] أسماؤنا بشكل صحيح") == []
    assert added_words(said, "نريد كل شيء") == ["كل", "شيء"]


def test_words_have_no_case_and_no_punctuation():
    assert words_of("“Failed to attend.” I was - at work…") == [
        *("failed", "to", "attend", "i", "was", "at", "work")
    ]


def test_what_is_the_same_on_both_sides_is_not_marked():
    written, shown = side_by_side("a b c d", "a b [...] d")

    assert written == [("a b", False), ("c", True), ("d", False)]
    assert shown == [("a b", False), ("[...]", True), ("d", False)]


@pytest.mark.parametrize(
    ("text", "language"),
    [("نريد أسماءنا", "ar"), ("Call me نور please", ""), ("Say my name", ""), ("🙂", ""), ("", "")],
)
def test_letters_show_a_language_or_they_do_not(text, language):
    assert evident_language(text) == language
