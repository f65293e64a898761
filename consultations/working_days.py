"""Days on which a council works: Monday to Friday, less the bank holidays of England."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import lru_cache

MONDAY, FRIDAY, SATURDAY = 0, 4, 5
_DAY = timedelta(days=1)


@lru_cache(maxsize=32)
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of England and Wales, substitute days included.

    A holiday that is proclaimed once, such as for a coronation, is not among them.

    Source: Banking and Financial Dealings Act 1971, schedule 1, and the days that are proclaimed
    every year (New Year, early May); https://www.gov.uk/bank-holidays gives the same for 2024 to
    2027, which the tests hold this to.
    """
    easter = easter_sunday(year)
    new_year = date(year, 1, 1)
    christmas = [date(year, 12, 25), date(year, 12, 26)]
    days = {
        _next_weekday(new_year),
        easter - 2 * _DAY,
        easter + _DAY,
        _first_monday(date(year, 5, 1)),
        _first_monday(date(year, 5, 25)),
        _first_monday(date(year, 8, 25)),
    }
    for day in christmas:
        if day.weekday() < SATURDAY:
            days.add(day)
    while len(days) < 8:  # whatever fell on a weekend is made up for on the next free days
        days.add(_next_free(christmas[-1], days))
    return frozenset(days)


def easter_sunday(year: int) -> date:
    """Easter Sunday in the Gregorian calendar.

    Source: J. Meeus (1991), "Astronomical Algorithms", chapter 8 (the anonymous algorithm that was
    published in Nature, 1876).

    >>> easter_sunday(2026)
    datetime.date(2026, 4, 5)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def is_working_day(day: date, closed: Collection[date] = ()) -> bool:
    """Whether the council works on `day`. `closed` are days off of its own."""
    return day.weekday() <= FRIDAY and day not in bank_holidays(day.year) and day not in closed


def working_days(first: date, last: date, closed: Collection[date] = ()) -> Iterator[date]:
    """Every working day from `first` to `last`, both included."""
    return (day for day in days_from(first, last) if is_working_day(day, closed))


def days_from(first: date, last: date) -> Iterator[date]:
    """Every day from `first` to `last`, both included."""
    return (first + n * _DAY for n in range((last - first).days + 1))


def _first_monday(day: date) -> date:
    """The first Monday on or after `day`."""
    return day + (MONDAY - day.weekday()) % 7 * _DAY


def _next_weekday(day: date) -> date:
    """`day`, or the Monday after it when it falls on a weekend."""
    return day if day.weekday() <= FRIDAY else _first_monday(day)


def _next_free(day: date, taken: Collection[date]) -> date:
    """The first weekday after `day` that is not taken."""
    day += _DAY
    while day.weekday() > FRIDAY or day in taken:
        day += _DAY
    return day
