"""Every hand laid on the sealed words is named, and nothing else is (4.2)."""

import pytest

from governance.log.verify import Disclosed, Stored
from tests.governance.log.small_log import lawful_log, redaction

HASH = "the stored hash does not match the stored bytes."
WORDS = "the stored words are not the words that were sealed"
GONE = "the sealed words are gone, and no later entry says that they were removed"
THREAD = "as the one before it on the same subject, but"
TAMPERINGS = []


def tampering(lay_hands_on):
    """Marks a function that changes the words and says which problems must be found."""
    TAMPERINGS.append(lay_hands_on)
    return lay_hands_on


@tampering
def edit_words(log):
    log.words[3, "reasons"] = Disclosed(log.words[3, "reasons"].salt, "Enough were asked.")
    return [f"Entry 3: {WORDS} (reasons)."]


@tampering
def edit_salt(log):
    log.words[3, "reasons"] = Disclosed("other", log.words[3, "reasons"].value)
    return [f"Entry 3: {WORDS} (reasons)."]


@tampering
def exchange_words(log):
    first, second = (3, "reasons"), (4, "evidence")
    log.words[first], log.words[second] = log.words[second], log.words[first]
    return [f"Entry 3: {WORDS} (reasons).", f"Entry 4: {WORDS} (evidence)."]


@tampering
def words_that_are_no_text(log):
    log.words[3, "reasons"] = Disclosed("salt", "\ud800")
    return [f"Entry 3: {WORDS} (reasons)."]


@tampering
def edit_digest(log):
    log.rewrite(4, rehash=False, sealed={"note": "A" * 43, "evidence": "A" * 43})
    return [f"Entry 4: {HASH}", f"Entry 4: {WORDS} (evidence)."]


@tampering
def drop_words(log):
    del log.words[3, "reasons"]
    return [f"Entry 3: {GONE} (reasons)."]


@tampering
def redaction_of_another_text(log):
    log.rewrite(5, rehash=False, public=redaction(of=3, field="exact_count"))
    return [f"Entry 5: {HASH}", f"Entry 4: {GONE} (note)."]


@tampering
def redaction_before_the_entry(log):
    log.rewrite(5, public=redaction(of=6, field="words"))
    return [
        "Entry 5: it breaks a rule. The entry that it points at (entry) must come before it.",
        f"Entry 4: {GONE} (note).",
    ]


@tampering
def redaction_moved_before_the_entry(log):
    log.stored[4], log.stored[5] = (
        Stored(4, log.stored[5].leaf, log.stored[5].leaf_hash),
        Stored(5, log.stored[4].leaf, log.stored[4].leaf_hash),
    )
    log.words[5, "evidence"] = log.words.pop((4, "evidence"))
    return [
        "Entry 4: it says of itself that it is entry 5.",
        f"Entry 4: it names entry 4 {THREAD} that is entry 3.",
        "Entry 5: it says of itself that it is entry 4.",
        f"Entry 5: it names entry 3 {THREAD} that is entry 4.",
        "Entry 5: its time, 2026-12-01T09:00:04Z, is before that of the entry before it.",
        f"Entry 5: {GONE} (note).",
        "Entry 4: it removes words that entry 4 never sealed (note).",
    ]


@tampering
def redaction_that_stands_too_early(log):
    log.rewrite(1, seq=9, type="redaction", public=redaction(of=3, field="reasons"))
    del log.words[3, "reasons"]
    return ["Entry 1: it says of itself that it is entry 9.", f"Entry 3: {GONE} (reasons)."]


@tampering
def redaction_of_nothing(log):
    log.add("redaction", "dec-1", redaction(of=3, field="opinion"))
    return ["Entry 8: it removes words that entry 3 never sealed (opinion)."]


@tampering
def words_still_stored_after_redaction(log):
    log.add("redaction", "dec-1", redaction(of=3, field="reasons"))
    return [
        "Entry 3: the words were removed by a later entry, but they are still stored (reasons)."
    ]


@tampering
def words_under_an_unknown_name(log):
    log.words[3, "opinion"] = Disclosed("salt", "Good.")
    return ["Entry 3: there are stored words that no such entry sealed (opinion)."]


@tampering
def words_of_an_unknown_entry(log):
    log.words[99, "reasons"] = Disclosed("salt", "Good.")
    return ["Entry 99: there are stored words that no such entry sealed (reasons)."]


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: tamper.__name__)
def test_what_was_done_to_the_log_is_named_and_nothing_else(tamper):
    log = lawful_log()

    expected = tamper(log)

    report = log.check()
    assert list(report.problems) == expected
    assert not report.ok
    assert report.size == len(log.stored)
