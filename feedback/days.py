"""Days on which somebody works: Monday to Friday. Bank holidays are not known yet."""

from datetime import date, timedelta

SATURDAY = 5


def read_by(received_on: date, within: int) -> date:
    """The last day for reading what came in on a day, `within` working days later.

    >>> read_by(date(2031, 3, 7), 1)  # a Friday
    datetime.date(2031, 3, 10)
    """
    day = received_on
    for _working_day in range(within):
        day = _next_working_day(day)
    return day


def late_when_received_by(today: date, within: int) -> date:
    """The latest day on which something must have come in for it to be late today."""
    day = today - timedelta(days=1)
    while read_by(day, within) >= today:
        day -= timedelta(days=1)
    return day


def _next_working_day(day: date) -> date:
    day += timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day
