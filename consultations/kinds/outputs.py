"""What comes out of a kind of question: tables to publish, columns to export, lines on paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

SKIPPED = -8  # asked, and not answered
NOT_ASKED = -9
REMARK = "_remark"  # the end of a column's name: what somebody said of the question itself

Words = Mapping[str, str]  # by language
Number = Decimal | int | None


@dataclass(frozen=True)
class Part:
    """One table of a question: what it is about, its columns, and in which a stored value counts.

    `id` is the question's, or that of the one answer that the table is about; `words` are that
    answer's. A column is (key, words). `column_of` takes what is stored: an option and a number.
    """

    id: str
    columns: Sequence[tuple[str, Words]]
    column_of: Callable[[str | None, Number], str | None]
    words: Words = field(default_factory=dict)


@dataclass(frozen=True)
class Column:
    """A column of an export. Its name is made of data name and code, and never changes.

    `holds` is "code", "yes_no", "codes", "place", "number" or "text". `words` say what the column
    is about, where it is about one of several answers; `values` say what the numbers in it mean.
    """

    name: str
    holds: str
    words: Words = field(default_factory=dict)
    values: Mapping[int, Words] = field(default_factory=dict)
