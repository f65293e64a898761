"""What the server does for a page whose signal was lost (js/unsent.js)."""

from feedback.models import Draft, Response
from tests import make
from tests.feedback.answering import walk

STEP = {"headers": {"X-Heard-Step": "1"}}


def test_the_script_is_told_where_a_step_leads(visitor):
    page = make.consultation()
    walk.begin(visitor, page)

    told = visitor.post(walk.address(page, 2), {"answer": "Words", "go": "next"}, **STEP)

    assert (told.status_code, told["X-Heard-Next"]) == (204, walk.address(page, "check"))
    assert "no-store" in told["Cache-Control"]
    assert told.cookies["say"].value  # sealed anew, as by any step


def test_a_page_to_read_comes_as_it_is(visitor):
    page = make.consultation()
    walk.begin(visitor, page)

    told = visitor.post(walk.address(page, 2), {"answer": "x" * 5000, "go": "next"}, **STEP)

    assert told.status_code == 422
    assert "X-Heard-Next" not in told


def test_a_step_that_arrives_twice_is_kept_once(visitor):
    page = make.consultation()
    walk.begin(visitor, page)

    for _time in range(2):
        visitor.post(walk.address(page, 2), {"answer": "Words", "go": "next"}, **STEP)

    assert [one["text"] for one in Draft.objects.get().answers.values()] == ["Words"]


def test_sending_that_arrives_twice_makes_one_response(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    walk.answer(visitor, page, 2, "Words")

    told = [visitor.post(walk.address(page, "check"), **STEP) for _time in range(2)]

    assert {one["X-Heard-Next"] for one in told} == {walk.address(page, "thanks")}
    assert Response.objects.count() == 1


def test_the_words_of_the_notice_are_on_the_page_and_hidden(visitor):
    page = make.consultation()
    walk.begin(visitor, page)

    for step in (2, "check"):
        shown = visitor.get(walk.address(page, step)).content.decode()
        assert "That did not send. Your words are still here." in shown
        assert '<div class="problem" hidden data-unsent' in shown
        assert "js/unsent.js" in shown
