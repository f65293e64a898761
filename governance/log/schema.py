"""The closed list of entry types, and what each may say in the open (rule L7).

Written as plain data, so that its own hash can be logged. A key that ends in "?" may be left out.
The kinds of value:

- "slug": an id of at most 81 small letters, digits and . _ : -
- "sha256": 64 hexadecimal digits, in small letters
- "date": a real day, YYYY-MM-DD
- "int": a whole number from 0
- "bool": true or false
- "path": an address on the same site, such as "/decisions/12/"
- "this|that": one of these words
- ["kind"]: a list of the kind, perhaps empty
- [{"key": "kind"}]: a list of flat objects

There is no kind for free text, names or addresses of people: words are sealed, never open.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, Final

from governance.log.canonical import BIGGEST, canonical

Schema = Mapping[str, Any]  # key to kind, as the docstring above says

OUTCOMES: Final = ("changed", "partly_changed", "not_changed", "passed_on", "more_work")
KINDS: Final = ("consultation", "findings", "decision", "item")  # of pages that the log follows
GROUNDS: Final = (
    "uk-gdpr-art17",
    "identifies-a-child",
    "third-party",
    "court-order",
    "entered-in-error",
    "exempt-information",
)

_PROMISE = {"promise": "slug", "decision": "slug", "due_on": "date"}
_DECISION = {
    "decision": "slug",
    "reference": "slug",
    "outcome": "|".join(OUTCOMES),
    "decided_on": "date",
    "decided_by?": "slug",
    "findings": "slug",
    "themes": [{"theme": "slug", "use": "slug"}],
    "items": ["slug"],
    "promises": [{"promise": "slug", "due_on": "date"}],
    "in_force_on?": "date",
    "review_on": "date",
    "path?": "path",
}
_FINDINGS = {
    "findings": "slug",
    "consultation": "slug",
    "edition": "int",
    "tables": "sha256",
    "themes": ["slug"],
    "path?": "path",
}
# What was taken out of sight, or came back: which kind of page, which one, and the entry that this
# answers, which is the last that said what was published, or the one that took it out of sight.
_SIGHT = {"kind": "|".join(KINDS), "page": "slug", "entry": "int"}
_CORRECTION = {"corrects": "int", "fields": ["slug"]}  # which entry, and the names of what differs

TYPES: Final[Mapping[str, Schema]] = {
    "log.created": {"rules": "slug", "schema": "sha256"},
    "consultation.opened": {
        "consultation": "slug",
        "edition": "int",
        "questionnaire": "sha256",
        "opens_on": "date",
        "closes_on": "date",
        "findings_by": "date",
        "decision_by": "date",
        "decided_by?": "slug",
        "items": ["slug"],
        "path?": "path",
    },
    "consultation.closed": {"consultation": "slug", "edition": "int", "closed_on": "date"},
    "promise.missed": _PROMISE,
    "promise.kept": _PROMISE | {"kept_on": "date"},
    "decision.planned": {"decision": "slug", "decided_by": "slug", "not_before": "date"},
    "decision.recorded": _DECISION,
    "decision.corrected": _DECISION | _CORRECTION,
    "decision.status_changed": {"from": "slug", "to": "slug"},
    "decision.challenged": {"decision": "slug", "kind": "slug", "received_on": "date"},
    "decision.reviewed": {"decision": "slug", "reviewed_on": "date", "result": "slug"},
    "decision.translated": {"decision": "slug", "language": "slug"},
    "findings.published": _FINDINGS,
    "findings.corrected": _FINDINGS | _CORRECTION,
    "item.changed": {
        "item": "slug",
        "code": "slug",
        "kind": "slug",
        "about_whom": ["slug"],
        "how_obtained": "slug",
        "purposes": ["slug"],
        "lawful_basis": ["slug"],
        "origin": "slug",
        "can_change": "slug",
        "review_on?": "date",
        "path?": "path",
        "corrects?": "int",
        "fields?": ["slug"],
    },
    "publication.withdrawn": _SIGHT,
    "publication.restored": _SIGHT,
    "redaction": {
        "entry": "int",
        "field": "slug",
        "ground": "|".join(GROUNDS),
        "authorised_by": "slug",
    },
    "witness.changed": {"witness": "slug", "change": "slug"},
    "key.rotated": {"key": "slug"},
    "key.compromised": {"key": "slug"},
    "log.note": {"about": "slug"},
}


class EntryRefused(ValueError):
    """The entry breaks a rule of the log."""


def schema_digest() -> str:
    """SHA-256 of the canonical form of TYPES, as 64 hexadecimal digits."""
    return sha256(canonical(TYPES)).hexdigest()


def is_slug(value: object) -> bool:
    """Whether the value is an id of at most 81 characters (rule L7)."""
    return _matches(r"[a-z0-9][a-z0-9._:-]{0,80}", value)


def is_whole(value: object) -> bool:
    """Whether the value is a whole number from 0 to 2**53 - 1; true and false are not numbers."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= BIGGEST


def check_public(type: str, public: object) -> None:
    """Do nothing if `public` is what an entry of this type may say in the open.

    Raises EntryRefused, which names the type and the key but never quotes a value, because a
    value in the wrong place may be personal.
    """
    schema = TYPES.get(type)
    if schema is None:
        raise EntryRefused("The type of the entry is not one that the log knows.")
    _check_object(f"The open part of {type}", schema, public)


def _check_object(what: str, schema: Schema, value: object) -> None:
    if not isinstance(value, dict):
        raise EntryRefused(f"{what} must be an object.")
    kinds = {key.removesuffix("?"): kind for key, kind in schema.items()}
    for key in value:
        if key not in kinds:
            raise EntryRefused(f"{what} has a key that its type does not know.")
    for key in schema:
        name = key.removesuffix("?")
        if name in value:
            _check_value(f"{what}: {name}", kinds[name], value[name])
        elif name == key:
            raise EntryRefused(f"{what} lacks {name}.")


def _check_value(what: str, kind: Any, value: object) -> None:
    if isinstance(kind, list):
        if not isinstance(value, list):
            raise EntryRefused(f"{what} must be a list.")
        for item in value:
            _check_value(f"{what}, in its list", kind[0], item)
    elif isinstance(kind, dict):
        _check_object(what, kind, value)
    elif "|" in kind:
        if value not in kind.split("|"):
            raise EntryRefused(f"{what} must be one of {kind.replace('|', ', ')}.")
    else:
        is_kind, words = _KINDS[kind]
        if not is_kind(value):
            raise EntryRefused(f"{what} must be {words}.")


def _matches(pattern: str, value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _is_sha256(value: object) -> bool:
    return _matches(r"[0-9a-f]{64}", value)


def _is_date(value: object) -> bool:
    if not isinstance(value, str) or not _matches(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_path(value: object) -> bool:
    return _matches(r"(?!.*//)/[A-Za-z0-9/_.-]{0,199}", value)


_KINDS: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "slug": (is_slug, "an id of small letters, digits and . _ : -, at most 81 characters"),
    "sha256": (_is_sha256, "a SHA-256 in 64 hexadecimal digits"),
    "date": (_is_date, "a real day, written YYYY-MM-DD"),
    "int": (is_whole, "a whole number from 0"),
    "bool": (lambda value: isinstance(value, bool), "true or false"),
    "path": (_is_path, "an address on this site, such as /decisions/12/"),
}
