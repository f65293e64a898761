"""The database itself refuses to change, delete, replace or skip entries of the log.

Python guards stop honest mistakes; these stop `psql`, a raw query and a future bug. They are put
back after every migration, because Django's way of changing a table on SQLite drops triggers
without a word. They are a seat belt: whoever owns the database can drop them, and `verify_log`
shows what was done then.
"""

from typing import Any

from django.db import connections, router

from consultations.triggers import Triggers

ENTRIES = "governance_logentry"
TEXTS = "governance_disclosure"

_SQLITE = {
    "heard_log_no_update": f"""
        BEFORE UPDATE ON {ENTRIES}
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    "heard_log_no_delete": f"""
        BEFORE DELETE ON {ENTRIES}
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    # INSERT OR REPLACE deletes without firing the trigger above, so an entry may only be added
    # right after the last one of its log, and never under the hidden row number of another.
    "heard_log_no_gap": f"""
        BEFORE INSERT ON {ENTRIES}
        WHEN NEW."index" IS NOT (
            SELECT COALESCE(MAX("index") + 1, 0) FROM {ENTRIES} WHERE log_id = NEW.log_id)
            OR EXISTS (SELECT 1 FROM {ENTRIES} WHERE rowid = NEW.rowid)
        BEGIN SELECT RAISE(ABORT, 'the log has no gaps'); END""",  # noqa: S608
    "heard_text_no_update": f"""
        BEFORE UPDATE ON {TEXTS}
        BEGIN SELECT RAISE(ABORT, 'sealed texts do not change'); END""",
    "heard_text_no_replace": f"""
        BEFORE INSERT ON {TEXTS}
        WHEN EXISTS (SELECT 1 FROM {TEXTS} WHERE id = NEW.id OR (
            log_id = NEW.log_id AND "index" = NEW."index" AND name = NEW.name))
        BEGIN SELECT RAISE(ABORT, 'sealed texts do not change'); END""",  # noqa: S608
}

_POSTGRES_FUNCTIONS = """
CREATE OR REPLACE FUNCTION heard_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the log is append-only'; END $$;
CREATE OR REPLACE FUNCTION heard_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."index" IS DISTINCT FROM (
      SELECT COALESCE(MAX("index") + 1, 0) FROM governance_logentry WHERE log_id = NEW.log_id)
  THEN RAISE EXCEPTION 'the log has no gaps'; END IF;
  RETURN NEW;
END $$;
"""
_POSTGRES = {
    "heard_log_no_change": (
        ENTRIES,
        f"BEFORE UPDATE OR DELETE ON {ENTRIES} FOR EACH ROW EXECUTE FUNCTION heard_append_only()",
    ),
    "heard_log_no_truncate": (
        ENTRIES,
        f"BEFORE TRUNCATE ON {ENTRIES} FOR EACH STATEMENT EXECUTE FUNCTION heard_append_only()",
    ),
    "heard_log_no_gap": (
        ENTRIES,
        f"BEFORE INSERT ON {ENTRIES} FOR EACH ROW EXECUTE FUNCTION heard_no_gap()",
    ),
    "heard_text_no_update": (
        TEXTS,
        f"BEFORE UPDATE ON {TEXTS} FOR EACH ROW EXECUTE FUNCTION heard_append_only()",
    ),
    "heard_text_no_truncate": (
        TEXTS,
        f"BEFORE TRUNCATE ON {TEXTS} FOR EACH STATEMENT EXECUTE FUNCTION heard_append_only()",
    ),
}

_TRIGGERS = Triggers(_SQLITE, _POSTGRES, _POSTGRES_FUNCTIONS)
install, remove = _TRIGGERS.install, _TRIGGERS.remove
lifted, missing = _TRIGGERS.lifted, _TRIGGERS.missing


def after_migrate(sender: Any, using: str, **kwargs: Any) -> None:
    """Put the guards back whenever migrations have run on the database that holds the log."""
    from governance.models import LogEntry

    if router.allow_migrate_model(using, LogEntry) and _exists(using):
        install(using)


def _exists(using: str) -> bool:
    tables = connections[using].introspection.table_names()
    return ENTRIES in tables and TEXTS in tables
