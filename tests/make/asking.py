"""What is written down about people, and questions about it."""

import uuid
from typing import Any

from consultations.models import (
    AboutItem,
    ConsultationPage,
    HaveYourSayPage,
    InformationItem,
    RegisterPage,
)
from tests import answers, planned
from tests.make.people import numbers, section, staff, today

WITH_OPTIONS = ("choose_one", "choose_several", "sort", "order")


def item(title: str = "Reason for moving", *, live: bool = True, **more: Any) -> InformationItem:
    """Something that is written down."""
    number = next(numbers)
    facts = {
        "code": f"item-{number}",
        "slug": f"item-{number}",
        "plain_name": f"Plain {title}",
        "kind": "code",
        "what_it_records": "One code for each move.",
        "how_obtained": "inferred",
        "chosen_by": "Department for Education",
        "why_chosen": "To count.",
        "known_gaps": "Whether the move was good.",
        "origin": "statutory_return",
        "can_council_change": "no",
        "who_can_see": "The social worker.",
        "kept_for": "75 years",
        "how_to_challenge": "Ask the Records Desk, at any time.",
    }
    page = InformationItem(title=title, live=False, **(facts | more))
    section(RegisterPage).add_child(instance=page)
    revision = page.save_revision(user=staff("governance"))
    if live:
        revision.publish(user=staff("governance"))
        page.refresh_from_db()
    return page


def block(kind: str, text: str = "How was it?", **value: Any) -> dict:
    """One question as the editor stores it. `options` are labels, or (code, label) and what
    else the answer has."""
    about = value.pop("about", None) or InformationItem.objects.first() or item()
    options = value.pop("options", ["Yes", "No"] if kind in WITH_OPTIONS else None)
    stored = {
        "text": text,
        "hint": "",
        "item": about.pk,
        "roles": [],
        "bands": [],
        "only_after": {"question": "", "answers": "", "unanswered": False},
        "wordings": [],
        "facts": "",
        "easy_read": [],
        "audio": None,
        "signed": {"film": None, "captions": None, "transcript": ""},
        "data_name": "",
        **answers.composed(kind),
    } | value
    if options:
        pairs = [option if isinstance(option, tuple) else ("", option) for option in options]
        stored["options"] = [
            _listed({"code": code, "label": label} | (more[0] if more else {}))
            for code, label, *more in pairs
        ]
    for name in ("words", "starts"):
        if name in stored:
            stored[name] = [_listed(one) for one in stored[name]]
    stored["wordings"] = [_listed(one) for one in stored["wordings"]]
    return {"type": kind, "value": stored, "id": str(uuid.uuid4())}


def _listed(value: Any) -> dict:
    return {"type": "item", "value": value, "id": str(uuid.uuid4())}


def draft_consultation(*questions: dict, **more: Any) -> ConsultationPage:
    """A consultation that nobody has approved yet, open from yesterday for four weeks."""
    number = next(numbers)
    about = more.pop("about", None) or [InformationItem.objects.first() or item()]
    lists = {name: more.pop(name) for name in planned.LISTS if name in more}
    facts = {
        "title": f"Consultation {number}",
        "slug": f"consultation-{number}",
        "summary": "What do you think?",
        "why": "We want to know.",
        "can_change": "The words.",
        "cannot_change": "The law.",
        "decider": "Director of Children's Services",
        "opens_on": today(-1),
        "closes_on": today(27),
        "findings_by": today(55),
        "decision_by": today(111),
        "roles": ["child", "parent"],
        "bands": ["10-12", "13-15"],
    }
    facts |= more
    page = ConsultationPage(live=False, **(planned.facts(facts["decision_by"]) | facts))
    page.about = [AboutItem(item=one) for one in about]
    planned.complete(page, **lists)
    page.questions = list(questions) or [
        block("choose_one", "Do you feel heard?", data_name="heard"),
        block("long_text", "Tell us more.", data_name="more"),
    ]
    section(HaveYourSayPage).add_child(instance=page)
    planned.excuse(page)
    page.save_revision(user=staff("participation"))
    return page


def approve(page: ConsultationPage) -> ConsultationPage:
    """Submit a consultation and have another officer approve it, so that it is published."""
    page.get_workflow().start(page, staff("participation"))
    waiting = page.current_workflow_task_state
    waiting.task.specific.on_action(waiting, staff("approver"), "approve")
    page = ConsultationPage.objects.get(pk=page.pk)
    assert page.live
    return page


def consultation(*questions: dict, **more: Any) -> ConsultationPage:
    """A published consultation, open today unless its days say otherwise. Published as approval
    publishes it, without the steps of approving, which take most of the time."""
    page = draft_consultation(*questions, **more)
    page.get_latest_revision().publish(user=staff("approver"))
    return ConsultationPage.objects.get(pk=page.pk)


def closed_consultation(*questions: dict, **more: Any) -> ConsultationPage:
    """A published consultation whose last day was last week."""
    days = {
        "opens_on": today(-40),
        "closes_on": today(-7),
        "findings_by": today(20),
        "decision_by": today(80),
    }
    return consultation(*questions, **(days | more))


def long_closed_consultation(**more: Any) -> ConsultationPage:
    """A published consultation that closed long before any decision of these tests."""
    days = {"opens_on": today(-120), "closes_on": today(-60), "findings_by": today(-30)}
    return closed_consultation(**(days | more))
