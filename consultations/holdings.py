"""What this software keeps: every stored field, why, how sensitive, how long.

Each room names its own fields in its own `holdings.py`; a test fails when a field has no entry.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Sensitivity(StrEnum):
    """How much harm it would do if the wrong person saw it."""

    PUBLIC = "public"
    STAFF = "about a member of staff"
    WORKING = "seen by staff only"
    PERSONAL = "could be about a person"
    CHILD = "could be about a child"
    SECRET = "opens something"


@dataclass(frozen=True)
class Holding:
    """One stored field. `kept` is a sentence about how long."""

    field: str
    why: str
    sensitivity: Sensitivity
    kept: str


_HOLDINGS: dict[str, Holding] = {}

FOR_GOOD = "As long as the council publishes it."
WITH_ITS_PAGE = "As long as the page that it belongs to."


def hold(model: str, why: str, *, fields: str, sensitivity: Sensitivity, kept: str) -> None:
    """Say why we keep the named `fields` (with spaces between them) of `model`.

    `model` is a label such as "feedback.Response". Raises ValueError for a field named twice.
    """
    for name in fields.split():
        label = f"{model}.{name}"
        if label in _HOLDINGS:
            raise ValueError(f"{label} is held twice.")
        _HOLDINGS[label] = Holding(label, why, sensitivity, kept)


def all_holdings() -> Iterator[Holding]:
    """Every holding of every room that has been imported."""
    yield from _HOLDINGS.values()
