"""What every kind of question promises, run against each of them."""

from dataclasses import dataclass
from urllib.parse import urlencode

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import get_template

from consultations.kinds import KINDS
from tests.consultations import asked


@dataclass(frozen=True)
class Case:
    """A good answer to a kind: as it is sent, as a draft keeps it, as the check page says it."""

    sent: list[tuple[str, str]]
    kept: dict
    lines: list[str]


def _case(*values: str, kept: dict, lines: list[str]) -> Case:
    return Case([("answer", value) for value in values], kept, lines)


CASES = {
    "choose_one": _case("id-no", kept={"options": ["id-no"]}, lines=["No"]),
    "choose_several": _case(
        "id-no", "id-yes", kept={"options": ["id-no", "id-yes"]}, lines=["Yes", "No"]
    ),
    "faces": _case("id-face_2", kept={"options": ["id-face_2"]}, lines=["In between"]),
    "sort": Case(
        [("answer-id-no", "1"), ("answer-id-yes", "3")],
        {"sides": {"id-yes": 3, "id-no": 1}},
        ["Yes: OK", "No: Not OK"],
    ),
    "order": _case(
        "id-no", "id-yes", kept={"order": ["id-no", "id-yes"]}, lines=["1. No", "2. Yes"]
    ),
    "number": _case("٣", kept={"typed": "٣"}, lines=["3 days"]),
    "short_text": _case("my nan 🙂", kept={"text": "my nan 🙂"}, lines=["my nan 🙂"]),
    "draw": _case("my house 🏠", kept={"text": "my house 🏠"}, lines=["my house 🏠"]),
    "voice": _case("one\r\ntwo", kept={"text": "one\ntwo"}, lines=["one", "two"]),
    "long_text": _case("one\r\n\r\ntwo", kept={"text": "one\n\ntwo"}, lines=["one", "", "two"]),
}
every_kind = pytest.mark.parametrize("code", KINDS)
closed_kinds = pytest.mark.parametrize(
    "code", [code for code, kind in KINDS.items() if kind.is_closed and kind.is_group]
)


def _sent(*values: str) -> str:
    return urlencode([("answer", value) for value in values])


def test_every_kind_is_tried_here():
    assert CASES.keys() == KINDS.keys()


@every_kind
def test_a_good_answer_is_kept(code):
    cleaned = asked.post(code, urlencode(CASES[code].sent))

    assert KINDS[code].answer(cleaned) == CASES[code].kept


@every_kind
@pytest.mark.parametrize("sent", ["", "other=1"])
def test_an_empty_answer_is_a_skip(code, sent):
    cleaned = asked.post(code, sent)

    assert KINDS[code].answer(cleaned) is None


@pytest.mark.parametrize("code", [code for code in KINDS if code != "choose_several"])
def test_an_answer_without_anything_in_it_is_a_skip(code):
    cleaned = asked.post(code, _sent(""))

    assert KINDS[code].answer(cleaned) is None


@every_kind
def test_no_kind_insists_on_an_answer(code):
    field = KINDS[code].field(asked.question(code), asked.WORDS)

    assert not field.required


@closed_kinds
@pytest.mark.parametrize("unknown", ["id-maybe", "yes", "Yes", "7", "face_1", "<script>", "\x00"])
def test_an_unknown_answer_is_refused_with_a_sentence(code, unknown):
    with pytest.raises(ValidationError) as refused:
        asked.post(code, urlencode([("answer", unknown), ("answer-id-yes", unknown)]))

    assert refused.value.messages == ["Choose one of the answers on this page, or skip it."]


@every_kind
def test_an_answer_given_before_is_shown_again(code):
    kind, kept = KINDS[code], CASES[code].kept
    field = kind.field(asked.question(code), asked.WORDS)

    cleaned = field.clean(kind.initial(kept))

    assert kind.answer(cleaned) == kept


@every_kind
def test_the_check_page_says_what_was_answered(code):
    lines = KINDS[code].lines(asked.question(code), CASES[code].kept, "en-gb")

    assert lines == CASES[code].lines


@every_kind
def test_a_language_without_words_yet_shows_the_first(code):
    lines = KINDS[code].lines(asked.question(code), CASES[code].kept, "cy")

    assert lines == CASES[code].lines


@every_kind
def test_only_a_kind_that_is_counted_offers_answers(code):
    offered = KINDS[code].offered(asked.value_of(code))

    assert KINDS[code].is_closed or not offered


@every_kind
def test_a_kind_is_known_by_its_code_and_has_a_look(code):
    kind = KINDS[code]

    assert kind.code == code
    assert get_template(kind.template)


@pytest.mark.parametrize("code", ["choose_one", "faces"])
def test_of_two_answers_to_choose_one_the_last_counts(code):
    first, last = [one["id"] for one in asked.question(code)["options"]][:2]

    cleaned = asked.post(code, _sent(first, last))

    assert KINDS[code].answer(cleaned) == {"options": [last]}


def test_a_box_that_a_tampered_form_ticks_twice_counts_once():
    cleaned = asked.post("choose_several", _sent("id-no", "id-yes", "id-no"))

    assert KINDS["choose_several"].answer(cleaned) == {"options": ["id-no", "id-yes"]}


def test_one_unknown_box_among_known_ones_is_refused():
    with pytest.raises(ValidationError, match="Choose one of the answers on this page"):
        asked.post("choose_several", _sent("id-no", "id-maybe"))


@pytest.mark.parametrize("code", ["choose_one", "choose_several", "sort", "order"])
@pytest.mark.parametrize(("number", "well"), [(1, False), (2, True), (20, True), (21, False)])
def test_an_officer_offers_two_to_twenty_answers(code, number, well):
    block = KINDS[code].block().child_blocks["options"]
    value = block.to_python([{"code": "", "label": f"Answer {n}"} for n in range(number)])

    if well:
        assert len(block.clean(value)) == number
    else:
        with pytest.raises(ValidationError):
            block.clean(value)


@every_kind
@pytest.mark.parametrize("name", ["heard", "a", "feels_heard_2", "a" * 24, ""])
def test_a_data_name_of_small_letters_is_accepted(code, name):
    assert KINDS[code].block().child_blocks["data_name"].clean(name) == name


@every_kind
@pytest.mark.parametrize("name", ["Heard", "2nd", "_x", "a b", "a-b", "é", "a" * 25, "a\n"])
def test_any_other_data_name_is_refused_with_a_sentence(code, name):
    with pytest.raises(ValidationError) as refused:
        KINDS[code].block().child_blocks["data_name"].clean(name)

    assert refused.value.messages == [
        "Use up to 24 small letters, numbers and low lines, and begin with a letter."
    ]
