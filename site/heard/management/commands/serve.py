"""Serve the site, and let time pass: the web server and `tick`, in one command."""

import os
import signal
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

TICK_EVERY = 60  # seconds


class Command(BaseCommand):
    help = (
        "Serve the site with granian, run `tick` every minute, and make exports in the background. "
        "Stops on Ctrl+C or SIGTERM."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2)

    def handle(self, *args: Any, **options: Any) -> None:
        signal.signal(signal.SIGTERM, _stop)
        server = subprocess.Popen(self._command(options), env=self._environment())
        workers = self._workers()
        try:
            while server.poll() is None:
                self._tick()
                try:
                    server.wait(TICK_EVERY)
                except subprocess.TimeoutExpired:
                    continue
        except KeyboardInterrupt:
            server.terminate()
        for worker in workers:
            worker.terminate()
        sys.exit(server.wait())

    def _workers(self) -> list[subprocess.Popen]:
        """Whoever does long work beside the web server, where it is not done at once."""
        if "Database" not in settings.TASKS["exports"]["BACKEND"]:
            return []
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "db_worker"]
        return [subprocess.Popen([*command, "--backend", "exports"], env=self._environment())]

    def _tick(self) -> None:
        """A tick that fails must not take the site down: it runs again in a minute."""
        try:
            call_command("tick")
        except Exception as error:
            self.stderr.write(f"tick: {error}")

    @staticmethod
    def _command(options: dict) -> list[str]:
        return [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--host",
            options["host"],
            "--port",
            str(options["port"]),
            "--workers",
            str(options["workers"]),
            "--blocking-threads",
            "1",
            "--no-access-log",
            "--log-level",
            "warning",
            "heard.wsgi:application",
        ]

    @staticmethod
    def _environment() -> dict[str, str]:
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
            "PYTHONPATH": os.pathsep.join([str(settings.SITE_DIR), str(settings.BASE_DIR)]),
        }


def _stop(*_signal: Any) -> None:
    """Stop as on Ctrl+C: whoever ends this command ends the web server with it."""
    raise KeyboardInterrupt
