"""What was decided, and promised."""

from typing import Any

from consultations.models import InformationItem
from feedback.models import FindingsPage
from governance.models import (
    Alternative,
    DecisionPage,
    Influence,
    ItemChange,
    Outcome,
    Promise,
    WhatChangedPage,
)
from governance.possible import published_on
from tests.make.listening import findings
from tests.make.people import numbers, section, staff, today


def draft_decision(rests_on: FindingsPage | None = None, **more: Any) -> DecisionPage:
    """A decision that is whole but not published yet."""
    number = next(numbers)
    rests_on = rests_on or findings()
    promises = more.pop("promises", [{"due_on": today(30)}])
    days = [one["due_on"] for one in promises]
    items = more.pop("items", None) or [InformationItem.objects.first()]
    facts = {
        "title": f"Decision {number}",
        "slug": f"decision-{number}",
        "reference": f"ld-{number}",
        "outcome": Outcome.CHANGED,
        # After people were asked, and before everything that it promises.
        "decided_on": max(rests_on.consultation_page.closes_on, min([today(-2), *days])),
        "decided_by": "Director of Children's Services",
        "summary": "We changed it.",
        "decision": "The heading changes.",
        "reasons": "Because most children told us that the old heading hurts.",
        "instead": "A note is added." if more.get("outcome") == Outcome.NOT_CHANGED else "",
        "how_to_disagree": "Ask for an advocate, or complain to the council.",
        "review_on": today(300),
    }
    page = DecisionPage(live=False, findings=rests_on, **(facts | more))
    page.changes = [ItemChange(item=one, before="Contact", after="Family time") for one in items]
    page.influences = [
        Influence(theme=line.theme, use="followed", why="It was right.")
        for line in rests_on.themes.all()
    ]
    page.alternatives = [Alternative(option="Leave it", why_not="It hurts.")]
    page.promises = [
        Promise(**({"text": "Build the form.", "owner": "Head of Systems"} | one))
        for one in promises
    ]
    section(WhatChangedPage).add_child(instance=page)
    page.save_revision(user=staff("decision_maker"))
    return page


def decision(rests_on: FindingsPage | None = None, **more: Any) -> DecisionPage:
    """A published decision."""
    page = draft_decision(rests_on, **more)
    with published_on(page.decided_on):
        page.get_latest_revision().publish(user=staff("decision_maker"))
    return DecisionPage.objects.get(pk=page.pk)


def promise(**more: Any) -> Promise:
    """A promise of a published decision, due in a month unless `due_on` says otherwise."""
    due_on = more.pop("due_on", today(30))
    return decision(promises=[{"due_on": due_on}], **more).promises.get()
