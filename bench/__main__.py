"""Heard beside wagtail.contrib.forms on this machine: rounds in turn, and medians of ratios.

python -m bench                     about three minutes
python -m bench --rounds 30         longer, and surer
python -m bench --seconds 10        each round longer
python -m bench --json var/x.json   where the figures go
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import product
from pathlib import Path

from bench import report, rounds
from bench.served import ROOT, Served, environment, fresh_database
from tests import postgres

UNITS = {"step": 9, "whole": 5}  # rounds of each, when nothing else is asked for
WARM = 1.5  # seconds before it counts: both processes have made what they keep


def main() -> int:
    options = _options()
    if not postgres.binaries():
        print("PostgreSQL's server programs are not installed (apt-get install postgresql).")
        return 2
    with tempfile.TemporaryDirectory() as folder, postgres.cluster(durable=True) as cluster:
        sites = [
            _site(name, options.port + place, cluster, Path(folder))
            for place, name in enumerate(("heard", "forms"))
        ]
        with _serving(sites):
            measured = _measure(sites, options)
        found = report.figures(sites, measured, cluster)
    print(report.table(found))
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(report.as_json(found))
    print(f"\nThe figures are in {options.json}. For surer ones: python -m bench --rounds 30")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--rounds", type=int, help="rounds of each kind on each site")
    parser.add_argument("--seconds", type=float, default=5.0, help="how long a round is")
    parser.add_argument("--port", type=int, default=8117, help="this and the next are used")
    parser.add_argument("--json", type=Path, default=ROOT / "var" / "bench.json")
    return parser.parse_args()


def _site(name: str, port: int, cluster: str, folder: Path) -> Served:
    env = environment(name, fresh_database(cluster, name), folder)
    return Served(name, port, env, folder)


@contextmanager
def _serving(sites: list[Served]) -> Iterator[None]:
    """Load both sites and serve them side by side: whichever is not asked costs nothing."""
    for site in sites:
        print(f"Loading {site.name}", flush=True)
        site.load()
    with ExitStack() as serving:
        for site in sites:
            site.start()
            serving.callback(site.stop)
        yield


def _measure(sites: list[Served], options: argparse.Namespace) -> dict:
    """Rounds by unit and site: {"step": {"heard": [...], "forms": [...]}, ...}."""
    measured: dict = {unit: {site.name: [] for site in sites} for unit in UNITS}
    for site, unit in product(sites, UNITS):
        rounds.run(site, unit, WARM)
    for unit, n_rounds in UNITS.items():
        for number in range(options.rounds or n_rounds):
            print(f"Round {number + 1} of {unit}", flush=True)
            for site in sites if number % 2 == 0 else sites[::-1]:
                measured[unit][site.name].append(rounds.run(site, unit, options.seconds))
    return measured


if __name__ == "__main__":
    sys.exit(main())
