"""What stands between a draft and a frozen questionnaire, each refusal from both sides."""

import pytest

from consultations.models import ConsultationPage
from consultations.refusals import refusals
from tests import make
from tests.consultations.editing import edited, stored
from tests.sharing import once_a_file

AFRESH = "Take the question out and add a new one, with another data name."


def _said(page: ConsultationPage) -> list[tuple[str, str]]:
    return [(field, str(sentence)) for field, sentence in refusals(page)]


def _option(label: str, code: str = "") -> dict:
    return make.block("choose_one", options=[(code, label)])["value"]["options"][0]


@once_a_file
def page():
    """A published consultation that nobody has answered yet."""
    return make.consultation(
        make.block(
            "choose_one", "Heard?", data_name="heard", options=[("yes", "Yes"), ("no", "No")]
        ),
        make.block("faces", "How is it?", data_name="how", words=["Bad", "So so", "Good"]),
        make.block("long_text", "More?", data_name="more"),
    )


@pytest.fixture
def answered(page):
    """The same, answered by one person."""
    make.response(page, heard="yes")
    return page


def _changed(page: ConsultationPage, number: int = 0, **value) -> ConsultationPage:
    """A draft of the page with one question changed."""
    questions = stored(page)
    questions[number]["value"] |= value
    return edited(page, questions)


def _answers(page: ConsultationPage, change) -> ConsultationPage:
    """A draft of the page whose first question has had its answers changed in place."""
    questions = stored(page)
    change(questions[0]["value"]["options"])
    return edited(page, questions)


def test_a_questionnaire_that_was_frozen_can_be_frozen_again(answered):
    assert _said(answered) == []


def test_a_consultation_asks_at_least_one_question():
    page = make.draft_consultation()
    page.questions = []

    assert _said(page) == [("questions", "Write at least one question.")]


def test_a_consultation_with_children_says_which_ages():
    page = make.draft_consultation(roles=["child", "parent"], bands=[])

    assert _said(page) == [
        ("questions", "Say which ages of children and young people it is open to.")
    ]


def test_a_consultation_without_children_needs_no_ages():
    assert _said(make.draft_consultation(roles=["parent"], bands=[])) == []


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ({"roles": ["child"]}, "Parent or carer"),
        ({"roles": ["parent"]}, "Child or young person 10 to 12"),
        ({"bands": ["10-12"]}, "Child or young person 13 to 15"),
    ],
)
def test_everyone_it_is_open_to_is_asked_something(question, who):
    bands = ["10-12"] if who.endswith("12") else ["10-12", "13-15"]
    page = make.draft_consultation(make.block("long_text", **question), bands=bands)

    assert _said(page) == [
        ("questions", f"It is open to “{who}”, but no question is asked of them.")
    ]


def test_one_question_each_is_enough():
    page = make.draft_consultation(
        make.block("long_text", "A?", roles=["parent"]),
        make.block("long_text", "B?", roles=["child"], bands=["10-12"]),
        make.block("long_text", "C?", roles=["child"], bands=["13-15"]),
    )

    assert _said(page) == []


def test_a_question_whose_item_is_gone_says_so():
    about = make.item()
    page = make.draft_consultation(make.block("long_text", "More?", about=about))
    page.questions[0].value["item"] = None

    assert _said(page) == [("questions", "Choose what “More?” is about.")]


def test_two_questions_cannot_share_a_data_name():
    page = make.draft_consultation(
        make.block("long_text", "A?", data_name="more"),
        make.block("short_text", "B?", data_name="more"),
    )

    assert _said(page) == [
        ("questions", "Two questions have the data name “more”. Give one of them another.")
    ]


def test_two_questions_may_both_leave_their_data_name_to_us():
    page = make.draft_consultation(make.block("long_text", "A?"), make.block("long_text", "A?"))

    assert _said(page) == []


@pytest.mark.parametrize("people", ["page", "answered"])
def test_a_data_name_is_not_handed_on_to_another_question(request, people):
    page = request.getfixturevalue(people)
    questions = [*stored(page)[:2], make.block("short_text", "Else?", data_name="more")]

    assert _said(edited(page, questions)) == [
        (
            "questions",
            "The data name “more” belongs to a question that was asked before. Choose another.",
        )
    ]


def test_a_new_question_with_a_name_of_its_own_is_welcome(answered):
    questions = [*stored(answered)[:2], make.block("short_text", "Else?", data_name="other")]

    assert _said(edited(answered, questions)) == []


def test_an_answered_question_keeps_its_kind(answered):
    questions = stored(answered)
    questions[2]["type"] = "short_text"

    assert _said(edited(answered, questions)) == [
        ("questions", f"People have answered “More?”, so its kind cannot change. {AFRESH}")
    ]


def test_before_anybody_answers_a_kind_may_change(page):
    questions = stored(page)
    questions[2]["type"] = "short_text"

    assert _said(edited(page, questions)) == []


FIVE = {"words": ["Awful", "Bad", "So so", "Good", "Great"]}


def test_an_answered_scale_keeps_its_length(answered):
    said = _said(_changed(answered, 1, **FIVE))

    assert (
        "questions",
        f"People have answered “How is it?”, so the length of its scale cannot change. {AFRESH}",
    ) in said


def test_before_anybody_answers_a_scale_may_grow(page):
    assert _said(_changed(page, 1, **FIVE)) == []


def test_an_answered_question_keeps_its_data_name(answered):
    assert _said(_changed(answered, 2, data_name="else")) == [
        ("questions", "People have answered “More?”, so it keeps the data name “more”.")
    ]


@pytest.mark.parametrize("name", ["more", ""])
def test_the_same_data_name_or_none_is_fine(answered, name):
    assert _said(_changed(answered, 2, data_name=name)) == []


def test_before_anybody_answers_a_question_may_be_renamed(page):
    assert _said(_changed(page, 2, data_name="else")) == []


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Are you heard?"},
        {"hint": "At school."},
        {"roles": ["child", "parent"]},
        {"wordings": [{"type": "item", "id": "w", "value": {"bands": ["6-9"], "text": "Hm?"}}]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_words_of_an_answered_question_may_be_mended_with_a_note(answered, change):
    page = _changed(answered, **change)
    page.change_note = "Plainer. It means the same."

    assert _said(page) == []


def test_other_words_for_an_answered_question_need_a_note(answered):
    sentences = _said(_changed(answered, text="Are you heard?"))

    assert len(sentences) == 1
    assert "You changed words of a question that people have answered." in str(sentences[0])


def test_the_same_answer_is_not_offered_twice(answered):
    options = [
        {"type": "item", "id": str(place), "value": {"label": label, "code": ""}}
        for place, label in enumerate(["My phone", "My bike", "my phone "])
    ]

    sentences = _said(_changed(answered, options=options))

    assert any("offers the answer “my phone ” twice" in str(one) for one in sentences)


def test_an_answered_question_may_be_taken_out(answered):
    assert _said(edited(answered, stored(answered)[1:])) == []


def test_questions_and_answers_may_change_their_order(answered):
    questions = stored(answered)[::-1]
    questions[-1]["value"]["options"].reverse()

    assert _said(edited(answered, questions)) == []


@pytest.mark.parametrize(
    "change",
    [lambda options: options.append(_option("Sometimes")), lambda options: options.pop()],
    ids=["one more", "one fewer"],
)
def test_an_answer_may_be_added_or_taken_out(answered, change):
    assert _said(_answers(answered, change)) == []
