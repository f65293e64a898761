"""The database itself refuses to change what was recorded about a worry (requirement S6).

What was raised stays as it was; an outcome stays once it is there, with everything that was written
down with it; later lines are added and never changed; a frozen picture is not let go by deleting.
Put back after every migration, because Django's way of changing a table on SQLite drops triggers
without a word. Answers that are taken back still unlink a concern from its words, and a picture is
moved when it is frozen: those columns are free.
"""

from typing import Any

from django.db import connections, router

from consultations.triggers import Triggers

CONCERNS, FREEZINGS = "feedback_concern", "feedback_freezing"
WRITTEN = ("feedback_followup", "feedback_handingover", "feedback_concernopening")
RAISED = (
    "id",
    "council_id",
    "raised_by_id",
    "raised_at",
    "sealed_words",
    "sealed_note",
    "sealed_about",
)
SETTLED = (
    "outcome",
    "category",
    "about_writer",
    "about_another",
    "others_at_risk",
    "aware_at",
    "told_at",
    "acted_at",
    "recorded_at",
    "acted_by_id",
    "sealed_action",
    "sealed_reference",
    "sealed_pattern",
)


def _changed(columns: tuple[str, ...], differs: str) -> str:
    return " OR ".join(f"NEW.{one} {differs} OLD.{one}" for one in columns)


def _changes(differs: str) -> str:
    """Whether an update changes what was raised, or an outcome that stands."""
    settled = f"(OLD.outcome <> '' AND ({_changed(SETTLED, differs)}))"
    return f"{_changed(RAISED, differs)} OR {settled}"


def _guards(differs: str) -> dict[str, tuple[str, str]]:
    """Name: the table, and what it refuses there."""
    refused = {
        "heard_concern_no_change": (CONCERNS, f"BEFORE UPDATE {{on}} WHEN ({_changes(differs)})"),
        "heard_concern_no_delete": (CONCERNS, "BEFORE DELETE {on} WHEN (OLD.outcome <> '')"),
        "heard_frozen_no_delete": (
            FREEZINGS,
            "BEFORE DELETE {on} WHEN (OLD.released_at IS NULL)",
        ),
    }
    for table in WRITTEN:
        name = table.removeprefix("feedback_")
        refused[f"heard_{name}_no_update"] = (table, "BEFORE UPDATE {on}")
        refused[f"heard_{name}_no_delete"] = (table, "BEFORE DELETE {on}")
    return refused


def _on(table: str, what: str, tail: str) -> str:
    """A trigger as it is written down: what happens on which table, when, and what is done."""
    before, _when, condition = what.format(on=f"ON {table}").partition(" WHEN ")
    each = "STATEMENT" if "TRUNCATE" in before else "ROW"
    return " ".join([before, f"FOR EACH {each}", f"WHEN {condition}" if condition else "", tail])


_ALL = (CONCERNS, FREEZINGS, *WRITTEN)
# INSERT OR REPLACE on SQLite deletes without firing a trigger on deletion.
_NO_REPLACE = "BEFORE INSERT {{on}} WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"
_REPLACED = {
    f"heard_{table.removeprefix('feedback_')}_no_replace": (table, _NO_REPLACE.format(table=table))
    for table in _ALL
}
_TRUNCATED = {
    f"heard_{table.removeprefix('feedback_')}_no_truncate": (table, "BEFORE TRUNCATE {on}")
    for table in _ALL
}
_REFUSED = "BEGIN SELECT RAISE(ABORT, 'what was recorded about a worry stays'); END"
_FUNCTION = """
CREATE OR REPLACE FUNCTION heard_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was recorded about a worry stays'; END $$;
"""
_TRIGGERS = Triggers(
    sqlite={
        name: _on(table, what, _REFUSED)
        for name, (table, what) in (_guards("IS NOT") | _REPLACED).items()
    },
    postgres={
        name: (table, _on(table, what, "EXECUTE FUNCTION heard_recorded()"))
        for name, (table, what) in (_guards("IS DISTINCT FROM") | _TRUNCATED).items()
    },
    functions=_FUNCTION,
)
install, remove, lifted = _TRIGGERS.install, _TRIGGERS.remove, _TRIGGERS.lifted


def after_migrate(sender: Any, using: str, **kwargs: Any) -> None:
    """Put the guards back whenever migrations have run on the database that holds concerns."""
    from feedback.models import Freezing

    tables = connections[using].introspection.table_names()
    if router.allow_migrate_model(using, Freezing) and {FREEZINGS, *WRITTEN} <= set(tables):
        install(using)
