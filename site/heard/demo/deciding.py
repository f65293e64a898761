"""Decisions are published, and promises are kept or not."""

from typing import Any

from consultations.models import InformationItem
from feedback.models import FindingsPage, Theme
from governance.actions.promises import keep_promise
from governance.models import (
    Alternative,
    DecisionPage,
    Influence,
    ItemChange,
    Promise,
    WhatChangedPage,
)
from governance.possible import published_on
from heard.demo import day, read

TEXTS = [
    "reference",
    "slug",
    "title",
    "outcome",
    "decided_by",
    "summary",
    "decision",
    "reasons",
    "how_to_disagree",
]


def load_decisions(
    *,
    findings: dict[str, FindingsPage],
    themes: dict[str, Theme],
    items: dict[str, InformationItem],
    by: Any,
) -> list[DecisionPage]:
    """Publish every decision, and keep the promises that were kept."""
    return [
        _publish(told, findings[told["findings"]], themes, items, by)
        for told in read("decisions")["decision"]
    ]


def _publish(told: dict, findings: FindingsPage, themes: dict, items: dict, by: Any):
    page = DecisionPage(
        live=False,
        owner=by,
        findings=findings,
        decided_on=day(told["decided_on"]),
        review_on=day(told["review_in"]),
        in_force_on=day(told["in_force"]) if "in_force" in told else None,
        instead=told.get("instead", ""),
        **{name: told[name] for name in TEXTS},
    )
    page.changes = [
        ItemChange(**{**change, "item": items[change["item"]]}) for change in told["change"]
    ]
    page.influences = [
        Influence(theme=themes[one["theme"]], use=one["use"].replace("_", "-"), why=one["why"])
        for one in told["influence"]
    ]
    page.alternatives = [Alternative(**one) for one in told["alternative"]]
    page.promises = [
        Promise(text=one["text"], owner=one["owner"], due_on=day(one["due"]))
        for one in told["promise"]
    ]
    page.full_clean(exclude=["path", "depth"])
    WhatChangedPage.objects.get().add_child(instance=page)
    with published_on(page.decided_on):  # the demo's past is loaded in one day
        page.save_revision(user=by).publish(user=by)
    page.refresh_from_db()
    _keep(page, told["promise"], by)
    return page


def _keep(page: DecisionPage, told: list[dict], by: Any) -> None:
    for promise, one in zip(page.promises.order_by("sort_order"), told, strict=True):
        if "kept_on" in one:
            keep_promise(
                promise=promise,
                by=by,
                evidence=one["evidence"],
                kept_on=day(one["kept_on"]),
                today=day(0),
            )
