"""A hundred thousand responses on PostgreSQL: tables and exports beside what SQL alone takes.

python -m bench.many              about two minutes
python -m bench.many --n 10000    fewer responses
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from tests import postgres

ROUNDS = 5
# What is measured: at most so many times what it is measured against.
LIMITS = {"all tables / one SQL aggregate": 3, "CSV / COPY of the same": 6}
MOST_MEMORY = 50  # megabytes that an export may take above what was there
AGGREGATE = """
SELECT a.question_id, a.option_id, r.role, r.band, r.voice, count(*)
FROM feedback_answer a JOIN feedback_response r ON r.id = a.response_id GROUP BY 1, 2, 3, 4, 5
"""
COPY = """
COPY (SELECT r.id, r.role, r.band, r.voice, r.channel, r.route, r.language, r.received_on,
        a.question_id, a.option_id, a.number, NULL::text
    FROM feedback_response r JOIN feedback_answer a ON a.response_id = r.id
    UNION ALL SELECT r.id, r.role, r.band, r.voice, r.channel, r.route, r.language, r.received_on,
        w.question_id, NULL, NULL, w.text
    FROM feedback_response r JOIN feedback_words w ON w.response_id = r.id)
TO STDOUT (FORMAT csv)
"""


def main() -> int:
    """Measure in a process of its own, on a database of its own; 1 if a limit is passed."""
    parser = argparse.ArgumentParser(prog="python -m bench.many")
    parser.add_argument("--n", type=int, default=100_000, help="how many responses")
    parser.add_argument("--url", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.url:
        return measure(options.n)
    if not postgres.binaries():
        print("PostgreSQL's server programs are not installed (apt-get install postgresql).")
        return 2
    with postgres.cluster(durable=True) as url:
        env = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "heard.settings.test"}
        path = os.pathsep.join(["site", "."])
        command = [sys.executable, "-m", "bench.many", "--n", str(options.n), "--url", url]
        return subprocess.run(command, env={**os.environ, **env, "PYTHONPATH": path}).returncode


def measure(n: int) -> int:
    """Print the figures; 1 if one is above its limit."""
    consultation = _load(n)
    from feedback.exporting.package import write_csv
    from feedback.tables import safe_numbers

    ratios: dict[str, list[float]] = {name: [] for name in LIMITS}
    before, most = _memory(), 0.0
    with tempfile.TemporaryDirectory() as folder:
        for _round in range(ROUNDS):
            tables = _took(lambda: safe_numbers(consultation, hide_up_to=5))
            ratios["all tables / one SQL aggregate"].append(tables / _took(_aggregate))
            csv = _took(lambda: _write(write_csv, consultation, Path(folder)))
            most = max(most, _memory() - before)
            ratios["CSV / COPY of the same"].append(csv / _took(lambda: _copy(Path(folder))))
    print(f"{n:,} responses of six answers, medians of {ROUNDS} rounds")
    for name, found in ratios.items():
        low, high = min(found), max(found)
        print(f"{name:34}{median(found):6.2f}  ({low:.2f} to {high:.2f}; limit {LIMITS[name]})")
    print(f"{'memory of the export, MB':34}{most:6.1f}  (limit {MOST_MEMORY})")
    kept = all(median(found) <= LIMITS[name] for name, found in ratios.items())
    return 0 if kept and most <= MOST_MEMORY else 1


def _load(n: int):  # type: ignore[no-untyped-def]
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from bench.crowd import fill
    from bench.load import ask
    from consultations.models import Consultation

    ask()
    fill(n)
    return Consultation.objects.get()


def _took(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return perf_counter() - began


def _aggregate() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(AGGREGATE)
        cursor.fetchall()


def _write(write: Callable, consultation: object, folder: Path) -> None:
    with (folder / "data.csv").open("w", newline="") as out:
        write(consultation, out)


def _copy(folder: Path) -> None:
    from django.db import connection

    out = (folder / "copy.csv").open("wb")
    with out, connection.cursor() as cursor, cursor.copy(COPY) as copied:
        out.writelines(copied)


def _memory() -> float:
    """Megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    sys.exit(main())
