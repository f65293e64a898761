"""Short and long text: cleaned of what cannot be seen, and counted as a person counts."""

from urllib.parse import urlencode

import pytest
from django.core.exceptions import ValidationError

from consultations.kinds import KINDS
from tests.consultations import asked

LIMITS = {"short_text": 200, "long_text": 4000}
FAMILY = "👨‍👩‍👧‍👦"  # one letter to a person, seven characters to a computer
TOO_LONG = "You wrote a lot. Thank you. We can keep {limit:,} letters. Please cut {over} letter{s}."
both = pytest.mark.parametrize(("code", "limit"), LIMITS.items())


def _write(code: str, text: str) -> str:
    return asked.post(code, urlencode({"answer": text}))


@both
@pytest.mark.parametrize("letter", ["a", "é", "e\u0301", "🙂", "👍🏽", FAMILY, "ش", "한"])
def test_as_many_letters_as_the_limit_are_kept(code, limit, letter):
    assert len(_write(code, letter * limit)) >= limit


@both
@pytest.mark.parametrize("letter", ["a", "e\u0301", "🙂", FAMILY, "ش"])
@pytest.mark.parametrize(("over", "s"), [(1, ""), (2, "s"), (120, "s")])
def test_too_long_a_text_says_how_many_letters_to_cut(code, limit, letter, over, s):
    kind = KINDS[code]
    answer = kind.answer(_write(code, letter * (limit + over)))

    assert kind.too_long(answer) == TOO_LONG.format(limit=limit, over=over, s=s)


@both
def test_a_text_that_fits_has_nothing_to_cut(code, limit):
    assert KINDS[code].too_long({"text": FAMILY * limit}) == ""


def test_many_letters_to_cut_are_written_with_a_comma():
    assert "Please cut 1,200 letters." in KINDS["long_text"].too_long({"text": "a" * 5200})


@pytest.mark.parametrize("code", LIMITS)
def test_more_than_a_draft_can_hold_is_refused(code):
    assert len(_write(code, "a" * 40_000)) == 40_000
    with pytest.raises(ValidationError, match="You wrote a lot"):
        _write(code, "a" * 40_001)


@pytest.mark.parametrize("code", [code for code in KINDS if code not in LIMITS])
def test_a_choice_is_never_too_long(code):
    assert KINDS[code].too_long({"options": ["one"] * 99}) == ""


@both
def test_space_and_what_cannot_be_seen_do_not_count(code, limit):
    text = "\u200b \u202e" + "a" * limit + "\u2066 \r\n"

    assert _write(code, text) == "a" * limit


def test_the_end_of_a_line_counts_once():
    text = "a\r\n" * 1999 + "bc"

    assert len(_write("long_text", text)) == 4000


@both
def test_a_letter_stacked_out_of_thousands_of_marks_is_refused(code, limit):
    assert "You wrote a lot" in KINDS[code].too_long({"text": "a" + "\u0489" * limit * 10})


@pytest.mark.parametrize("code", LIMITS)
@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "{{ settings }}", "'; DROP TABLE x; --", "=1+1", "نعم 🙂", "%s"],
)
def test_what_a_person_wrote_is_kept_as_they_wrote_it(code, text):
    assert KINDS[code].answer(_write(code, text)) == {"text": text}


@pytest.mark.parametrize("code", LIMITS)
@pytest.mark.parametrize("text", [" ", "\r\n\r\n", "\u200b", "\x00", "\u202e \u2069"])
def test_a_text_with_nothing_to_see_is_a_skip(code, text):
    assert KINDS[code].answer(_write(code, text)) is None
