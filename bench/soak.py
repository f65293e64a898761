"""The server is killed (kill -9, every process) at any moment of a journey; nothing may be lost.

    python -m bench.soak                   200 points on SQLite and 200 on PostgreSQL
    python -m bench.soak --points 5000     longer
    python -m bench.soak --seed 7          at other moments
    python -m bench.soak --here            on the site that the environment names, and no other

At each point one person answers six questions and sends them, and the server dies once on the way.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.served import ROOT, Served, environment
from tests import postgres


def main() -> int:
    options = _options()
    if options.here:
        from bench.points import soak

        return soak(options.points, options.seed, options.port)
    return max(_on_sqlite(options), _on_postgres(options))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.soak")
    parser.add_argument("--points", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--port", type=int, default=8119)
    parser.add_argument("--here", action="store_true")
    return parser.parse_args()


def _on_sqlite(options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as folder:
        return _on(f"sqlite:///{folder}/heard.sqlite3", Path(folder), options)


def _on_postgres(options: argparse.Namespace) -> int:
    if not postgres.binaries():
        print("NOT RUN on PostgreSQL: its server programs are not installed.")
        return 0
    with tempfile.TemporaryDirectory() as folder, postgres.cluster(durable=True) as cluster:
        return _on(cluster, Path(folder), options)


def _on(database: str, folder: Path, options: argparse.Namespace) -> int:
    """Load a site and soak it, with its own settings in the environment."""
    print(f"\nOn {database.partition(':')[0]}", flush=True)
    env = environment("heard", database, folder)
    site = Served("heard", options.port, env, folder)
    site.load()
    command = [sys.executable, "-m", "bench.soak", "--here"]
    command += ["--points", str(options.points), "--seed", str(options.seed)]
    command += ["--port", str(options.port)]
    return subprocess.run(command, env=env, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
