"""Names for columns and codes, made once and kept for ever."""

import re
import unicodedata
from collections.abc import Collection

LONGEST = 24
# Words that SPSS keeps for itself.
RESERVED = frozenset(
    ["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"]
)


def propose_name(text: str, taken: Collection[str], *, prefix: str = "q") -> str:
    """A name for `text`: small letters, numbers and low lines, at most 24, not in `taken`.

    Words that cannot be written so (Arabic, emoji) give `prefix` and a number.

    >>> propose_name("Do you feel heard?", {"do_you_feel_heard"})
    'do_you_feel_heard_2'
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", ascii_text).strip("_")[:LONGEST].rstrip("_")
    if not name or not name[0].isalpha() or name in RESERVED:
        name = f"{prefix}_{name}"[:LONGEST].rstrip("_")
    if name == prefix or name in taken:
        name = _numbered(name, taken)
    return name


def _numbered(name: str, taken: Collection[str]) -> str:
    """`name` with the first number that makes it one of its own."""
    number = 2 if name in taken else 1
    while (candidate := f"{name[: LONGEST - len(str(number)) - 1]}_{number}") in taken:
        number += 1
    return candidate
