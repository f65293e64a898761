"""Triggers that keep rows as they are, whoever writes to the database and by whatever way."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connections


@dataclass(frozen=True)
class Triggers:
    """Some triggers, by name, for both kinds of database.

    `sqlite` has what follows "CREATE TRIGGER <name>"; `postgres` has the table, and the same. The
    `functions` are what those of PostgreSQL execute. They fire there also for a replica's work.
    """

    sqlite: Mapping[str, str]
    postgres: Mapping[str, tuple[str, str]]
    functions: str

    def install(self, using: str = "default") -> None:
        """Put every trigger in place; those that stand already are made anew."""
        self.remove(using)
        with connections[using].cursor() as cursor:
            if connections[using].vendor == "postgresql":
                cursor.execute(self.functions)
                for name, (table, what) in self.postgres.items():
                    cursor.execute(f"CREATE TRIGGER {name} {what}")
                    cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")
            else:
                for name, what in self.sqlite.items():
                    cursor.execute(f"CREATE TRIGGER {name} {what}")

    def remove(self, using: str = "default") -> None:
        """Take every trigger away. Only tests do this, and only to a database of their own."""
        with connections[using].cursor() as cursor:
            if connections[using].vendor == "postgresql":
                for name, (table, _what) in self.postgres.items():
                    cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
            else:
                for name in self.sqlite:
                    cursor.execute(f"DROP TRIGGER IF EXISTS {name}")

    @contextmanager
    def lifted(self, using: str = "default") -> Iterator[None]:
        """Within the block there are none. For tests that must tamper, or empty the database."""
        self.remove(using)
        try:
            yield
        finally:
            self.install(using)

    def missing(self, using: str = "default") -> list[str]:
        """The names of those that are not in place."""
        with connections[using].cursor() as cursor:
            if connections[using].vendor == "postgresql":
                cursor.execute("SELECT tgname FROM pg_trigger WHERE tgenabled = 'A'")
                wanted = list(self.postgres)
            else:
                cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
                wanted = list(self.sqlite)
            found = {name for (name,) in cursor.fetchall()}
        return [name for name in wanted if name not in found]
