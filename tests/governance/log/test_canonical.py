"""One set of facts has one form in bytes (rules L2, L3, L4)."""

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.log.canonical import BIGGEST, MAX_DEPTH, NotCanonical, canonical, parse

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ASTRAL = st.text(
    st.sampled_from("a\u00f6\u20ac\ud7ff\ue000\ufb33\uffff\U00010000\U0001f600\U0010ffff")
)
KEYS = TEXT | ASTRAL
VALUES = st.recursive(
    st.booleans() | st.integers(-BIGGEST, BIGGEST) | KEYS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=20,
)
OBJECTS = st.dictionaries(KEYS, VALUES, max_size=6)


@settings(database=None, deadline=None, max_examples=500)
@given(VALUES)
def test_our_bytes_are_those_of_an_independent_writer(value):
    assert canonical(value) == rfc8785.dumps(value)


@settings(database=None, deadline=None)
@given(OBJECTS)
def test_what_was_written_reads_back_the_same(value):
    assert parse(canonical(value)) == value


def test_keys_stand_in_the_order_of_rfc_8785():
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]

    written = parse(canonical(dict.fromkeys(keys, True)))

    assert list(written) == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


def test_text_is_written_as_rfc_8785_says():
    text = '\u20ac$\u000f\nA\'B"\\\\"/\u007f'

    assert canonical(text) == '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f"'.encode()


@pytest.mark.parametrize("number", [0, -1, BIGGEST, -BIGGEST])
def test_a_number_that_every_language_can_hold_is_written(number):
    assert canonical(number) == str(number).encode()


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (None, "leave the key out"),
        ({"a": None}, "leave the key out"),
        (1.0, "must be whole"),
        (float("nan"), "must be whole"),
        (2**53, "too big"),
        (-(2**53), "too big"),
        ("\ud800", "lone surrogate"),
        ({"\udfff": 1}, "lone surrogate"),
        ({1: "a"}, "must be text, not int"),
        (b"bytes", "the kind bytes"),
        ({"a"}, "the kind set"),
    ],
)
def test_what_has_no_form_is_refused_in_a_sentence(value, sentence):
    with pytest.raises(NotCanonical, match=sentence):
        canonical(value)


def nested(levels):
    value = True
    for _ in range(levels):
        value = [value]
    return value


def test_depth_is_limited_and_the_limit_itself_is_allowed():
    assert canonical(nested(MAX_DEPTH)).count(b"[") == MAX_DEPTH

    with pytest.raises(NotCanonical, match="32 levels"):
        canonical(nested(MAX_DEPTH + 1))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b'{"a":1,"a":1}', id="a key twice"),
        pytest.param(b'{"b":{"a":1,"a":2}}', id="a key twice, inside"),
        pytest.param(b'{"a": 1}', id="a space"),
        pytest.param(b'{"b":1,"a":2}', id="keys out of order"),
        pytest.param(b'{"\xef\xac\xb3":1,"\xf0\x9f\x98\x80":2}', id="keys in Python's order"),
        pytest.param(b'{"a":"\\u00e9"}', id="a needless escape"),
        pytest.param(b'{"a":"\\u000A"}', id="an escape in another form"),
        pytest.param(b'{"a":"\\/"}', id="an escaped slash"),
        pytest.param(b'{"a":-0}', id="minus zero"),
        pytest.param(b'{"a":01}', id="a leading zero"),
        pytest.param(b'{"a":1.0}', id="a fraction"),
        pytest.param(b'{"a":1e2}', id="an exponent"),
        pytest.param(b'{"a":NaN}', id="not a number"),
        pytest.param(b'{"a":-Infinity}', id="endless"),
        pytest.param(b'{"a":null}', id="null"),
        pytest.param(b'{"a":9007199254740992}', id="a number too big"),
        pytest.param(b'{"a":' + b"9" * 5000 + b"}", id="a number of 5,000 digits"),
        pytest.param(b'\xef\xbb\xbf{"a":1}', id="a byte order mark"),
        pytest.param(b'{"a":1}\n', id="a newline at the end"),
        pytest.param(b' {"a":1}', id="a space before"),
        pytest.param(b'{"a":1}{}', id="more after the end"),
        pytest.param(b'{"a":1', id="cut off"),
        pytest.param(b'{"a":1,}', id="a comma at the end"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"[1]", id="a list"),
        pytest.param(b'"a"', id="a text"),
        pytest.param(b'{"a":"\xff"}', id="not UTF-8"),
        pytest.param(b'{"a":"\xed\xa0\x80"}', id="a surrogate in UTF-8"),
        pytest.param(b'{"a":"\\ud800"}', id="a surrogate as an escape"),
        pytest.param('{"a":1}'.encode("utf-16"), id="UTF-16"),
        pytest.param(b'{"a":"\n"}', id="a bare newline in a text"),
        pytest.param(b'{"a":' * 40 + b"1" + b"}" * 40, id="too deep"),
        pytest.param(b'{"a":' + b"[" * 50_000 + b"]" * 50_000 + b"}", id="far too deep"),
    ],
)
def test_bytes_that_are_not_in_the_one_form_are_refused(data):
    with pytest.raises(NotCanonical, match=r"^[A-Z].*\.$"):
        parse(data)


def test_bytes_in_the_one_form_are_read():
    assert parse('{"a":[1,true,"é\\n"],"b":{}}'.encode()) == {"a": [1, True, "é\n"], "b": {}}
