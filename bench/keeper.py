"""Starts a server as often as it is asked to, in a moment: it has loaded the site once, and forks.

For each line with a port it starts granian with two workers, and prints the process to kill.
"""

import os
import signal
import sys

from granian import Granian
from granian.constants import Interfaces

from bench.browser import HOST
from bench.served import WORKERS


def main() -> None:
    _load()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever was killed leaves nothing behind
    for line in sys.stdin:
        process = os.fork()
        if process == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.setsid()
            _serve(int(line))
            os._exit(0)
        print(process, flush=True)


def _load() -> None:
    """Import everything that a first request would import. Opens no connection."""
    from django.template.loader import get_template
    from django.urls import get_resolver

    import bench.dying  # noqa: F401

    get_resolver()._populate()
    for name in ("question", "check", "who", "voice", "agree", "thanks"):
        get_template(f"feedback/say/{name}.html")


def _serve(port: int) -> None:
    server = Granian(
        "bench.dying:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=1,
        log_access=False,
        log_enabled=False,
    )
    server.serve()


if __name__ == "__main__":
    main()
