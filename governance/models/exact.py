"""What an entry holds to the byte, also when somebody laid hands on it."""

from typing import Any

from django.db import models
from django.db.models import BinaryField, BooleanField, Func
from django.db.models.functions import Cast


class LogEntryQuerySet(models.QuerySet):
    """Entries, to be read or to be checked."""

    def exactly(self) -> "LogEntryQuerySet":
        """Each with its `exact` bytes and its `hashed`, and whether they are `well_kept`."""
        return self.order_by("index").annotate(
            exact=ExactBytes("leaf"),
            hashed=Cast("leaf_hash", BinaryField()),
            well_kept=WellKept("index", "leaf", "leaf_hash"),
        )


class ExactBytes(Func):
    """The bytes of a text as the database holds them, also when somebody made them unreadable."""

    function = "convert_to"
    template = "%(function)s(%(expressions)s, 'UTF8')"
    output_field = BinaryField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple:
        return self.as_sql(
            compiler, connection, template="CAST(%(expressions)s AS BLOB)", **context
        )


class WellKept(Func):
    """Whether number, leaf and hash are stored as what they are. SQLite stores anything anywhere;
    PostgreSQL cannot do otherwise."""

    template = "TRUE"
    arg_joiner = ") || typeof("
    output_field = BooleanField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple:
        template = "(typeof(%(expressions)s) = 'integertextblob')"
        return self.as_sql(compiler, connection, template=template, **context)
