"""How many are sending right now, in this process's memory and nowhere else.

A count in a table would stand beside an answer that was stored a moment before, with the network
that it came from (requirements A17). So each worker counts for itself, forgets every ten minutes,
and names networks and browsers under a salt that it draws anew each time.
"""

import hashlib
import secrets
import time
from collections import Counter

from django.conf import settings
from django.http import HttpRequest

from feedback.throttle import browser, network

WINDOW = 10 * 60  # seconds
# How much of what a whole consultation may send comes from one place before we take a look. A
# school of 300 behind one address is below it, and so is a tablet that goes round a class.
SHARES = {"consultation": 1.0, "network": 0.75, "browser": 0.1}

_sent: Counter = Counter()
_now: tuple[int, bytes] = (0, b"")  # which ten minutes, and their salt


def is_busy(request: HttpRequest, code: str) -> bool:
    """Whether so many are sending that some may be robots."""
    names = _names(request, code)
    return any(
        _sent[names[place]] >= settings.HEARD_BUSY_AFTER * share for place, share in SHARES.items()
    )


def count(request: HttpRequest, code: str) -> None:
    """Somebody has sent."""
    _sent.update(_names(request, code).values())


def forget() -> None:
    """Forget everything, as happens every ten minutes."""
    global _now
    _now = (0, b"")


def _names(request: HttpRequest, code: str) -> dict[str, str]:
    """The names of the consultation, the network and the browser in these ten minutes."""
    global _now
    window = int(time.time() // WINDOW)
    if _now[0] != window:
        _sent.clear()
        _now = (window, secrets.token_bytes(16))
    where = network(request)
    told = {"consultation": "", "network": where, "browser": f"{where} {browser(request)}"}
    return {
        place: hashlib.sha256(_now[1] + f"{place} {code} {value}".encode()).hexdigest()
        for place, value in told.items()
    }
