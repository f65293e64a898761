"""Publishing freezes a questionnaire, and questions keep their identity through every edition."""

import pytest

from consultations.models import Option, Question
from tests import make
from tests.consultations.editing import again, asked, edited, editions, stored
from tests.sharing import once_a_file


@once_a_file
def page():
    """A published consultation with a question to choose from and a text."""
    return make.consultation(
        make.block("choose_one", "Do you feel heard?", options=["Yes", "Sometimes", "No"]),
        make.block("long_text", "Tell us more."),
    )


def _codes(page) -> dict:
    return {option["code"]: option["value"] for option in asked(page)[0]["options"]}


def test_the_same_questions_in_the_same_words_make_no_new_edition(page):
    published = again(page, why="Because it matters.")

    assert published.why == "Because it matters."
    assert len(editions(page)) == 1


def test_the_first_edition_stays_as_it_was(page):
    before = editions(page)[0].document
    questions = stored(page)
    questions[0]["value"]["text"] = "Are you heard?"

    again(page, questions)

    assert editions(page)[0].document == before


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Are you heard?"},
        {"hint": "Think of last week."},
        {"roles": ["child"]},
        {"bands": ["10-12"]},
        {"wordings": [{"type": "item", "id": "w", "value": {"bands": ["6-9"], "text": "Hm?"}}]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_edit_makes_a_new_edition_under_the_same_keys(page, change):
    before = asked(page)
    questions = stored(page)
    questions[0]["value"] |= change

    again(page, questions)

    assert [one.number for one in editions(page)] == [1, 2]
    assert [(q["id"], q["key"]) for q in asked(page)] == [(q["id"], q["key"]) for q in before]
    assert asked(page)[0]["options"] == before[0]["options"]


def test_a_name_that_was_made_stays_when_the_words_change(page):
    questions = stored(page)
    questions[0]["value"]["text"] = "Something else altogether?"

    again(page, questions)

    assert asked(page)[0]["key"] == "do_you_feel_heard"


def test_before_anybody_answers_a_question_can_be_renamed(page):
    questions = stored(page)
    questions[0]["value"]["data_name"] = "heard"

    again(page, questions)

    assert [q["key"] for q in asked(page)] == ["heard", "tell_us_more"]
    assert Question.objects.filter(consultation=page.translation_key).count() == 2


def test_questions_in_another_order_keep_their_identity(page):
    before = [question["id"] for question in asked(page)]

    again(page, stored(page)[::-1])

    assert [question["id"] for question in asked(page)] == before[::-1]


def test_a_question_that_is_taken_out_is_retired(page):
    again(page, stored(page)[:1])

    assert [question["key"] for question in asked(page)] == ["do_you_feel_heard"]
    assert Question.objects.get(key="tell_us_more").retired


def test_a_question_that_is_put_back_is_the_same_question(page):
    before, questions = asked(page), stored(page)
    again(page, questions[:1])

    again(page, questions)

    assert asked(page) == before
    assert not Question.objects.filter(retired=True).exists()


def test_a_new_answer_takes_the_next_number(page):
    questions = stored(page)
    questions[0]["value"]["options"][1:1] = make.block("choose_one", options=["Often"])["value"][
        "options"
    ]

    again(page, questions)

    assert _codes(page) == {"yes": 1, "often": 4, "sometimes": 2, "no": 3}
    assert list(_codes(page)) == ["yes", "often", "sometimes", "no"]


def test_answers_in_another_order_keep_their_numbers(page):
    questions = stored(page)
    questions[0]["value"]["options"].reverse()

    again(page, questions)

    assert list(_codes(page).items()) == [("no", 3), ("sometimes", 2), ("yes", 1)]


def test_an_answer_that_is_taken_out_is_retired(page):
    questions = stored(page)
    del questions[0]["value"]["options"][2]

    again(page, questions)

    assert _codes(page) == {"yes": 1, "sometimes": 2}
    assert Option.objects.get(code="no").retired


def test_the_number_of_a_retired_answer_is_never_used_again(page):
    questions = stored(page)
    del questions[0]["value"]["options"][2]
    page = again(page, questions)
    questions[0]["value"]["options"] += make.block("choose_one", options=["No"])["value"]["options"]

    again(page, questions)

    assert _codes(page) == {"yes": 1, "sometimes": 2, "no_2": 4}


def test_an_answer_that_is_put_back_is_the_same_answer(page):
    before, questions = asked(page), stored(page)
    fewer = stored(page)
    del fewer[0]["value"]["options"][1]
    again(page, fewer)

    again(page, questions)

    assert asked(page) == before


@pytest.mark.parametrize("turn", [1, -1], ids=["name made first", "name made last"])
def test_a_made_name_gives_way_to_one_that_an_officer_gave(turn):
    blocks = [
        make.block("long_text", "More"),
        make.block("short_text", "Anything else?", data_name="more"),
    ]

    page = make.consultation(*blocks[::turn])

    assert sorted(question["key"] for question in asked(page)) == ["more", "more_2"]


@pytest.mark.parametrize("turn", [1, -1], ids=["code made first", "code made last"])
def test_a_made_code_gives_way_to_one_that_an_officer_gave(turn):
    options = ["Yes", ("yes", "Oh yes")]

    page = make.consultation(make.block("choose_one", options=options[::turn]))

    assert sorted(_codes(page)) == ["yes", "yes_2"]


def test_two_consultations_do_not_mix(page):
    copied = page.copy(update_attrs={"slug": "again", "title": "Again"}, keep_live=False)
    make.approve(edited(copied, stored(page)))

    assert [q["key"] for q in asked(copied)] == [q["key"] for q in asked(page)]
    assert not {q["id"] for q in asked(copied)} & {q["id"] for q in asked(page)}
    assert [len(editions(one)) for one in (page, copied)] == [1, 1]


def test_what_happens_to_one_consultation_leaves_another_alone(page):
    copied = page.copy(update_attrs={"slug": "again", "title": "Again"}, keep_live=False)
    make.approve(edited(copied, stored(page)))
    make.response(page, do_you_feel_heard="yes")

    again(copied, stored(copied)[:1])

    assert not Question.objects.filter(consultation=page.translation_key, retired=True).exists()
    assert not editions(copied)[0].answered
