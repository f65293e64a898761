"""One of the two sites: its database, its server, and what its processes cost."""

import json
import os
import secrets
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from cryptography.fernet import Fernet

from bench.browser import HOST

ROOT = Path(__file__).resolve().parent.parent
WORKERS = 2
TICKS = os.sysconf("SC_CLK_TCK")


class Served:
    """A site that is loaded and served; `place` says where its pages are."""

    def __init__(self, name: str, port: int, env: dict[str, str], folder: Path) -> None:
        self.name, self.port, self.env = name, port, env
        self.log, self.url = folder / f"{name}.log", f"http://{HOST}:{port}"

    def load(self) -> None:
        """Make its database and its pages."""
        done = subprocess.run(
            [sys.executable, "-m", "bench.load", self.name],
            env=self.env,
            cwd=ROOT,
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise RuntimeError(f"{self.name} could not be loaded:\n{done.stderr}")
        self.place = json.loads(done.stdout.splitlines()[-1])

    def start(self, host: str = HOST, tls: Mapping[str, str] | None = None) -> None:
        """Serve it as `manage.py serve` serves Heard, and wait until it answers."""
        options = {
            "--interface": "wsgi",
            "--host": host,
            "--port": str(self.port),
            "--workers": str(WORKERS),
            "--blocking-threads": "1",
            "--log-level": "warning",
            **(tls or {}),
        }
        command = [sys.executable, "-m", "granian", "--no-access-log"]
        command += [part for pair in options.items() for part in pair]
        with self.log.open("w") as log:
            self.server = subprocess.Popen(
                [*command, "bench.wsgi:application"],
                env=self.env,
                cwd=ROOT,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        for _try in range(300):
            if self._answers():
                return
            time.sleep(0.1)
        self.stop()
        raise RuntimeError(self.log.read_text())

    def stop(self) -> None:
        self.server.terminate()
        self.server.wait(20)

    def cpu(self) -> float:
        """Seconds of processor time that its processes have used, without the database's."""
        used = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(") ")[2].split()
            except OSError:
                continue
            if int(fields[2]) == self.server.pid:  # the group of processes that it leads
                used += int(fields[11]) + int(fields[12])
        return used / TICKS

    def _answers(self) -> bool:
        request = urllib.request.Request(  # noqa: S310
            self.url + self.place["page"], headers={"X-Forwarded-Proto": "https"}
        )
        trust_ours = ssl._create_unverified_context()  # noqa: S323
        try:
            with urllib.request.urlopen(request, timeout=5, context=trust_ours):  # noqa: S310
                return True
        except OSError:
            return False


def environment(name: str, database: str, folder: Path) -> dict[str, str]:
    """What a site reads from its environment, with keys of its own."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": f"bench.{name}_settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
        "BENCH_FOLDER": str(folder),
        "DATABASE_URL": database,
        "HEARD_SECRET_KEY": secrets.token_urlsafe(50),
        "HEARD_HOSTS": HOST,
        "HEARD_RECEIPT_KEYS": f"1:{secrets.token_hex(32)}",
        "HEARD_SEALING_KEYS": Fernet.generate_key().decode(),
        "HEARD_MAIL_FROM": "heard@bench.example",
        "HEARD_PROXIES": "1",
    }


def fresh_database(cluster: str, name: str) -> str:
    """A fresh database of the cluster."""
    with psycopg.connect(cluster, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "bench_{name}"')
    return urlunsplit(urlsplit(cluster)._replace(path=f"/bench_{name}"))
