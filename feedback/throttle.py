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
    return cache.get(_key(request), 0) >= WRONG_TRIES


def count_wrong_try(request: HttpRequest) -> None:
    """Remember one wrong try for fifteen minutes after the first."""
    key = _key(request)
    if not cache.add(key, 1, timeout=WINDOW):
        try:
            cache.incr(key)
        except ValueError:  # it ran out between the two calls
            cache.set(key, 1, timeout=WINDOW)


def _key(request: HttpRequest) -> str:
    today = timezone.localdate().isoformat()
    salted = f"{settings.SECRET_KEY}{today}".encode()
    return "wrong-words-" + hmac.new(salted, network(request).encode(), hashlib.sha256).hexdigest()


def network(request: HttpRequest) -> str:
    """The address that the request came from, as far as our own proxies vouch for it."""
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if proxies and len(forwarded) >= proxies:
        return forwarded[-proxies]
    return request.META.get("REMOTE_ADDR", "")
