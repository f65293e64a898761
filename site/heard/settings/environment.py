"""Reading the environment, and refusing to start with a sentence that says what to do."""

import os
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured


def required(name: str, why: str) -> str:
    """The value of an environment variable that Heard cannot do without.

    Raises ImproperlyConfigured, with what to do about it, when it is missing or empty.
    """
    value = os.environ.get(name, "").strip()
    if not value:
        raise ImproperlyConfigured(f"Set {name} before starting Heard: {why}")
    return value


def numbered_keys(name: str, why: str) -> dict[int, str]:
    """Keys by number, from a value such as "1:abc,2:def". The highest number is in use.

    Raises ImproperlyConfigured when a key has no number or is shorter than 32 characters.
    """
    keys = {}
    for part in required(name, why).split(","):
        number, _, key = part.strip().partition(":")
        if not number.isdigit() or len(key) < 32:
            raise ImproperlyConfigured(
                f"{name} must look like 1:<key>,2:<key>, each key of 32 characters or more."
            )
        keys[int(number)] = key
    return keys


def database(url: str, *, pool: bool = False) -> dict:
    """Django's settings for the database at `url`, with what each engine needs.

    SQLite: write-ahead log, one writer at a time from the first statement on (IMMEDIATE), and
    every answer on disk before we say thank you (synchronous=FULL). What is deleted is overwritten.
    """
    config = dict(dj_database_url.parse(url, conn_health_checks=True))
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
                "PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;"
                "PRAGMA mmap_size=134217728;PRAGMA cache_size=2000;"
            ),
        }
        config["CONN_MAX_AGE"] = 60
    elif pool:
        config["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 4, "timeout": 10}}
    else:
        config["CONN_MAX_AGE"] = 60
    return config


def sqlite_url(path: Path) -> str:
    """The address of an SQLite database in a file."""
    return f"sqlite:///{path}"
