"""What became of each row of a spreadsheet, or of each question that went into one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Fate(StrEnum):
    """What became of it."""

    CARRIED = "carried"
    CHANGED = "changed"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Line:
    """One sentence of a report: about which row (0 for the whole), and by which name."""

    fate: Fate
    row: int
    name: str
    sentence: str


@dataclass
class Report:
    """Everything that was noted, in the order of the rows."""

    lines: list[Line] = field(default_factory=list)

    def changed(self, row: int, name: str, sentence: str) -> None:
        """It came over, but not as it was."""
        self.lines.append(Line(Fate.CHANGED, row, name, str(sentence)))

    def left_out(self, row: int, name: str, sentence: str) -> None:
        """It did not come over."""
        self.lines.append(Line(Fate.LEFT_OUT, row, name, str(sentence)))

    def of(self, fate: Fate) -> Sequence[Line]:
        """The lines that say this, in the order of the rows."""
        return sorted((one for one in self.lines if one.fate == fate), key=lambda one: one.row)

    @property
    def is_empty(self) -> bool:
        """Whether everything came over as it was."""
        return not self.lines
