"""Sealed texts: an entry holds a digest of the words, the words themselves can be erased.

Words alone could be found again from their hash by guessing ("yes", a name, a date of birth).
So each text is hashed with a fresh salt, and erasing words and salt leaves nothing to guess at.
"""

import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256

from governance.log.canonical import NotCanonical, canonical

SALT_BYTES = 32  # RFC 9901 recommends 16; the log is kept for ever


def new_salt() -> str:
    """A fresh salt, to be used for one text only: 32 random bytes as 43 letters of base64url.

    Source: RFC 9901, section 4.2.1.
    """
    return _base64url(secrets.token_bytes(SALT_BYTES))


def encode(salt: str, name: str, value: str) -> str:
    """The disclosure of one text: what a reader needs to check the digest, in base64url.

    Raises NotCanonical if one of the three is not text or holds a lone surrogate.

    Source: RFC 9901, section 4.2.1, with the array in canonical form.

    >>> encode("_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius")
    'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsImZhbWlseV9uYW1lIiwiTcO2Yml1cyJd'
    """
    for part in (salt, name, value):
        if not isinstance(part, str):
            raise NotCanonical(f"Only text can be sealed, not {type(part).__name__}.")
    return _base64url(canonical([salt, name, value]))


def digest(salt: str, name: str, value: str) -> str:
    """What an entry keeps of one text: SHA-256 of its disclosure, 43 letters of base64url.

    Raises NotCanonical as `encode` does.

    Source: RFC 9901, section 4.2.3.

    >>> digest("_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius")
    'TZjouOTrBKEwUNjNDs9yeMzBoQn8FFLPaJjRRmAtwrM'
    """
    return _base64url(sha256(encode(salt, name, value).encode("ascii")).digest())


def _base64url(data: bytes) -> str:
    """RFC 4648, section 5, without padding."""
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
