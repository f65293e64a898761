"""`manage.py verify_log` says whether anybody has changed or removed what the log says."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from governance.actions.log import head
from governance.log.merkle import leaf_hash
from governance.models import Disclosure, Log, LogEntry, LogPlace
from tests import make
from tests.governance import record

WELL, ALTERED, NOT_CHECKED = 0, 1, 2


def verify(**options) -> tuple[int, str]:
    """The exit code of the command, and what it printed."""
    printed = StringIO()
    with pytest.raises(SystemExit) as left:
        call_command("verify_log", stdout=printed, **options)
    return left.value.code, printed.getvalue()


def alter(index: int, **changes) -> None:
    """Change an entry as somebody does who owns the database."""
    with record.unguarded():
        LogEntry.objects.filter(index=index).update(**changes)


def cut(size: int) -> None:
    """Cut the end of the log off, so that it has `size` entries, and hide that it had more."""
    with record.unguarded():
        LogEntry.objects.filter(index__gte=size).delete()
    Disclosure.objects.filter(index__gte=size).delete()
    LogPlace.objects.filter(index__gte=size).delete()
    Log.objects.update(size=size)


def with_one_other_byte(index: int) -> str:
    """The leaf of an entry with one letter of its type exchanged."""
    leaf = LogEntry.objects.get(index=index).leaf
    return leaf.replace('"type":"d', '"type":"D').replace('"type":"l', '"type":"L')


def test_a_log_that_nobody_touched_is_well():
    make.decision()
    now = head(Log.objects.get())

    code, printed = verify()

    assert code == WELL
    assert printed == f"OK. localhost/accountability: {now.size} entries.\nHead: {now}\n"


def test_a_head_that_was_noted_earlier_still_fits():
    record.note()
    noted = head(Log.objects.get())
    record.note()

    code, printed = verify(head=str(noted))

    assert code == WELL
    assert "Nothing has changed since 2 entries." in printed


@pytest.mark.parametrize("index", [0, 2, 4])
def test_one_changed_byte_is_found_and_its_entry_named(index):
    make.decision()

    alter(index, leaf=with_one_other_byte(index).replace("acclog/1", "acclog/2"))

    code, printed = verify()
    assert code == ALTERED
    assert printed.startswith(f"PROBLEM. localhost/accountability: Entry {index}: ")


def test_one_changed_byte_with_its_hash_mended_is_found_by_the_head():
    make.decision()
    noted = head(Log.objects.get())
    leaf = LogEntry.objects.get(index=4).leaf.replace('"changed"', '"more_work"')

    alter(4, leaf=leaf, leaf_hash=leaf_hash(leaf.encode()))

    assert verify()[0] == WELL  # whoever owns the database can write it anew
    code, printed = verify(head=str(noted))
    assert code == ALTERED
    assert "something among the first 5 entries is not what it was" in printed


def test_a_byte_that_is_no_letter_at_all_is_found_too():
    record.note()

    with record.unguarded():
        if connection.vendor == "sqlite":  # PostgreSQL stores no such bytes
            record.sql(
                'UPDATE governance_logentry SET leaf = CAST(? AS TEXT) WHERE "index" = 1'.replace(
                    "?", "X'7BFF7D'"
                )
            )
        else:
            LogEntry.objects.filter(index=1).update(leaf="{}")

    code, printed = verify()
    assert code == ALTERED
    assert "Entry 1: the stored hash does not match the stored bytes." in printed


def test_a_changed_hash_is_found_and_its_entry_named():
    record.note()

    alter(1, leaf_hash=b"7" * 32)

    code, printed = verify()
    assert code == ALTERED
    assert "Entry 1: the stored hash does not match the stored bytes." in printed


def test_changed_words_are_found_and_their_entry_named():
    record.note("The reasons.")

    with record.unguarded():
        Disclosure.objects.update(value="Other reasons.")

    code, printed = verify()
    assert code == ALTERED
    assert "Entry 1: the stored words are not the words that were sealed (words)." in printed


def test_words_that_were_taken_away_without_a_word_are_found():
    record.note("The reasons.")

    Disclosure.objects.all().delete()

    code, printed = verify()
    assert code == ALTERED
    assert "Entry 1: the sealed words are gone" in printed


def test_an_entry_that_was_taken_out_of_the_middle_is_named():
    for _more in range(3):
        record.note()

    with record.unguarded():
        LogEntry.objects.filter(index=2).delete()

    code, printed = verify()
    assert code == ALTERED
    assert "Entry 2: it is missing." in printed


def test_an_end_that_was_cut_off_is_found_against_the_head_noted_before():
    for _more in range(3):
        record.note()
    noted = head(Log.objects.get())

    cut(2)

    assert verify()[0] == WELL  # a log alone cannot show what it has no trace of
    code, printed = verify(head=str(noted))
    assert code == ALTERED
    assert "Earlier the log had 4 entries, and now it ends after 2" in printed


def test_an_end_that_was_cut_off_carelessly_is_found_without_a_head():
    for _more in range(3):
        record.note()

    with record.unguarded():
        LogEntry.objects.filter(index=3).delete()

    code, printed = verify()
    assert code == ALTERED
    assert "The log says that it has 4 entries, but 3 were found." in printed


def test_every_problem_is_printed():
    for _more in range(3):
        record.note()

    alter(1, leaf_hash=b"7" * 32)
    alter(3, leaf_hash=b"7" * 32)

    printed = verify()[1]
    assert "Entry 1: " in printed
    assert "Entry 3: " in printed


@pytest.mark.parametrize("malformed", ["x", "2", "2:abc", "-1:" + "0" * 64, f"2:{'g' * 64}"])
def test_a_head_that_is_none_is_not_checked(malformed):
    record.note()

    code, printed = verify(head=malformed)

    assert code == NOT_CHECKED
    assert printed.startswith("NOT CHECKED. A head is written as")
    assert "OK" not in printed


def test_there_is_nothing_to_check_before_there_is_a_log():
    assert verify() == (NOT_CHECKED, "NOT CHECKED. There is no log yet.\n")


def test_a_log_of_another_name_is_not_checked():
    record.note()

    assert verify(log="elsewhere") == (NOT_CHECKED, "NOT CHECKED. There is no log of that name.\n")


def test_a_database_that_cannot_be_read_is_not_checked():
    record.note()
    connection.check_constraints()
    record.sql("ALTER TABLE governance_disclosure RENAME TO lost")

    code, printed = verify()

    assert code == NOT_CHECKED
    assert "OK" not in printed


def test_every_log_is_checked():
    record.note(council=record.another_council())
    record.note()

    code, printed = verify()

    assert code == WELL
    assert "OK. localhost/accountability: 2 entries." in printed
    assert "OK. otherton.example/accountability: 2 entries." in printed


def test_one_altered_log_among_several_is_enough():
    record.note()
    other = Log.objects.get()
    record.note(council=record.another_council())

    with record.unguarded():
        LogEntry.objects.filter(log=other, index=1).update(leaf_hash=b"7" * 32)

    code, printed = verify()
    assert code == ALTERED
    assert "PROBLEM. localhost/accountability: Entry 1: " in printed
    assert "OK. otherton.example/accountability" in printed


def test_one_log_can_be_checked_alone_against_its_head():
    record.note(council=record.another_council())
    record.note()
    noted = head(Log.objects.get(origin="localhost/accountability"))

    code, printed = verify(log="localhost/accountability", head=str(noted))

    assert code == WELL
    assert "otherton" not in printed


def test_a_head_is_not_held_against_several_logs():
    record.note(council=record.another_council())
    record.note()
    noted = head(Log.objects.get(origin="localhost/accountability"))

    code, printed = verify(head=str(noted))

    assert code == NOT_CHECKED
    assert "name it with --log" in printed


def test_a_guard_that_is_missing_is_named():
    record.note()
    connection.check_constraints()
    on = " ON governance_logentry" if connection.vendor == "postgresql" else ""
    record.sql(f"DROP TRIGGER heard_log_no_gap{on}")

    code, printed = verify()

    assert code == WELL
    assert "Note: the guard heard_log_no_gap is not in place." in printed
