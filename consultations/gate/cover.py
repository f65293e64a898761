"""Is somebody there to read, on every working day? (requirements B16)"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from django.utils.formats import date_format
from django.utils.translation import ngettext

from consultations.gate.facts import Cover, Facts
from consultations.gate.lines import Line, hard
from consultations.working_days import is_working_day, working_days

FAR = timedelta(days=60)  # further than any run of days off


def somebody_reads(facts: Facts) -> Iterator[Line]:
    """Two people who may read are there on each working day on which it is open."""
    if not facts.opens_on or not facts.closes_on:
        return
    gaps = list(uncovered(facts.opens_on, facts.closes_on, facts.cover, facts.closed))
    if gaps:
        yield hard(
            "cover",
            ngettext(
                "On %(n)s working day, %(first)s, nobody is on the rota to read with a stand-in.",
                "On %(n)s working days, the first %(first)s, nobody is on the rota to read with a "
                "stand-in.",
                len(gaps),
            )
            % {"n": len(gaps), "first": date_format(gaps[0])},
            "cover",
        )


def uncovered(
    first: date, last: date, cover: Iterable[Cover], closed: Collection[date] = ()
) -> Iterator[date]:
    """The working days from `first` to `last` on which nobody reads."""
    lines = list(cover)
    return (day for day in working_days(first, last, closed) if not _is_covered(day, lines))


def takes_words(
    today: date, cover: Iterable[Cover], closed: Collection[date] = (), within: int = 1
) -> bool:
    """Whether people may write in their own words today.

    Somebody is to be there today, when it is a working day, and on the `within` working days after
    it, by which we promise to have read what comes in.
    """
    lines = list(cover)
    later = islice(working_days(today + timedelta(days=1), today + FAR, closed), within)
    today_too = [today] if is_working_day(today, closed) else []
    return all(_is_covered(day, lines) for day in (*today_too, *later))


def _is_covered(day: date, cover: Iterable[Cover]) -> bool:
    return any(line.first_day <= day <= line.last_day for line in cover)
