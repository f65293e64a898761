"""From the first page to four words, for everybody who is asked, without a script."""

import pytest
from django.test import Client

from feedback.models import Answer, Draft, Response, Words
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

WHO = {
    "child:6-9": ("child", "6-9", "younger-2"),
    "child:13-15": ("child", "13-15", "older-2"),
    "parent:": ("parent", "", "parent-2"),
    "practitioner:": ("practitioner", "", "staff-2"),
    "chooser:": ("chooser", "", "staff-2"),
    "not_said:": ("not_said", "", "anybody-1"),
}


@once_a_file
def page():
    """A consultation that everybody is asked, with one question of each kind."""
    words = [{"bands": ["6-9"], "text": "Is it OK?"}, {"bands": ["13-15"], "text": "All right?"}]
    about = make.item()
    return make.consultation(
        make.block("choose_one", "How is it?", data_name="one", about=about, wordings=words),
        make.block("choose_several", "Which?", data_name="several", options=["A", "B", "C"]),
        make.block("faces", "How do you feel?", data_name="faces"),
        make.block("short_text", "One word?", data_name="word"),
        make.block("long_text", "Tell us more.", data_name="more", hint="If you like."),
        roles=["child", "parent", "practitioner", "chooser"],
        bands=["6-9", "13-15"],
    )


def ids(page, key: str) -> list[str]:
    """The ids of what can be chosen."""
    return [option["id"] for option in make.frozen(page, key)["options"]]


@pytest.mark.parametrize(("who", "expected"), WHO.items())
def test_everybody_gets_from_the_first_page_to_four_words(visitor, page, who, expected):
    walk.begin(visitor, page, who)
    walk.answer(visitor, page, 1, ids(page, "one")[0])
    walk.answer(visitor, page, 2, ids(page, "several")[:2])
    walk.answer(visitor, page, 3, ids(page, "faces")[2])
    walk.answer(visitor, page, 4, "Fine")
    walk.answer(visitor, page, 5, "I like it.\nMostly.", may_show="on")
    thanks = visitor.get(walk.send(visitor, page).url)

    response = Response.objects.get()
    assert (response.role, response.band, response.agreed) == expected
    assert Answer.objects.count() == 4
    assert set(Words.objects.values_list("text", "may_show")) == {
        ("Fine", False),
        ("I like it.\nMostly.", True),
    }
    assert walk.words_in(visitor) in walk.text(thanks)


@pytest.mark.parametrize(
    ("who", "steps"),
    [
        ("child:13-15", ["voice", "agree", 1]),
        ("parent:", ["agree", 1]),
        ("not_said:", ["agree", 1]),
    ],
)
def test_each_page_leads_to_the_next(visitor, page, who, steps):
    led_to = visitor.post(walk.address(page), {"who": who}).url

    for step in steps:
        assert led_to == walk.address(page, step)
        led_to = visitor.post(led_to, {"voice": "me", "go": "next"}).url
    assert led_to == walk.address(page, 2)


@pytest.mark.parametrize(
    ("who", "asked"),
    [
        ("child:6-9", "Is it OK?"),
        ("child:13-15", "All right?"),
        ("parent:", "How is it?"),
        ("not_said:", "Is it OK?"),
    ],
)
def test_questions_are_asked_in_words_for_their_age(visitor, page, who, asked):
    walk.begin(visitor, page, who)

    shown = visitor.get(walk.address(page, 1)).content.decode()

    assert f">{asked}</span>" in shown


def test_a_hint_stands_with_its_question(visitor, page):
    walk.begin(visitor, page)

    assert "If you like." in walk.text(visitor.get(walk.address(page, 5)))


@pytest.mark.parametrize(
    ("go", "number", "leads_to"),
    [
        ("next", 1, 2),
        ("skip", 1, 2),
        ("back", 2, 1),
        ("back", 1, "agree"),
        ("stop", 3, "stop"),
        ("next", 5, "check"),
        ("skip", 5, "check"),
        ("unheard-of", 1, 2),
    ],
)
def test_each_button_leads_where_it_says(visitor, page, go, number, leads_to):
    walk.begin(visitor, page)

    assert visitor.post(walk.address(page, number), {"go": go}).url == walk.address(page, leads_to)


@pytest.mark.parametrize("go", ["next", "back", "stop"])
def test_every_button_but_skip_keeps_what_was_answered(visitor, page, go):
    walk.begin(visitor, page)

    walk.answer(visitor, page, 4, "Kept", go=go)

    assert 'value="Kept"' in visitor.get(walk.address(page, 4)).content.decode()


def test_skipping_what_is_empty_keeps_nothing(visitor, page):
    walk.begin(visitor, page)
    walk.answer(visitor, page, 4, "Before")

    walk.answer(visitor, page, 4, "", go="skip")

    assert Draft.objects.get().answers == {}


@pytest.mark.parametrize("before", ["", "Typed"])
def test_what_is_skipped_is_not_sent_and_not_lost(visitor, page, before):
    walk.begin(visitor, page)
    walk.answer(visitor, page, 4, before)

    walk.answer(visitor, page, 4, "Typed", go="skip")
    box, check = (visitor.get(walk.address(page, step)) for step in (4, "check"))
    walk.send(visitor, page)

    assert 'value="Typed"' in box.content.decode()
    assert "You skipped this one. What is here is not sent, unless you press" in walk.text(box)
    assert "One word? You skipped this. Your answer is still on its page" in walk.text(check)
    assert "Typed" not in walk.text(check)
    assert Words.objects.count() == 0


