"""Adding an entry to the log of a council."""

import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
import time_machine
from django.db import transaction

from consultations.models import CouncilSettings
from governance.actions.log import ClockWentBack
from governance.log.disclosure import digest
from governance.log.entries import EntryRefused, schema_digest
from governance.log.merkle import leaf_hash
from governance.log.text import Unsealable
from governance.models import Disclosure, Log, LogEntry, LogPlace
from tests import make
from tests.governance import record

NOON = datetime(2027, 3, 1, 12, 0, 0, tzinfo=UTC)


def test_the_first_entry_says_that_the_log_was_created():
    record.note()

    first = record.facts(LogEntry.objects.get(index=0))
    assert first["type"] == "log.created"
    assert first["public"] == {"rules": "acclog-1", "schema": schema_digest()}


def test_a_log_is_created_once():
    for _time in range(3):
        record.note()

    assert record.types() == ["log.created", "log.note", "log.note", "log.note"]


def test_entries_are_numbered_without_a_gap():
    for _time in range(3):
        record.note()

    assert list(LogEntry.objects.values_list("index", flat=True)) == [0, 1, 2, 3]
    assert [json.loads(entry.leaf)["seq"] for entry in LogEntry.objects.all()] == [0, 1, 2, 3]
    assert Log.objects.get().size == 4


def test_two_councils_have_logs_of_their_own():
    other = record.another_council()

    record.note(council=make.council())
    record.note(council=other)
    record.note(council=make.council())

    assert record.types() == ["log.created", "log.note", "log.note"]
    assert record.types(other) == ["log.created", "log.note"]
    assert {log.origin for log in Log.objects.all()} == {
        "localhost/accountability",
        "otherton.example/accountability",
    }


def test_an_entry_names_the_log_that_it_belongs_to():
    other = record.another_council()

    entry = record.note(council=other)

    assert record.facts(entry)["log"] == "otherton.example/accountability"


def test_a_log_takes_its_name_from_the_settings_and_keeps_it():
    settings = CouncilSettings.for_site(make.council())
    settings.log_origin = "larkmere.example/accountability"
    settings.save()
    record.note()

    CouncilSettings.objects.update(log_origin="elsewhere.example/accountability")
    entry = record.note()

    assert record.facts(entry)["log"] == "larkmere.example/accountability"


def test_an_entry_names_the_one_before_it_about_the_same_thing():
    record.note(subject="note:1")
    record.note(subject="note:2")

    again = record.note(subject="note:1")

    assert record.facts(again)["prev"] == 1


def test_the_first_entry_about_something_names_none_before_it():
    record.note(subject="note:1")

    entry = record.note(subject="note:2")

    assert "prev" not in record.facts(entry)


def test_the_thread_of_one_council_does_not_run_into_that_of_another():
    record.note(council=record.another_council(), subject="note:1")

    entry = record.note(council=make.council(), subject="note:1")

    assert "prev" not in record.facts(entry)


def test_an_entry_keeps_the_hash_of_its_exact_bytes():
    entry = record.note()
    entry.refresh_from_db()

    assert bytes(entry.leaf_hash) == leaf_hash(entry.leaf.encode())


def test_the_words_of_an_entry_stand_beside_it_and_not_in_it():
    entry = record.note("The reasons of the panel")

    sealed = Disclosure.objects.get()
    assert "reasons of the panel" not in entry.leaf
    assert sealed.value == "The reasons of the panel"
    assert record.facts(entry)["sealed"] == {
        "words": digest(sealed.salt, "words", "The reasons of the panel")
    }


def test_the_same_words_are_never_sealed_the_same_way():
    first, second = record.note("yes"), record.note("yes")

    assert record.facts(first)["sealed"] != record.facts(second)["sealed"]
    assert len(set(Disclosure.objects.values_list("salt", flat=True))) == 2


def test_a_text_that_is_empty_is_not_sealed():
    entry = record.note(texts={"words": ""})

    assert record.facts(entry)["sealed"] == {}
    assert not Disclosure.objects.exists()


def test_words_are_sealed_with_composed_letters_and_plain_line_ends():
    record.note("cafe\u0301\r\nau lait")

    assert Disclosure.objects.get().value == "caf\u00e9\nau lait"


def test_the_time_of_an_entry_is_when_it_was_appended():
    with time_machine.travel(NOON, tick=False):
        entry = record.note()

    assert record.facts(entry)["at"] == "2027-03-01T12:00:00Z"
    assert Log.objects.get().last_at == NOON


def test_several_entries_may_be_appended_within_a_second():
    with time_machine.travel(NOON, tick=False):
        record.note()
        entry = record.note()

    assert record.facts(entry)["at"] == "2027-03-01T12:00:00Z"


def test_a_clock_that_went_back_appends_nothing():
    with time_machine.travel(NOON, tick=False) as clock:
        record.note()
        before = record.everything()
        clock.shift(-1)

        with pytest.raises(ClockWentBack):
            record.note("words")

    assert record.everything() == before


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"public": {"about": "Emily Smith"}}, EntryRefused),
        ({"public": {"about": "incident", "who": "officer"}}, EntryRefused),
        ({"public": {}}, EntryRefused),
        ({"type": "something.else"}, EntryRefused),
        ({"subject": "Emily Smith"}, EntryRefused),
        ({"texts": {"Not an id": "words"}}, EntryRefused),
        ({"texts": {"words": "turned \u202earound"}}, Unsealable),
        ({"texts": {"words": "a bell \x07"}}, Unsealable),
    ],
)
def test_a_refused_entry_leaves_nothing_behind(facts, refusal):
    with pytest.raises(refusal):
        record.note(**facts)

    assert record.everything() == []


def test_nothing_is_written_when_the_caller_rolls_back():
    record.note()
    before = record.everything()

    with suppress(RuntimeError), transaction.atomic():
        record.note("words")
        raise RuntimeError

    assert record.everything() == before


def test_the_finding_aid_says_where_an_entry_stands():
    with time_machine.travel(NOON, tick=False):
        entry = record.note(subject="note:7")

    place = LogPlace.objects.get(subject="note:7")
    assert (place.log_id, place.index, place.type) == (entry.log_id, 1, "log.note")
    assert place.at == NOON
