"""Days on which a council works, against the days that the government published."""

from datetime import date

import pytest

from consultations.working_days import bank_holidays, is_working_day, working_days

# https://www.gov.uk/bank-holidays, England and Wales; 2021 and 2022 without what was proclaimed.
PUBLISHED = {
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_bank_holidays_are_those_that_were_published(year):
    days = sorted(day.isoformat()[5:] for day in bank_holidays(year))

    assert " ".join(days) == PUBLISHED[year]


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
        (date(2026, 12, 26), False),
        (date(2026, 12, 28), False),
        (date(2026, 12, 29), True),
    ],
)
def test_nobody_works_on_weekends_and_bank_holidays(day, works):
    assert is_working_day(day) is works


def test_a_council_has_days_off_of_its_own():
    days = working_days(date(2026, 12, 23), date(2026, 12, 30), {date(2026, 12, 29)})

    assert [day.day for day in days] == [23, 24, 30]
