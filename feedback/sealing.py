"""Sealing short texts with keys that the database does not hold."""

import time

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class CannotUnseal(Exception):
    """A text was sealed with a key that we do not have, or was altered."""


def seal(text: str) -> str:
    """`text`, encrypted and authenticated (Fernet: AES-128-CBC with HMAC-SHA-256)."""
    return seal_bytes(text.encode())


def seal_bytes(content: bytes) -> str:
    """`content`, encrypted and authenticated in the same way."""
    return _keys().encrypt(content).decode()


def unseal(token: str, *, max_age: int | None = None) -> str:
    """What was sealed, whichever of our keys sealed it.

    `max_age` is in seconds. Raises CannotUnseal for a token that is altered, too old, or foreign.
    """
    try:
        return unseal_bytes(token, max_age=max_age).decode()
    except UnicodeError as error:
        raise CannotUnseal from error


def unseal_bytes(token: str, *, max_age: int | None = None) -> bytes:
    """The bytes that were sealed. Raises CannotUnseal."""
    try:
        return _keys().decrypt(token.encode(), ttl=max_age)
    except (InvalidToken, UnicodeError) as error:
        raise CannotUnseal from error


def age_of(token: str) -> int | None:
    """How many seconds ago one of our keys sealed a token; None for a token that is not ours."""
    try:
        return max(int(time.time()) - _keys().extract_timestamp(token.encode()), 0)
    except (InvalidToken, UnicodeError):
        return None


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.HEARD_SEALING_KEYS])
