"""Builds a small log for the tests, and lays hands on it afterwards."""

import json
from typing import Any

from governance.log.canonical import canonical
from governance.log.disclosure import digest, new_salt
from governance.log.entries import build
from governance.log.merkle import leaf_hash, root
from governance.log.verify import Disclosed, Head, Report, Stored, check

ORIGIN = "council.example/accountability/2026"
SHA = "ab" * 32


class SmallLog:
    """A log in memory: what is stored, and the words that exist today."""

    def __init__(self) -> None:
        self.stored: list[Stored] = []
        self.words: dict[tuple[int, str], Disclosed] = {}
        self.withheld: dict[tuple[int, str], Disclosed] = {}
        self.last_of: dict[str, int] = {}

    def add(self, type: str, subject: str, public: dict[str, Any], **words: str) -> int:
        """Append an entry with these sealed words; the number of the entry."""
        return self.add_with(type, subject, public, words, withheld=())

    def add_with(self, type, subject, public, words, withheld) -> int:
        """Append an entry; words that are withheld are sealed and kept apart."""
        seq = len(self.stored)
        shown = {name: Disclosed(new_salt(), value) for name, value in words.items()}
        leaf = build(
            log=ORIGIN,
            seq=seq,
            type=type,
            at=f"2026-12-01T09:00:{seq:02}Z",
            subject=subject,
            public=public,
            sealed={name: digest(one.salt, name, one.value) for name, one in shown.items()},
            prev=self.last_of.get(subject),
            withheld=withheld,
        )
        self.last_of[subject] = seq
        self.stored.append(Stored(seq, leaf, leaf_hash(leaf)))
        for name, one in shown.items():
            kept = self.withheld if name in withheld else self.words
            kept[seq, name] = one
        return seq

    def put(self, place: int, leaf: bytes, *, rehash: bool) -> None:
        """Exchange the bytes at this place, with or without the hash that belongs to them."""
        old = self.stored[place]
        hashed = leaf_hash(leaf) if rehash else old.leaf_hash
        self.stored[place] = Stored(old.index, leaf, hashed)

    def rewrite(self, place: int, *, rehash: bool = True, **changes: Any) -> None:
        """Change top-level facts of an entry; None takes the key away."""
        facts = json.loads(self.stored[place].leaf) | changes
        kept = {key: value for key, value in facts.items() if value is not None}
        self.put(place, canonical(kept), rehash=rehash)

    def renumber(self) -> None:
        """Give the rows numbers without gaps, as somebody would who hides a removal."""
        self.stored = [
            Stored(index, one.leaf, one.leaf_hash) for index, one in enumerate(self.stored)
        ]

    def head(self, size: int) -> Head:
        """What a reader would have noted at this size."""
        return Head(size, root(one.leaf_hash for one in self.stored[:size]))

    def check(self, **known: Any) -> Report:
        return check(ORIGIN, self.stored, self.words, **known)


def lawful_log() -> SmallLog:
    """Eight entries, with one text withheld (3, exact_count) and one removed openly (4, note)."""
    log = SmallLog()
    log.add("log.created", "log", {"rules": "rules-1", "schema": SHA})
    missed = {"promise": "pro-1", "decision": "dec-0", "due_on": "2026-11-01"}
    log.add("promise.missed", "pro-1", missed)
    log.add(
        "decision.planned",
        "dec-1",
        {"decision": "dec-1", "decided_by": "post:dcs", "not_before": "2026-11-01"},
    )
    log.add_with(
        "decision.challenged",
        "dec-1",
        {"decision": "dec-1", "kind": "call-in", "received_on": "2026-11-20"},
        {"reasons": "Too few were asked.", "exact_count": "7"},
        withheld=("exact_count",),
    )
    log.add(
        "decision.status_changed",
        "dec-1",
        {"from": "agreed", "to": "in_progress"},
        note="Mia Example said so.",
        evidence="Form ordered.",
    )
    log.add("redaction", "dec-1", redaction(of=4, field="note"))
    del log.words[4, "note"]
    log.add("log.note", "log", {"about": "restore"}, words="The log was restored.")
    log.add("decision.translated", "dec-1", {"decision": "dec-1", "language": "cy"})
    return log


def redaction(*, of: int, field: str) -> dict[str, Any]:
    """The open part of an entry that removes words."""
    return {"entry": of, "field": field, "ground": "third-party", "authorised_by": "post:dpo"}
