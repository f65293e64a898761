"""A decision that cannot be true is not published, and a reference stays with its decision."""

import pytest

from governance.gates import NotReady
from governance.models import DecisionPage, Promise
from tests import make
from tests.governance import record, screens
from tests.sharing import once_a_file

ASKED = "The decision cannot be older than that."
AHEAD = "Choose a day that is still to come."
PASSED = "This day has passed. Choose one that is still to come."
BEFORE = "This day is before the decision was made."
INSTEAD = "Say what will be done instead, or say that nothing will be."
DUE = "promises-0-due_on"
IMPOSSIBLE = {
    "decided before the last day": ("decided_on", {"decided_on": make.today(-8)}, ASKED),
    "looked at again today": ("review_on", {"review_on": make.today()}, AHEAD),
    "promised for yesterday": (DUE, {DUE: make.today(-1)}, PASSED),
    "promised before it was decided": (DUE, {DUE: make.today(-3)}, BEFORE),
    "not changed, and nothing instead": ("instead", {"outcome": "not_changed"}, INSTEAD),
}


@pytest.fixture
def decider(as_staff):
    return as_staff("decision_maker")


@once_a_file
def page():
    """A whole draft, decided two days ago, about a consultation that closed a week ago."""
    return make.draft_decision(make.findings(make.closed_consultation()))


def beside(response, field: str) -> str:
    """What the editor says beside a field."""
    label = screens.soup(response).find(id=f"panel-child-content-{field}-section")
    found = label or screens.soup(response).find(attrs={"name": field}).find_parent(
        class_="w-field__wrapper"
    )
    return " ".join(found.get_text(" ").split())


@pytest.mark.parametrize(("field", "typed", "sentence"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_the_editor_says_beside_the_field_what_cannot_be(decider, page, field, typed, sentence):
    typed = {name: str(value) for name, value in typed.items()}

    response = screens.edit(decider, page, "publish", **typed)

    assert sentence in beside(response, field)
    assert not DecisionPage.objects.get().live


@pytest.mark.parametrize(("field", "typed", "sentence"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_no_other_way_leads_past_what_cannot_be(page, field, typed, sentence):
    for name, value in typed.items():
        if name == DUE:
            page.promises = [Promise(text="Tell", owner="Head", due_on=value)]
        else:
            setattr(page, name, value)
    revision = page.save_revision()

    with pytest.raises(NotReady, match=sentence):
        revision.publish()


@pytest.mark.parametrize(
    "typed",
    [
        {"decided_on": make.today(-7)},
        {"review_on": make.today(1)},
        {DUE: make.today()},
        {"outcome": "not_changed", "instead": "Nothing."},
    ],
    ids=str,
)
def test_what_just_can_be_is_published(decider, page, typed):
    screens.edit(decider, page, "publish", **{name: str(value) for name, value in typed.items()})

    assert DecisionPage.objects.get().live


def test_a_decision_that_is_planned_is_judged_by_the_day_on_which_it_is_seen(page):
    page.go_live_at = make.noon(make.today(40))
    revision = page.save_revision()

    with pytest.raises(NotReady, match=PASSED):  # it promises something for in thirty days
        revision.publish()


def test_a_published_decision_may_pass_its_days(decider):
    page = make.decision(promises=[{"due_on": make.today(-1)}])

    screens.edit(decider, page, "publish", summary="Mended.", change_note="A mistake.")

    assert record.types()[-1] == "decision.corrected"


def test_a_promise_that_is_added_later_lies_ahead_too():
    page = make.decision()
    more = Promise(text="Tell", owner="Head", due_on=make.today(-1))
    page.promises, page.change_note = [*page.promises.all(), more], "We promise more."
    revision = page.save_revision()

    with pytest.raises(NotReady, match=PASSED):
        revision.publish()


def test_the_reference_of_another_decision_is_refused(decider, page):
    make.decision(page.findings, reference="ld-04", title="Family time")

    response = screens.edit(decider, page, "publish", reference="ld-04")

    assert "“Family time” has this reference already." in beside(response, "reference")


def test_a_reference_that_only_a_draft_has_is_free(decider, page):
    make.draft_decision(page.findings, reference="ld-04")

    screens.edit(decider, page, "publish", reference="ld-04")

    assert DecisionPage.objects.live().get().reference == "ld-04"


def test_a_reference_never_changes_once_it_is_in_the_record(decider):
    page = make.decision(reference="ld-04")
    page.unpublish()

    response = screens.edit(decider, page, "publish", reference="ld-05")

    assert "The record knows this decision as ld-04." in beside(response, "reference")


def test_no_other_way_leads_past_a_reference():
    page = make.decision(reference="ld-04")
    page.reference, page.change_note = "ld-05", "Because."
    revision = page.save_revision()

    with pytest.raises(NotReady, match="A reference never changes"):
        revision.publish()
