"""The finding aid is made from the entries and from nothing else: it can be made again."""

import pytest

from governance.actions.log import rebuild_places
from governance.actions.verifying import verify_log
from governance.models import Log, LogEntry, LogPlace
from heard.time_passing import let_time_pass
from tests import make
from tests.governance import record


def places(log: Log) -> list[tuple]:
    return list(log.places.order_by("index").values_list("index", "type", "subject", "at"))


def test_places_that_are_made_again_are_the_same():
    make.decision()
    log = Log.objects.get()
    before = places(log)

    n_places = rebuild_places(log)

    assert n_places == log.size == 5
    assert places(log) == before


def test_places_that_were_lost_or_falsified_are_right_again():
    make.decision()
    log = Log.objects.get()
    before = places(log)
    LogPlace.objects.filter(index=1).delete()
    LogPlace.objects.filter(index=4).update(subject="decision:another", type="log.note")

    rebuild_places(log)

    assert places(log) == before


def test_places_of_another_log_stay_as_they_are():
    record.note()
    record.note(council=record.another_council())
    ours, other = Log.objects.order_by("pk")
    LogPlace.objects.filter(log=other).update(subject="falsified")

    rebuild_places(ours)

    assert set(other.places.values_list("subject", flat=True)) == {"falsified"}


def test_an_entry_that_was_appended_with_the_aid_made_again_continues_its_thread():
    record.note()
    log = Log.objects.get()
    LogPlace.objects.all().delete()
    rebuild_places(log)

    record.note()

    assert verify_log(Log.objects.get()).ok


@pytest.mark.parametrize("lost", [{}, {"index": 1}], ids=["all", "one"])
def test_a_thread_has_one_beginning_though_its_place_was_lost(lost):
    first = record.facts(record.note())
    LogPlace.objects.filter(**lost).delete()

    second = record.facts(record.note())

    assert second["prev"] == first["seq"]
    assert verify_log(Log.objects.get()).ok


def test_a_tick_enters_nothing_twice_though_the_places_were_lost():
    make.promise(due_on=make.today(-1))
    make.consultation(opens_on=make.today(-9), closes_on=make.today(-1))
    let_time_pass()
    before = record.leaves()
    LogPlace.objects.all().delete()

    let_time_pass()

    assert record.leaves() == before
    assert verify_log(Log.objects.get()).ok


def test_an_entry_that_cannot_be_read_keeps_nobody_from_appending():
    record.note()
    with record.unguarded():
        LogEntry.objects.filter(index=1).update(leaf="{}")
    LogPlace.objects.all().delete()

    record.note(subject="note:2")

    assert record.types() == ["log.created", "unreadable", "log.note"]
