"""Walks a whole log once, hashes everything again, and says in sentences what is wrong.

What it can show: nobody has changed or removed what was entered, as far as the reader remembers
an earlier head. What it cannot: whoever can write the log can write it all anew, and a reader
with no earlier head and no witness sees nothing wrong. Nor can any log show what never went in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from governance.log.canonical import NotCanonical
from governance.log.disclosure import digest
from governance.log.entries import Entry, EntryRefused, read
from governance.log.merkle import HASH_BYTES, Tree, leaf_hash
from governance.log.schema import is_whole


@dataclass(frozen=True)
class Stored:
    """One entry as the database or an export holds it, whatever somebody did to it."""

    index: object  # a whole number from 0, unless it was altered
    leaf: bytes
    leaf_hash: bytes  # 32 bytes
    well_kept: bool = True  # number as number, leaf as text, hash as bytes; SQLite takes anything


@dataclass(frozen=True)
class Disclosed:
    """The words behind one digest, as they are shown today."""

    salt: str
    value: str


@dataclass(frozen=True)
class Head:
    """The size and root (32 bytes) of a log at some moment. Raises ValueError if impossible."""

    size: int
    root: bytes

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.root) != HASH_BYTES:
            raise ValueError("A head is a number of entries from 0 and a root of 32 bytes.")

    @classmethod
    def parse(cls, text: str) -> Self:
        """The head in "143:" followed by 64 hexadecimal digits; spaces around it do not matter.

        Raises ValueError, with a sentence, if it is not written so.
        """
        found = re.fullmatch(r"(0|[1-9][0-9]{0,14}):([0-9a-fA-F]{64})", text.strip())
        if found is None:
            raise ValueError(
                "A head is written as the number of entries, a colon and 64 hexadecimal digits."
            )
        return cls(int(found[1]), bytes.fromhex(found[2]))

    def __str__(self) -> str:
        return f"{self.size}:{self.root.hex()}"


@dataclass(frozen=True)
class Report:
    """What a walk found: how many entries, their root (32 bytes), and what is wrong."""

    size: int
    root: bytes
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def check(
    origin: str,
    stored: Iterable[Stored],
    disclosures: Mapping[tuple[int, str], Disclosed],
    *,
    size: int | None = None,
    head: Head | None = None,
) -> Report:
    """Everything that is wrong with the log named `origin`, one sentence for each problem.

    `stored` holds the entries in the order of the log. `disclosures` holds the words that exist
    today, by number of entry and name of text. `size` is how many entries the log itself claims.
    `head` is a size and root that somebody noted earlier.

    Never raises for what is in the log: an altered entry is named and the walk goes on.

    Source: RFC 6962, section 2.1, for the root; the rules of section 2.4 of the log's design.
    """
    walk = _Walk(origin, head)
    for one in stored:
        walk.step(one)
    problems = [*walk.problems, *_words(walk, disclosures)]
    if size is not None and size != walk.tree.size:
        problems.append(
            f"The log says that it has {_entries(size)}, but {walk.tree.size} were found."
        )
    if head is not None:
        problems.extend(_since(head, walk))
    return Report(walk.tree.size, walk.tree.root(), tuple(problems))


class _Walk:
    """What is known of the log after each step."""

    def __init__(self, origin: str, head: Head | None) -> None:
        self.origin = origin
        self.problems: list[str] = []
        self.tree = Tree()
        self.next = 0  # the number that the next entry must have
        self.read: list[tuple[int, Entry]] = []
        self.unreadable: set[int] = set()
        self.removed: dict[tuple[int, str], int] = {}  # to the last redaction that names it
        self.root_then: bytes | None = None  # at the size of the head
        self._size_then = head.size if head else None
        self._last_of: dict[str, int] = {}  # subject to its last entry
        self._out_of_sight: dict[str, int] = {}  # subject to the entry that took it out of sight
        self._at = ""
        self._note_root()

    def step(self, one: Stored) -> None:
        """Take in the next entry."""
        index = self._number(one)
        self._place(index)
        self._bytes(index, one)
        try:
            entry = read(one.leaf)
        except EntryRefused as refusal:
            self.unreadable.add(index)
            self._say(index, f"it breaks a rule. {refusal}")
            return
        self.read.append((index, entry))
        self._identity(index, entry)
        self._thread(index, entry)
        self._time(index, entry)
        self._sight(index, entry)
        if entry.type == "redaction":
            self.removed[entry.public["entry"], entry.public["field"]] = index

    def _say(self, index: int, sentence: str) -> None:
        self.problems.append(f"Entry {index}: {sentence}")

    def _note_root(self) -> None:
        if self.tree.size == self._size_then:
            self.root_then = self.tree.root()

    def _number(self, one: Stored) -> int:
        """The number of an entry: if that was made into something else, the one it gives itself."""
        if isinstance(one.index, int) and is_whole(one.index):
            return one.index
        try:
            number = read(one.leaf).seq
        except EntryRefused:
            number = self.next
        self._say(number, "its number is stored as something that is no number.")
        return number

    def _bytes(self, index: int, one: Stored) -> None:
        """Its bytes are kept as they should be, and are those that were hashed."""
        if not one.well_kept:
            self._say(index, "a part of it is stored as another kind of value than was written.")
        fingerprint = leaf_hash(one.leaf)
        if fingerprint != one.leaf_hash:
            self._say(index, "the stored hash does not match the stored bytes.")
        self.tree.append(fingerprint)
        self._note_root()

    def _place(self, index: int) -> None:
        """No gap, nothing twice, nothing out of order."""
        if index < self.next:
            self._say(index, "it is out of order, or stands twice.")
        elif index == self.next + 1:
            self._say(self.next, "it is missing.")
        elif index > self.next:
            self.problems.append(f"Entries {self.next} to {index - 1}: they are missing.")
        self.next = max(self.next, index + 1)

    def _identity(self, index: int, entry: Entry) -> None:
        """It is this entry, of this log, and only the first one opens it."""
        if entry.seq != index:
            self._say(index, f"it says of itself that it is entry {entry.seq}.")
        if entry.log != self.origin:
            self._say(index, f"it belongs to another log, {entry.log}.")
        if index == 0 and entry.type != "log.created":
            self._say(index, "the first entry must say that the log was created.")
        if index != 0 and entry.type == "log.created":
            self._say(index, "only the first entry can say that the log was created.")

    def _thread(self, index: int, entry: Entry) -> None:
        """Rule L8: `prev` is the last earlier entry with the same subject."""
        last = self._last_of.get(entry.subject)
        self._last_of[entry.subject] = index
        if entry.prev == last or self._hidden(entry.prev, after=last):
            return
        named = "no earlier entry" if entry.prev is None else f"entry {entry.prev}"
        truth = "there is none" if last is None else f"that is entry {last}"
        self._say(index, f"it names {named} as the one before it on the same subject, but {truth}.")

    def _hidden(self, prev: int | None, after: int | None) -> bool:
        """Whether `prev` is an entry already named as unreadable, so its subject is unknown."""
        return prev in self.unreadable and (after is None or prev > after)

    def _time(self, index: int, entry: Entry) -> None:
        """Rule L6: times never go back. As text they sort in the order of time."""
        if entry.at < self._at:
            self._say(index, f"its time, {entry.at}, is before that of the entry before it.")
        self._at = entry.at

    def _sight(self, index: int, entry: Entry) -> None:
        """Only what is in sight is taken out of sight, and only that comes back, once."""
        if entry.type == "publication.withdrawn":
            if entry.subject in self._out_of_sight:
                self._say(index, "it takes out of sight what was out of sight already.")
            self._out_of_sight[entry.subject] = index
        elif entry.type == "publication.restored":
            named, taken = entry.public["entry"], self._out_of_sight.pop(entry.subject, None)
            if taken != named and named not in self.unreadable:
                self._say(index, f"it brings back what entry {named} did not take out of sight.")


def _words(walk: _Walk, disclosures: Mapping[tuple[int, str], Disclosed]) -> Iterator[str]:
    """What is wrong with the sealed texts, once every redaction is known."""
    sealed: set[tuple[int, str]] = set()
    for index, entry in walk.read:
        for name in entry.sealed:
            key = (index, name)
            sealed.add(key)
            removed = walk.removed.get(key, -1) > index
            problem = _state(entry, name, disclosures.get(key), removed=removed)
            if problem:
                yield f"Entry {index}: {problem} ({name})."

    for index, name in sorted(disclosures.keys() - sealed, key=repr):
        if index not in walk.unreadable:
            yield f"Entry {index}: there are stored words that no such entry sealed ({name})."
    for (index, name), by in walk.removed.items():
        if (index, name) not in sealed and index not in walk.unreadable:
            yield f"Entry {by}: it removes words that entry {index} never sealed ({name})."


def _state(entry: Entry, name: str, shown: Disclosed | None, *, removed: bool) -> str:
    """What is unlawful about one sealed text, or nothing.

    Lawful are: shown and matching, withheld at sealing, removed by a later redaction. Withheld
    words may be stored (an auditor can be shown them), and then they too must match.
    """
    if shown is None:
        if removed or name in entry.withheld:
            return ""
        return "the sealed words are gone, and no later entry says that they were removed"
    if removed:
        return "the words were removed by a later entry, but they are still stored"
    if not _matches(entry.sealed[name], name, shown):
        return "the stored words are not the words that were sealed"
    return ""


def _matches(sealed: str, name: str, shown: Disclosed) -> bool:
    try:
        return digest(shown.salt, name, shown.value) == sealed
    except NotCanonical:  # such words can never have been sealed
        return False


def _since(head: Head, walk: _Walk) -> Iterator[str]:
    """Whether the log still begins with what was noted earlier."""
    if walk.next < head.size:
        yield (
            f"Earlier the log had {_entries(head.size)}, and now it ends after {walk.next}: "
            "the end has been cut off."
        )
    elif walk.root_then != head.root:
        yield (
            f"The root noted earlier does not fit: something among the first "
            f"{_entries(head.size)} is not what it was."
        )


def _entries(n: int) -> str:
    return "1 entry" if n == 1 else f"{n} entries"
