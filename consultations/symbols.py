"""Pictures for Easy Read: OpenMoji, which anyone may use and share with credit (CC BY-SA 4.0).

The pictures are static files, named by their code. Their names and the words by which an officer
finds them are in data/symbols.json, taken from the package "openmoji" 17.0.0 less what no child
should meet here.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CREDIT = "OpenMoji"
LICENCE = "CC BY-SA 4.0"
_DATA = Path(__file__).parent / "data" / "symbols.json"


@dataclass(frozen=True)
class Symbol:
    """A picture: the code of its file, its name, and other words that it is found by."""

    code: str
    name: str
    tags: tuple[str, ...] = ()

    @property
    def pk(self) -> str:
        """What Wagtail's choosers call the identity of a thing."""
        return self.code

    @property
    def path(self) -> str:
        """Where its file is, among the static files."""
        return f"openmoji/{self.code}.svg"

    def __str__(self) -> str:
        return self.name


@cache
def every_symbol() -> dict[str, Symbol]:
    """All pictures by their code, in the order of the set."""
    told = json.loads(_DATA.read_text(encoding="utf-8"))
    return {one["code"]: Symbol(one["code"], one["name"], tuple(one["tags"])) for one in told}


def search(wanted: str) -> Sequence[Symbol]:
    """The pictures that every word of `wanted` leads to, those named so first; all for no words.

    >>> [symbol.name for symbol in search("social work")][:1]
    []
    >>> search("school")[0].name
    'school'
    """
    words = wanted.casefold().split()
    found = [symbol for symbol in every_symbol().values() if _leads_to(words, symbol)]
    return sorted(found, key=lambda symbol: not _is_named(words, symbol))


def _leads_to(words: list[str], symbol: Symbol) -> bool:
    known = " ".join((symbol.name, *symbol.tags)).casefold().replace("-", " ").split()
    return all(any(one.startswith(word) for one in known) for word in words)


def _is_named(words: list[str], symbol: Symbol) -> bool:
    named = symbol.name.casefold().split()
    return all(any(one.startswith(word) for one in named) for word in words)
