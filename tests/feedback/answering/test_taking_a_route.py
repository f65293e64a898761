"""Answers decide what is asked next, and no change of mind loses an answer."""

import pytest
from django.test import Client

from feedback.models import Answer, Draft, Response, Words
from tests import make
from tests.feedback.answering import walk
from tests.feedback.listening import counting
from tests.sharing import once_a_file

OPTIONS = [("yes", "Yes"), ("no", "No")]


@once_a_file
def page():
    """Four questions: the second and the third only after yes to the first."""
    after = {"question": "seen", "answers": "yes", "unanswered": False}
    return make.consultation(
        make.block("choose_one", "Seen it?", data_name="seen", options=OPTIONS),
        make.block("short_text", "What was wrong?", data_name="wrong", only_after=after),
        make.block("short_text", "What was right?", data_name="right", only_after=after),
        make.block("long_text", "More?", data_name="more"),
    )


@pytest.fixture
def client(page) -> Client:
    """Somebody who has begun."""
    client = Client()
    walk.begin(client, page)
    return client


@once_a_file
def yes(page) -> str:
    return make.option(page, "seen", "yes")


@once_a_file
def no(page) -> str:
    return make.option(page, "seen", "no")


def kept() -> set:
    """What the draft holds: the texts, and whatever was chosen."""
    answers = Draft.objects.get().answers.values()
    return {answer.get("text", "chosen") for answer in answers}


def test_one_answer_leads_past_the_questions_that_hang_on_another(client, page, no):
    assert "Question 1 of 2" in walk.text(client.get(walk.address(page, 1)))

    walk.answer(client, page, 1, no)

    shown = walk.text(client.get(walk.address(page, 2)))
    assert "Question 2 of 2" in shown
    assert "More?" in shown


def test_another_answer_leads_to_them_and_the_page_counts_what_is_known_now(client, page, yes):
    response = walk.answer(client, page, 1, yes)

    shown = walk.text(client.get(response.url))
    assert response.url == walk.address(page, 2)
    assert "Question 2 of 4" in shown
    assert "What was wrong?" in shown


def test_a_question_that_decides_says_so_and_no_other_does(client, page, yes):
    sentence = "What you choose here can change what we ask next."

    assert sentence in walk.text(client.get(walk.address(page, 1)))
    walk.answer(client, page, 1, yes)
    assert sentence not in walk.text(client.get(walk.address(page, 2)))


def test_what_is_left_behind_is_kept_and_not_sent(client, page, yes, no):
    walk.answer(client, page, 1, yes)
    walk.answer(client, page, 2, "Half of it")
    walk.answer(client, page, 1, no)
    assert kept() == {"chosen", "Half of it"}

    check = walk.text(client.get(walk.address(page, "check")))
    walk.send(client, page)

    assert "Half of it" not in check
    assert not Words.objects.exists()
    response = Response.objects.get()
    assert response.asked == [make.frozen(page, key)["id"] for key in ("seen", "more")]
    assert Answer.objects.get().option_id is not None


def test_a_change_of_mind_and_back_brings_everything_back(client, page, yes, no):
    walk.answer(client, page, 1, yes)
    walk.answer(client, page, 2, "Half of it")
    walk.answer(client, page, 1, no)

    walk.answer(client, page, 1, yes)
    walk.send(client, page)

    assert Words.objects.get().text == "Half of it"
    assert len(Response.objects.get().asked) == 4


def test_an_answer_changed_on_the_check_page_leads_through_what_it_opens(client, page, yes):
    first = client.post(walk.address(page, 1) + "?from=check", {"answer": yes, "go": "next"})
    second = client.post(first.url, {"answer": "This", "go": "next"})
    third = client.post(second.url, {"answer": "That", "go": "next"})

    assert [one.url for one in (first, second, third)] == [
        walk.address(page, 2) + "?from=check",
        walk.address(page, 3) + "?from=check",
        walk.address(page, "check"),
    ]


def test_an_answer_changed_on_the_check_page_that_opens_nothing_leads_back(client, page, yes, no):
    walk.answer(client, page, 1, yes)

    changed = client.post(walk.address(page, 1) + "?from=check", {"answer": no, "go": "next"})
    same = client.post(walk.address(page, 2) + "?from=check", {"answer": "", "go": "skip"})

    assert changed.url == same.url == walk.address(page, "check")


def test_an_answer_from_a_tab_in_which_the_question_had_another_number_is_kept(client, page, yes):
    other_tab = {"question": make.frozen(page, "more")["id"], "answer": "My words", "go": "next"}
    walk.answer(client, page, 1, yes)

    response = client.post(walk.address(page, 2), other_tab)

    assert response.url == walk.address(page, "check")
    assert kept() == {"chosen", "My words"}


def test_an_answer_to_what_is_not_asked_any_more_is_shown_not_kept(client, page, yes, no):
    walk.answer(client, page, 1, yes)
    other_tab = {"question": make.frozen(page, "wrong")["id"], "answer": "Late words"}
    walk.answer(client, page, 1, no)

    response = client.post(walk.address(page, 2), other_tab)

    assert response.status_code == 409
    assert "Late words" in walk.text(response)
    assert kept() == {"chosen"}


def test_who_comes_back_goes_on_at_a_question_that_was_opened(client, page, yes):
    walk.answer(client, page, 1, yes)

    assert walk.use_words(walk.words_in(client)).url == walk.address(page, 2)


def test_every_step_of_a_route_takes_at_most_five_statements(
    client, page, yes, django_assert_max_num_queries
):
    for number, answer in ((1, yes), (2, "This"), (3, "That"), (4, "More")):
        with django_assert_max_num_queries(5):
            client.get(walk.address(page, number))
        with django_assert_max_num_queries(5):
            walk.answer(client, page, number, answer)


def test_a_reader_sees_the_question_that_a_routed_answer_is_to(page, yes):
    from feedback.asked import question_as_read

    words = make.response(page, seen="yes", wrong=("Half of it", False)).words.get()

    assert question_as_read(words) == "What was wrong?"


def test_a_table_never_tells_how_many_gave_the_answer_that_another_hides():
    after = {"question": "heard", "answers": "yes", "unanswered": False}
    page = make.closed_consultation(
        make.block("choose_one", "Heard?", data_name="heard", options=["Yes", "No", "Not sure"]),
        make.block("choose_one", "By whom?", data_name="who", options=OPTIONS, only_after=after),
    )
    make.responses(page, 12, heard="yes", who="yes")
    counting.crowd(page, "13-15", no=13, not_sure=2)

    hidden = counting.table(page, "heard")["rows"][0]["cells"]
    then = counting.table(page, "who")

    assert None in hidden
    assert then["refused"]
    assert counting.shown(then) == [("13-15", [None, None], None)]


def test_a_table_that_gives_nothing_away_is_shown():
    after = {"question": "heard", "answers": "yes", "unanswered": False}
    page = make.closed_consultation(
        make.block("choose_one", "Heard?", data_name="heard", options=OPTIONS),
        make.block("choose_one", "By whom?", data_name="who", options=OPTIONS, only_after=after),
    )
    make.responses(page, 7, heard="yes", who="yes")
    make.responses(page, 6, heard="yes", who="no")
    make.responses(page, 8, heard="no")

    assert counting.shown(counting.table(page, "who")) == [("13-15", [7, 6], 13)]
