"""Codes are quick to type, and a slip is told from a code that opens nothing."""

import math

import pytest

from consultations import codes


@pytest.mark.parametrize("length", [codes.OWN, codes.GROUP])
def test_what_is_drawn_is_read_however_it_is_typed(length):
    code = codes.draw(length)

    for typed in (code, code.upper(), codes.in_groups(code), f" {' '.join(code)}. "):
        assert codes.read_typed(typed) == code


def test_a_code_of_ones_own_has_as_many_bits_as_we_say():
    assert math.floor((codes.OWN - 1) * math.log2(len(codes.LETTERS))) == 49
    assert len(set(codes.LETTERS)) == len(codes.LETTERS) == 23


def test_no_code_can_be_a_word():
    assert not set(codes.LETTERS) & set("aeiou")


def test_every_single_slip_and_every_swap_is_found():
    code = codes.draw(codes.OWN)
    slips = {
        code[:place] + letter + code[place + 1 :]
        for place in range(len(code))
        for letter in codes.LETTERS
    }
    swaps = {
        code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        for place in range(len(code) - 2)  # the check itself may be swapped with its neighbour
    }

    for typed in (slips | swaps) - {code}:
        with pytest.raises(codes.NotACode):
            codes.read_typed(typed)


@pytest.mark.parametrize("typed", ["", "bcd", "x" * 300, "🙂🙂🙂", "ـ"])
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(codes.NotACode):
        codes.read_typed(typed)


def test_a_letter_that_no_code_has_is_named():
    with pytest.raises(codes.NotACode) as refused:
        codes.read_typed("bcdo-fghj-kmpq")

    assert refused.value.unknown == "o"


def test_what_looks_like_a_letter_is_taken_for_it():
    code = next(code for code in iter(lambda: codes.draw(codes.OWN), "") if "s" in code)

    assert codes.read_typed(code.replace("s", "5")) == code


def test_a_code_is_printed_in_groups():
    assert codes.in_groups("bcdfghjkmpqr") == "BCDF-GHJK-MPQR"
    assert codes.in_groups("bcdfghjkm") == "BCD-FGH-JKM"
