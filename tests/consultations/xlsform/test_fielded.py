"""Forms as people use them in the field: nothing of them is dropped in silence."""

import pytest
from pyxform.xls2xform import convert

from consultations.xlsform.report import Fate
from consultations.xlsform.sheets import read_form
from consultations.xlsform.taking import Taking
from tests.consultations.xlsform.fielded import FIELDED, book_of, saved

each_form = pytest.mark.parametrize("name", FIELDED)


def take(sheets, language="en-gb", taken=()):
    file = saved(book_of(sheets))
    return Taking(read_form(file, len(file.getvalue())), language, taken).take()


def places(report, fate: Fate) -> set[str]:
    return {f"{line.sheet} {line.row} {line.column}".strip() for line in report.of(fate)}


@each_form
def test_pyxform_takes_the_form_that_we_try(name):
    file = saved(book_of(FIELDED[name].sheets))

    assert convert(xlsform=file, file_type=".xlsx", validate=False).xform


@each_form
def test_every_question_has_its_kind_and_every_loss_its_place(name):
    form = FIELDED[name]

    wanted, report = take(form.sheets)

    assert [one.kind for one in wanted] == form.kinds.split()
    assert places(report, Fate.LEFT_OUT) == form.left_out
    assert places(report, Fate.CHANGED) == form.changed


def asked(name: str) -> list:
    return take(FIELDED[name].sheets)[0]


def routes(name: str) -> list:
    return [one.after and (one.after.question, *one.after.answers) for one in asked(name)]


def test_routes_are_those_of_the_form():
    assert routes("conditions as people write them") == [
        None,
        None,
        ("a", "yes", "no"),
        ("a", "yes"),
        ("b", "yes"),
        ("b", "yes"),
        *[None] * 6,
        ("a",),
    ]
    assert asked("conditions as people write them")[-1].after.unanswered


def test_routes_of_groups_and_numbered_answers_are_those_of_the_form():
    assert routes("groups in groups, each with its condition") == [
        None,
        ("home", "yes"),
        None,
        None,
    ]
    assert routes("numbers and booleans as names") == [None, ("a", "a_2"), ("a", "a_1")]


def test_numbers_and_booleans_are_words_as_a_spreadsheet_shows_them():
    often = asked("numbers and booleans as names")[0]

    assert [one["label"] for one in often.options] == ["Once", "2", "FALSE"]
    assert [one["code"] for one in often.options] == ["a_1", "a_2", "true"]


def test_limits_are_those_of_the_form():
    limits = [
        (one.more["least"], one.more["most"])
        for name in ("limits as people write them", "ranges as people write them")
        for one in asked(name)
        if one.kind == "number"
    ]

    assert limits[:3] == [("1", "17"), ("0", "2"), ("0", "120")]
    assert limits[3:7] == [("0", None)] * 4
    assert limits[7:] == [("0", "10"), ("1", "5"), ("-2", "2"), ("0", None)]


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("words in three languages, with media", "en-gb", "Yes?"),
        ("words in three languages, with media", "ar", "نعم؟"),
        ("words in three languages, with media", "pl", "Tak?"),
        ("words in three languages, with media", "cy", "Yes?"),
        ("one language named, one not", "en-gb", "Why?"),
        ("one language named, one not", "fr", "Pourquoi ?"),
        ("languages without a code", "en-gb", "Why?"),
        ("headings in odd case", "en-gb", "Why?"),
        ("a single colon", "en-gb", "A?"),
    ],
)
def test_words_are_those_of_the_language(name, language, text):
    wanted, _report = take(FIELDED[name].sheets, language)

    assert wanted[0].text == text


def test_marks_of_other_tools_are_gone_and_no_word_with_them():
    first, second = asked("bold, links and pictures of words")

    assert first.facts == "Hello 👋\n\nThis is about you. Read more (https://a.org)"
    assert first.text == "Why is 3 < 4 and 5 > 2? Tell us."
    assert (second.text, second.hint) == ("Are you OK 👩‍👩‍👧 & well?", "Be honest")


def test_an_answer_of_ones_own_leads_to_a_box():
    several = asked("or other in every spelling")

    assert [one["code"] for one in several[0].options] == ["yes", "no", "other"]
    assert [one.after.answers for one in several[1::2]] == [("other",)] * 3


@pytest.mark.parametrize(("n", "well"), [(19, True), (20, False)])
def test_an_answer_of_ones_own_needs_room_in_the_list(n, well):
    choices = [("list_name", "name", "label"), *(("l", f"a{one}", one) for one in range(n))]
    survey = [("type", "name", "label"), ("select_one l or_other", "a", "A?")]

    wanted, report = take({"survey": survey, "choices": choices})

    assert len(wanted) == (2 if well else 0)
    assert places(report, Fate.LEFT_OUT) == (set() if well else {"survey 2 type", "choices 2"})


def test_a_list_that_has_an_answer_other_keeps_it():
    choices = [("list_name", "name", "label"), ("l", "a", "A"), ("l", "other", "Another")]
    survey = [("type", "name", "label"), ("select_one l or_other", "a", "A?")]

    (first, box), _report = take({"survey": survey, "choices": choices})

    assert [one["label"] for one in first.options] == ["A", "Another"]
    assert box.after.answers == ("other",)


def test_a_note_behind_the_last_question_stands_behind_its_facts():
    survey = [("type", "name", "label"), ("text", "a", "A?"), ("note", "n", "Bye.")]

    assert take({"survey": survey})[0][0].facts == "Bye."


def test_numbers_beyond_reach_and_answers_without_a_name_break_nothing():
    survey = [
        ("type", "name", "label", "parameters"),
        ("range", "a", "A?", "start=1e400 end=NaN step=inf"),
        ("select_one l", "b", "B?"),
    ]
    choices = [("list_name", "name", "label"), ("l", None, "X"), ("l", None, "Y"), ("l",)]

    (first, second), report = take({"survey": survey, "choices": choices})

    assert first.more == {"least": "0", "most": None, "whole": True}
    assert [one["label"] for one in second.options] == ["X", "Y"]
    assert places(report, Fate.LEFT_OUT) == {"survey 2 parameters", "choices 4 name"}
