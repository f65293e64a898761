"""The finding aid is made from the entries and from nothing else: it can be made again."""

from governance.actions.log import rebuild_places
from governance.actions.verifying import verify_log
from governance.models import Log, LogPlace
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
