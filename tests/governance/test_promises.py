"""Where a promise stands, worked out from its dates, and keeping it."""

import pytest
import time_machine

from governance.actions.promises import (
    AlreadyKept,
    NotPublic,
    NotYet,
    NotYours,
    keep_promise,
)
from governance.models import Promise, PromiseUpdate
from tests import make
from tests.governance import record

STATES = [
    # due, kept, then today: state and days late
    (0, None, "due", 0),
    (1, None, "due", 0),
    (-1, None, "late", 1),
    (-40, None, "late", 40),
    (0, 0, "kept", 0),
    (5, 0, "kept", 0),
    (-3, -3, "kept", 0),
    (-3, -4, "kept", 0),
    (-3, -2, "kept_late", 1),
    (-40, 0, "kept_late", 40),
]


def promise_due(due: int, kept: int | None = None) -> Promise:
    """A promise that is not in the database, as so many days from today."""
    promise = Promise(due_on=make.today(due))
    if kept is not None:
        promise.keeping = PromiseUpdate(promise=promise, kept_on=make.today(kept))
    return promise


def keep(promise, **more):
    facts = {
        "by": make.staff("decision_maker"),
        "evidence": "It is in use.",
        "kept_on": make.today(),
        "today": make.today(),
    }
    return keep_promise(promise=promise, **(facts | more))


@pytest.mark.parametrize(("due", "kept", "state", "days"), STATES)
def test_where_a_promise_stands_follows_from_its_dates(due, kept, state, days):
    promise = promise_due(due, kept)

    assert (promise.state, promise.days_late) == (state, days)


def test_a_promise_that_was_kept_late_stays_as_late_as_it_was():
    promise = promise_due(-3, kept=-2)

    with time_machine.travel(make.noon(make.today(50))):
        assert (promise.state, promise.days_late) == ("kept_late", 1)


def test_late_promises_are_those_past_their_day_that_nobody_kept():
    late = make.promise(due_on=make.today(-1))
    make.promise(due_on=make.today())
    keep(make.promise(due_on=make.today(-1)))

    assert list(Promise.objects.late(make.today())) == [late]


def test_only_promises_of_published_decisions_are_public():
    public = make.promise()
    make.draft_decision()

    assert list(Promise.objects.public()) == [public]


def test_a_kept_promise_says_when_what_shows_it_and_who_said_so():
    grace, promise = make.staff("decision_maker"), make.promise()

    keep(promise, by=grace, evidence="  It is in use. ", kept_on=make.today(-1))

    kept = PromiseUpdate.objects.get(promise=promise)
    assert (kept.kept_on, kept.evidence) == (make.today(-1), "It is in use.")
    assert kept.recorded_by == grace


@pytest.mark.parametrize(
    "roles",
    [
        (),
        ("participation",),
        ("approver",),
        ("governance",),
        ("reader",),
        ("safeguarding",),
        ("analyst",),
        ("councillor",),
    ],
)
def test_only_a_decision_maker_says_that_a_promise_was_kept(roles):
    promise = make.promise()

    with pytest.raises(NotYours):
        keep(promise, by=make.staff(*roles))


def test_the_decision_maker_of_another_council_does_not_say_it():
    promise = make.promise()
    group = record.another_council().roles.get(role="decision_maker").group
    stranger = make.staff()
    stranger.groups.add(group)

    with pytest.raises(NotYours):
        keep(promise, by=stranger)


def test_whoever_looks_after_accounts_does_not_say_it():
    promise = make.promise()

    with pytest.raises(NotYours):
        keep(promise, by=make.superuser())


def test_a_promise_is_kept_once():
    promise = make.promise()
    keep(promise)

    with pytest.raises(AlreadyKept):
        keep(promise)

    assert record.types().count("promise.kept") == 1


@pytest.mark.parametrize(
    "facts",
    [{"kept_on": make.today(1)}, {"evidence": ""}, {"evidence": " \n "}],
    ids=["a day to come", "no evidence", "empty evidence"],
)
def test_a_promise_is_kept_on_a_day_that_has_come_and_shown_by_something(facts):
    promise = make.promise()

    with pytest.raises(NotYet):
        keep(promise, **facts)

    assert promise.kept is None


def test_a_promise_of_a_draft_is_not_kept():
    page = make.draft_decision()

    with pytest.raises(NotPublic):
        keep(page.promises.get())


def test_a_promise_is_not_kept_when_the_log_takes_no_entry():
    promise = make.promise()
    unsealable = "turned \u202earound"

    with pytest.raises(ValueError, match="overrides the direction"):
        keep(promise, evidence=unsealable)

    assert not PromiseUpdate.objects.exists()
