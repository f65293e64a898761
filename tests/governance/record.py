"""The accountability log in the tests: adding to it, looking into it, laying hands on it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group
from django.db import connection
from wagtail.models import Page, Site

from consultations.models import CouncilRole, CouncilSettings
from governance import guards
from governance.actions.log import append
from governance.models import Disclosure, Log, LogEntry, LogPlace
from tests import make

ROOT = Path(__file__).resolve().parents[2]


def note(text: str = "", *, council: Site | None = None, **more: Any) -> LogEntry:
    """Add an entry of the simplest type, with a sealed text if one is given."""
    facts = {"type": "log.note", "subject": "note:1", "public": {"about": "incident"}}
    texts = {"words": text} if text else {}
    return append(council=council or make.council(), **({"texts": texts} | facts | more))


def another_council(name: str = "Otherton") -> Site:
    """A second council on the same server, with the roles that the tests need."""
    slug = name.lower()
    site = Site.objects.create(
        hostname=f"{slug}.example", port=80, root_page=Page.objects.get(depth=1)
    )
    CouncilSettings.objects.create(site=site, name=name)
    group = Group.objects.create(name=f"Decision maker ({name})")
    CouncilRole.objects.create(council=site, role="decision_maker", group=group)
    return site


def types(council: Site | None = None) -> list[str]:
    """The types of all entries of a log, in order."""
    places = LogPlace.objects.filter(log__council=council or make.council())
    return list(places.order_by("index").values_list("type", flat=True))


def facts(entry: LogEntry) -> dict:
    """What stands in a leaf."""
    return json.loads(entry.leaf)


def last(type: str = "") -> dict:
    """What stands in the newest leaf of the council's log, or in the newest one of a type."""
    places = LogPlace.objects.filter(log__council=make.council())
    place = (places.filter(type=type) if type else places).order_by("index").last()
    return facts(LogEntry.objects.get(log=place.log_id, index=place.index))


def texts(index: int) -> dict[str, str]:
    """The words that were sealed with an entry, by name."""
    return dict(Disclosure.objects.filter(index=index).values_list("name", "value"))


def leaves() -> str:
    """Every leaf of every log, one after the other."""
    return "\n".join(LogEntry.objects.values_list("leaf", flat=True))


def everything() -> list[tuple]:
    """All that the log holds, to compare before and after."""
    return [
        *Log.objects.order_by("pk").values_list("origin", "size", "last_at"),
        *LogEntry.objects.order_by("log", "index").values_list("log", "index", "leaf"),
        *Disclosure.objects.order_by("pk").values_list(),
        *LogPlace.objects.order_by("pk").values_list(),
    ]


def sql(statement: str, *parameters: Any) -> None:
    """One statement, straight to the database."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters or None)


@contextmanager
def unguarded() -> Iterator[None]:
    """Within the block nothing keeps the log from being changed."""
    connection.check_constraints()  # PostgreSQL changes no table that still has checks to come
    with guards.lifted():
        yield
        connection.check_constraints()


def run(program: str, database: Path) -> str:
    """Run a program against an SQLite database in a file, and give what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", f"import django\ndjango.setup()\n{program}"],
        cwd=ROOT,
        env=os.environ
        | {
            "DATABASE_URL": f"sqlite:///{database}",
            "DJANGO_SETTINGS_MODULE": "heard.settings.test",
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
        },
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
