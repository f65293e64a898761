"""A limit on wrong words, so that nobody finds a receipt by trying.

What is counted is wrong tries from one network in a quarter of an hour. The network's address is
not kept: only a digest under a key of the day, in the cache, for those fifteen minutes.
"""

import hashlib
import hmac

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

WRONG_TRIES = 10
WINDOW = 15 * 60  # seconds


def is_blocked(request: HttpRequest) -> bool:
    """Whether too many wrong words came from this network in the last fifteen minutes."""
    return len(cache.get_many(_places(request))) >= WRONG_TRIES


def count_wrong_try(request: HttpRequest) -> None:
    """Remember one wrong try for fifteen minutes.

    Each has a place of its own: a counter in a shared cache would lose tries that come at the same
    moment, and would forget its end whenever it is raised.
    """
    places = _places(request)
    taken = cache.get_many(places)
    for place in places:
        if place not in taken and cache.add(place, True, timeout=WINDOW):
            return


def _places(request: HttpRequest) -> list[str]:
    """The names under which the tries of this network are remembered today."""
    today = timezone.localdate().isoformat()
    salted = f"{settings.SECRET_KEY}{today}".encode()
    name = hmac.new(salted, network(request).encode(), hashlib.sha256).hexdigest()
    return [f"wrong-words-{name}-{number}" for number in range(WRONG_TRIES)]


def network(request: HttpRequest) -> str:
    """The address that the request came from, as far as our own proxies vouch for it."""
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    header = request.headers.get("X-Forwarded-For", "")
    forwarded = [part.strip() for part in header.split(",") if part.strip()]
    if proxies and len(forwarded) >= proxies:
        return forwarded[-proxies]
    return request.META.get("REMOTE_ADDR", "")
