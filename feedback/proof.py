"""Proof of work: a sum that a browser does for a second or two, and a robot for every answer.

We make and check it ourselves (altcha), for one draft, so that a proof is good for one answer.
"""

import base64
import hashlib
import json
import time

from altcha import Payload, create_challenge, verify_solution
from django.conf import settings

ALGORITHM = "PBKDF2/SHA-256"
COST = 10_000  # rounds for one guess: about 2 ms here, 20 ms on an old phone
PREFIX = "00"  # what a guess has to begin with: 256 guesses on average
GOOD_FOR = 30 * 60  # seconds


def challenge(what: str) -> str:
    """A sum to do for `what`, such as the digest of a draft, as JSON."""
    made = create_challenge(
        ALGORITHM,
        COST,
        key_prefix=PREFIX,
        expires_at=int(time.time()) + GOOD_FOR,
        data={"for": what},
        hmac_secret=_secret(),
    )
    return json.dumps(made.to_dict())


def is_proof(given: str, what: str) -> bool:
    """Whether `given` is the answer to a sum that we set for `what`, in time."""
    try:
        payload = Payload.from_dict(json.loads(base64.b64decode(given, validate=True)))
        found = verify_solution(payload, _secret())
    except (ValueError, TypeError, KeyError, AttributeError):
        return False
    return found.verified and (payload.challenge.parameters.data or {}).get("for") == what


def _secret() -> str:
    return hashlib.sha256(f"proof of work {settings.SECRET_KEY}".encode()).hexdigest()
