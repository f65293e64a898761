"""Tables as people see them: bars, words, and nothing that was hidden."""

import pytest
from django.utils import translation

from feedback.showing import heard_from, shown_findings
from tests import make
from tests.feedback.listening.counting import crowd, numbers
from tests.sharing import once_a_file


@once_a_file
def page():
    return make.closed_consultation()


def first_table(page):
    (question,) = shown_findings(make.draft_findings(page))["questions"]
    return question["tables"][0]


def test_tables_stand_under_their_question(page):
    crowd(page, "13-15", yes=8, no=9)
    make.responses(page, 12, role="parent", heard="yes")
    make.responses(page, 6, role="parent", heard="no")

    (question,) = shown_findings(make.draft_findings(page))["questions"]

    assert question["text"] == "Do you feel heard?"
    assert [table["who"] for table in question["tables"]] == [
        "Children and young people speaking for themselves",
        "Parents and carers",
    ]


@pytest.mark.parametrize(
    ("answer", "who"),
    [
        ({"role": "practitioner"}, "Practitioners"),
        ({"role": "chooser"}, "Those who choose the boxes"),
        ({"role": "not_said"}, "People who would rather not say who they are"),
        (
            {"voice": "exact_words"},
            "Children's exact words, written down by an adult",
        ),
        ({"voice": "adult_view"}, "What adults think that a child feels"),
        ({"voice": "noticed"}, "What adults noticed about a child"),
        ({"voice": "not_said"}, "Where nobody said whose words they are"),
    ],
)
def test_a_table_says_whose_answers_it_counts(answer, who):
    page = make.closed_consultation(roles=["child", "parent", "practitioner", "chooser"])
    make.responses(page, 10, heard="yes", **answer)
    make.responses(page, 6, heard="no", **answer)

    assert first_table(page)["who"] == who


def test_the_longest_bar_is_as_long_as_can_be(page):
    crowd(page, "13-15", yes=20, no=10)

    assert [(bar["number"], bar["percent"]) for bar in first_table(page)["bars"]] == [
        (20, 100),
        (10, 50),
    ]


def test_bars_are_of_all_ages(page):
    crowd(page, "10-12", yes=8, no=9)
    crowd(page, "13-15", yes=10, no=11)

    assert [bar["number"] for bar in first_table(page)["bars"]] == [18, 20]


def three_answers():
    return make.closed_consultation(
        make.block("choose_one", "Heard?", data_name="heard", options=["Yes", "Sort of", "No"]),
        make.block("long_text", "Tell us more.", data_name="more"),
    )


def test_a_hidden_number_has_no_bar():
    page = three_answers()
    crowd(page, "13-15", yes=20, sort_of=8, no=3)

    table = first_table(page)

    bars = [(bar["number"], bar["percent"]) for bar in table["bars"]]
    assert bars == [(20, 100), (None, None), (None, None)]
    assert table["hides"]


def test_a_table_that_hides_every_number_but_zero_is_left_out():
    page = three_answers()
    crowd(page, "13-15", yes=20, no=3)

    (question,) = shown_findings(make.draft_findings(page))["questions"]

    assert (question["tables"], question["too_few"]) == ([], True)


def test_a_zero_is_shown_without_a_bar():
    page = three_answers()
    crowd(page, "13-15", yes=20, no=10)

    assert [bar["percent"] for bar in first_table(page)["bars"]] == [100, 0, 50]


def test_a_table_that_is_refused_has_no_numbers_at_all(page):
    crowd(page, "13-15", yes=4, no=5)

    (question,) = shown_findings(make.draft_findings(page))["questions"]

    assert question["tables"] == []
    assert question["too_few"]


def test_rows_are_named_by_age_where_there_are_ages(page):
    crowd(page, "10-12", yes=8, no=9)
    crowd(page, "13-15", yes=10, no=11)

    table = first_table(page)

    assert [row["label"] for row in table["rows"]] == ["10 to 12", "13 to 15"]
    assert table["has_bands"]


def test_adults_are_everyone_in_one_row(page):
    make.responses(page, 12, role="parent", heard="yes")
    make.responses(page, 6, role="parent", heard="no")

    table = first_table(page)

    assert [row["label"] for row in table["rows"]] == ["Everyone"]
    assert not table["has_bands"]


def test_words_are_the_readers_language_or_else_the_first(page):
    crowd(page, "13-15", yes=8, no=9)
    findings = make.findings(page)
    document = findings.edition.document
    for table in document["tables"]:
        table["words"]["cy"] = "Ydych chi'n cael eich clywed?"
    findings.edition.save()

    with translation.override("cy"):
        welsh = shown_findings(findings)["questions"][0]
    with translation.override("pl"):
        polish = shown_findings(findings)["questions"][0]

    assert welsh["text"] == "Ydych chi'n cael eich clywed?"
    assert polish["text"] == "Do you feel heard?"
    assert welsh["tables"][0]["columns"] == ["Yes", "No"]


def test_how_many_were_heard_is_said_group_by_group(page):
    make.responses(page, 12, band="10-12")
    make.responses(page, 13, role="parent")

    assert heard_from(numbers(page)) == "12 children and young people, 13 parents and carers"


def test_where_a_few_skipped_a_question_it_says_at_least(page):
    crowd(page, "10-12", yes=8, no=9)
    make.responses(page, 2, band="10-12")

    assert heard_from(numbers(page)) == "at least 17 children and young people"


def test_a_small_group_is_left_out_of_that_sentence(page):
    make.responses(page, 12, band="10-12")
    make.responses(page, 3, role="parent")

    assert heard_from(numbers(page)) == "12 children and young people"


def test_only_those_who_spoke_for_themselves_are_in_that_sentence(page):
    make.responses(page, 12, band="10-12", voice="adult_view")
    make.responses(page, 12, role="not_said")

    assert heard_from(numbers(page)) == ""
