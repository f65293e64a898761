"""A line of the gate: something that is missing, how much it matters, and where to mend it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a line matters."""

    HARD = "hard"  # it has to be done
    SOFT = "soft"  # it is done, or a reason is given that everybody can read
    NOTE = "note"  # worth a second look


@dataclass(frozen=True)
class Line:
    """Something that is missing. `code` is its own for ever, `place` a name of gate/places.py."""

    code: str
    level: Level
    sentence: str
    place: str
    reason: str = ""  # why the officer opens without it

    @property
    def blocks(self) -> bool:
        """Whether it keeps the consultation from opening."""
        return self.level is Level.HARD or (self.level is Level.SOFT and not self.reason)


@dataclass(frozen=True)
class Section:
    """A question that the gate asks, and what is missing to answer it. Nothing is: it is done."""

    heading: str
    lines: Sequence[Line]

    @property
    def blocks(self) -> bool:
        return any(line.blocks for line in self.lines)


def hard(code: str, sentence: str, place: str) -> Line:
    return Line(code, Level.HARD, str(sentence), place)


def soft(code: str, sentence: str, place: str) -> Line:
    return Line(code, Level.SOFT, str(sentence), place)


def note(code: str, sentence: str, place: str) -> Line:
    return Line(code, Level.NOTE, str(sentence), place)
