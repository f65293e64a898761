"""Who was heard, by role and age, without giving a small number away."""

import random

import pytest

from tests import make
from tests.feedback.listening.counting import coverage, crowd, numbers, shown, table, told
from tests.sharing import once_a_file

c = None  # printed as [c]


@once_a_file
def page():
    return make.closed_consultation(bands=["6-9", "10-12", "13-15"])


def test_it_counts_everybody_who_sent_something(page):
    make.responses(page, 6, band="6-9", heard="yes")
    make.responses(page, 7, band="10-12", more="Words")
    make.responses(page, 8, band="13-15")

    assert coverage(page)["own"] == {"6-9": 6, "10-12": 7, "13-15": 8, "": 21}


def test_own_voice_and_others_are_never_added_up(page):
    make.responses(page, 12, band="6-9")
    make.responses(page, 14, band="6-9", voice="adult_view")

    line = coverage(page)

    assert (line["own"][""], line["adult_view"][""]) == (12, 14)
    assert 26 not in [n for numbers in line.values() for n in numbers.values()]


def test_other_peoples_words_are_never_added_up(page):
    make.responses(page, 12, band="6-9", voice="exact_words")
    make.responses(page, 13, band="6-9", voice="noticed")

    line = coverage(page)

    assert (line["exact_words"][""], line["noticed"][""]) == (12, 13)
    assert 25 not in [n for numbers in line.values() for n in numbers.values()]


def test_a_small_number_of_others_cannot_be_worked_out(page):
    make.responses(page, 12, band="6-9")
    make.responses(page, 2, band="6-9", voice="noticed")

    line = coverage(page)

    assert line["own"] == {"6-9": 12, "10-12": 0, "13-15": 0, "": 12}
    assert line["noticed"] == {"6-9": c, "10-12": c, "13-15": c, "": c}


def test_a_small_age_hides_with_another(page):
    make.responses(page, 12, band="6-9")
    make.responses(page, 2, band="10-12")
    make.responses(page, 20, band="13-15")

    assert coverage(page)["own"] == {"6-9": c, "10-12": c, "13-15": 20, "": 34}


def test_nobody_at_all_is_no_secret(page):
    make.responses(page, 12, band="6-9")

    assert coverage(page).keys() == {"own"}
    assert coverage(page, "parent")["own"] == {"": 0}


def test_a_few_adults_are_hidden(page):
    make.responses(page, 3, role="parent")

    assert coverage(page, "parent")["own"] == {"": c}


def test_a_role_that_was_not_asked_and_did_not_answer_is_left_out(page):
    assert {line["role"] for line in numbers(page)["coverage"]} == {"child", "parent"}


def test_people_who_would_rather_not_say_are_there_when_they_answered(page):
    make.responses(page, 12, role="not_said")

    assert coverage(page, "not_said")["not_said"] == {"": 12}


def test_a_council_may_hide_more(page):
    make.responses(page, 8, band="6-9")
    make.responses(page, 20, band="10-12")

    assert coverage(page, hide_up_to=8)["own"]["6-9"] is c


def test_a_table_that_hides_another_age_than_the_coverage_shows_everyone_in_one_row(page):
    """The coverage hides 10-12 with 13-15; the table, left alone, would hide 6-9 with 13-15."""
    crowd(page, "6-9", yes=6, no=6)
    crowd(page, "10-12", yes=12, no=1)
    crowd(page, "13-15", yes=1, no=1)
    make.responses(page, 4, band="6-9")

    made = table(page)

    assert coverage(page)["own"] == {"6-9": c, "10-12": c, "13-15": c, "": 27}
    assert shown(made) == [("", [19, 8], 27)]


def test_how_many_skipped_a_question_is_not_worked_out(page):
    """Of 17 and 24 who answered, 1 and 4 skipped the question that the table counts."""
    crowd(page, "6-9", yes=8, no=8)
    crowd(page, "10-12", yes=10, no=10)
    make.response(page, band="6-9")
    make.responses(page, 4, band="10-12")

    line = told(page)

    assert line["voices"]["own"] == {"6-9": 16, "10-12": 20, "13-15": 0, "": 36}
    assert line["at_least"] == {"own": ["", "10-12", "6-9"]}


def test_where_many_skipped_or_nobody_did_the_numbers_are_exact(page):
    crowd(page, "6-9", yes=8, no=8)
    crowd(page, "10-12", yes=10, no=10)
    make.responses(page, 6, band="10-12")

    line = told(page)

    assert line["voices"]["own"] == {"6-9": 16, "10-12": 26, "13-15": 0, "": 42}
    assert line["at_least"] == {}


SIZES = [2, 3, 5, 7, 9, 12, 15, 20]


@pytest.mark.parametrize("seed", range(12))
def test_no_size_of_an_age_is_worked_out_from_many_tables(seed):
    """Everyone answers everything: what one table hides, none of the others may show."""
    chance = random.Random(seed)
    questions = [make.block("choose_one", f"Q{n}?", data_name=f"q{n}") for n in range(4)]
    page = make.closed_consultation(*questions, bands=["6-9", "10-12", "13-15"])
    for band in page.bands:
        for _person in range(chance.choice(SIZES)):
            make.response(
                page, band=band, **{f"q{n}": chance.choice(["yes", "no"]) for n in range(4)}
            )

    document = numbers(page)

    line = document["coverage"][0]["voices"]["own"]
    sizes = [
        (row["band"], row["total"])
        for made in document["tables"]
        for row in made["rows"]
        if row["band"]
    ]
    assert all((total is None) == (line[band] is None) for band, total in sizes)
