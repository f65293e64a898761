"""An answer that people have chosen keeps its code and its meaning; its words may be mended."""

import pytest

from consultations.models import ConsultationPage
from consultations.refusals import refusals
from tests import make
from tests.consultations.editing import again, edited, stored
from tests.sharing import once_a_file

SAY_WHAT = (
    "change_note",
    "You changed words of a question that people have answered. If it still means the same, say "
    "here what you changed. If it means something else, take the question or the answer out and "
    "add a new one.",
)
NOTE = "We mended a spelling. It means the same."


@once_a_file
def page():
    """A published consultation that nobody has answered yet."""
    return make.consultation(
        make.block(
            "choose_one", "Heard?", data_name="heard", options=[("yes", "Yes"), ("no", "No")]
        ),
        make.block("faces", "How is it?", data_name="how", words=["Bad", "So so", "Good"]),
    )


@pytest.fixture
def answered(page):
    """The same, answered by one person."""
    make.response(page, heard="yes")
    return page


def _said(page: ConsultationPage) -> list[tuple[str, str]]:
    return [(field, str(sentence)) for field, sentence in refusals(page)]


def _option(label: str, code: str = "") -> dict:
    return make.block("choose_one", options=[(code, label)])["value"]["options"][0]


def _relabelled(page: ConsultationPage, *labels: str, note: str = "") -> ConsultationPage:
    """A draft of the page with other words for the answers to its first question."""
    questions = stored(page)
    for option, label in zip(questions[0]["value"]["options"], labels, strict=True):
        option["value"]["label"] = label
    return edited(page, questions, change_note=note)


def _coded(page: ConsultationPage, *codes: str) -> ConsultationPage:
    """A draft of the page with other codes for the answers to its first question."""
    questions = stored(page)
    for option, code in zip(questions[0]["value"]["options"], codes, strict=True):
        option["value"]["code"] = code
    return edited(page, questions)


def test_other_words_for_a_chosen_answer_need_a_note(answered):
    assert _said(_relabelled(answered, "Yes!", "No")) == [SAY_WHAT]


def test_a_note_of_spaces_says_nothing(answered):
    assert _said(_relabelled(answered, "Yes!", "No", note="  \n")) == [SAY_WHAT]


def test_a_note_lets_the_words_be_mended(answered):
    assert _said(_relabelled(answered, "Yes!", "No", note=NOTE)) == []


def test_before_anybody_answers_words_change_freely(page):
    assert _said(_relabelled(page, "No", "Yes")) == []


def test_the_note_of_last_time_does_not_serve_again(answered):
    page = make.approve(_relabelled(answered, "Yes!", "No", note=NOTE))

    assert _said(_relabelled(page, "Yes!!", "No", note=NOTE)) == [SAY_WHAT]


def test_a_new_note_serves(answered):
    page = make.approve(_relabelled(answered, "Yes!", "No", note=NOTE))

    assert _said(_relabelled(page, "Yes!!", "No", note="Louder, the same.")) == []


def test_an_old_edition_that_was_answered_still_counts(answered):
    page = make.approve(_relabelled(answered, "Yes!", "No", note=NOTE))

    assert not page.identity.questionnaires.latest("number").answered
    assert _said(_relabelled(page, "Of course", "No")) == [SAY_WHAT]


def test_other_words_for_a_face_need_a_note(answered):
    questions = stored(answered)
    questions[1]["value"]["words"][0]["value"] = "Terrible"

    assert _said(edited(answered, questions)) == [SAY_WHAT]


def test_other_words_for_not_knowing_need_a_note(answered):
    questions = stored(answered)
    questions[1]["value"]["dont_know"] = "No idea"

    assert _said(edited(answered, questions)) == [SAY_WHAT]


def test_two_chosen_answers_cannot_trade_places(answered):
    said = _said(_relabelled(answered, "No", "Yes", note=NOTE))

    assert said == [
        (
            "questions",
            f"“{now}” used to be another answer than “{then}”. Answers that people have "
            "chosen cannot trade places: put them back.",
        )
        for now, then in [("No", "Yes"), ("Yes", "No")]
    ]


def test_two_faces_cannot_trade_places(answered):
    questions = stored(answered)
    words = questions[1]["value"]["words"]
    words[0]["value"], words[2]["value"] = words[2]["value"], words[0]["value"]

    said = _said(edited(answered, questions, change_note=NOTE))

    assert [sentence.split(".")[0] for _field, sentence in said] == [
        "“Good” used to be another answer than “Bad”",
        "“Bad” used to be another answer than “Good”",
    ]


@pytest.mark.parametrize("people", ["page", "answered"])
def test_two_answers_cannot_share_a_code(request, people):
    page = request.getfixturevalue(people)
    questions = stored(page)
    options = questions[0]["value"]["options"]
    options += [_option("Often", "often"), _option("Very often", "often")]

    assert _said(edited(page, questions)) == [
        ("questions", "Two answers to “Heard?” have the code “often”.")
    ]


def test_answers_to_two_questions_may_share_a_code(answered):
    more = make.block("choose_one", "Safe?", options=[("yes", "Yes"), ("no", "No")])

    assert _said(edited(answered, [*stored(answered), more])) == []


def test_a_chosen_answer_keeps_its_code(answered):
    assert _said(_coded(answered, "aye", "no")) == [
        ("questions", "People have chosen “Yes”, so it keeps the code “yes”.")
    ]


@pytest.mark.parametrize("codes", [("yes", "no"), ("", "")])
def test_the_same_code_or_none_is_fine(answered, codes):
    assert _said(_coded(answered, *codes)) == []


def test_before_anybody_answers_a_code_may_change(page):
    assert _said(_coded(page, "aye", "nay")) == []


@pytest.mark.parametrize("people", ["page", "answered"])
def test_a_code_is_not_handed_on_to_another_answer(request, people):
    page = request.getfixturevalue(people)
    questions = stored(page)
    questions[0]["value"]["options"][1] = _option("Nope", "no")

    assert _said(edited(page, questions)) == [
        ("questions", "The code “no” belongs to an answer that was offered before.")
    ]


def test_the_code_of_a_retired_answer_is_not_handed_on(page):
    questions = stored(page)
    retired = questions[0]["value"]["options"].pop()
    questions[0]["value"]["options"] += [_option("Maybe", "maybe")]
    page = again(page, questions)
    questions[0]["value"]["options"][1] = _option("Nope", retired["value"]["code"])

    assert _said(edited(page, questions)) == [
        ("questions", "The code “no” belongs to an answer that was offered before.")
    ]
