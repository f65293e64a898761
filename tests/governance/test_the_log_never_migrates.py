"""The table of entries is never migrated again: a table that stays as it is keeps its guards."""

from pathlib import Path

import pytest
from django.apps import apps

from governance.models import LogEntry

ROOMS = ("consultations", "feedback", "governance", "heard")
FIRST = Path("governance/migrations/0001_initial.py")


def touches(source: str) -> bool:
    """Whether a migration says anything of the table of entries."""
    return "logentry" in source.lower()


def later_migrations() -> list[Path]:
    """Every migration of ours but the one that made the table."""
    folders = [Path(apps.get_app_config(room).path) / "migrations" for room in ROOMS]
    files = [file for folder in folders for file in sorted(folder.glob("[0-9]*.py"))]
    return [file for file in files if file.parts[-3:] != FIRST.parts]


@pytest.mark.parametrize("migration", later_migrations(), ids=lambda file: f"{file.parts[-3:]}")
def test_no_migration_after_the_first_touches_the_table_of_entries(migration):
    assert not touches(migration.read_text())


@pytest.mark.parametrize(
    "operation",
    [
        "migrations.AddField(model_name='logentry', name='note', field=models.TextField())",
        "migrations.RenameModel('LogEntry', 'Entry')",
        "migrations.RunSQL('ALTER TABLE governance_logentry ADD note text')",
    ],
)
def test_such_a_migration_would_be_seen(operation):
    assert touches(operation)


def test_an_entry_has_its_final_columns():
    columns = [field.column for field in LogEntry._meta.local_fields if field.column]

    assert columns == ["log_id", "index", "leaf", "leaf_hash"]
