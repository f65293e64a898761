"""What an outcome must say: whom it is about, and when it was known, told and acted on.

Pure: it knows no database. The same rules stand in the database as constraints.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from feedback.models.acted import TOLD, WORRIES, Outcome
from feedback.pathways import TOLD_AT_ONCE, Category


@dataclass(frozen=True)
class Facts:
    """What is written down with an outcome, apart from the outcome and what was done."""

    category: str = ""
    about_writer: bool = False
    about_another: bool = False
    others_at_risk: bool = False
    aware_at: datetime | None = None
    told_at: datetime | None = None
    acted_at: datetime | None = None
    reference: str = ""
    pattern: str = ""

    def at(self, now: datetime) -> Self:
        """The same, where times that are not said are now; but nobody knew later than they told
        or acted."""
        said = [moment for moment in (self.told_at, self.acted_at) if moment]
        knew = self.aware_at or min([now, *said])
        return replace(self, aware_at=knew, acted_at=self.acted_at or now)


Wrong = tuple[str, str | Promise]  # the field, and what to do about it


def wrong_with(outcome: str, facts: Facts, now: datetime) -> list[Wrong]:
    """What is missing or cannot be, in the order of the form."""
    return [*_missing(outcome, facts), *_times(facts.at(now), now)]


def _missing(outcome: str, facts: Facts) -> Iterator[Wrong]:
    if outcome in WORRIES and not facts.category:
        yield "category", _("Choose what it is about. The last one is “Something else”.")
    if outcome and facts.category in TOLD_AT_ONCE and not facts.told_at:
        yield (
            "told_at",
            _(
                "Possible child sexual abuse is not left for later. Tell the police or the local "
                "authority now, and write down when you told them."
            ),
        )
    elif outcome == Outcome.DANGER and not facts.told_at:
        yield "told_at", _("Call 999 now, and write down when you called.")
    elif outcome in TOLD and not facts.told_at:
        yield "told_at", _("Write down when you told them.")
    if outcome == Outcome.REFERRED and not facts.reference:
        yield (
            "reference",
            _(
                "Write the reference of the referral. If there is none yet, write how it can be "
                "found, such as the time and who took it."
            ),
        )


def _times(facts: Facts, now: datetime) -> Iterator[Wrong]:
    knew, told, acted = facts.aware_at, facts.told_at, facts.acted_at
    for name, moment in (("aware_at", knew), ("told_at", told), ("acted_at", acted)):
        if moment and moment > now:
            yield name, _("This has not happened yet. Check the day and the time.")
    if knew and acted and acted < knew:
        yield "acted_at", _("You cannot have acted before you knew. Check both times.")
    if knew and told and told < knew:
        yield "told_at", _("You cannot have told anybody before you knew. Check both times.")


def is_allegation(outcome: str, category: str) -> bool:
    """Whether it is about an adult who works with children, or about how people work."""
    about_staff = (Category.ALLEGATION, Category.PRACTICE)
    return outcome == Outcome.ALLEGATION or category in about_staff
