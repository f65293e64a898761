"""Whatever is tried, by Django or past it: entries and sealed texts stay as they are."""

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from governance.models import Disclosure, LogEntry
from tests.governance import record

ENTRY = 'INSERT {how} governance_logentry (log_id, "index", leaf, leaf_hash)'
TEXT = 'INSERT {how} governance_disclosure (id, log_id, "index", name, salt, value)'
SEALED = ("7" * 43, "other words")


@pytest.fixture
def entry():
    """The entry that somebody tries to change, with another one before and one after it."""
    record.note("first words")
    entry = record.note("second words")
    record.note("third words")
    return entry


def refused(attempt) -> bool:
    """Whether the attempt fails, and leaves everything as it was."""
    before = record.everything()
    with pytest.raises(DatabaseError), transaction.atomic():
        attempt()
    return record.everything() == before


def put(entry, index=None, how="INTO", then="", row=""):
    """Insert an entry with other bytes by hand."""
    values = [entry.log_id, entry.index if index is None else index, "{}", b"7" * 32]
    start = ENTRY.format(how=how).replace("(log_id", f"({'rowid, ' if row else ''}log_id")
    marks = f"({', '.join(['%s'] * 4)})".replace("(", f"({row}, " if row else "(", 1)
    record.sql(f"{start} VALUES {marks} {then}", *values)


def put_text(text, how="INTO", number=None, then=""):
    """Insert a sealed text with other words by hand."""
    values = [number or text.pk + 99, text.log_id, text.index, text.name, *SEALED]
    marks = ", ".join(["%s"] * 6)
    record.sql(f"{TEXT.format(how=how)} VALUES ({marks}) {then}", *values)


def same_key(entry):
    return LogEntry(log=entry.log, index=entry.index, leaf="{}", leaf_hash=b"7" * 32)


def bulk_update(entry):
    entry.leaf = "{}"
    LogEntry.objects.bulk_update([entry], ["leaf"])


def bulk_create_over(entry):
    LogEntry.objects.bulk_create(
        [same_key(entry)],
        update_conflicts=True,
        unique_fields=["log", "index"],
        update_fields=["leaf"],
    )


def save_again(entry):
    entry.leaf = "{}"
    entry.save()


def update_or_create(entry):
    LogEntry.objects.update_or_create(log=entry.log, index=entry.index, defaults={"leaf": "{}"})


def as_replica(statement):
    """What a superuser does who switches ordinary triggers off."""
    record.sql("SET LOCAL session_replication_role = replica")
    record.sql(statement)


UPSERT = 'ON CONFLICT (log_id, "index") DO UPDATE SET leaf = excluded.leaf'
ATTEMPTS = {
    "update of a queryset": lambda entry: LogEntry.objects.update(leaf="{}"),
    "delete of a queryset": lambda entry: LogEntry.objects.all().delete(),
    "delete of the last": lambda entry: LogEntry.objects.filter(index=3).delete(),
    "delete of one": lambda entry: entry.delete(),
    "bulk update": bulk_update,
    "save of a key that exists": lambda entry: same_key(entry).save(),
    "save of one that was read": save_again,
    "update or create": update_or_create,
    "bulk create with update of conflicts": bulk_create_over,
    "the same number twice": lambda entry: same_key(entry).save(force_insert=True),
    "UPDATE": lambda entry: record.sql("UPDATE governance_logentry SET leaf = '{}'"),
    "UPDATE of the number": lambda entry: record.sql(
        'UPDATE governance_logentry SET "index" = "index" + 10'
    ),
    "DELETE": lambda entry: record.sql("DELETE FROM governance_logentry"),
    "INSERT of the same number": put,
    "INSERT with a gap": lambda entry: put(entry, index=9),
    "INSERT before the first": lambda entry: put(entry, index=-1),
    "ON CONFLICT DO UPDATE": lambda entry: put(entry, then=UPSERT),
}
SQLITE = {
    "INSERT OR REPLACE": lambda entry: put(entry, how="OR REPLACE INTO"),
    "INSERT OR REPLACE of the last": lambda entry: put(entry, index=3, how="OR REPLACE INTO"),
    "UPDATE OR REPLACE": lambda entry: record.sql(
        'UPDATE OR REPLACE governance_logentry SET "index" = 1 WHERE "index" = 2'
    ),
    "INSERT OR REPLACE by the hidden row number": lambda entry: put(
        entry, index=4, how="OR REPLACE INTO", row="2"
    ),
}
POSTGRESQL = {
    "TRUNCATE": lambda entry: record.sql("TRUNCATE governance_logentry"),
    "TRUNCATE of what it rests on": lambda entry: record.sql("TRUNCATE governance_log CASCADE"),
    "MERGE": lambda entry: record.sql(
        "MERGE INTO governance_logentry USING (SELECT 1) AS one ON true "
        "WHEN MATCHED THEN UPDATE SET leaf = '{}'"
    ),
    "UPDATE as a replica": lambda entry: as_replica("UPDATE governance_logentry SET leaf = '{}'"),
    "DELETE as a replica": lambda entry: as_replica("DELETE FROM governance_logentry"),
    "TRUNCATE as a replica": lambda entry: as_replica("TRUNCATE governance_logentry"),
    "INSERT with a gap as a replica": lambda entry: as_replica(
        'INSERT INTO governance_logentry (log_id, "index", leaf, leaf_hash) '
        "SELECT log_id, 9, '{}', leaf_hash FROM governance_logentry LIMIT 1"
    ),
}