def test_a_choice_that_is_skipped_is_not_sent(visitor, page):
    walk.begin(visitor, page)

    walk.answer(visitor, page, 1, ids(page, "one")[0], go="skip")
    walk.send(visitor, page)

    assert Answer.objects.count() == 0


@pytest.mark.parametrize(
    ("go", "text", "is_sent"),
    [
        ("back", "Typed", False),
        ("stop", "Typed", False),
        ("back", "More", True),
        ("next", "Typed", True),
    ],
)
def test_what_was_skipped_stays_so_until_next_or_a_change(visitor, page, go, text, is_sent):
    walk.begin(visitor, page)
    walk.answer(visitor, page, 4, "Typed", go="skip")

    walk.answer(visitor, page, 4, text, go=go)
    walk.send(visitor, page)

    assert Words.objects.filter(text=text).exists() is is_sent


def test_the_page_to_check_shows_every_answer_and_what_was_skipped(visitor, page):
    walk.begin(visitor, page)
    walk.answer(visitor, page, 1, ids(page, "one")[1])
    walk.answer(visitor, page, 4, "Fine", may_show="on")
    walk.answer(visitor, page, 5, "Private")

    shown = walk.text(visitor.get(walk.address(page, "check")))

    assert "All right? No Change All right?" in shown
    assert "Which? You skipped this." in shown
    assert "One word? Fine You said that we can show these words." in shown
    assert "Tell us more. Private We will not publish these words. The people who" in shown


def test_who_changes_an_answer_from_there_comes_back_there(visitor, page):
    walk.begin(visitor, page)
    change = f"{walk.address(page, 4)}?from=check"

    led_to = visitor.post(change, {"answer": "Better", "go": "next"}).url

    assert change in visitor.get(walk.address(page, "check")).content.decode()
    assert led_to == walk.address(page, "check")


def test_an_empty_submission_is_accepted_and_thanked(visitor, page):
    walk.begin(visitor, page)

    thanks = visitor.get(walk.send(visitor, page).url)

    assert "Thank you You skipped every question, and that is fine." in walk.text(thanks)
    assert "We have your answers" not in walk.text(thanks)
    assert Response.objects.get().answers.count() == 0


@pytest.mark.parametrize(("number", "given"), [(1, "a choice"), (4, "Fine")])
def test_one_answer_is_enough_to_have_answers(visitor, page, number, given):
    walk.begin(visitor, page)
    walk.answer(visitor, page, number, ids(page, "one")[0] if number == 1 else given)

    thanks = visitor.get(walk.send(visitor, page).url)

    assert "Thank you. We have your answers." in walk.text(thanks)


def test_an_adult_learns_at_once_how_to_speak_for_a_child(visitor, page):
    shown = walk.text(visitor.get(walk.address(page)))

    assert "Answering for a child? Choose the child's age." in shown


def test_where_no_child_is_asked_nobody_answers_for_one(visitor):
    page = make.consultation(roles=["parent"], bands=[])

    assert "Answering for a child?" not in walk.text(visitor.get(walk.address(page)))


def test_the_youngest_are_asked_with_a_grown_up(visitor):
    page = make.consultation(bands=["0-5", "6-9"])

    assert "I am 5 or younger, with a grown-up" in walk.text(visitor.get(walk.address(page)))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (2, "Choose as many as you like."),
        (4, "A few words are enough. Spelling does not matter."),
        (5, "You can write as much or as little as you like. Spelling does not matter."),
    ],
)
def test_each_kind_says_how_much_is_wanted(visitor, page, number, said):
    walk.begin(visitor, page)

    assert said in walk.text(visitor.get(walk.address(page, number)))


@pytest.mark.parametrize("number", [0, 6, 10**20])
def test_a_question_that_there_is_not_leads_to_the_page_to_check(visitor, page, number):
    walk.begin(visitor, page)

    assert visitor.get(walk.address(page, number)).url == walk.address(page, "check")


@pytest.mark.parametrize("step", [1, "check"])
def test_nobody_answers_before_they_agree(visitor, page, step):
    visitor.post(walk.address(page), {"who": "parent:"})

    assert visitor.get(walk.address(page, step)).url == walk.address(page, "agree")
    assert walk.send(visitor, page).url == walk.address(page, "agree")


def test_a_child_says_whose_words_they_are_before_agreeing(visitor, page):
    visitor.post(walk.address(page), {"who": "child:6-9"})

    assert visitor.get(walk.address(page, "agree")).url == walk.address(page, "voice")


@pytest.mark.parametrize("step", ["voice", "agree", 1, "check", "stop"])
def test_who_comes_by_a_link_in_the_middle_starts_at_the_first_page(page, step):
    assert Client().get(walk.address(page, step)).url == walk.address(page)


def test_going_on_at_once_leads_to_where_one_was(client, page):
    walk.begin(client, page)
    walk.answer(client, page, 1, ids(page, "one")[0], go="stop")

    shown = client.get(walk.address(page, "stop"))

    assert f'href="{walk.address(page, 2)}"' in shown.content.decode()
