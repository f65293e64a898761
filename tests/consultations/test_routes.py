"""What is asked next: a pure function, which loses nothing. No database in it."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consultations.routes import on_the_way, people_of, reached_by, unreachable
from tests.routed import CODES, chose, question

SEEN = question("seen")
WRONG = question("wrong", after=("seen", ["yes"], False))
ASKED = question("asked", after=("wrong", ["yes", "not_sure"], False))
WHY_NOT = question("why_not", after=("seen", ["no"], True))
END = question("end", kind="long_text")
ALL = [SEEN, WRONG, ASKED, WHY_NOT, END]


def _asked(answers: dict, questions: list = ALL) -> list[str]:
    return [one["id"] for one in on_the_way(questions, answers)]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ["seen", "why_not", "end"]),
        ({"seen": chose("seen", "yes")}, ["seen", "wrong", "end"]),
        ({"seen": chose("seen", "no")}, ["seen", "why_not", "end"]),
        ({"seen": chose("seen", "not_sure")}, ["seen", "end"]),
        ({"seen": chose("seen", "yes", skipped=True)}, ["seen", "why_not", "end"]),
        (
            {"seen": chose("seen", "yes"), "wrong": chose("wrong", "not_sure")},
            ["seen", "wrong", "asked", "end"],
        ),
        (
            {"seen": chose("seen", "no"), "wrong": chose("wrong", "yes")},
            ["seen", "why_not", "end"],
        ),
    ],
    ids=["nothing", "yes", "no", "neither", "skipped", "two steps", "left behind"],
)
def test_an_answer_on_the_way_decides_what_is_asked(answers, expected):
    assert _asked(answers) == expected


def test_of_several_answers_one_is_enough():
    first = question("which", kind="choose_several")
    then = question("then", after=("which", ["no"], False))

    assert _asked({"which": chose("which", "yes", "no")}, [first, then]) == ["which", "then"]
    assert _asked({"which": chose("which", "yes")}, [first, then]) == ["which"]


def test_whoever_was_never_asked_did_not_skip_it():
    never = question("never", after=("wrong", [], True))

    assert _asked({}, [SEEN, WRONG, never]) == ["seen"]


def test_a_question_after_one_that_is_not_there_is_not_asked():
    assert _asked({"seen": chose("seen", "yes")}, [WRONG]) == []


def test_everyone_has_a_way_of_their_own():
    child = question("child", roles=["child"])
    parent = question("parent", roles=["parent"])
    then = question("then", after=("child", ["yes"], False))

    assert reached_by([child, parent, then], ("child", "6-9")) == [child, then]
    assert reached_by([child, parent, then], ("parent", "")) == [parent]


def test_a_question_that_nobody_can_reach_is_found():
    parent = question("parent", roles=["parent"])
    then = question("then", after=("parent", ["yes"], False), roles=["child"])
    last = question("last", after=("then", ["yes"], False))
    old = question("old", roles=["child"], bands=["16-17"])

    people = people_of(["parent", "child"], ["6-9", "10-12"])

    assert people == [("child", "6-9"), ("child", "10-12"), ("parent", "")]
    assert unreachable([parent, then, last, old], people) == [then, last, old]


@st.composite
def _questionnaires(draw) -> list[dict]:
    """Any questionnaire of up to nine questions, each after an earlier one or after none."""
    questions: list[dict] = []
    for place in range(draw(st.integers(1, 9))):
        after = None
        if questions and draw(st.booleans()):
            first = draw(st.sampled_from(questions))["id"]
            codes = draw(st.lists(st.sampled_from(CODES), max_size=3, unique=True))
            after = (first, codes, draw(st.booleans()))
        kind = draw(st.sampled_from(["choose_one", "choose_several"]))
        questions.append(question(f"q{place}", after=after, kind=kind))
    return questions


@st.composite
def _walks(draw) -> tuple[list[dict], dict]:
    """A questionnaire, and answers to any of its questions: also to some that are not asked."""
    questions = draw(_questionnaires())
    answers = {}
    for one in questions:
        codes = draw(st.lists(st.sampled_from(CODES), max_size=2, unique=True))
        if codes:
            answers[one["id"]] = chose(one["id"], *codes)
            if draw(st.integers(0, 4)) == 0:
                answers[one["id"]]["skipped"] = True
    return questions, answers


@given(_walks())
def test_the_way_is_a_pure_function_in_the_order_of_the_questionnaire(walk):
    questions, answers = walk
    before = copy.deepcopy(walk)

    once, twice = _asked(answers, questions), _asked(answers, questions)

    assert once == twice
    assert walk == before
    places = [[one["id"] for one in questions].index(key) for key in once]
    assert places == sorted(set(places))


@given(_walks())
def test_going_on_from_question_to_question_always_ends_at_the_end(walk):
    questions, answers = walk
    given_so_far: dict = {}
    visited: list[str] = []

    while len(visited) < len(way := _asked(given_so_far, questions)):
        here = way[len(visited)]
        visited.append(here)
        if here in answers:
            given_so_far[here] = answers[here]

    assert visited == _asked(given_so_far, questions)
    assert len(visited) <= len(questions)


@given(_walks(), st.integers(0, 8), st.sampled_from(CODES))
def test_an_answer_changes_nothing_at_or_before_its_own_question(walk, place, code):
    questions, answers = walk
    changed = questions[place % len(questions)]["id"]
    before = _asked(answers, questions)

    after = _asked({**answers, changed: chose(changed, code)}, questions)

    if changed in before:
        upto = before.index(changed) + 1
        assert after[:upto] == before[:upto]
    else:
        assert after == before


@given(_walks(), st.integers(0, 8), st.sampled_from(CODES))
def test_changing_an_answer_and_changing_it_back_gives_the_same_way(walk, place, code):
    questions, answers = walk
    changed = questions[place % len(questions)]["id"]

    there = {**answers, changed: chose(changed, code)}
    back = {key: answer for key, answer in there.items() if key != changed}
    back |= {changed: answers[changed]} if changed in answers else {}

    assert _asked(back, questions) == _asked(answers, questions)