ATTEMPTS |= {"sqlite": SQLITE, "postgresql": POSTGRESQL}[connection.vendor]


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_no_entry_is_changed_removed_or_skipped(entry, attempt):
    assert refused(lambda: attempt(entry))


TEXTS = {
    "update of a queryset": lambda text: Disclosure.objects.update(value="other words"),
    "UPDATE of the words": lambda text: record.sql(
        "UPDATE governance_disclosure SET value = 'other words'"
    ),
    "UPDATE of the entry": lambda text: record.sql(
        'UPDATE governance_disclosure SET "index" = "index" + 10'
    ),
    "INSERT of the same name": put_text,
    "ON CONFLICT DO UPDATE": lambda text: put_text(
        text, number=text.pk, then="ON CONFLICT (id) DO UPDATE SET value = excluded.value"
    ),
    "bulk create with update of conflicts": lambda text: Disclosure.objects.bulk_create(
        [Disclosure(pk=text.pk, log=text.log, index=9, name="n", salt="s", value="other words")],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["value"],
    ),
}
TEXTS_ON_SQLITE = {
    "INSERT OR REPLACE by name": lambda text: put_text(text, how="OR REPLACE INTO"),
    "INSERT OR REPLACE by number": lambda text: put_text(
        text, how="OR REPLACE INTO", number=text.pk
    ),
}


TEXTS_ON_POSTGRESQL = {
    "TRUNCATE": lambda text: record.sql("TRUNCATE governance_disclosure"),
    "TRUNCATE as a replica": lambda text: as_replica("TRUNCATE governance_disclosure"),
    "UPDATE as a replica": lambda text: as_replica(
        "UPDATE governance_disclosure SET value = 'other words'"
    ),
}
TEXTS |= {"sqlite": TEXTS_ON_SQLITE, "postgresql": TEXTS_ON_POSTGRESQL}[connection.vendor]


@pytest.mark.parametrize("attempt", TEXTS.values(), ids=TEXTS)
def test_no_sealed_text_is_changed(entry, attempt):
    assert refused(lambda: attempt(Disclosure.objects.get(index=entry.index)))


@pytest.mark.parametrize("model", ["LogEntry", "Disclosure"])
def test_no_backup_is_loaded_over_the_log(entry, model, tmp_path):
    kind = {"LogEntry": LogEntry, "Disclosure": Disclosure}[model]
    one = kind.objects.get(index=entry.index)
    setattr(one, "leaf" if kind is LogEntry else "value", "{}")
    backup = tmp_path / "backup.json"
    backup.write_text(serializers.serialize("json", [one]))

    assert refused(lambda: call_command("loaddata", backup, verbosity=0))


def test_the_database_is_not_flushed(entry):
    before = record.everything()

    with pytest.raises(CommandError), transaction.atomic():
        call_command("flush", interactive=False, verbosity=0)

    assert record.everything() == before


def test_the_next_entry_is_still_taken(entry):
    after = record.note()

    assert after.index == 4
