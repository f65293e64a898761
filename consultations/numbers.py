"""Reading a number as people type it, and putting numbers into groups."""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

MOST_DIGITS = 10  # before the point: what the database keeps
# Signs that some people put between thousands: spaces, apostrophes, the Arabic separator.
_BETWEEN = re.compile(r"(?<=\d)[\s'\u2019\u066c\u00a0\u202f\u2009](?=\d{3}(?!\d))")
_WITH_COMMAS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")  # 1,000.5
_WITH_POINTS = re.compile(r"[+-]?\d{1,3}((\.\d{3}){2,}|(\.\d{3})+,\d+)")  # 1.000.000 or 1.000,5
_PLAIN = re.compile(r"[+-]?(\d+[.,]?\d*|[.,]\d+)")
_UNCLEAR = re.compile(r"[+-]?\d{1,3}\.\d{3}")  # a thousand to some, one to others
NICE = (1, 2, 5)
N_GROUPS = 5
EACH_ALONE = 6  # so few numbers need no groups


def read_number(text: str, unit: str = "") -> Decimal | None:
    """The number in `text`, or None if we cannot tell which it is.

    Takes digits of any script, signs between thousands, a comma or a point before decimals, and
    the unit or a pound sign beside it.

    >>> read_number("1,000"), read_number("٣"), read_number("2,5"), read_number("3 days", "days")
    (Decimal('1000'), Decimal('3'), Decimal('2.5'), Decimal('3'))
    >>> read_number("three"), read_number("1.000"), read_number("3 or 4")
    (None, None, None)
    """
    plain = _western(text).casefold().strip().removeprefix("£")
    if unit:
        plain = plain.removesuffix(_western(unit).casefold().strip())
    plain = _BETWEEN.sub("", plain.strip())
    if _UNCLEAR.fullmatch(plain):
        return None
    if _WITH_COMMAS.fullmatch(plain):
        plain = plain.replace(",", "")
    if _WITH_POINTS.fullmatch(plain):
        plain = plain.replace(".", "")
    if not _PLAIN.fullmatch(plain):
        return None
    number = Decimal(plain.replace(",", "."))
    return number if number.adjusted() < MOST_DIGITS else None


def _western(text: str) -> str:
    """The same text with the digits and signs that computers reckon with."""
    digits = (str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)
    return "".join(digits).replace("\u066b", ".").replace("\u2212", "-")


def default_starts(least: Decimal, most: Decimal | None, *, whole: bool) -> list[Decimal]:
    """Where groups begin when nobody says: each number where there are few, or about five.

    >>> [int(n) for n in default_starts(Decimal(0), Decimal(100), whole=True)]
    [0, 20, 40, 60, 80]
    >>> [int(n) for n in default_starts(Decimal(1), Decimal(4), whole=True)]
    [1, 2, 3, 4]
    >>> [int(n) for n in default_starts(Decimal(0), None, whole=True)]
    [0, 1, 2, 6, 11]
    """
    if most is None:
        return [least + step for step in (0, 1, 2, 6, 11)]
    span = most - least
    if whole and span < EACH_ALONE:
        return [least + step for step in range(int(span) + 1)]
    width = _nice(span / N_GROUPS)
    first = (least / width).to_integral_value(rounding="ROUND_FLOOR") * width
    starts = [first + width * step for step in range(2 * N_GROUPS)]
    return [least, *(start for start in starts if least < start < most)]


def _nice(width: Decimal) -> Decimal:
    """The next round width: 1, 2 or 5 with noughts."""
    scale = Decimal(1).scaleb(width.adjusted())
    return next((n * scale for n in NICE if n * scale >= width), 10 * scale)


def group_of(number: Decimal, starts: Sequence[Decimal]) -> int:
    """Which group, from 0, a number is in. The first and the last take what lies beyond them.

    >>> group_of(Decimal(7), [Decimal(0), Decimal(1), Decimal(5)])
    2
    """
    return max(sum(1 for start in starts if number >= start) - 1, 0)
