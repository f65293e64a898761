"""Every kind of question, from what an officer wrote to what is stored, without JavaScript."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

from consultations.kinds import KINDS
from feedback.forms.answering import QuestionForm
from feedback.journey import Journey
from feedback.models import Response
from tests import answers, make
from tests.consultations import editing
from tests.feedback.answering import walk

LONG = "Is it " + "so good that it is like your nan's " * 5
PROMPTS = {"emoji": "How is it? 🙂👩‍👩‍👧", "Arabic": "كيف كان الأمر؟", "200 letters": LONG[:200]}
OPTIONS = [("home", "Home"), ("contact", "Contact"), ("review", "Review")]


@dataclass(frozen=True)
class Case:
    """An answer to a kind, what the check page says of it, and what is stored of it."""

    given: Any
    lines: str
    chosen: tuple = ()  # (code of the option, number)
    text: str = ""


CASES = {
    "choose_one": Case("contact", "Contact", (("contact", None),)),
    "choose_several": Case(["home", "review"], "Home Review", (("home", None), ("review", None))),
    "faces": Case("face_2", "In between", (("face_2", None),)),
    "sort": Case(
        {"home": "ok", "contact": "not_ok"},
        "Home: OK Contact: Not OK",
        (("home", 3), ("contact", 1)),
    ),
    "order": Case(["review", "home"], "1. Review 2. Home", (("review", 1), ("home", 2))),
    "number": Case("٣", "3 days", ((None, 3),)),
    "short_text": Case("my nan 🙂", "my nan 🙂", text="my nan 🙂"),
    "draw": Case("my house", "my house", text="my house"),
    "voice": Case("I say it", "I say it", text="I say it"),
    "long_text": Case("one\n\ntwo", "one two", text="one\n\ntwo"),
}
every_kind = pytest.mark.parametrize("kind", KINDS)


def consultation(kind: str, prompt: str = "How was it?", **more: Any):
    """A published consultation with one question of a kind."""
    options = {"options": OPTIONS} if kind in make.WITH_OPTIONS else {}
    return make.consultation(make.block(kind, prompt, data_name="how", **options, **more))


def answer(client: Client, page, given: Any, **more: Any):
    """Answer the only question, as a browser without a script does."""
    question = make.frozen(page, "how")
    sent = answers.posted(question, answers.kept(question, given))
    return client.post(walk.address(page, 1), {**sent, "go": "next", **more})


def stored(response: Response) -> tuple:
    """What is stored of the answer: options with their numbers."""
    rows = response.answers.order_by("number", "option__value")
    return tuple((row.option and row.option.code, row.number) for row in rows)


def test_every_kind_is_tried_here():
    assert CASES.keys() == KINDS.keys()


@every_kind
def test_an_answer_comes_through_to_the_response(visitor, kind):
    page, case = consultation(kind), CASES[kind]
    walk.begin(visitor, page)

    assert answer(visitor, page, case.given).url == walk.address(page, "check")
    assert case.lines in walk.text(visitor.get(walk.address(page, "check")))
    walk.send(visitor, page)

    response = Response.objects.get()
    assert set(stored(response)) == set(case.chosen)
    assert [words.text for words in response.words.all()] == ([case.text] if case.text else [])


@every_kind
@pytest.mark.parametrize("prompt", PROMPTS)
def test_any_prompt_is_shown_as_it_was_written(visitor, kind, prompt):
    page = consultation(kind, PROMPTS[prompt])
    walk.begin(visitor, page)

    assert PROMPTS[prompt].strip() in walk.text(visitor.get(walk.address(page, 1)))


@every_kind
def test_an_answer_stands_on_its_page_when_somebody_comes_back(visitor, kind):
    page, case = consultation(kind), CASES[kind]
    walk.begin(visitor, page)
    answer(visitor, page, case.given)
    shown = visitor.get(walk.address(page, 1))

    answer(visitor, page, case.given)

    again = visitor.get(walk.address(page, 1))
    assert _without_token(again) == _without_token(shown)


@every_kind
def test_skipping_sends_nothing_and_keeps_what_was_there(visitor, kind):
    page, case = consultation(kind), CASES[kind]
    walk.begin(visitor, page)

    answer(visitor, page, case.given, go="skip")
    checked = walk.text(visitor.get(walk.address(page, "check")))
    walk.send(visitor, page)

    assert "You skipped this." in checked
    assert "Your answer is still on its page" in checked
    assert stored(Response.objects.get()) == ()


@every_kind
def test_a_page_that_nobody_touched_is_no_answer(visitor, kind):
    page = consultation(kind)
    walk.begin(visitor, page)

    visitor.post(walk.address(page, 1), {"go": "next"})
    walk.send(visitor, page)

    assert stored(Response.objects.get()) == ()


@every_kind
def test_a_step_takes_at_most_five_statements(visitor, kind, django_assert_max_num_queries):
    page, case = consultation(kind), CASES[kind]
    walk.begin(visitor, page)
    question = make.frozen(page, "how")
    sent = answers.posted(question, answers.kept(question, case.given))
    visitor.get(walk.address(page, 1))  # the questions of an edition are read once

    with django_assert_max_num_queries(5):
        visitor.post(walk.address(page, 1), {**sent, "remark": "Ask something else."})
    with django_assert_max_num_queries(5):
        visitor.get(walk.address(page, 1))


def _without_token(response) -> str:
    shown = response.content.decode()
    return "".join(line for line in shown.splitlines() if "csrfmiddlewaretoken" not in line)


@every_kind
def test_it_can_be_filled_in_on_paper(kind):
    page = consultation(kind)
    journey = Journey(page.identity.questionnaires.get().document, "parent", "", "en-gb")
    form = QuestionForm(journey=journey, number=1)

    printed = render_to_string(KINDS[kind].paper, {"form": form, "field": form["answer"]})

    assert all(label in printed for _code, label in OPTIONS) or kind not in make.WITH_OPTIONS
    assert "<input" not in printed


@every_kind
def test_an_answer_stays_when_somebody_goes_on_in_another_language(visitor, kind):
    page, case = consultation(kind), CASES[kind]
    welsh = editing.translation(page)
    editing.translated(welsh, editing.stored(welsh))
    walk.begin(visitor, page)
    answer(visitor, page, case.given)

    checked = visitor.get(f"/cy{walk.address(page, 'check')}")
    visitor.post(f"/cy{walk.address(page, 'check')}")

    assert checked.status_code == 200
    response = Response.objects.get()
    assert response.language == "cy"
    assert set(stored(response)) == set(case.chosen)


@every_kind
def test_an_answer_that_is_no_longer_offered_can_still_be_sent(visitor, kind):
    page, case = consultation(kind), CASES[kind]
    walk.begin(visitor, page)
    answer(visitor, page, case.given)
    questions = editing.stored(page)
    if kind in make.WITH_OPTIONS:
        questions[0]["value"]["options"].pop(0)
    else:
        questions[0]["value"]["hint"] = "Think."

    editing.again(page, questions)
    walk.send(visitor, page)

    assert set(stored(Response.objects.get())) == set(case.chosen)
