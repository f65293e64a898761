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
    """One sentence of a report: about which row (0 for the whole), and by which name. `sheet` and
    `column` say where it stands; "" where it is no single one."""

    fate: Fate
    row: int
    name: str
    sentence: str
    sheet: str = "survey"
    column: str = ""


@dataclass
class Report:
    """Everything that was noted, in the order of the rows, and nothing twice."""

    lines: list[Line] = field(default_factory=list)

    def changed(self, row: int, name: str, sentence: str, **where: str) -> None:
        """It came over, but not as it was."""
        self._note(Line(Fate.CHANGED, row, name, str(sentence), **where))

    def left_out(self, row: int, name: str, sentence: str, **where: str) -> None:
        """It did not come over."""
        self._note(Line(Fate.LEFT_OUT, row, name, str(sentence), **where))

    def of(self, fate: Fate) -> Sequence[Line]:
        """The lines that say this: of the whole, then sheet by sheet in the order of the rows."""
        sheets = list(dict.fromkeys(["", "survey", "choices", *(one.sheet for one in self.lines)]))
        found = [one for one in self.lines if one.fate == fate]
        return sorted(found, key=lambda one: (sheets.index(one.sheet), one.row))

    @property
    def is_empty(self) -> bool:
        """Whether everything came over as it was."""
        return not self.lines

    def _note(self, line: Line) -> None:
        if line not in self.lines:
            self.lines.append(line)
