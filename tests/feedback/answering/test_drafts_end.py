"""What is not sent ends: when its time is over, when somebody leaves, when somebody says no."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from consultations.models import CouncilSettings
from feedback.actions import answering, sending
from feedback.models import Draft
from heard.time_passing import let_time_pass
from tests import make
from tests.feedback.answering import walk

NOON = make.noon(make.today())


def expired() -> str:
    """The words of a draft whose time is over."""
    words = make.draft(make.consultation(), more="My words")
    Draft.objects.update(expires_at=NOON - timedelta(days=2))
    return words


def test_drafts_whose_time_is_over_are_wiped():
    make.draft(make.consultation(), more="My words")

    n_wiped = answering.wipe_expired_drafts(now=NOON + timedelta(hours=24))

    assert n_wiped == 1
    assert not Draft.objects.exists()


def test_drafts_are_kept_until_the_last_moment():
    make.draft(make.consultation(), more="My words")

    n_wiped = answering.wipe_expired_drafts(now=NOON + timedelta(hours=23, minutes=59))

    assert n_wiped == 0
    assert Draft.objects.exists()


def test_a_draft_whose_time_is_over_is_wiped_also_when_its_words_were_shown():
    words = make.draft(make.consultation())
    answering.show_words(words=words, now=NOON)

    answering.wipe_expired_drafts(now=NOON + timedelta(hours=24))

    assert not Draft.objects.exists()


def test_time_wipes_drafts_without_anybody_asking():
    expired()

    assert let_time_pass()["drafts wiped"] == 1
    assert not Draft.objects.exists()


def test_a_draft_that_waits_to_be_wiped_opens_nothing_and_cannot_be_sent():
    words = expired()

    with pytest.raises(answering.NoSuchDraft):
        sending.send(words=words, now=NOON, today=make.today())


def test_hours_that_drafts_are_kept_are_the_councils_setting(visitor):
    council = CouncilSettings.for_site(make.council())
    council.draft_hours = 5
    council.save()
    page = make.consultation()

    visitor.post(walk.address(page), {"who": "parent:"})

    left = Draft.objects.get().expires_at - timezone.now()
    assert timedelta(hours=4, minutes=55) < left <= timedelta(hours=6)


def test_leaving_wipes_a_draft_whose_words_nobody_saw(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    walk.answer(visitor, page, 2, "My words")

    response = visitor.get("/leave/")

    assert response.url == CouncilSettings.for_site(make.council()).leave_to
    assert not Draft.objects.exists()


def test_leaving_keeps_a_draft_that_can_be_come_back_to(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    visitor.get(walk.address(page, "stop"))

    visitor.get("/leave/")

    assert Draft.objects.exists()


def test_leaving_leaves_nothing_in_the_browser(visitor):
    page = make.consultation()
    walk.begin(visitor, page)

    visitor.get("/leave/")

    assert {"say", "csrftoken"} <= set(visitor.cookies)
    assert {cookie.value for cookie in visitor.cookies.values()} == {""}
    assert visitor.get(walk.address(page, 1)).url == walk.address(page)


def test_leaving_wipes_nobody_elses_draft(visitor):
    make.draft(make.consultation())

    answering.leave(words="some other four words")
    visitor.get("/leave/")

    assert Draft.objects.count() == 1


def test_saying_no_keeps_nothing(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    walk.answer(visitor, page, 2, "My words")

    response = visitor.post(walk.address(page, "no-thanks"), follow=True)

    assert "nothing was kept" in walk.text(response)
    assert not Draft.objects.exists()
    assert visitor.cookies["say"].value == ""


def test_saying_no_keeps_nothing_also_when_the_words_were_shown(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    visitor.get(walk.address(page, "stop"))

    visitor.post(walk.address(page, "no-thanks"))

    assert not Draft.objects.exists()


@pytest.mark.parametrize("shown", [True, False])
def test_opening_the_page_of_saying_no_wipes_nothing(visitor, shown):
    page = make.consultation()
    walk.begin(visitor, page)
    if shown:
        visitor.get(walk.address(page, "stop"))

    response = visitor.get(walk.address(page, "no-thanks"))

    assert "There are still answers here that were not sent." in walk.text(response)
    assert "nothing was kept" not in walk.text(response)
    assert Draft.objects.exists()


def test_saying_no_to_one_consultation_wipes_nothing_of_another(visitor):
    page, other = make.consultation(), make.consultation()
    walk.begin(visitor, other)

    visitor.post(walk.address(page, "no-thanks"))

    assert visitor.get(walk.address(other, 1)).status_code == 200


def test_the_button_of_saying_no_posts(visitor):
    page = make.consultation()
    visitor.post(walk.address(page), {"who": "parent:"})

    shown = visitor.get(walk.address(page, "agree")).content.decode()

    assert f'formaction="{walk.address(page, "no-thanks")}">No thanks</button>' in shown
    assert f'href="{walk.address(page, "no-thanks")}"' not in shown


def test_whoever_stops_is_told_the_hour_and_the_day(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    ends = datetime(2031, 11, 26, 18, tzinfo=UTC)
    Draft.objects.update(expires_at=ends)

    shown = walk.text(visitor.get(walk.address(page, "stop")))

    assert "Your answers are kept until 18:00 on 26 November" in shown
    assert "you can go on, on this phone or another, until 18:00 on 26 November." in shown


def test_the_words_come_early_to_somebody_who_stops(visitor):
    page = make.consultation()
    walk.begin(visitor, page)

    stopped = walk.answer(visitor, page, 2, "Half a thought", go="stop")
    shown = walk.text(visitor.get(stopped.url))

    assert stopped.url == walk.address(page, "stop")
    assert walk.words_in(visitor) in shown
    assert [answer["text"] for answer in Draft.objects.get().answers.values()] == ["Half a thought"]


def test_somebody_who_kept_their_words_can_clear_the_page(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    visitor.get(walk.address(page, "stop"))

    response = visitor.get(walk.address(page, "finished"))

    assert "This page is cleared" in walk.text(response)
    assert {cookie.value for cookie in visitor.cookies.values()} == {""}
    assert Draft.objects.exists()
