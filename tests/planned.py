"""Builders of what the gate asks for: a plan that is complete, and a rota that has no gaps."""

from datetime import date
from typing import Any

from consultations.gate.keeping import lines_of
from consultations.gate.lines import Level
from consultations.models import (
    Check,
    CheckStatus,
    ConsideredOption,
    ConsultationPage,
    CoverageTarget,
    ImpactCheck,
    Override,
    ReadingCover,
    Standing,
    TriedOut,
)
from tests import make

EVIDENCE = "We meet them where they already are, and they choose how to say it."
REASON = "This is a test, and nobody is asked in earnest."
LISTS = ("considered", "tried_out", "checks", "expected")
TEXTS = dict.fromkeys(("space", "voice", "audience", "influence"), EVIDENCE)


def facts(decision_by: date | None) -> dict[str, Any]:
    """What a planned consultation says on its page."""
    said = {"undecided_on": make.today(), "undecided_by": make.staff("participation")}
    return TEXTS | {"rung": 5, "read_by": decision_by} | said


def complete(page: ConsultationPage, **lists: Any) -> None:
    """Give a draft lists in which nothing is missing, unless `lists` says what stands in one, and
    its council a rota, unless it has one."""
    if not ReadingCover.objects.exists():
        cover()
    page.considered = lists.get("considered", [option("Keep it"), option("Change it")])
    page.tried_out = lists.get("tried_out", [tried_out()])
    page.checks = lists.get("checks", [check(kind) for kind in Check.values])
    groups = lists.get("expected") or [{}]
    page.expected = [one if isinstance(one, CoverageTarget) else group(**one) for one in groups]


def excuse(page: ConsultationPage) -> None:
    """Give a reason for every soft line, as an officer who is sure of their case would."""
    page.overrides = [
        Override(code=line.code, reason=REASON, given_on=make.today())
        for line in lines_of(page, make.council())
        if line.level is Level.SOFT
    ]


def texts() -> set[str]:
    """What people read of a plan that is complete."""
    said = {"Keep it", "Change it", "It helps some of us.", "The young people's panel"}
    return said | {"They made one question short.", "Parents of young children", "At the nursery."}


def option(text: str, standing: str = Standing.OPEN) -> ConsideredOption:
    return ConsideredOption(text=text, standing=standing, reasons="It helps some of us.")


def tried_out() -> TriedOut:
    return TriedOut(
        who="The young people's panel",
        number=6,
        bands=["10-12"],
        tried_on=make.today(-60),
        changed="They made one question short.",
    )


def check(kind: str, status: str = CheckStatus.APPROVED) -> ImpactCheck:
    return ImpactCheck(
        kind=kind, status=status, owner="Head of Service", checked_on=make.today(-50)
    )


def group(**more: Any) -> CoverageTarget:
    """A group that the consultation affects."""
    told = {
        "label": "Parents of young children",
        "role": "parent",
        "number": 5,
        "reach": "At the nursery.",
        "might_be_missed": True,
    }
    return CoverageTarget(**(told | more))


def cover(first: int = -400, last: int = 800, **more: Any) -> ReadingCover:
    """A line of the rota: two people who read, from one day to another, counted from today."""
    people = {"lead": make.staff("reader"), "deputy": make.staff("safeguarding")}
    return ReadingCover.objects.create(
        council=make.council(),
        first_day=make.today(first),
        last_day=make.today(last),
        **(people | more),
    )
