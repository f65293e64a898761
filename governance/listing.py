"""The list of decisions, what it can be filtered by, and the numbers above it."""

from collections.abc import Iterable
from statistics import median
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from consultations.models import InformationItem
from governance.models.decision import DecisionPage, ItemChange, Outcome
from governance.promised import Standing, promise_said, standing, tell_promises
from governance.said import corrections_in, history_of

if TYPE_CHECKING:
    from governance.models import WhatChangedPage

PER_PAGE = 20
PROMISES = {"late": _("Past their date"), "due": _("Still to come"), "kept": _("Kept")}


def shown_list(page: "WhatChangedPage", request: HttpRequest) -> dict[str, Any]:
    """Decisions that fit the filters, with their corrections, and the figures for all of them."""
    outcome, item = request.GET.get("outcome", ""), request.GET.get("item", "")
    promises = request.GET.get("promises", "")
    everything = list(page.decisions())
    tell_promises(everything)
    made = standing(page.get_site())
    items = list(_items(everything))
    about = [one for one in items if str(one.pk) == item] if item else None
    shown = _fitting(everything, outcome, about, promises)
    paged = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    _tell_corrections(paged)
    return {
        "decisions": paged,
        "outcomes": Outcome.choices,
        "outcome": outcome,
        "items": items,
        "item": item,
        "promise_states": PROMISES.items(),
        "promises": promises if promises in PROMISES else "",
        "hidden": _out_of_sight(everything, made, promises),
        "figures": figures(everything, made),
    }


def _fitting(
    decisions: list[DecisionPage], outcome: str, about: list[InformationItem] | None, promises: str
) -> list[DecisionPage]:
    """Decisions that fit every filter, each with the promises that were `found`."""
    if outcome in Outcome.values:
        decisions = [one for one in decisions if one.outcome == outcome]
    if about is not None:
        lines = ItemChange.objects.filter(item__in=about)
        named = set(lines.values_list("page", flat=True))
        decisions = [one for one in decisions if one.pk in named]
    if promises in PROMISES:
        for one in decisions:
            one.found = _found(one, promises)
        decisions = [one for one in decisions if one.found]
    return decisions


def _found(decision: DecisionPage, wanted: str) -> list[tuple[Any, str]]:
    """Promises of a decision that stand so, each with its words in the language of the page."""
    return [
        (promise, promise_said(decision, promise)["text"])
        for promise in decision.promises_made
        if _is(wanted, promise)
    ]


def figures(decisions: list[DecisionPage], made: list[Standing]) -> dict[str, Any]:
    """The numbers at the top: decisions, how many changed something, promises late, days taken.

    Promises are counted as the record tells them, also where the decision is out of sight. `days`
    is the median of whole days from the last day of a consultation to its decision (for an even
    number the mean of the middle two), None when there is no decision.
    """
    waits = [
        (decision.decided_on - decision.findings.consultation_page.closes_on).days
        for decision in decisions
    ]
    changed = (Outcome.CHANGED, Outcome.PARTLY_CHANGED)
    return {
        "decisions": len(decisions),
        "changed": sum(decision.outcome in changed for decision in decisions),
        "late": sum(promise.state == "late" for promise in made),
        "days": median(waits) if waits else None,
    }


def _is(wanted: str, promise: Any) -> bool:
    """Whether a promise stands so. One that was kept late was kept."""
    return promise.state == wanted or (wanted == "kept" and promise.state == "kept_late")


def _items(decisions: list[DecisionPage]) -> Iterable[InformationItem]:
    named = InformationItem.objects.filter(changes__page__in=[one.pk for one in decisions])
    return named.distinct().order_by("title")


def _tell_corrections(decisions: Iterable[DecisionPage]) -> None:
    """Tell each decision its last correction: in one statement for all."""
    history = history_of(one.subject for one in decisions)
    last = {one.subject: one for one in corrections_in(history)}
    for decision in decisions:
        decision.corrected = last.get(decision.subject)


def _out_of_sight(
    decisions: list[DecisionPage], made: list[Standing], promises: str
) -> list[Standing]:
    """Promises that stand so, of decisions that are out of sight."""
    shown = {str(decision.translation_key) for decision in decisions}
    hidden = [one for one in made if one.promised.decision not in shown]
    return [one for one in hidden if promises in PROMISES and _is(promises, one)]
