"""Run every test: on SQLite, on PostgreSQL, in a browser. Says plainly what was not run, and why.

    python -m tests.run            everything that can be run here
    python -m tests.run browser    only what drives a browser, on SQLite

With HEARD_TEST_ALL=1 whatever would be left out is a failure.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path
from urllib.parse import urlsplit

from tests import browser, migrated, postgres

WORKERS = os.environ.get("HEARD_TEST_WORKERS", "2")
Environment = dict[str, str]


def main(only: str = "") -> int:
    """Run the suites one after the other; the exit code is 0 when all passed."""
    failed, left_out = [], []
    with _databases(only) as (on_sqlite, on_postgres):
        for name, marks, environment, why_not in _suites(only, on_sqlite, on_postgres):
            if reason := why_not():
                left_out.append(f"{name}: {reason}")
                continue
            print(f"\n== {name}", flush=True)
            if _pytest(marks, environment) != 0:
                failed.append(name)
    return _sum_up(failed, left_out)


def _suites(
    only: str, on_sqlite: Environment, on_postgres: Environment
) -> list[tuple[str, str, Environment, Callable[[], str]]]:
    suites = [
        ("SQLite", "not browser", on_sqlite, _nothing),
        ("PostgreSQL", "not browser", on_postgres, _no_postgres),
        ("Browser, on SQLite", "browser", on_sqlite, _no_browser),
        (
            "Browser, on PostgreSQL",
            "browser",
            on_postgres,
            lambda: _no_postgres() or _no_browser(),
        ),
    ]
    return [suites[2]] if only == "browser" else suites


@contextmanager
def _databases(only: str) -> Iterator[tuple[Environment, Environment]]:
    """A migrated database of each kind, of which tests without a browser make copies."""
    with_postgres = only != "browser" and not _no_postgres()
    cluster = postgres.cluster() if with_postgres else nullcontext("")
    with tempfile.TemporaryDirectory(prefix="heard-migrated-") as folder, cluster as url:
        file = Path(folder) / "migrated.sqlite3"
        with ThreadPoolExecutor() as together:
            list(together.map(migrated.migrate, filter(None, [f"sqlite:///{file}", url])))
        yield (
            {"DATABASE_URL": "", migrated.MIGRATED: str(file)},
            {"DATABASE_URL": url, migrated.MIGRATED: urlsplit(url).path.removeprefix("/")},
        )


def _pytest(marks: str, environment: Environment) -> int:
    """Run pytest for the tests with these marks, and give its exit code."""
    parallel = ["-n", WORKERS, "--dist", "loadfile"]
    command = [sys.executable, "-m", "pytest", "-q", "-m", marks, *parallel]
    return subprocess.run(command, env={**os.environ, **environment}).returncode


def _nothing() -> str:
    return ""


def _no_postgres() -> str:
    if postgres.binaries():
        return ""
    return "PostgreSQL's server programs are not installed (apt-get install postgresql)"


def _no_browser() -> str:
    if browser.executable():
        return ""
    return "Chromium is not installed (apt-get install chromium)"


def _sum_up(failed: list[str], left_out: list[str]) -> int:
    """Print the last lines, which say what was not run, and give the exit code."""
    print()
    for line in left_out:
        print(f"NOT RUN. {line}.")
    for name in failed:
        print(f"FAILED. {name}.")
    if left_out and os.environ.get("HEARD_TEST_ALL"):
        print("HEARD_TEST_ALL is set, so leaving something out is a failure.")
        return 1
    if not failed:
        print("Passed." if not left_out else "Everything that was run passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
