"""Forms that people wrote for other tools come in, and the report says what became of each row."""

import io
import zipfile

import pytest
from openpyxl import Workbook
from pyxform.xls2xform import convert

from consultations.kinds import KINDS
from consultations.xlsform.report import Fate
from consultations.xlsform.sheets import MOST_BYTES, NotAForm, read_form
from consultations.xlsform.taking import Taking
from tests import make
from tests.consultations.xlsform.forms import CASES, workbook

each_form = pytest.mark.parametrize("name", CASES)


def take(form: str, language: str = "en-gb", taken=()):
    file = workbook(form)
    return Taking(read_form(file, len(file.getvalue())), language, taken).take()


def named(report, fate: Fate) -> set[str]:
    return {line.name for line in report.of(fate)}


@each_form
def test_pyxform_takes_the_form_that_we_try(name):
    assert convert(xlsform=CASES[name].form, file_type=".md", validate=False).xform


@each_form
def test_every_question_has_its_kind(name):
    wanted, _report = take(CASES[name].form)

    assert [one.kind for one in wanted] == CASES[name].kinds.split()


@each_form
def test_the_report_names_what_is_left_out_and_what_is_changed(name):
    _wanted, report = take(CASES[name].form)

    assert named(report, Fate.LEFT_OUT) == CASES[name].left_out
    assert named(report, Fate.CHANGED) == CASES[name].changed


@each_form
@pytest.mark.django_db
def test_every_question_can_be_composed_in_the_editor(name):
    about = make.item().pk
    for one in take(CASES[name].form)[0]:
        block = KINDS[one.kind].block()
        assert block.clean(block.to_python(one.block({}, about)["value"]))


def test_answers_keep_their_words_and_codes():
    (heard,), _report = take(CASES["yes or no"].form)

    assert heard.options == [{"code": "yes", "label": "Yes"}, {"code": "no", "label": "No"}]
    assert (heard.name, heard.text) == ("heard", "Heard?")


def test_numbers_keep_their_limits():
    wanted, _report = take(CASES["numbers"].form)

    assert [one.more for one in wanted] == [
        {"least": "0", "most": "40", "whole": True},
        {"least": "0", "most": "24.5", "whole": False},
    ]


def test_routes_follow_the_answers():
    _heard, why, how = take(CASES["a route"].form)[0]

    assert (why.after.question, why.after.answers) == ("heard", ("no",))
    assert how.after.answers == ("yes",)


def test_a_groups_condition_is_that_of_its_questions():
    assert take(CASES["groups"].form)[0][2].after.answers == ("no",)


def test_a_note_stands_by_the_question_after_it_without_its_marks():
    (why,), _report = take(CASES["notes"].form)

    assert why.facts == "Thank you for coming.\nGoodbye."


def test_codes_in_a_condition_are_ours_too():
    form = """
| survey | | | | |
| | type | name | label | relevant |
| | select_one size | Size | How big? | |
| | text | why | Why? | ${Size} = '2' |
| choices | | | |
| | list_name | name | label |
| | size | 1 | Small |
| | size | 2 | Big |
"""
    size, why = take(form)[0]

    assert why.after.question == size.name
    assert why.after.answers == (size.options[1]["code"],)


@pytest.mark.parametrize(("language", "asked"), [("en-gb", "Heard?"), ("cy", "Clywed?")])
def test_words_come_in_the_language_of_the_consultation(language, asked):
    (heard,), _report = take(CASES["languages"].form, language)

    assert heard.text == asked


def test_an_answer_that_goes_with_no_other_is_known():
    (who,), _report = take(CASES["none of these"].form)

    assert [one["alone"] for one in who.options] == [False, False, True]


def test_a_name_that_the_consultation_has_is_changed():
    (heard,), report = take(CASES["yes or no"].form, taken=["heard"])

    assert heard.name == "heard_2"
    assert named(report, Fate.CHANGED) == {"heard"}


@pytest.mark.parametrize(("n", "well"), [(1, False), (2, True), (20, True), (21, False)])
def test_a_list_that_is_too_short_or_too_long_is_left_out(n, well):
    rows = "\n".join(f"| | many | a{one} | {one} |" for one in range(n))
    form = "| survey | | | |\n| | type | name | label |\n| | select_one many | which | Which? |\n"
    wanted, report = take(f"{form}| choices | | | |\n| | list_name | name | label |\n{rows}")

    assert bool(wanted) is well
    assert named(report, Fate.LEFT_OUT) == (set() if well else {"which", "many"})


def test_a_long_question_goes_on_in_its_facts():
    text = "word " * 80
    form = f"| survey | | | |\n| | type | name | label |\n| | text | why | {text} |"
    (why,), report = take(form)

    assert len(why.text) <= 300
    assert f"{why.text} {why.facts}" == text.strip()
    assert named(report, Fate.CHANGED) == {"why"}


def broken(kind: str) -> bytes:
    held = io.BytesIO()
    if kind == "bomb":
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("xl/workbook.xml", b"0" * 41_000_000)
    elif kind == "other sheets":
        Workbook().save(held)
    elif kind == "empty survey":
        book = Workbook()
        book.active.title = "survey"
        book.save(held)
    else:
        held.write({"words": b"type,name", "old": b"\xd0\xcf\x11\xe0" + b"0" * 600}[kind])
    return held.getvalue()


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("words", "Save it as an Excel workbook"),
        ("old", "Save it as an Excel workbook"),
        ("bomb", "far more than a questionnaire"),
        ("other sheets", "no sheet “survey”"),
        ("empty survey", "no column “type”"),
    ],
)
def test_what_is_no_form_is_refused_with_a_sentence(kind, sentence):
    file = broken(kind)

    with pytest.raises(NotAForm, match=sentence):
        read_form(io.BytesIO(file), len(file))


def test_a_file_that_is_too_big_is_left_shut():
    with pytest.raises(NotAForm, match="at most 2 MB"):
        read_form(io.BytesIO(b""), MOST_BYTES + 1)
