"""A limit on wrong words and wrong codes, so that nobody finds one by trying.

What is counted is wrong tries in a quarter of an hour: a few from one browser, and many more from
one network, so that a class behind one address is not shut out by one child. Neither is kept: only
a digest under a key of the day, in the cache, for those fifteen minutes.
"""

import hashlib
import hmac

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

WRONG_TRIES = 10  # of one browser
WRONG_TRIES_OF_NETWORK = 100
WINDOW = 15 * 60  # seconds


def is_blocked(request: HttpRequest) -> bool:
    """Whether too many wrong words came from here in the last fifteen minutes."""
    return any(len(cache.get_many(places)) == len(places) for places in _places(request))


def count_wrong_try(request: HttpRequest) -> None:
    """Remember one wrong try for fifteen minutes.

    Each has a place of its own: a counter in a shared cache would lose tries that come at the same
    moment, and would forget its end whenever it is raised.
    """
    for places in _places(request):
        taken = cache.get_many(places)
        for place in places:
            if place not in taken and cache.add(place, True, timeout=WINDOW):
                break


def _places(request: HttpRequest) -> list[list[str]]:
    """The names under which the tries of this browser, and of its network, are remembered today."""
    where = network(request)
    return [
        [f"wrong-words-{_name(told)}-{number}" for number in range(most)]
        for told, most in (
            (f"{where} {browser(request)}", WRONG_TRIES),
            (where, WRONG_TRIES_OF_NETWORK),
        )
    ]


def _name(told: str) -> str:
    today = timezone.localdate().isoformat()
    salted = f"{settings.SECRET_KEY}{today}".encode()
    return hmac.new(salted, told.encode(), hashlib.sha256).hexdigest()


def browser(request: HttpRequest) -> str:
    """What tells this browser from others until it closes: the cookie that guards its forms.

    Whoever throws it away looks like somebody new, and is counted with their network.
    """
    return request.COOKIES.get(settings.CSRF_COOKIE_NAME, "")


def network(request: HttpRequest) -> str:
    """The address that the request came from, as far as our own proxies vouch for it."""
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    header = request.headers.get("X-Forwarded-For", "")
    forwarded = [part.strip() for part in header.split(",") if part.strip()]
    if proxies and len(forwarded) >= proxies:
        return forwarded[-proxies]
    return request.META.get("REMOTE_ADDR", "")
