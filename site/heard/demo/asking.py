"""Larkmere's four consultations: written by one officer, approved by another."""

import uuid
from typing import Any

from consultations.models import (
    AboutItem,
    AskedApart,
    ConsultationPage,
    CoverageTarget,
    HaveYourSayPage,
    InformationItem,
)
from heard.demo import day, read
from heard.demo.planning import answer_the_gate, plan, plan_draft

TEXTS = ("title", "slug", "summary", "why", "can_change", "cannot_change", "decider")
DAYS = {
    "opens": "opens_on",
    "closes": "closes_on",
    "findings_by": "findings_by",
    "decision_by": "decision_by",
}


def load_consultations(*, items: dict[str, InformationItem], officer: Any, approver: Any) -> dict:
    """Write, submit and approve every consultation. Gives the pages by key."""
    plans = read("planning")
    pages = {
        told["key"]: _publish(told, plans["plan"][told["key"]], items, officer, approver)
        for told in read("consultations")["consultation"]
    }
    _draft(plans["draft"], items, officer)
    return pages


def _publish(
    told: dict, planned: dict, items: dict, officer: Any, approver: Any
) -> ConsultationPage:
    questions = told["question"]
    roles = [group["role"] for group in told["expected"]]
    bands = [group["band"] for group in told["expected"] if group["band"]]
    asked_bands = [band for question in questions for band in question["bands"]]
    page = ConsultationPage(
        live=False,
        owner=officer,
        roles=list(dict.fromkeys(roles)),
        bands=[band for band in dict.fromkeys(bands) if band in asked_bands],
        **{name: told[name] for name in TEXTS},
        **{field: day(told[name]) for name, field in DAYS.items()},
    )
    page.about = [AboutItem(item=items[code]) for code in told["items"]]
    page.expected = [CoverageTarget(**group) for group in told["expected"]]
    page.apart = [AskedApart(asks=one) for one in told.get("apart", [])]
    page.questions = [_block(question, items) for question in questions]
    plan(page, planned)
    _tell_in_easy_read(page, read("easy_read").get(told["key"], {}))
    page.full_clean(exclude=["path", "depth"])
    HaveYourSayPage.objects.get().add_child(instance=page)
    page.save_revision(user=officer)
    answer_the_gate(page, planned, by=officer)
    page.refresh_from_db()
    page.get_workflow().start(page, officer)
    waiting = page.current_workflow_task_state
    waiting.task.specific.on_action(waiting, approver, "approve")
    page.refresh_from_db()
    return page


def _draft(told: dict, items: dict, officer: Any) -> None:
    """Write a consultation that the gate holds back."""
    page = ConsultationPage(
        live=False,
        owner=officer,
        **{name: told[name] for name in TEXTS},
        **{field: day(told[name]) for name, field in DAYS.items()},
    )
    page.about = [AboutItem(item=items[code]) for code in told["items"]]
    page.questions = [_block(question, items) for question in told["question"]]
    plan_draft(page, told)
    HaveYourSayPage.objects.get().add_child(instance=page)
    page.save_revision(user=officer)


def _tell_in_easy_read(page: ConsultationPage, told: dict) -> None:
    """The Easy Read rows of a consultation and of its questions, where it has them."""
    page.easy_read = [("row", _row(one)) for one in told.get("page", [])]
    for block in page.questions:
        rows = told.get("questions", {}).get(block.value["data_name"], [])
        block.value["easy_read"] = [_row(one) for one in rows]


def _row(told: list[str]) -> dict:
    """A picture and its words."""
    symbol, text = told
    return {"symbol": symbol, "text": text}


def _block(told: dict, items: dict) -> dict:
    """One question as the editor would store it."""
    value = {
        "text": told["text"],
        "hint": told["hint"],
        "item": items[told["item"]].pk,
        "roles": told["roles"],
        "bands": told["bands"],
        "wordings": [_listed(one) for one in told.get("wording", [])],
        "data_name": told["name"],
        "only_after": told.get("only_after", {}),
    }
    if told["kind"] == "faces":
        value |= {"words": [_listed(word) for word in told["words"]], "dont_know": "I don't know"}
    elif told["kind"] == "number":
        limits = {name: str(told[name]) for name in ("least", "most")}
        starts = [_listed(str(start)) for start in told["starts"]]
        value |= {"unit": told["unit"], "whole": True, "starts": starts, **limits}
    elif "option" in told:
        value["options"] = [_listed(one) for one in told["option"]]
        if "sides" in told:
            value["sides"] = told["sides"]
    return {"type": told["kind"], "value": value, "id": str(uuid.uuid4())}


def _listed(value: Any) -> dict:
    return {"type": "item", "value": value, "id": str(uuid.uuid4())}
