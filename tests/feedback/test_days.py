"""By which day something is read: Monday to Friday."""

from datetime import date, timedelta

import pytest

from feedback.days import late_when_received_by, read_by

MONDAY = date(2031, 3, 3)


def day(offset):
    return MONDAY + timedelta(days=offset)


@pytest.mark.parametrize(
    ("received", "within", "due"),
    [(0, 1, 1), (3, 1, 4), (4, 1, 7), (5, 1, 7), (6, 1, 7), (4, 2, 8), (0, 5, 7), (2, 3, 7)],
)
def test_weekends_do_not_count(received, within, due):
    assert read_by(day(received), within) == day(due)


@pytest.mark.parametrize("within", [1, 2, 5, 10])
@pytest.mark.parametrize("today", range(7))
def test_late_is_what_should_have_been_read_before_today(today, within):
    latest = late_when_received_by(day(today), within)

    assert read_by(latest, within) < day(today)
    assert read_by(latest + timedelta(days=1), within) >= day(today)
