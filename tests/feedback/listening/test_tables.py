"""Counts are made for each role, each kind of voice and each age, and made safe."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from consultations.models import CouncilSettings
from feedback.actions.findings import numbers_now
from tests import make
from tests.feedback.listening.counting import crowd, numbers, shown, table
from tests.sharing import once_a_file

c = None  # printed as [c]


@once_a_file
def page():
    return make.closed_consultation()


def test_the_published_table_of_the_demo():
    page = make.closed_consultation(
        make.block(
            "choose_one",
            "Does anyone ask you who matters to you?",
            data_name="asked",
            options=["Yes", "Sometimes", "No"],
        ),
        bands=["6-9", "10-12", "13-15", "16-17"],
    )
    crowd(page, "6-9", key="asked", yes=14, sometimes=6, no=3)
    crowd(page, "10-12", key="asked", yes=22, sometimes=11, no=9)
    crowd(page, "13-15", key="asked", yes=18, sometimes=7, no=12)
    crowd(page, "16-17", key="asked", yes=9, no=2)

    made = table(page, "asked")

    assert shown(made) == [
        ("6-9", [c, c, c], 23),
        ("10-12", [22, 11, 9], 42),
        ("13-15", [18, c, c], 37),
        ("16-17", [c, 0, c], 11),
    ]
    assert (made["column_totals"], made["total"]) == ([63, 24, 26], 113)


def test_roles_are_never_added_up(page):
    crowd(page, "13-15", yes=12, no=11)
    make.responses(page, 20, role="parent", heard="yes")
    make.responses(page, 10, role="parent", heard="no")

    document = numbers(page)

    assert shown(table(page, role="child")) == [("13-15", [12, 11], 23)]
    assert shown(table(page, role="parent")) == [("", [20, 10], 30)]
    assert not {32, 21, 53}.intersection(_every_number(document))


def _every_number(document):
    if isinstance(document, dict):
        return [number for value in document.values() for number in _every_number(value)]
    if isinstance(document, list):
        return [number for value in document for number in _every_number(value)]
    return [document] if type(document) is int else []


@pytest.mark.parametrize("voice", ["me", "with_help"])
def test_somebody_with_help_speaks_for_themselves(page, voice):
    make.responses(page, 8, heard="yes")
    make.responses(page, 8, heard="no", voice=voice)

    assert shown(table(page)) == [("13-15", [8, 8], 16)]
    assert table(page, voice="with_help") is None


@pytest.mark.parametrize("voice", ["exact_words", "adult_view", "noticed", "not_said"])
def test_what_others_say_for_a_child_stands_apart(page, voice):
    make.responses(page, 12, heard="yes", band="10-12")
    make.responses(page, 7, heard="yes", voice=voice)
    make.responses(page, 6, heard="no", voice=voice)

    assert table(page)["total"] == 12
    others = table(page, voice=voice)
    assert shown(others) == [("13-15", [7, 6], 13)]


def test_ages_are_rows_in_their_order(page):
    crowd(page, "13-15", yes=8, no=9)
    crowd(page, "10-12", yes=6, no=7)

    assert shown(table(page)) == [("10-12", [6, 7], 13), ("13-15", [8, 9], 17)]


def test_adults_have_one_row(page):
    make.responses(page, 8, role="parent", heard="yes")
    make.responses(page, 9, role="parent", heard="no")

    made = table(page, role="parent")

    assert shown(made) == [("", [8, 9], 17)]
    assert made["column_totals"] == []


def test_people_who_would_rather_not_say_stand_alone(page):
    for code, n in {"yes": 8, "no": 9}.items():
        make.responses(page, n, role="not_said", heard=code)

    assert table(page, role="not_said") is None
    assert shown(table(page, role="not_said", voice="not_said")) == [("", [8, 9], 17)]


def test_a_role_that_did_not_answer_has_no_table(page):
    crowd(page, "13-15", yes=12)

    assert {made["role"] for made in numbers(page)["tables"]} == {"child"}


def test_whoever_skipped_a_question_is_not_counted(page):
    crowd(page, "13-15", yes=8, no=9)
    make.responses(page, 11, band="13-15")

    assert shown(table(page)) == [("13-15", [8, 9], 17)]


def test_an_age_of_which_nobody_answered_has_no_row(page):
    crowd(page, "13-15", yes=8, no=9)
    make.responses(page, 12, band="10-12")

    assert shown(table(page)) == [("13-15", [8, 9], 17)]


def test_other_peoples_words_are_never_added_up(page):
    make.responses(page, 12, heard="yes", voice="exact_words")
    make.responses(page, 13, heard="yes", voice="adult_view")
    make.responses(page, 3, heard="no", voice="not_said")

    assert table(page, voice="exact_words")["total"] == 12
    assert table(page, voice="adult_view")["total"] == 13
    assert table(page, voice="not_said")["refused"]
    assert not {15, 16, 25, 28}.intersection(_every_number(numbers(page)))


def test_whoever_was_not_asked_is_not_counted():
    page = make.closed_consultation(
        make.block("choose_one", "Only older?", data_name="older", bands=["13-15"]),
        make.block("choose_one", "All?", data_name="all"),
    )
    make.responses(page, 12, band="13-15", older="yes", all="yes")
    make.responses(page, 12, band="10-12", all="yes")

    made = table(page, "older")

    assert [row["band"] for row in made["rows"]] == ["13-15"]
    assert made["total"] == 12


def test_texts_have_no_table(page):
    make.responses(page, 12, more="Something")

    assert numbers(page)["tables"] == []


def test_answers_to_another_consultation_are_not_counted(page):
    crowd(make.closed_consultation(), "13-15", yes=12)

    assert numbers(page)["tables"] == []


def test_a_table_carries_the_words_that_were_asked(page):
    crowd(page, "13-15", yes=12)

    made = table(page)

    assert made["words"] == {"en-gb": "Do you feel heard?"}
    assert made["columns"] == [{"words": {"en-gb": "Yes"}}, {"words": {"en-gb": "No"}}]


def test_faces_are_counted_with_i_dont_know():
    page = make.closed_consultation(make.block("faces", "How was it?", data_name="face"))
    codes = [option["code"] for option in make.frozen(page, "face")["options"]]
    for code, n in zip(codes, [6, 7, 8, 9], strict=True):
        make.responses(page, n, band="13-15", face=code)

    assert shown(table(page, "face"))[0] == ("13-15", [6, 7, 8, 9], 30)


def test_a_table_of_fewer_than_ten_people_shows_nothing(page):
    crowd(page, "13-15", yes=9)

    made = table(page)

    assert made["refused"]
    assert made["total"] is None


def test_a_council_may_hide_more(page):
    crowd(page, "13-15", yes=7, no=20)

    assert shown(table(page, hide_up_to=5)) == [("13-15", [7, 20], 27)]
    assert shown(table(page, hide_up_to=8)) == [("13-15", [c, c], 27)]


def test_the_tables_of_findings_hide_what_the_council_hides(page):
    crowd(page, "13-15", yes=7, no=20)
    settings = CouncilSettings.for_site(make.council())
    settings.hide_up_to = 8
    settings.save()

    (made,) = numbers_now(make.draft_findings(page))["tables"]

    assert shown(made) == [("13-15", [c, c], 27)]


def test_more_answers_ask_the_database_no_more(page):
    make.response(page, heard="yes")
    with CaptureQueriesContext(connection) as before:
        numbers(page)
    crowd(page, "10-12", yes=8, no=9)
    make.responses(page, 5, role="parent", heard="no")

    with CaptureQueriesContext(connection) as after:
        numbers(page)

    assert len(after) == len(before) == 6
