"""A database that the migrations made once; workers that need no browser begin with a copy."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
# The file of an SQLite database, or the name of a PostgreSQL one; empty: each worker migrates.
MIGRATED = "HEARD_TEST_MIGRATED"


def migrate(url: str) -> None:
    """Bring an empty database up to date."""
    command = [sys.executable, "manage.py", "migrate", "--no-input", "-v0"]
    named = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "heard.settings.test"}
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **named})


def name() -> str:
    """Where the migrated database is, or nothing."""
    return os.environ.get(MIGRATED, "")


@contextmanager
def copied() -> Iterator[None]:
    """Django's test database, which is about to be made, is a copy of the migrated one."""
    if connection.vendor == "postgresql":
        if name():
            settings.DATABASES["default"]["TEST"]["TEMPLATE"] = name()
        yield
        return
    here = connection.creation._get_test_db_name()  # in memory, as long as somebody is connected
    with closing(sqlite3.connect(here, uri=True)) as memory:
        if name():
            with closing(sqlite3.connect(name())) as file:
                file.backup(memory)
        yield
