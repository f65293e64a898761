"""A consultation that closes and a promise that is not kept go into the log by themselves."""

import pytest
import time_machine

from consultations.models import Consultation
from governance.actions.promises import keep_promise
from governance.actions.recording import record_closings, record_missed_promises
from governance.models import DecisionPage, Promise
from tests import make
from tests.governance import record


def keep(promise, *, on=0):
    """Say today that a promise was kept."""
    return keep_promise(
        promise=promise,
        by=make.staff("decision_maker"),
        evidence="The form is in use.",
        kept_on=make.today(on),
        today=make.today(),
    )


def test_a_consultation_whose_last_day_has_passed_is_entered_as_closed():
    page = make.closed_consultation(closes_on=make.today(-1))

    n_entered = record_closings(today=make.today())

    entry = record.last()
    assert n_entered == 1
    assert entry["type"] == "consultation.closed"
    assert entry["subject"] == f"consultation:{page.translation_key}"
    assert entry["public"] == {
        "consultation": str(page.translation_key),
        "edition": 1,
        "closed_on": make.today(-1).isoformat(),
    }
    assert record.texts(entry["seq"]) == {"title": page.title}


def test_a_consultation_is_open_on_its_last_day():
    make.consultation(closes_on=make.today())

    assert record_closings(today=make.today()) == 0


def test_a_consultation_closes_once():
    make.closed_consultation()
    record_closings(today=make.today())

    assert record_closings(today=make.today(1)) == 0
    assert record.types().count("consultation.closed") == 1


def test_a_consultation_that_is_opened_again_closes_again():
    page = make.closed_consultation(closes_on=make.today(-7))
    record_closings(today=make.today())
    page.closes_on = make.today(-1)
    page.save_revision().publish()

    assert record_closings(today=make.today()) == 1
    assert record.last("consultation.closed")["public"]["closed_on"] == make.today(-1).isoformat()
    assert record_closings(today=make.today()) == 0


def test_a_consultation_that_was_never_entered_as_opened_does_not_close():
    page = make.draft_consultation()
    Consultation.objects.create(
        pk=page.translation_key,
        council=make.council(),
        opens_on=make.today(-9),
        closes_on=make.today(-2),
        findings_by=make.today(),
        decision_by=make.today(),
    )

    assert record_closings(today=make.today()) == 0


def test_each_council_s_consultations_close_in_its_own_log():
    page = make.closed_consultation()
    other = record.another_council()
    record.note(council=other)

    record_closings(today=make.today())

    assert record.types(other) == ["log.created", "log.note"]
    assert record.last()["subject"] == f"consultation:{page.translation_key}"


def test_a_kept_promise_is_entered_with_what_shows_it():
    promise = make.promise()

    keep(promise, on=-1)

    entry = record.last()
    assert entry["type"] == "promise.kept"
    assert entry["subject"] == f"promise:{promise.key}"
    assert entry["public"] == {
        "promise": str(promise.key),
        "decision": str(promise.page.translation_key),
        "due_on": promise.due_on.isoformat(),
        "kept_on": make.today(-1).isoformat(),
    }
    assert record.texts(entry["seq"]) == {
        "evidence": "The form is in use.",
        "promise": promise.text,
    }


def test_a_promise_that_is_late_is_entered_as_missed():
    promise = make.promise(due_on=make.today(-1))

    n_entered = record_missed_promises(today=make.today())

    entry = record.last()
    assert n_entered == 1
    assert entry["type"] == "promise.missed"
    assert entry["subject"] == f"promise:{promise.key}"
    assert entry["public"] == {
        "promise": str(promise.key),
        "decision": str(promise.page.translation_key),
        "due_on": make.today(-1).isoformat(),
    }
    assert record.texts(entry["seq"]) == {"promise": promise.text}


@pytest.mark.parametrize("due", [0, 1, 30])
def test_a_promise_is_not_missed_on_its_day_or_before(due):
    make.promise(due_on=make.today(due))

    assert record_missed_promises(today=make.today()) == 0


def test_a_promise_that_was_kept_in_time_is_not_missed():
    promise = make.promise(due_on=make.today(1))
    keep(promise)

    assert record_missed_promises(today=make.today(9)) == 0


def test_a_promise_is_missed_once():
    make.promise(due_on=make.today(-1))
    record_missed_promises(today=make.today())

    assert record_missed_promises(today=make.today(1)) == 0


def test_a_missed_promise_stays_missed_after_it_is_kept_late():
    promise = make.promise(due_on=make.today(-1))
    record_missed_promises(today=make.today())

    keep(promise)

    assert record.types()[-2:] == ["promise.missed", "promise.kept"]
    assert record_missed_promises(today=make.today(9)) == 0


def test_a_promise_of_a_draft_cannot_be_missed():
    make.draft_decision(promises=[{"due_on": make.today(-1)}])

    assert record_missed_promises(today=make.today()) == 0


def unpublish(promise):
    DecisionPage.objects.get(pk=promise.page_id).unpublish()


def remove(promise):
    Promise.objects.all().delete()


def move(promise):
    Promise.objects.update(due_on=make.today(900))


@pytest.mark.parametrize("suppress", [unpublish, remove, move])
def test_nobody_keeps_a_missed_promise_out_of_the_log(suppress):
    promise = make.promise(due_on=make.today(-1))

    suppress(promise)

    assert record_missed_promises(today=make.today()) == 1
    assert record.last()["subject"] == f"promise:{promise.key}"


def test_promises_are_missed_on_the_day_after_even_when_nobody_does_anything():
    make.promise(due_on=make.today(3))

    with time_machine.travel(make.noon(make.today(4))):
        n_entered = record_missed_promises(today=make.today())

    assert n_entered == 1


def test_every_late_promise_of_a_decision_is_entered():
    make.decision(promises=[{"due_on": make.today(-2)}, {"due_on": make.today(-9)}])

    record_missed_promises(today=make.today())

    assert record.types()[-2:] == ["promise.missed", "promise.missed"]
    assert record.last()["public"]["due_on"] == make.today(-2).isoformat()
