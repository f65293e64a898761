"""The guards of the log: which stand, which are missing, and when they come back."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection

from governance import guards
from governance.models import LogEntry
from tests.governance import record

TABLES = {
    "sqlite": {
        "heard_log_no_update": "governance_logentry",
        "heard_log_no_delete": "governance_logentry",
        "heard_log_no_gap": "governance_logentry",
        "heard_text_no_update": "governance_disclosure",
        "heard_text_no_replace": "governance_disclosure",
    },
    "postgresql": {
        "heard_log_no_change": "governance_logentry",
        "heard_log_no_truncate": "governance_logentry",
        "heard_log_no_gap": "governance_logentry",
        "heard_text_no_update": "governance_disclosure",
        "heard_text_no_truncate": "governance_disclosure",
    },
}[connection.vendor]
# Ways to take a guard away. PostgreSQL can also keep it and let it sleep.
WAYS = {
    "sqlite": ["DROP TRIGGER {name}"],
    "postgresql": [
        "DROP TRIGGER {name} ON {table}",
        "ALTER TABLE {table} DISABLE TRIGGER {name}",
        "ALTER TABLE {table} ENABLE TRIGGER {name}",
        "ALTER TABLE {table} ENABLE REPLICA TRIGGER {name}",
    ],
}[connection.vendor]
each_guard = pytest.mark.parametrize("name", TABLES)
each_way = pytest.mark.parametrize("way", WAYS)


def test_every_guard_stands():
    assert guards.missing() == []


@each_guard
@each_way
def test_a_guard_that_does_not_stand_is_named(name, way):
    record.sql(way.format(name=name, table=TABLES[name]))

    assert guards.missing() == [name]


@each_guard
@each_way
def test_a_guard_is_back_after_migrate_has_run(name, way):
    record.sql(way.format(name=name, table=TABLES[name]))

    call_command("migrate", verbosity=0)

    assert guards.missing() == []


def test_a_guard_that_came_back_refuses_again():
    guards.remove()
    call_command("migrate", verbosity=0)
    record.note()

    with pytest.raises(DatabaseError):
        LogEntry.objects.update(leaf="{}")


@pytest.mark.only_on("sqlite")  # PostgreSQL changes a table where it stands
def test_guards_are_back_after_sqlite_has_made_a_table_anew(on_a_file):
    program = """
from django.core.management import call_command
from django.db import connection
from governance import guards
from governance.models import LogEntry
with connection.schema_editor() as editor:
    editor._remake_table(LogEntry)
print(guards.missing())
call_command("migrate", verbosity=0)
print(guards.missing())
"""

    before, after = on_a_file(program).splitlines()

    assert before == "['heard_log_no_update', 'heard_log_no_delete', 'heard_log_no_gap']"
    assert after == "[]"


def test_guards_are_back_after_they_were_lifted():
    with guards.lifted():
        assert len(guards.missing()) == len(TABLES)

    assert guards.missing() == []


def test_guards_are_back_when_something_fails_while_they_are_lifted():
    with pytest.raises(RuntimeError), guards.lifted():
        raise RuntimeError

    assert guards.missing() == []


def test_putting_guards_in_place_twice_does_no_harm():
    guards.install()
    guards.install()

    assert guards.missing() == []
