"""What some tests of governance start from."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from tests.governance import record


@pytest.fixture(scope="session")
def fresh_file(django_db_setup, django_db_blocker, tmp_path_factory) -> Path:
    """The test database as the migrations left it, in a file: a site runs on SQLite so."""
    file = tmp_path_factory.mktemp("sqlite") / "db"
    with django_db_blocker.unblock(), sqlite3.connect(file) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    copy.close()
    return file


@pytest.fixture
def on_a_file(fresh_file, tmp_path):
    """Runs a program on a database of its own, in a process of its own, and gives its output."""

    def run(program: str) -> str:
        return record.run(program, shutil.copy(fresh_file, tmp_path / "db"))

    return run
