"""No name, address or account of anybody ever stands in a leaf, whatever people type."""

import pytest
from django.db import models

from consultations.models import AboutItem, ConsultationPage, InformationItem
from feedback.models import FindingsPage, FindingTheme
from governance.actions.promises import keep_promise
from governance.actions.recording import record_closings, record_missed_promises
from governance.models import (
    Alternative,
    DecisionPage,
    Disclosure,
    Influence,
    ItemChange,
    Promise,
)
from tests import make
from tests.governance import record

CANARY = "Zebedee Canary, 7 Mill Lane, zebedee@example.org"
PARTS = ("zebedee", "canary", "mill lane", "mill-lane", "example.org")
# Made of what was typed, but an id by its nature: letters, numbers and hyphens that never change.
IDS = ("slug", "reference", "code")


def typed(model, **ids) -> dict:
    """The canary in every field into which somebody types freely."""
    return {
        field.name: CANARY[: field.max_length or None]
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and field.editable
        and field.name not in (*IDS, "url_path", "path", "draft_title", "content_type")
    } | ids


def a_decision() -> None:
    """A decision with the canary in every text of its own and of its lines."""
    page = make.draft_decision(**typed(DecisionPage, slug="zebedee-canary-7-mill-lane"))
    for name, model in (
        ("changes", ItemChange),
        ("influences", Influence),
        ("alternatives", Alternative),
        ("promises", Promise),
    ):
        lines = list(getattr(page, name).all())
        for line in lines:
            for field, value in typed(model).items():
                setattr(line, field, value)
        setattr(page, name, lines)
    page.save_revision().publish()
    promise = DecisionPage.objects.get(pk=page.pk).promises.get()
    by = make.staff("decision_maker")
    today = make.today()
    keep_promise(promise=promise, by=by, evidence=CANARY, kept_on=today, today=today)


def a_consultation() -> None:
    about = AboutItem(item=make.item())
    texts = typed(ConsultationPage, slug="zebedee-canary")
    make.closed_consultation(about=[about.item], **texts)
    record_closings(today=make.today())


def some_findings() -> None:
    asked = make.closed_consultation()
    page = make.draft_findings(asked, make.theme(asked, CANARY), **typed(FindingsPage))
    line = page.themes.get()
    for field, value in typed(FindingTheme).items():
        setattr(line, field, value)
    page.themes = [line]
    page.slug = "zebedee-canary"
    page.save_revision().publish()


def an_item() -> None:
    make.item(**typed(InformationItem, slug="zebedee-canary"))


@pytest.mark.parametrize("publish", [a_decision, a_consultation, some_findings, an_item])
def test_a_name_typed_into_every_text_is_in_no_leaf(publish):
    publish()

    leaves = record.leaves().lower()
    assert Disclosure.objects.filter(value__contains="Zebedee Canary").exists()
    assert [part for part in PARTS if part in leaves] == []


def test_every_text_of_a_decision_was_typed_into():
    assert set(typed(DecisionPage)) >= {
        "title",
        "decided_by",
        "summary",
        "decision",
        "reasons",
        "instead",
        "how_to_disagree",
    }


def test_no_leaf_says_which_member_of_staff_did_it():
    who = {"first_name": "Zebedee", "last_name": "Canary"}
    people = [
        make.staff(role, id=987650000 + place, **who)
        for place, role in enumerate(["decision_maker", "analyst", "governance", "participation"])
    ]
    make.known.update({(role.email.split("-")[0],): role for role in people})
    promise = make.promise(due_on=make.today(-1))
    record_missed_promises(today=make.today())

    keep_promise(
        promise=promise,
        by=people[0],
        evidence="It is in use.",
        kept_on=make.today(),
        today=make.today(),
    )

    leaves = record.leaves().lower()
    marks = [*PARTS, "9876500", *(person.email for person in people)]
    assert [mark for mark in marks if mark in leaves] == []
