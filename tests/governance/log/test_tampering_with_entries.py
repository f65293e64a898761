"""Every hand laid on the entries is named, and nothing else is (4.2)."""

import json

import pytest

from governance.log.verify import Stored
from tests.governance.log.small_log import SHA, lawful_log

HASH = "the stored hash does not match the stored bytes."
GONE = "the sealed words are gone, and no later entry says that they were removed"
THREAD = "as the one before it on the same subject, but"
TAMPERINGS = []


def sight(log, what, *, of, subject="dec-1"):
    """Append that a decision went out of sight, or came back; the number of the entry."""
    public = {"kind": "decision", "page": subject, "entry": of}
    return log.add(f"publication.{what}", subject, public)


def tampering(lay_hands_on):
    """Marks a function that changes a lawful log and says which problems must be found."""
    TAMPERINGS.append(lay_hands_on)
    return lay_hands_on


@tampering
def edit_open_fact(log):
    log.rewrite(4, rehash=False, public={"from": "agreed", "to": "checked"})
    return [f"Entry 4: {HASH}"]


@tampering
def edit_stored_hash(log):
    log.stored[4] = Stored(4, log.stored[4].leaf, bytes(32))
    return [f"Entry 4: {HASH}"]


@tampering
def withhold_later(log):
    log.rewrite(3, rehash=False, withheld=["exact_count", "reasons"])
    del log.words[3, "reasons"]
    return [f"Entry 3: {HASH}"]


@tampering
def break_one_entry(log):
    log.put(4, b"not an entry", rehash=False)
    return [f"Entry 4: {HASH}", "Entry 4: it breaks a rule. The bytes are not JSON."]


@tampering
def add_spaces(log):
    log.put(4, json.dumps(json.loads(log.stored[4].leaf)).encode(), rehash=True)
    return ["Entry 4: it breaks a rule. The bytes are not in canonical form."]


@tampering
def smuggle_key(log):
    log.put(4, log.stored[4].leaf.replace(b'{"at":', b'{"at":"","at":', 1), rehash=True)
    return ["Entry 4: it breaks a rule. A key stands twice in the same object."]


@tampering
def write_words_in_the_open(log):
    log.rewrite(4, public={"from": "agreed", "to": "checked", "note": "mia"})
    return [
        "Entry 4: it breaks a rule. The open part of decision.status_changed has a key that its "
        "type does not know."
    ]


@tampering
def unknown_type(log):
    log.rewrite(4, type="decision.hidden")
    return ["Entry 4: it breaks a rule. The type of the entry is not one that the log knows."]


@tampering
def take_out_of_sight_twice(log):
    sight(log, "withdrawn", of=2)
    sight(log, "withdrawn", of=2)
    return ["Entry 9: it takes out of sight what was out of sight already."]


@tampering
def bring_back_what_was_in_sight(log):
    sight(log, "restored", of=2)
    return ["Entry 8: it brings back what entry 2 did not take out of sight."]


@tampering
def bring_back_twice(log):
    withdrawn = sight(log, "withdrawn", of=2)
    sight(log, "restored", of=withdrawn)
    sight(log, "restored", of=withdrawn)
    return ["Entry 10: it brings back what entry 8 did not take out of sight."]


@tampering
def bring_back_something_else(log):
    withdrawn = sight(log, "withdrawn", of=2)
    sight(log, "restored", of=withdrawn, subject="dec-2")
    return ["Entry 9: it brings back what entry 8 did not take out of sight."]


@tampering
def delete_one(log):
    del log.stored[1]
    return ["Entry 1: it is missing."]


@tampering
def delete_two(log):
    del log.stored[1:3]
    return [
        "Entries 1 to 2: they are missing.",
        f"Entry 3: it names entry 2 {THREAD} there is none.",
    ]


@tampering
def delete_the_first(log):
    del log.stored[0]
    return ["Entry 0: it is missing.", f"Entry 6: it names entry 0 {THREAD} there is none."]


