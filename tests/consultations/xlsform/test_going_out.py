"""What goes out is a form that others read, and it comes back as it was or the report says why."""

import io
import json

import pytest
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from consultations.kinds import KINDS
from consultations.symbols import every_symbol
from consultations.trial import trial_document
from consultations.xlsform.giving import give
from consultations.xlsform.report import Fate
from consultations.xlsform.sheets import read_form
from consultations.xlsform.taking import Taking
from tests import make
from tests.consultations.xlsform.fielded import FIELDED, book_of, saved
from tests.consultations.xlsform.test_round_trip import bare

pytestmark = pytest.mark.django_db


def draft(*blocks: dict):
    return make.draft_consultation(*blocks).get_latest_revision_as_object()


def taken(file: bytes):
    return Taking(read_form(io.BytesIO(file), len(file)), "en-gb").take()


def back(page, change=None) -> tuple[list[dict], list[dict], object]:
    """What a draft asks before and after it went out and came in again, and the report."""
    before, _left = trial_document(page)
    file, _report = give(page)
    if change:
        book = load_workbook(io.BytesIO(file))
        change(book)
        file = saved(book).getvalue()
    wanted, report = taken(file)
    items = {one["item"]: page.about.first().item_id for one in before["questions"]}
    blocks = [one.block(items, page.about.first().item_id) for one in wanted]
    after, _left = trial_document(draft(*blocks))
    return bare(before), bare(after), report


def all_that_came_in() -> list[dict]:
    """The questions of all those forms, one behind the other."""
    about, names, blocks = make.item().pk, set(), []
    for file in [saved(book_of(one.sheets)) for one in FIELDED.values()]:
        wanted, _report = Taking(read_form(file, len(file.getvalue())), "en-gb", names).take()
        names |= {one.name for one in wanted}
        blocks += [one.block({}, about) for one in wanted]
    return blocks


def test_whatever_came_in_goes_out_and_comes_back_as_it_was():
    blocks = all_that_came_in()
    page = draft(*blocks)

    before, after, report = back(page)

    assert len(before) == len(blocks)
    assert report.lines == []
    assert after == before
    file, _report = give(page)
    assert convert(xlsform=io.BytesIO(file), file_type=".xlsx", validate=False).warnings == []


def hard() -> list[dict]:
    """Questions with words that other tools would take for something else."""
    words = "Use **bold**, <b>tags</b>, # and ${heard}? 3 < 4 & “quotes” _x0041_ 🙂"
    return [
        make.block("choose_one", words, data_name="heard", hint=words, options=[words, "=1+1"]),
        make.block(
            "long_text",
            "Two  spaces?",
            data_name="about_many",
            facts="Line one.\r\nLine two.\n" + "A long fact 🙂. " * 4000,
            only_after={"question": "heard", "answers": words, "unanswered": True},
        ),
        make.block("sort", "Sort?", data_name="a_very_long_name_of_24_a", options=["One", "Two"]),
        make.block("sort", "Sort?", data_name="a_very_long_name_of_24_b", options=["One", "Two"]),
        make.block("choose_one", "x?", data_name="sorted_one", options=["A", "B"]),
        make.block("sort", "y?", data_name="sorted", options=["One", "Two"]),
        make.block("number", "n?", data_name="n", least="-2.50", most="2.25", whole=False),
    ]


def test_hard_words_come_back_as_they_were():
    before, after, report = back(draft(*hard()))

    assert report.lines == []
    assert after == before


def test_hard_words_are_read_by_other_tools_without_a_warning():
    file, _report = give(draft(*hard()))

    made = convert(xlsform=io.BytesIO(file), file_type=".xlsx", validate=False)

    assert made.warnings == []


@pytest.mark.parametrize("kind", ["choose_one", "sort"])
def test_no_data_name_of_ours_is_refused_there(kind):
    names = ["meta", "data", "audit", "instanceid", "name", "heard"]
    blocks = [make.block(kind, f"{n}?", data_name=n, options=["One", "Two"]) for n in names]
    if kind == "choose_one":
        blocks[1]["value"]["only_after"] = {"question": "meta", "answers": "One"}
    page = draft(*blocks)

    before, after, report = back(page)

    assert (after, report.lines) == (before, [])
    assert convert(xlsform=io.BytesIO(give(page)[0]), file_type=".xlsx", validate=False).xform


def test_what_an_officer_changes_in_the_file_counts():
    def change(book):
        survey, choices = book["survey"], book["choices"]
        columns = {cell.value: cell.column for cell in survey[1]}
        for row in survey.iter_rows(min_row=2):
            if row[1].value == "n":
                survey.cell(row[0].row, columns["constraint"]).value = ". >= 1 and . <= 9"
            if row[1].value == "sorted.one":
                row[2].value = "First"
        for row in choices.iter_rows(min_row=2):
            if row[1].value in ("face_1", "not_sure"):
                row[2].value = "Hmm"

    page = draft(
        make.block("number", "n?", data_name="n", least="0", most="5"),
        make.block("faces", "f?", data_name="f"),
        make.block("sort", "s?", data_name="sorted", options=["One", "Two"]),
    )

    _before, after, report = back(page, change)

    words = json.dumps(after)
    assert (after[0]["least"], after[0]["most"]) == ("1", "9")
    assert [after[2]["options"][0]["words"], words.count('"Hmm"')] == [{"en-gb": "First"}, 2]
    assert report.lines == []


def with_heard(told: object, kind="text") -> tuple:
    text = told if isinstance(told, str) else json.dumps(told)
    survey = [("type", "name", "label", "heard"), (kind, "a", "A?", text)]
    choices = [("list_name", "name", "label"), ("l", "x", "X"), ("l", "y", "Y")]
    return taken(saved(book_of({"survey": survey, "choices": choices})).getvalue())


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("[1]", "text"),
        ('{"kind": ', "text"),
        ({"kind": "made_up"}, "text"),
        ({"kind": ["text"]}, "text"),
        ({"kind": "short_text", "wordings": 5}, "text"),
        ({"kind": "short_text", "wordings": [{"bands": ["9-99"], "text": "x"}]}, "text"),
        ({"kind": "short_text", "wordings": ["x"]}, "text"),
        ({"kind": "short_text", "easy_read": [{"symbol": "no such", "text": "x"}]}, "text"),
        ({"kind": "short_text", "roles": ["pirate"], "bands": "10-12"}, "text"),
        ({"kind": "short_text", "facts": 5, "hint": ["x"], "item": {}}, "text"),
        ({"kind": "short_text", "something": 5}, "text"),
        ({"kind": "number", "more": [1]}, "integer"),
        ({"kind": "number", "more": {"least": "many", "unit": "x" * 99}}, "integer"),
        ({"kind": "faces", "more": {"words": 3}}, "select_one l"),
        ({"kind": "choose_one", "options": [{"label": "x"}]}, "select_one l"),
        ({"kind": "sort"}, "text"),
    ],
)
def test_what_makes_no_sense_in_our_own_column_is_named_and_breaks_nothing(told, kind):
    (one,), report = with_heard(told, kind)

    assert "heard" in {line.column for line in report.of(Fate.LEFT_OUT)}
    block = KINDS[one.kind].block()
    assert block.clean(block.to_python(one.block({}, make.item().pk)["value"]))


def test_an_easy_read_row_that_is_too_long_comes_in_and_is_named():
    rows = [{"symbol": next(iter(every_symbol())), "text": ("word " * 16).strip()}]
    (one,), report = with_heard({"kind": "short_text", "easy_read": rows})

    assert one.kept["easy_read"] == rows
    assert "16 words" in report.of(Fate.CHANGED)[0].sentence
