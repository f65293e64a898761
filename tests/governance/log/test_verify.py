"""What a walk says of a log that is in order, and of heads that were noted earlier."""

import pytest

from governance.log.merkle import root
from governance.log.verify import Disclosed, Head, check
from tests.governance.log.small_log import ORIGIN, lawful_log, redaction

HEX = "9f2c" * 16


def test_a_lawful_log_has_no_problems():
    log = lawful_log()

    report = log.check(size=8, head=log.head(8))

    assert report.problems == ()
    assert report.ok
    assert report.size == 8
    assert report.root == root(one.leaf_hash for one in log.stored)


@pytest.mark.parametrize("size", range(9))
def test_every_head_that_was_ever_noted_still_fits(size):
    log = lawful_log()

    assert log.check(head=log.head(size)).ok


def test_a_log_with_nothing_in_it_has_no_problems():
    report = check(ORIGIN, [], {}, size=0)

    assert report.ok
    assert report.size == 0
    assert report.root == root([])


def test_the_entries_may_come_one_by_one():
    log = lawful_log()

    assert check(ORIGIN, iter(log.stored), log.words).ok


@pytest.mark.parametrize(("value", "ok"), [("7", True), ("8", False)])
def test_withheld_words_may_be_stored_and_then_they_must_match(value, ok):
    log = lawful_log()
    public = {"about": "count"}
    seq = log.add_with("log.note", "log", public, {"count": "7"}, withheld=("count",))
    log.words[seq, "count"] = Disclosed(log.withheld[seq, "count"].salt, value)

    assert log.check().ok == ok


def test_words_that_were_withheld_may_be_removed_openly_as_well():
    log = lawful_log()
    log.add("redaction", "dec-1", redaction(of=3, field="exact_count"))

    assert log.check().ok


def test_the_same_words_may_be_removed_twice():
    log = lawful_log()
    log.add("redaction", "dec-1", redaction(of=4, field="note"))

    assert log.check().ok


def test_two_entries_may_stand_in_the_same_second():
    log = lawful_log()
    log.rewrite(5, at="2026-12-01T09:00:04Z")

    assert log.check().ok


def test_removing_words_openly_changes_no_hash():
    log = lawful_log()
    before = log.head(8)
    log.add("redaction", "dec-1", redaction(of=3, field="reasons"))
    del log.words[3, "reasons"]

    assert log.check(size=9, head=before).ok


def test_a_longer_log_fits_an_earlier_head():
    log = lawful_log()
    before = log.head(8)
    log.add("log.note", "log", {"about": "later"})

    assert log.check(head=before).ok


@pytest.mark.parametrize("size", [0, 1, 143])
def test_a_head_is_read_as_it_is_written(size):
    head = Head.parse(f"{size}:{HEX}")

    assert head == Head(size, bytes.fromhex(HEX))
    assert str(head) == f"{size}:{HEX}"


def test_a_head_may_be_pasted_with_spaces_around_and_in_capitals():
    assert Head.parse(f"  143:{HEX.upper()}\n") == Head.parse(f"143:{HEX}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "143",
        HEX,
        f"143 {HEX}",
        f"143: {HEX}",
        f"-1:{HEX}",
        f"0143:{HEX}",
        f"٣:{HEX}",
        f"{'9' * 16}:{HEX}",
        f"143:{HEX}0",
        f"143:{HEX[:-1]}",
        f"143:{HEX[:-1]}g",
        f"143:{HEX}:1",
    ],
)
def test_a_head_that_is_written_otherwise_is_refused_in_a_sentence(text):
    with pytest.raises(ValueError, match="written as the number of entries, a colon"):
        Head.parse(text)


@pytest.mark.parametrize(("size", "hashed"), [(-1, bytes(32)), (1, bytes(31)), (1, b"")])
def test_an_impossible_head_is_refused(size, hashed):
    with pytest.raises(ValueError, match="from 0 and a root of 32 bytes"):
        Head(size, hashed)


def test_limit_insider_without_memory():
    """Who writes the log can write it anew; a reader with no earlier head sees nothing."""
    log = lawful_log()
    noted = log.head(8)
    log.rewrite(7, public={"decision": "dec-1", "language": "ur"})

    assert log.check(size=8).ok
    assert log.check(size=8, head=noted).problems == (
        "The root noted earlier does not fit: something among the first 8 entries is not what "
        "it was.",
    )


@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        (12, "The log says that it has 12 entries, but 8 were found."),
        (1, "The log says that it has 1 entry, but 8 were found."),
        (0, "The log says that it has 0 entries, but 8 were found."),
    ],
)
def test_the_size_that_the_log_claims_is_compared(size, sentence):
    assert lawful_log().check(size=size).problems == (sentence,)


def test_a_log_that_lost_its_end_is_found_by_its_own_size():
    log = lawful_log()
    del log.stored[7]

    assert log.check().ok  # nothing inside the log can tell
    assert log.check(size=8).problems == ("The log says that it has 8 entries, but 7 were found.",)


def test_a_log_that_lost_its_end_is_found_by_an_earlier_head():
    log = lawful_log()
    noted = log.head(8)
    del log.stored[7]

    assert log.check(size=7, head=noted).problems == (
        "Earlier the log had 8 entries, and now it ends after 7: the end has been cut off.",
    )


def test_an_empty_log_is_found_by_an_earlier_head():
    noted = lawful_log().head(1)

    assert check(ORIGIN, [], {}, head=noted).problems == (
        "Earlier the log had 1 entry, and now it ends after 0: the end has been cut off.",
    )


def test_an_entry_taken_from_the_middle_is_not_called_a_cut_end():
    log = lawful_log()
    noted = log.head(8)
    del log.stored[1]

    assert log.check(head=noted).problems == (
        "Entry 1: it is missing.",
        "The root noted earlier does not fit: something among the first 8 entries is not what "
        "it was.",
    )


@pytest.mark.parametrize(("size", "ok"), [(0, True), (4, True), (5, False), (8, False)])
def test_only_heads_from_the_changed_entry_on_stop_fitting(size, ok):
    log = lawful_log()
    noted = log.head(size)
    log.rewrite(4, public={"from": "agreed", "to": "checked"})

    assert log.check(head=noted).ok == ok


def test_the_root_comes_from_the_bytes_and_not_from_the_stored_hashes():
    log = lawful_log()
    noted = log.head(8)
    log.rewrite(4, rehash=False, public={"from": "agreed", "to": "checked"})

    report = log.check(head=noted)

    assert report.root != noted.root
    assert report.problems == (
        "Entry 4: the stored hash does not match the stored bytes.",
        "The root noted earlier does not fit: something among the first 8 entries is not what "
        "it was.",
    )


def test_a_root_that_the_empty_log_never_had_does_not_fit():
    assert not lawful_log().check(head=Head(0, bytes(32))).ok