@tampering
def delete_and_renumber_rows(log):
    del log.stored[6]
    del log.words[6, "words"]
    log.renumber()
    return ["Entry 6: it says of itself that it is entry 7."]


@tampering
def swap_rows(log):
    log.stored[1], log.stored[2] = log.stored[2], log.stored[1]
    return [
        "Entry 1: it is missing.",
        "Entry 1: it is out of order, or stands twice.",
        "Entry 1: its time, 2026-12-01T09:00:01Z, is before that of the entry before it.",
    ]


@tampering
def swap_contents(log):
    log.stored[1], log.stored[2] = log.stored[2], log.stored[1]
    log.renumber()
    return [
        "Entry 1: it says of itself that it is entry 2.",
        "Entry 2: it says of itself that it is entry 1.",
        "Entry 2: its time, 2026-12-01T09:00:01Z, is before that of the entry before it.",
        f"Entry 3: it names entry 2 {THREAD} that is entry 1.",
    ]


@tampering
def last_row_twice(log):
    log.stored.append(log.stored[-1])
    return [
        "Entry 7: it is out of order, or stands twice.",
        f"Entry 7: it names entry 5 {THREAD} that is entry 7.",
    ]


@tampering
def last_leaf_twice(log):
    log.stored.append(Stored(8, log.stored[-1].leaf, log.stored[-1].leaf_hash))
    return [
        "Entry 8: it says of itself that it is entry 7.",
        f"Entry 8: it names entry 5 {THREAD} that is entry 7.",
    ]


@tampering
def entry_of_another_log(log):
    log.rewrite(4, log="other.example/log")
    return ["Entry 4: it belongs to another log, other.example/log."]


@tampering
def begin_otherwise(log):
    log.rewrite(0, type="log.note", public={"about": "start"})
    return ["Entry 0: the first entry must say that the log was created."]


@tampering
def create_again(log):
    log.add("log.created", "log", {"rules": "rules-2", "schema": SHA})
    return ["Entry 8: only the first entry can say that the log was created."]


@tampering
def drop_a_step(log):
    log.rewrite(4, prev=2)
    return [f"Entry 4: it names entry 2 {THREAD} that is entry 3."]


@tampering
def forget_the_past(log):
    log.rewrite(4, prev=None)
    return [f"Entry 4: it names no earlier entry {THREAD} that is entry 3."]


@tampering
def invent_a_past(log):
    log.rewrite(1, prev=0)
    return [f"Entry 1: it names entry 0 {THREAD} there is none."]


@tampering
def change_subject(log):
    log.rewrite(7, subject="dec-9", prev=None)
    log.add("log.note", "dec-1", {"about": "later"})
    log.rewrite(8, prev=7)
    return [f"Entry 8: it names entry 7 {THREAD} that is entry 5."]


@tampering
def set_the_clock_back(log):
    log.rewrite(4, at="2026-12-01T08:59:59Z")
    return ["Entry 4: its time, 2026-12-01T08:59:59Z, is before that of the entry before it."]


@tampering
def set_the_clock_forward(log):
    log.rewrite(4, at="2027-12-01T09:00:00Z")
    return ["Entry 5: its time, 2026-12-01T09:00:05Z, is before that of the entry before it."]


@tampering
def several_at_once(log):
    log.put(2, b"{}", rehash=True)
    log.rewrite(4, rehash=False, public={"from": "agreed", "to": "checked"})
    del log.words[6, "words"]
    return [
        "Entry 2: it breaks a rule. The entry lacks at.",
        f"Entry 4: {HASH}",
        f"Entry 6: {GONE} (words).",
    ]


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: tamper.__name__)
def test_what_was_done_to_the_log_is_named_and_nothing_else(tamper):
    log = lawful_log()

    expected = tamper(log)

    report = log.check()
    assert list(report.problems) == expected
    assert not report.ok
    assert report.size == len(log.stored)
