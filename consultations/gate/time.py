"""Is there time enough, and does somebody with power listen? (requirements B3, B4)"""

from collections.abc import Iterable, Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.gate.facts import Facts, Period
from consultations.gate.lines import Line, hard, note, soft
from consultations.working_days import days_from


def there_is_time(facts: Facts) -> Iterator[Line]:
    """It is open long enough, at a time when people can answer."""
    if not facts.opens_on or not facts.closes_on:
        yield hard("days", _("Say on which day it opens, and which day is the last."), "dates")
        return
    n_days = (facts.closes_on - facts.opens_on).days + 1
    if n_days < facts.limits.least_days:
        yield soft(
            "short",
            ngettext(
                "It is open for %(days)s day. We promise at least %(least)s days.",
                "It is open for %(days)s days. We promise at least %(least)s days.",
                n_days,
            )
            % {"days": n_days, "least": facts.limits.least_days},
            "dates",
        )
    if facts.today and facts.closes_on < facts.today:
        told = _("Its last day, %s, is over: nobody can answer.") % date_format(facts.closes_on)
        yield note("over", told, "dates")
    if 2 * _n_days_in(facts, facts.holidays) > n_days:
        yield note("holidays", _("More than half of its days are in the school holidays."), "dates")
    for period in facts.elections:
        if period.first_day <= facts.closes_on and period.last_day >= facts.opens_on:
            yield note("election", _("It is open during “%s”.") % period.name, "dates")


def somebody_listens(facts: Facts) -> Iterator[Line]:
    """A post with the power to act has read it by a day that people can hold it to."""
    if not facts.decider.strip():
        yield hard("decider", _("Name the post that decides."), "decider")
    if not facts.read_by:
        yield hard(
            "read-by",
            _("Say by which day the one who decides has read what people said."),
            "read_by",
        )
        return
    if facts.closes_on and facts.read_by < facts.closes_on:
        yield hard("read-early", _("Nobody can have read it all before the last day."), "read_by")
    if facts.decision_by and facts.read_by > facts.decision_by:
        yield hard(
            "read-late",
            _("What people said is to be read before the decision is published on %s.")
            % date_format(facts.decision_by),
            "read_by",
        )


def _n_days_in(facts: Facts, periods: Iterable[Period]) -> int:
    """How many of the days on which it is open lie in one of `periods`."""
    return sum(
        any(period.first_day <= day <= period.last_day for period in periods)
        for day in days_from(facts.opens_on, facts.closes_on)
    )
