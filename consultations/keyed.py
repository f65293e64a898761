"""Digests under a key that the database does not hold: how what opens something is found without
being kept."""

import hashlib
import hmac
from collections.abc import Iterable

from django.conf import settings


def current_key() -> int:
    """The number of the key that new digests are made with: the highest."""
    return max(settings.HEARD_RECEIPT_KEYS)


def digest(text: str, key_number: int, opens: str) -> str:
    """HMAC-SHA-256 of what the text opens and of the text, under one of our keys, in hexadecimal.

    `opens` keeps the same text from having the same digest in two places.
    """
    key = settings.HEARD_RECEIPT_KEYS[key_number].encode()
    return hmac.new(key, f"{opens}: {text}".encode(), hashlib.sha256).hexdigest()


def digests(text: str, opens: str) -> list[str]:
    """The digests of a text under every key that is still in use, newest first."""
    numbers = sorted(settings.HEARD_RECEIPT_KEYS, reverse=True)
    return [digest(text, number, opens) for number in numbers]


def matching(found: Iterable[str], wanted: Iterable[str]) -> str | None:
    """The digest in `found` that is one of `wanted`, compared in constant time."""
    wanted = list(wanted)
    for candidate in found:
        if any([hmac.compare_digest(candidate, one) for one in wanted]):
            return candidate
    return None
