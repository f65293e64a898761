"""One entry of the log: builds its exact bytes, reads them back, and refuses what breaks a rule.

The rules, by the numbers that tests cite: L1 which keys, L2 which form, L6 times, L7 what may be
open, L8 the thread of one subject, L10 the size. A refusal never quotes what was written: it may
be personal.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from governance.log.canonical import NotCanonical, canonical, parse
from governance.log.schema import (
    GROUNDS,
    OUTCOMES,
    TYPES,
    EntryRefused,
    check_public,
    is_slug,
    is_whole,
    schema_digest,
)

__all__ = [
    "GROUNDS",
    "MAX_BYTES",
    "OUTCOMES",
    "TYPES",
    "VERSION",
    "Entry",
    "EntryRefused",
    "build",
    "read",
    "read_if_whole",
    "schema_digest",
]

VERSION: Final = "acclog/1"
SD_ALG: Final = "sha-256"  # the hash of sealed texts, by its IANA name (RFC 9901, section 4.1.1)
MAX_BYTES: Final = 60_000  # bundles of entries give lengths in two bytes (C2SP tlog-tiles)

_REQUIRED = frozenset({"v", "log", "seq", "type", "at", "subject", "public", "sealed", "sd_alg"})
_OPTIONAL = frozenset({"prev", "withheld"})


@dataclass(frozen=True)
class Entry:
    """One entry that keeps every rule."""

    log: str  # the origin: which log this entry belongs to
    seq: int  # its number, from 0: its place in the tree
    type: str
    at: str  # when it was entered: UTC, YYYY-MM-DDThh:mm:ssZ
    subject: str  # what it is about; entries about the same thing form a thread
    public: dict[str, Any]  # as TYPES says
    sealed: dict[str, str]  # name of a text to its digest
    prev: int | None = None  # the entry before it in the thread
    withheld: tuple[str, ...] = ()  # names of sealed texts that were never shown


def build(
    *,
    log: str,
    seq: int,
    type: str,
    at: str,
    subject: str,
    public: Mapping[str, Any],
    sealed: Mapping[str, str],
    prev: int | None = None,
    withheld: Iterable[str] = (),
) -> bytes:
    """The leaf: the exact bytes of one entry, at most 60,000.

    `public` is what TYPES says for the type; the other facts are those of Entry. Raises
    EntryRefused, with a sentence, if any rule is broken.
    """
    facts = {"v": VERSION, "log": log, "seq": seq, "type": type, "at": at, "subject": subject}
    facts |= {"public": dict(public), "sealed": dict(sealed), "sd_alg": SD_ALG}
    if prev is not None:
        facts["prev"] = prev
    if names := list(withheld):
        facts["withheld"] = names
    leaf = _written(facts)
    read(leaf)
    return leaf


def _written(facts: dict[str, Any]) -> bytes:
    try:
        return canonical(facts)
    except NotCanonical as refusal:
        raise EntryRefused(str(refusal)) from None


def read(leaf: bytes) -> Entry:
    """The entry in these exact bytes.

    Raises EntryRefused, with a sentence, if any rule is broken. What only the rest of the log
    can tell (is `prev` right, is the time later than the one before) is for `verify.check`.
    """
    if len(leaf) > MAX_BYTES:
        raise EntryRefused(f"The entry is longer than {MAX_BYTES} bytes.")
    try:
        facts = parse(leaf)
    except NotCanonical as refusal:
        raise EntryRefused(str(refusal)) from None

    _check_keys(facts)
    _check_frame(facts)
    check_public(facts["type"], facts["public"])
    _check_sealed(facts["sealed"])
    _check_withheld(facts)
    _check_backward(facts)
    fields = {key: facts[key] for key in facts if key not in ("v", "sd_alg", "withheld")}
    return Entry(**fields, withheld=tuple(facts.get("withheld", ())))


def read_if_whole(leaf: str | bytes) -> Entry | None:
    """The entry in a leaf as the database holds it; None if somebody made it unreadable.

    For whoever only shows or looks up: one bad entry hides no others, and `verify.check` names it.
    """
    try:
        return read(leaf.encode() if isinstance(leaf, str) else bytes(leaf))
    except (EntryRefused, UnicodeEncodeError):
        return None


def _check_keys(facts: dict[str, Any]) -> None:
    """Rule L1."""
    for key in sorted(_REQUIRED):
        if key not in facts:
            raise EntryRefused(f"The entry lacks {key}.")
    if not facts.keys() <= _REQUIRED | _OPTIONAL:
        raise EntryRefused("The entry has a key that no entry has.")
    if facts["v"] != VERSION:
        raise EntryRefused(f"The entry is not of version {VERSION}.")
    if facts["sd_alg"] != SD_ALG:
        raise EntryRefused(f"The texts are not sealed with {SD_ALG}.")


def _check_frame(facts: dict[str, Any]) -> None:
    """Rules L1 and L6: which log, which number, when, about what."""
    if not _is_origin(facts["log"]):
        raise EntryRefused("The name of the log must be like council.example/accountability/2026.")
    if not is_whole(facts["seq"]):
        raise EntryRefused("The number of the entry (seq) must be a whole number from 0.")
    if not isinstance(facts["type"], str):
        raise EntryRefused("The type of the entry must be a word.")
    if not _is_moment(facts["at"]):
        raise EntryRefused("The time of the entry must be real and written YYYY-MM-DDThh:mm:ssZ.")
    if not is_slug(facts["subject"]):
        raise EntryRefused("The subject must be an id of small letters, digits and . _ : -.")


def _check_sealed(sealed: object) -> None:
    """Rule L7 for the names of sealed texts, RFC 9901 for their digests."""
    if not isinstance(sealed, dict):
        raise EntryRefused("The sealed part must be an object.")
    for name, digest in sealed.items():
        if not is_slug(name):
            raise EntryRefused("The name of a sealed text must be an id.")
        if not isinstance(digest, str) or not re.fullmatch(r"[A-Za-z0-9_-]{43}", digest):
            raise EntryRefused(f"The digest of {name} must be 43 characters of base64url.")


def _check_withheld(facts: dict[str, Any]) -> None:
    """The texts that were never shown are some of the sealed ones, each named once."""
    if "withheld" not in facts:
        return
    names = facts["withheld"]
    if not isinstance(names, list) or not names:
        raise EntryRefused("The withheld names must be a list with at least one name.")
    for place, name in enumerate(names):
        if not isinstance(name, str) or name not in facts["sealed"] or name in names[:place]:
            raise EntryRefused("Each withheld name must be that of a sealed text, and stand once.")


def _check_backward(facts: dict[str, Any]) -> None:
    """Rule L8: an entry can only point at entries before it."""
    if "prev" in facts and not is_whole(facts["prev"]):
        raise EntryRefused("The earlier entry (prev) must be a whole number from 0.")
    pointers = {"prev": facts.get("prev")}
    pointers |= {key: facts["public"].get(key) for key in ("corrects", "entry")}
    for key, earlier in pointers.items():
        if earlier is not None and earlier >= facts["seq"]:
            raise EntryRefused(f"The entry that it points at ({key}) must come before it.")


def _is_origin(value: object) -> bool:
    """Visible ASCII without "+" (both end up in a signed note, line by line), and no scheme."""
    pattern = r"(?!.*://)(?!.*\+)[!-~]{1,200}"
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _is_moment(value: object) -> bool:
    pattern = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}Z"
    if not isinstance(value, str) or not re.fullmatch(pattern, value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
