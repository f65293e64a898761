"""The site as a web server loads it, dying where it is told to. Only ever served to be killed.

A request says in the header `X-Die` where: "3" is right after the third statement to the database,
whether or not its transaction has ended; "response" is when all is done, before anybody hears.
"""

import os
import signal
from collections.abc import Callable, Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection

site = get_wsgi_application()


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """Answer a request, or die on the way."""
    where = environ.get("HTTP_X_DIE", "")
    if where.isdigit():
        with connection.execute_wrapper(_DiesAfter(int(where))):
            return site(environ, start_response)
    answer = site(environ, start_response)
    if where == "response":
        die()
    return answer


def die() -> None:
    """What kill -9 does, to every process of the server at once."""
    os.killpg(os.getpgrp(), signal.SIGKILL)


class _DiesAfter:
    """Counts statements, and dies after so many."""

    def __init__(self, n_statements: int) -> None:
        self.left = n_statements

    def __call__(self, execute: Callable, *args: Any) -> Any:
        done = execute(*args)
        self.left -= 1
        if self.left == 0:
            die()
        return done
