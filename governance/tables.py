"""Decisions and promises as tables for a spreadsheet program."""

import csv
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse

from governance.models import DecisionPage, Promise
from governance.promised import Standing, standing, tell_promises
from governance.words import state_words

if TYPE_CHECKING:
    from governance.models import WhatChangedPage

# A cell that begins so is a formula to a spreadsheet program; the last four are the wide signs of
# Chinese and Japanese keyboards.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

COLUMNS = (
    "reference",
    "decided_on",
    "outcome_code",
    "outcome",
    "title",
    "decided_by",
    "summary",
    "decision",
    "reasons",
    "instead",
    "alternatives",
    "how_to_disagree",
    "in_force_on",
    "review_on",
    "consultation",
    "promises",
    "promises_kept",
    "promises_late",
    "address",
)
PROMISE_COLUMNS = (
    "reference",
    "promise",
    "owner",
    "due",
    "state_code",
    "state",
    "kept_on",
    "evidence",
    "address",
)


def decisions_csv(page: "WhatChangedPage", request: HttpRequest) -> HttpResponse:
    """Every decision, one a row."""
    decisions = list(page.decisions().prefetch_related("alternatives"))
    tell_promises(decisions)
    return _csv("decisions.csv", COLUMNS, (_decision(one) for one in decisions))


def promises_csv(page: "WhatChangedPage", request: HttpRequest) -> HttpResponse:
    """Every promise that was made in public, one a row, first due first.

    Those of a decision that is out of sight are there too, with the address of their entry.
    """
    shown = {str(one.translation_key): one for one in page.decisions()}
    tell_promises(shown.values())
    promises = {
        str(promise.key): promise for one in shown.values() for promise in one.promises_made
    }
    rows = []
    for one in standing(page.get_site()):
        promise, decision = promises.get(one.promised.key), shown.get(one.promised.decision)
        if promise and decision:
            rows.append(_promise(promise, decision))
        else:
            rows.append(_out_of_sight(one, page, request))
    return _csv("promises.csv", PROMISE_COLUMNS, rows)


def _csv(name: str, columns: tuple[str, ...], rows: Iterable[list]) -> HttpResponse:
    """A table in UTF-8, with a mark at its beginning that Excel needs."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    return response


def _decision(decision: DecisionPage) -> list[object]:
    states = [promise.state for promise in decision.promises_made]
    return [
        decision.reference,
        decision.decided_on.isoformat(),
        decision.outcome,
        decision.get_outcome_display(),
        decision.title,
        decision.decided_by,
        decision.summary,
        decision.decision,
        decision.reasons,
        decision.instead,
        "\n".join(f"{one.option} ({one.why_not})" for one in decision.alternatives.all()),
        decision.how_to_disagree,
        decision.in_force_on.isoformat() if decision.in_force_on else "",
        decision.review_on.isoformat(),
        decision.findings.consultation_page.title,
        len(states),
        sum(state.startswith("kept") for state in states),
        states.count("late"),
        decision.full_url,
    ]


def _promise(promise: Promise, decision: DecisionPage) -> list[object]:
    kept = promise.kept
    return [
        decision.reference,
        decision.promise_text(promise, "text"),
        decision.promise_text(promise, "owner"),
        promise.due_on.isoformat(),
        promise.state,
        state_words(promise.state),
        kept.kept_on.isoformat() if kept else "",
        decision.promise_text(promise, "evidence") if kept else "",
        decision.full_url,
    ]


def _out_of_sight(one: Standing, page: "WhatChangedPage", request: HttpRequest) -> list[object]:
    words = one.promised.words
    return [
        one.promised.reference,
        words.get("promise", ""),
        words.get("who", ""),
        one.due_on.isoformat(),
        one.state,
        state_words(one.state),
        one.kept_on.isoformat() if one.kept_on else "",
        "",
        f"{page.full_url}log/{one.promised.index}/",
    ]


def _safe(cell: object) -> object:
    """A text cell that no spreadsheet program takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
