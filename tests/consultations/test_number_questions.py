"""A question for a number: what may be typed, what an officer may ask, what may not change."""

import pytest
from wagtail.blocks import StructBlockValidationError

from consultations.kinds import KINDS
from consultations.refusals import refusals
from tests import make
from tests.consultations import asked
from tests.consultations.editing import edited, stored
from tests.sharing import once_a_file

NUMBER = KINDS["number"]


def _mend(typed: str, **more) -> str:
    return NUMBER.mend(asked.question("number", **more), {"typed": typed})


@pytest.mark.parametrize("typed", ["0", "100", "٣", "3 days", "1,0"])
def test_a_number_in_reach_needs_no_mending(typed):
    assert _mend(typed) == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("three", "We can't read this as a number. Write it in digits, such as 3."),
        ("3" * 500, "We can't read this as a number. Write it in digits, such as 3."),
        ("2.5", "Write a whole number, such as 3."),
        ("101", "Write a number from 0 to 100."),
        ("-1", "Write a number from 0 to 100."),
    ],
)
def test_what_cannot_be_sent_has_a_sentence(typed, sentence):
    assert _mend(typed) == sentence


def test_without_a_most_the_sentence_names_the_least_alone():
    assert _mend("1", least="2", most=None) == "Write a number that is 2 or more."


def test_decimals_are_taken_where_an_officer_asks_for_them():
    assert _mend("2.5", whole=False) == ""
    assert _mend("2.5555", whole=False) == "Write no more than two digits after the point."


def test_the_check_page_writes_a_number_out():
    lines = NUMBER.lines(asked.question("number", most="5000"), {"typed": "1000"}, "en-gb")

    assert lines == ["1,000 days"]


@pytest.mark.parametrize(
    ("least", "whole", "keys"),
    [("0", True, "numeric"), ("0", False, "decimal"), ("-5", True, "text")],
)
def test_a_phone_shows_keys_that_can_type_it(least, whole, keys):
    field = NUMBER.field(asked.question("number", least=least, whole=whole), asked.WORDS)

    assert field.widget.attrs["inputmode"] == keys
    assert field.widget.input_type == "text"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"least": "5", "most": "5"}, "most"),
        ({"most": "2.5"}, "whole"),
        ({"starts": ["0", "5", "5"]}, "starts"),
        ({"starts": ["0"]}, "starts"),
        ({"starts": ["5", "10"]}, "starts"),
        ({"starts": ["0", "500"]}, "starts"),
    ],
)
def test_what_does_not_fit_together_is_refused_where_it_stands(more, field):
    block = NUMBER.block()
    value = block.to_python({**make.block("number")["value"], **more})

    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(value)

    assert list(refused.value.block_errors) == [field]


@once_a_file
def answered():
    """A question for a number that somebody has answered."""
    page = make.consultation(make.block("number", "How many?", data_name="n", unit="days"))
    make.response(page, n="3")
    return page


def _said(page, **change) -> list[str]:
    questions = stored(page)
    questions[0]["value"] |= change
    changed = edited(page, questions, change_note="Better words.")
    return [str(sentence) for _field, sentence in refusals(changed)]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"least": "1"}, "the least cannot go up"),
        ({"most": "50"}, "the most cannot go down"),
        ({"unit": "weeks"}, "its unit cannot change"),
    ],
)
def test_what_was_answered_goes_on_taking_the_same_numbers(answered, change, why):
    assert _said(answered, **change) == [
        f"People have answered “How many?”, so {why}. Take the question out and add a new one, "
        "with another data name."
    ]


@pytest.mark.parametrize(
    "change", [{"least": "-1"}, {"most": "500"}, {"most": None}, {"whole": False}, {"unit": "Days"}]
)
def test_it_may_take_more_numbers_than_before(answered, change):
    assert _said(answered, **change) == []
