"""No column of an export stands for two things."""

from consultations.refusals import refusals
from tests import make
from tests.consultations.editing import edited, stored

SCHOOL = [("school", "School"), ("gp", "Doctor")]
SENTENCE = (
    "“Who else?” would have the column “share_with_school” in the export, which another question "
    "has. Choose another data name."
)


def _said(page) -> list[str]:
    return [str(sentence) for _field, sentence in refusals(page)]


def test_two_questions_cannot_share_a_column():
    page = make.draft_consultation(
        make.block("choose_several", "Share?", data_name="share", options=[("with_school", "S")]),
        make.block("choose_several", "Who else?", data_name="share_with", options=SCHOOL),
    )

    assert SENTENCE in _said(page)


def test_nor_can_one_that_was_asked_before_and_one_that_is_asked_now():
    page = make.consultation(
        make.block("sort", "Share?", data_name="share", options=[("with_school", "S"), ("x", "X")]),
        make.block("long_text", data_name="more"),
    )
    _gone, kept = stored(page)
    added = make.block("sort", "Who else?", data_name="share_with", options=SCHOOL)

    assert _said(edited(page, [kept, added])) == [SENTENCE]


def test_what_is_said_of_a_question_has_a_column_of_its_own():
    page = make.draft_consultation(
        make.block("short_text", "Heard?", data_name="heard"),
        make.block("short_text", "What else?", data_name="heard_remark"),
    )

    assert _said(page) == [
        "“What else?” would have the column “heard_remark” in the export, which another question "
        "has. Choose another data name."
    ]


def test_questions_with_columns_of_their_own_are_fine():
    page = make.draft_consultation(
        make.block("sort", "Share?", data_name="share", options=SCHOOL),
        make.block("order", "Who else?", data_name="shared", options=SCHOOL),
    )

    assert _said(page) == []
