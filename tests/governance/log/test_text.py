"""Only text that shows as what it is may be sealed (rule L9)."""

import pytest

from governance.log.text import CONTROL, Unsealable, normalise, refuse_unsealable

CONTROLS = [chr(n) for n in (*range(0x20), *range(0x7F, 0xA0)) if chr(n) != "\n"]


@pytest.mark.parametrize("control", CONTROLS, ids=ascii)
def test_a_control_character_is_refused(control):
    with pytest.raises(Unsealable, match="a control character"):
        refuse_unsealable(f"We{control}agree")


@pytest.mark.parametrize("code", [0xD800, 0xDBFF, 0xDC00, 0xDFFF], ids=hex)
def test_half_of_a_character_is_refused(code):
    with pytest.raises(Unsealable, match="lone surrogate"):
        refuse_unsealable(chr(code))


@pytest.mark.parametrize("mark", [chr(n) for n in range(0x202A, 0x202F)], ids=ascii)
def test_a_mark_that_overrides_direction_is_refused(mark):
    with pytest.raises(Unsealable, match="overrides the direction"):
        refuse_unsealable(f"paid {mark}001")


@pytest.mark.parametrize("mark", [chr(n) for n in range(0x2066, 0x206A)], ids=ascii)
def test_a_mark_that_isolates_direction_is_refused(mark):
    with pytest.raises(Unsealable, match="isolates the direction"):
        refuse_unsealable(f"{mark}001")


def test_the_refusal_says_which_character_and_where():
    with pytest.raises(Unsealable) as refusal:
        refuse_unsealable("We\tagree")

    said = refusal.value
    assert str(said) == "The text holds a control character (U+0009) at character 3."
    assert (said.kind, said.code, said.place) == (CONTROL, "U+0009", 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Two\nlines",
        "نعم، سمعناكم",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian needs the non-joiner
        "\u200fabc\u200e",  # plain direction marks cannot reorder what they enclose
        "👩‍👧 and 😀",
        "Llangollen, 50 % \u2013 “yes”\u00a0!",
        "\u2029\u202f\u2065\u206a",  # the neighbours of what is refused
    ],
)
def test_ordinary_text_in_any_language_passes(text):
    refuse_unsealable(text)


def test_letters_are_composed_and_lines_end_in_one_way():
    assert normalise("cafe\u0301\r\nA\u030a\rend\n") == "café\nÅ\nend\n"


def test_normal_text_stays_as_it_is():
    text = normalise("Möbius\n\n😀 ﬁ")

    assert normalise(text) == text == "Möbius\n\n😀 ﬁ"
