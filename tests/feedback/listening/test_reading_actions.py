"""What the actions of reading refuse, whoever calls them."""

import pytest

from feedback.actions import concerns, reading
from feedback.models import Concern, Outcome, Reading
from feedback.models.written_once import WrittenDown
from tests import make
from tests.feedback.listening.screens import elsewhere

NOT_READERS = ["participation", "approver", "governance", "analyst", "decision_maker"]


def raise_concern(*, words, by):
    return reading.raise_concern(words=words, by=by, note="")


@pytest.fixture
def concern():
    return raise_concern(words=make.words(), by=make.staff("reader"))


def settle(concern, by):
    return concerns.settle_concern(
        concern=concern, by=by, outcome=Outcome.WELLBEING, action="I called."
    )


@pytest.mark.parametrize("act", [reading.open_words, reading.mark_read, raise_concern])
@pytest.mark.parametrize("role", NOT_READERS)
def test_without_the_role_nobody_reads(act, role):
    words = make.words()

    with pytest.raises(reading.NotYours):
        act(words=words, by=make.staff(role))

    assert not Reading.objects.exists()


@pytest.mark.parametrize("act", [reading.open_words, reading.mark_read, raise_concern])
def test_a_superuser_reads_nothing(act):
    words = make.words()

    with pytest.raises(reading.NotYours):
        act(words=words, by=make.superuser())


@pytest.mark.parametrize("act", [reading.open_words, reading.mark_read, raise_concern])
def test_a_reader_of_another_council_reads_nothing_of_ours(act):
    words = make.words()

    with pytest.raises(reading.NotYours):
        act(words=words, by=elsewhere("reader", "safeguarding"))


@pytest.mark.parametrize("role", ["reader", "analyst", "participation"])
def test_only_the_lead_settles_a_concern(concern, role):
    with pytest.raises(reading.NotYours):
        settle(concern, make.staff(role))

    assert Concern.objects.waiting().count() == 1


def test_the_lead_of_another_council_settles_nothing_of_ours(concern):
    with pytest.raises(reading.NotYours):
        settle(concern, elsewhere("safeguarding"))


def test_a_settled_concern_stays_settled(concern):
    settle(concern, make.staff("safeguarding"))

    with pytest.raises(concerns.AlreadySettled):
        concerns.settle_concern(
            concern=concern,
            by=make.staff("safeguarding"),
            outcome=Outcome.NO_CONCERN,
            action="It was nothing.",
        )

    assert Concern.objects.get().opened("action") == "I called."


def test_a_stale_copy_of_a_concern_does_not_settle_it_twice(concern):
    stale = Concern.objects.get(pk=concern.pk)
    settle(concern, make.staff("safeguarding"))

    with pytest.raises(concerns.AlreadySettled):
        settle(stale, make.staff("safeguarding"))


def test_opening_twice_makes_one_reading():
    words = make.words()

    first = reading.open_words(words=words, by=make.staff("reader"))
    second = reading.open_words(words=words, by=make.staff("reader", again=True))

    assert first == second
    assert Reading.objects.get().opened_by == make.staff("reader")
    assert words.openings.count() == 2


def test_a_text_can_worry_two_people(concern):
    raise_concern(words=concern.words, by=make.staff("safeguarding"))

    assert Concern.objects.waiting().count() == 2


def test_marking_is_no_second_opening():
    words = make.words()
    reading.open_words(words=words, by=make.staff("reader"))

    reading.mark_read(words=words, by=make.staff("reader"))

    assert words.openings.count() == 1


def test_whoever_marked_a_text_puts_it_back():
    words = make.read_words()

    reading.put_back(words=words, by=make.staff("reader"))

    assert list(type(words).objects.unread()) == [words]


def test_nobody_puts_back_what_somebody_else_marked():
    words = make.read_words()

    with pytest.raises(reading.CannotPutBack):
        reading.put_back(words=words, by=make.staff("safeguarding"))


def test_a_text_that_worries_somebody_is_not_put_back(concern):
    with pytest.raises(reading.CannotPutBack):
        reading.put_back(words=concern.words, by=make.staff("reader"))


def test_what_was_never_marked_is_not_put_back():
    with pytest.raises(reading.CannotPutBack):
        reading.put_back(words=make.words(), by=make.staff("reader"))


def test_a_follow_up_needs_an_outcome(concern):
    with pytest.raises(concerns.NotSettled):
        concerns.follow_up(concern=concern, by=make.staff("safeguarding"), note="She called.")


@pytest.mark.parametrize("role", ["reader", "analyst", "participation"])
def test_only_the_lead_follows_up_and_opens_what_else_was_written(concern, role):
    settle(concern, make.staff("safeguarding"))

    with pytest.raises(reading.NotYours):
        concerns.follow_up(concern=concern, by=make.staff(role), note="She called.")
    with pytest.raises(reading.NotYours):
        concerns.open_concern(concern=concern, by=make.staff(role))


def test_openings_and_follow_ups_are_written_once(concern):
    concern = settle(concern, make.staff("safeguarding"))
    note = concerns.follow_up(concern=concern, by=make.staff("safeguarding"), note="She called.")

    for row in (note, concern.words.openings.first()):
        for change in (row.save, row.delete):
            with pytest.raises(WrittenDown):
                change()
