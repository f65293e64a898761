"""What was planned before each of Larkmere's consultations opened, and who reads when."""

from datetime import date
from typing import Any

from wagtail.models import Site

from consultations.actions import planning
from consultations.gate.keeping import lines_of
from consultations.gate.lines import Level
from consultations.models import (
    Check,
    CheckStatus,
    ConsideredOption,
    ConsultationPage,
    CouncilPeriod,
    CoverageTarget,
    ImpactCheck,
    ReadingCover,
    TriedOut,
)
from consultations.models.planning import CHECKLIST
from heard.demo import day, read

OWNERS = {
    Check.DPIA: "Information governance officer",
    Check.EQIA: "Equality officer",
    Check.SAFEGUARDING: "Safeguarding lead",
    Check.ETHICS: "Participation manager",
}
HARD_WORDS = "The panel read it and wanted to keep it. They said that other words would be longer."


def load_rota(*, staff: dict[str, Any]) -> None:
    """Who reads when, and the days that are not like others."""
    told, council = read("planning"), Site.objects.get(is_default_site=True)
    for line in told["cover"]:
        ReadingCover.objects.create(
            council=council,
            first_day=day(line["first"]),
            last_day=day(line["last"]),
            lead=staff[line["lead"]],
            deputy=staff[line["deputy"]],
        )
    for period in told["period"]:
        CouncilPeriod.objects.create(
            council=council,
            kind=period["kind"],
            name=period["name"],
            first_day=day(period["first"]),
            last_day=day(period["last"]),
        )


def plan(page: ConsultationPage, told: dict) -> None:
    """Fill in the plan of a consultation that is ready to open."""
    page.rung, page.read_by = told["rung"], day(told["read_by"])
    _fill_in(page, told)
    checked_on = day(told["undecided"])
    page.checks = [_check(kind, checked_on) for kind in Check]
    for group in page.expected.all():
        group.reach = told["reach"][group.label]
        group.might_be_missed = group.band == "0-5" or group.role == "parent"
    page.expected = page.expected.all()


def _fill_in(page: ConsultationPage, told: dict) -> None:
    """What a draft has too."""
    for name in CHECKLIST:
        setattr(page, name, told[name])
    page.considered = [
        ConsideredOption(sort_order=place, **one)
        for place, one in enumerate(told.get("considered", []))
    ]
    page.tried_out = [
        TriedOut(sort_order=place, **(one | {"tried_on": day(one["tried_on"])}))
        for place, one in enumerate(told.get("tried_out", []))
    ]


def _check(kind: Check, on: date) -> ImpactCheck:
    """A check that was approved; nobody outside has to look at what is anonymous."""
    approved = kind != Check.ETHICS
    status = CheckStatus.APPROVED if approved else CheckStatus.NOT_NEEDED
    reference = f"{kind.upper()} {on.year}/{on.month}" if approved else ""
    return ImpactCheck(
        kind=kind, status=status, owner=OWNERS[kind], checked_on=on, reference=reference
    )


def answer_the_gate(page: ConsultationPage, told: dict, *, by: Any) -> None:
    """Say that nothing is decided, and give a reason for what a consultation does without."""
    planning.say_undecided(page=page, by=by, today=day(told["undecided"]))
    for line in lines_of(page.get_latest_revision_as_object()):
        if line.level is Level.SOFT:
            reason = told.get("reason", {}).get(line.code, HARD_WORDS)
            on = day(told["undecided"])
            planning.give_reason(page=page, code=line.code, reason=reason, by=by, today=on)


def plan_draft(page: ConsultationPage, told: dict) -> None:
    """Fill in the plan of a draft that has gaps."""
    page.rung = told["rung"]
    page.roles, page.bands = told["roles"], told["bands"]
    _fill_in(page, told)
    page.expected = [CoverageTarget(**group) for group in told["expected"]]
    page.checks = [
        ImpactCheck(checked_on=day(one["on"]), **{name: one[name] for name in one if name != "on"})
        for one in told["checks"]
    ]
