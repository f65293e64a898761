"""While nobody is there to read, no page has room for words. What was written is not lost."""

from consultations.models import ReadingCover
from tests import make, planned
from tests.feedback.answering import walk

HIDDEN = "Nobody is there to read your own words just now."


def gap() -> None:
    """Somebody falls ill, and nobody stands in."""
    ReadingCover.objects.all().delete()


def test_questions_with_answers_to_choose_go_on(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    gap()

    html = visitor.get(walk.address(page, 1)).content.decode()

    assert HIDDEN not in html
    assert 'type="radio"' in html


def test_no_page_has_room_for_words(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    gap()

    html = visitor.get(walk.address(page, 2)).content.decode()

    assert HIDDEN in html
    assert "<textarea" not in html


def test_there_is_room_again_when_somebody_is_there(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    gap()
    planned.cover()

    assert "<textarea" in visitor.get(walk.address(page, 2)).content.decode()


def test_what_was_written_before_is_kept_and_can_be_sent(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    walk.answer(visitor, page, 2, "I wrote this before.")
    gap()

    response = visitor.get(walk.address(page, 2))
    visitor.post(walk.address(page, 2), {"go": "next", "unread": "1"})

    assert "What you gave us here before is kept." in walk.text(response)
    assert "I wrote this before." in walk.text(visitor.get(walk.address(page, "check")))


def test_what_was_being_written_when_the_gap_came_is_not_lost(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    gap()

    walk.answer(visitor, page, 2, "I was writing this.")

    assert "I was writing this." in walk.text(visitor.get(walk.address(page, "check")))


def test_one_goes_on_past_a_question_without_room(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    gap()

    response = visitor.post(walk.address(page, 2), {"go": "next", "unread": "1"})

    assert response.url == walk.address(page, "check")
