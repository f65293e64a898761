"""“Only after a certain answer”: what officers write, and what they are told about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.only_after import found_among
from consultations.refusals import refusals
from tests import make
from tests.consultations.editing import again, asked, edited, stored, translated, translation


def after(question: str = "seen", answers: str = "Yes", unanswered: bool = False) -> dict:
    return {"question": question, "answers": answers, "unanswered": unanswered}


def pages_of(only_after: dict, *between: dict, **more) -> tuple[dict, ...]:
    """A question, and one that is asked only after an answer to it."""
    options = [("yes", "Yes, all"), ("some", "Some"), ("no", "No")]
    first = make.block("choose_one", "Seen it?", data_name="seen", options=options)
    then = make.block("long_text", "What?", data_name="what", only_after=only_after, **more)
    return first, *between, then


def said(page) -> list[str]:
    return [str(sentence) for _field, sentence in refusals(page)]


@pytest.mark.parametrize("written", ["yes", "Yes, all", " YES, ALL \n", "yes\nYes, all"])
def test_the_ids_of_answers_are_frozen_however_they_are_named(written):
    page = make.consultation(*pages_of(after(answers=written)))

    first, then = asked(page)

    assert then["after"] == {
        "question": first["id"],
        "options": [make.option(page, "seen", "yes")],
        "unanswered": False,
    }
    assert "after" not in first


def test_better_words_and_another_order_of_answers_change_nothing():
    page = make.consultation(*pages_of(after(answers="yes\nsome")))
    questions = stored(page)
    questions[0]["value"]["options"][0]["value"]["label"] = "Yes, I saw it all"
    questions[0]["value"]["options"].reverse()

    mended = again(page, questions)

    before, now = (
        edition.document for edition in mended.identity.questionnaires.order_by("number")
    )
    assert now["questions"][1]["after"] == before["questions"][1]["after"]


def test_a_name_that_was_made_when_it_was_frozen_can_be_used_from_then_on():
    first = make.block("choose_one", "Seen it?", options=["Yes", "No"])
    page = make.consultation(first)
    then = make.block("long_text", "What?", only_after=after("seen_it", "yes"))

    mended = again(page, [*stored(page), then])

    assert asked(mended)[1]["after"]["question"] == asked(mended)[0]["id"]


def test_a_page_in_another_language_takes_the_routes_of_its_source():
    page = make.consultation(*pages_of(after(answers="Yes, all")))
    other = translation(page)
    questions = stored(other)
    questions[0]["value"]["options"][0]["value"]["label"] = "Ydw"

    translated(other, questions)

    assert asked(page)[1]["after"]["options"] == [make.option(page, "seen", "yes")]


@pytest.mark.parametrize(
    ("only_after", "sentence"),
    [
        (after(question=""), "“What?”: say after which question it is asked, by its data name."),
        (after(answers=""), "“What?”: say after which answers to “seen” it is asked."),
        (
            after("heard"),
            "“What?” is asked only after “heard”, but no question before it has that data name. "
            "These have one: seen.",
        ),
        (
            after("what"),
            "“What?” is asked only after “what”, but no question before it has that data name. "
            "These have one: seen.",
        ),
        (
            after(answers="Yes, all\nMaybe"),
            "“What?” is asked only after the answer “Maybe” to “seen”, which does not offer it. "
            "It offers: Yes, all, Some, No.",
        ),
    ],
)
def test_an_officer_is_told_what_is_wrong_with_a_route(only_after, sentence):
    page = make.draft_consultation(*pages_of(only_after))

    assert said(page) == [sentence]


def test_a_question_that_comes_later_cannot_decide():
    first, then = pages_of(after(answers="yes"))
    page = make.draft_consultation(then, first)

    assert "no question before it has that data name. These have one: none yet." in said(page)[0]


def test_what_is_written_cannot_decide():
    text = make.block("short_text", "Word?", data_name="word")
    page = make.draft_consultation(*pages_of(after("word", "yes"), text))

    assert said(page) == [
        "“What?” is asked only after “word”, but there no answers are chosen. Name a question "
        "where they are."
    ]


def test_skipping_alone_can_lead_to_a_question():
    page = make.consultation(*pages_of(after(answers="", unanswered=True)))

    assert asked(page)[1]["after"]["options"] == []
    assert asked(page)[1]["after"]["unanswered"]


def test_a_question_that_nobody_can_reach_is_named():
    parents = make.block("choose_one", "A parent?", data_name="parent", roles=["parent"])
    then = make.block("long_text", "And?", roles=["child"], only_after=after("parent", "Yes"))
    page = make.draft_consultation(make.block("long_text", "More?"), parents, then)

    assert said(page) == [
        "Nobody is ever asked “And?”: those whom it is for are not asked “parent” before it. "
        "Ask both of the same people."
    ]


def test_a_route_that_some_can_take_is_accepted():
    page = make.draft_consultation(*pages_of(after(answers="yes"), roles=["child"]))

    assert said(page) == []


def test_taking_out_the_question_that_decides_is_refused():
    page = make.consultation(*pages_of(after(answers="yes")))

    assert "no question before it" in said(edited(page, stored(page)[1:]))[0]


def test_a_code_counts_before_words():
    offered = [("first", ("a", "b")), ("second", ("b", "a"))]

    assert found_among("a", offered) == "first"
    assert found_among("B", offered) == "second"
    assert found_among("c", offered) is None


@given(st.text(), st.lists(st.tuples(st.text(), st.text())))
def test_whatever_is_written_either_names_an_offered_answer_or_none(wanted, names):
    found = found_among(wanted, list(enumerate(names)))

    assert found is None or found in range(len(names))
