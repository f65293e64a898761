"""One row for each response: what every kind of question gives to whoever analyses it."""

from dataclasses import dataclass
from typing import Any

import pytest

from consultations.kinds import KINDS
from consultations.models import ConsultationPage
from feedback.actions import reading
from feedback.exporting.answers import Answers
from feedback.models import Words
from tests import make
from tests.consultations.editing import again, stored
from tests.feedback.exporting.cells import cells, columns, rows

OPTIONS = [("home", "Home"), ("contact", "Contact"), ("review", "Review")]


@dataclass(frozen=True)
class Case:
    """An answer, and the cells that it makes, by the name of the column."""

    given: Any
    cells: dict


CASES = {
    "choose_one": Case("contact", {"how": 2}),
    "choose_several": Case(
        ["home", "review"],
        {"how_home": 1, "how_contact": 0, "how_review": 1, "how": "home|review"},
    ),
    "faces": Case("face_2", {"how": 2}),
    "sort": Case(
        {"home": "ok", "contact": "not_ok"},
        {"how_home": 3, "how_contact": 1, "how_review": -8},
    ),
    "order": Case(["review", "home"], {"how_home": 2, "how_contact": -8, "how_review": 1}),
    "number": Case("٣", {"how": 3}),
    "short_text": Case("my nan 🙂", {"how": "my nan 🙂"}),
    "long_text": Case("one\n\ntwo", {"how": "one\n\ntwo"}),
    "draw": Case("my house", {"how": "my house"}),
    "voice": Case("what I said", {"how": "what I said"}),
}
every_kind = pytest.mark.parametrize("kind", KINDS)
with_options = pytest.mark.parametrize("kind", make.WITH_OPTIONS)


def consultation(kind: str, **more: Any) -> ConsultationPage:
    options = {"options": OPTIONS} if kind in make.WITH_OPTIONS else {}
    question = make.block(kind, data_name="how", **options, **more)
    return make.consultation(question, make.block("short_text", data_name="other"))


def read_all() -> None:
    for words in Words.objects.unread():
        reading.mark_read(words=words, by=make.staff("reader"))


def exported(page: ConsultationPage) -> list[dict]:
    """Every response as {column: cell}, without what was said of the question. All that was written
    has been read."""
    read_all()
    names = [name for name in columns(page, "how") if not name.endswith(("__lang", "_remark"))]
    found = [{name: row[name] for name in names} for row in rows(page)]
    return sorted(found, key=lambda row: -len(str(row)))


def test_every_kind_is_tried_here():
    assert CASES.keys() == KINDS.keys()


@every_kind
def test_an_answer_is_a_row(kind):
    page, case = consultation(kind), CASES[kind]
    make.response(page, how=case.given)

    assert exported(page) == [case.cells]


@every_kind
def test_a_skipped_question_and_one_that_was_not_asked_differ(kind):
    page, case = consultation(kind, roles=["child"]), CASES[kind]
    make.response(page)
    make.response(page, role="parent")

    found = [set(row.values()) for row in exported(page)]

    text = isinstance(next(reversed(case.cells.values())), str)
    assert all(row <= {-8, -9, ""} for row in found)
    assert KINDS[kind].is_closed is any(-9 in row for row in found)
    assert KINDS[kind].is_closed is any(-8 in row for row in found)
    assert text is any("" in row for row in found)


@with_options
def test_other_words_for_an_answer_keep_its_column(kind):
    page, case = consultation(kind), CASES[kind]
    make.response(page, how=case.given)
    questions = stored(page)
    for option in questions[0]["value"]["options"]:
        option["value"]["label"] += "!"
        option["value"]["code"] = ""

    page = again(page, questions, change_note="It means the same.")
    make.response(page, how=case.given)

    assert exported(page) == [case.cells, case.cells]


@with_options
def test_an_answer_that_is_no_longer_offered_keeps_its_column(kind):
    page, case = consultation(kind), CASES[kind]
    make.response(page, how=case.given)
    questions = stored(page)
    questions[0]["value"]["options"].pop()  # review

    page = again(page, questions)
    make.response(page, how=_without_review(case.given))

    found = exported(page)
    assert case.cells in found
    assert [row["how_review"] for row in found if row != case.cells] in ([-9], []) or kind == (
        "choose_one"
    )


def _without_review(given: Any) -> Any:
    if isinstance(given, dict):
        return given
    return "contact" if isinstance(given, str) else ["home"]


@every_kind
def test_what_was_said_of_the_question_has_a_column(kind):
    assert columns(consultation(kind), "how")[-1] == "how_remark"


@every_kind
def test_every_column_has_a_name_that_statistics_programs_take(kind):
    names = columns(consultation(kind), "how")

    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and name.isascii() and len(name) <= 49 for name in names)


@every_kind
def test_what_somebody_said_of_the_question_is_in_their_row(kind, visitor):
    page = consultation(kind)
    question = make.frozen(page, "how")
    make.response(page, how=CASES[kind].given)
    response = page.identity.questionnaires.get().responses.get()
    response.words.create(question_id=question["id"], about="question", text="Ask me!")
    read_all()

    [found] = cells(page, "how")

    assert found[-1] == "Ask me!"
    assert found[:-1] == list(CASES[kind].cells.values())


def test_rows_take_five_statements_however_many_answered(django_assert_num_queries):
    page = consultation("sort")
    make.responses(page, 3, how=CASES["sort"].given)

    with django_assert_num_queries(5):
        list(Answers(page.identity).told())


def test_a_row_holds_only_what_a_person_made_safe():
    page = consultation("long_text")
    make.response(page, how="my friend Priya left")

    before = cells(page, "how")
    read_all()
    after = cells(page, "how")

    assert (before, after) == ([["[written]", ""]], [["my friend [name] left", ""]])
