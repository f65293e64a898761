"""Keep an index of the words of safe texts: a stored vector on PostgreSQL, FTS5 on SQLite.

The triggers that keep the one of SQLite, and what was made safe before, are put in after every
migration (see feedback.text_search).
"""

from django.db import migrations, models

POSTGRES = [
    """ALTER TABLE feedback_textversion ADD COLUMN search tsvector GENERATED ALWAYS AS (
        CASE WHEN is_current AND kind = 'safe' THEN to_tsvector('simple', searched) END) STORED""",
    "CREATE INDEX feedback_textversion_search ON feedback_textversion USING gin (search)",
]
POSTGRES_BACK = ["ALTER TABLE feedback_textversion DROP COLUMN search"]
SQLITE = [
    # The numbers of the rows of texts can change; those of this table do not.
    """CREATE TABLE feedback_searchkey (
        id integer NOT NULL PRIMARY KEY, version_id char(32) NOT NULL UNIQUE,
        words_id char(32) NOT NULL)""",
    """CREATE VIRTUAL TABLE feedback_search USING fts5 (
        searched, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")""",
]
SQLITE_BACK = [
    *(
        f"DROP TRIGGER IF EXISTS feedback_search_{name}"
        for name in ("enter", "leave", "change")
    ),
    "DROP TABLE feedback_search",
    "DROP TABLE feedback_searchkey",
]


def make_index(apps, schema_editor):
    """Make room for the index."""
    _run(schema_editor, POSTGRES, SQLITE)


def drop_index(apps, schema_editor):
    """Take the index away."""
    _run(schema_editor, POSTGRES_BACK, SQLITE_BACK)


def _run(schema_editor, postgres, sqlite):
    is_postgres = schema_editor.connection.vendor == "postgresql"
    for statement in postgres if is_postgres else sqlite:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("feedback", "0017_what_was_coded_was_a_safe_text")]
    operations = [
        migrations.AddField(
            model_name="textversion",
            name="searched",
            field=models.TextField(
                blank=True, default="", editable=False, verbose_name="as the search knows it"
            ),
        ),
        migrations.RunPython(make_index, drop_index),
    ]
