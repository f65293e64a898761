"""Run every test: on SQLite, on PostgreSQL, in a browser. Says plainly what was not run, and why.

    python -m tests.run            everything that can be run here
    python -m tests.run browser    only what drives a browser, on SQLite

With HEARD_TEST_ALL=1 whatever would be left out is a failure.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext

from tests import browser, postgres

WORKERS = os.environ.get("HEARD_TEST_WORKERS", "2")


def main(only: str = "") -> int:
    """Run the suites one after the other; the exit code is 0 when all passed."""
    failed, left_out = [], []
    for name, run, why_not in _suites(only):
        if reason := why_not():
            left_out.append(f"{name}: {reason}")
            continue
        print(f"\n== {name}", flush=True)
        if run() != 0:
            failed.append(name)
    return _sum_up(failed, left_out)


def _suites(only: str) -> list[tuple[str, Callable[[], int], Callable[[], str]]]:
    suites = [
        ("SQLite", lambda: _pytest("not browser"), _nothing),
        ("PostgreSQL", lambda: _pytest("not browser", on_postgres=True), _no_postgres),
        ("Browser, on SQLite", lambda: _pytest("browser"), _no_browser),
        (
            "Browser, on PostgreSQL",
            lambda: _pytest("browser", on_postgres=True),
            lambda: _no_postgres() or _no_browser(),
        ),
    ]
    return [suites[2]] if only == "browser" else suites


def _pytest(marks: str, *, on_postgres: bool = False) -> int:
    """Run pytest for the tests with these marks, and give its exit code."""
    parallel = ["-n", WORKERS, "--dist", "loadfile"]
    command = [sys.executable, "-m", "pytest", "-q", "-m", marks, *parallel]
    with postgres.cluster() if on_postgres else nullcontext("") as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode


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
