"""What is missing from a decision is said in sentences, and it is not published."""

import pytest
from wagtail.models import Page

from governance.gates import NotReady
from governance.models import DecisionPage, WhatChangedPage
from tests import make
from tests.governance import record, screens
from tests.sharing import once_a_file

NO_REASON = "Give the reasons in at least 40 letters, so that somebody who disagrees can see them."
NO_CHANGE = "Name at least one information item, before and after, even if it stays as it is."
NO_ALTERNATIVE = "Say what else was thought about, and why not."
TURNED = "turned \u202earound"


@pytest.fixture
def decider(as_staff):
    return as_staff("decision_maker")


@once_a_file
def page():
    """A draft that lacks nothing, about findings with one theme."""
    asked = make.closed_consultation()
    return make.draft_decision(make.findings(asked, make.theme(asked, "Being told")))


LACKS = {
    "no reasons": ({"reasons": ""}, "This field is required."),
    "reasons of spaces": ({"reasons": " " * 60}, "This field is required."),
    "reasons that are none": ({"reasons": "n/a"}, NO_REASON),
    "reasons of 39 letters": ({"reasons": "r" * 39}, NO_REASON),
    "no use of a theme": ({"influences-0-use": ""}, "Say how the theme “Being told” was used."),
    "no why of a use": ({"influences-0-why": ""}, "Say why the theme “Being told” was used so."),
    "a why of spaces": ({"influences-0-why": "  "}, "Say why the theme “Being told” was used so."),
    "no line for a theme": (
        {"influences-0-DELETE": "1"},
        "Say how the theme “Being told” was used.",
    ),
    "no change": ({"changes-0-DELETE": "1"}, NO_CHANGE),
    "no before": ({"changes-0-before": ""}, "This field is required."),
    "no alternative": ({"alternatives-0-DELETE": "1"}, NO_ALTERNATIVE),
    "a day to come": (
        {"decided_on": make.today(1).isoformat()},
        "A decision is published after it was made.",
    ),
    "a review before it": (
        {"review_on": make.today(-2).isoformat()},
        "It is looked at again after it was decided.",
    ),
    "no way to disagree": ({"how_to_disagree": ""}, "This field is required."),
    "no date of a promise": ({"promises-0-due_on": ""}, "This field is required."),
    "a reference with spaces": ({"reference": "LD 4"}, "Use small letters, numbers"),
}
TEXTS = [
    "title",
    "summary",
    "decided_by",
    "decision",
    "reasons",
    "instead",
    "how_to_disagree",
    "changes-0-before",
    "changes-0-after",
    "changes-0-from_label",
    "influences-0-why",
    "alternatives-0-option",
    "alternatives-0-why_not",
    "promises-0-text",
    "promises-0-owner",
]


@pytest.mark.parametrize(("typed", "sentence"), LACKS.values(), ids=LACKS)
def test_what_is_missing_is_said_and_nothing_is_published(decider, page, typed, sentence):
    response = screens.edit(decider, page, "publish", **typed)

    page.refresh_from_db()
    assert sentence in screens.complaints(response)
    assert not page.live
    assert "decision.recorded" not in record.types()


@pytest.mark.parametrize("field", TEXTS)
def test_a_text_that_shows_other_than_it_is_names_what_to_take_out(decider, page, field):
    response = screens.edit(decider, page, "publish", **{field: f"{TURNED}, {'r' * 40}"[:60]})

    page.refresh_from_db()
    assert "overrides the direction of text (U+202E) at character 8" in screens.complaints(response)
    assert not page.live


def test_everything_that_is_missing_is_said_at_once(decider, page):
    typed = {
        "reasons": "",
        "influences-0-use": "",
        "changes-0-DELETE": "1",
        "alternatives-0-DELETE": "1",
        "decided_on": make.today(1).isoformat(),
    }

    response = screens.edit(decider, page, "publish", **typed)

    said = screens.complaints(response)
    wanted = ["This field is required.", "“Being told” was used", NO_CHANGE, NO_ALTERNATIVE]
    wanted.append("A decision is published after it was made.")
    assert [sentence for sentence in wanted if sentence not in said] == []


def test_what_was_typed_is_still_there(decider, page):
    typed = {"reasons": "n/a", "summary": "What I typed."}

    response = screens.edit(decider, page, "publish", **typed)

    assert screens.filled_in(response)["summary"] == "What I typed."


@pytest.mark.parametrize("typed", [typed for typed, _sentence in LACKS.values()][:9])
def test_a_draft_may_lack_anything(decider, page, typed):
    response = screens.edit(decider, page, **typed)

    assert response.status_code == 302


def test_reasons_of_forty_letters_are_enough(decider, page):
    screens.edit(decider, page, "publish", reasons="r" * 40)

    page.refresh_from_db()
    assert page.live


def test_findings_that_were_taken_back_carry_no_decision(decider, page):
    page.findings.unpublish()

    response = screens.edit(decider, page, "publish")

    assert "These findings are not published yet." in screens.complaints(response)


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ({"reasons": "n/a"}, NO_REASON),
        ({"reasons": ""}, "Reasons: This field cannot be blank."),
        ({"changes": []}, NO_CHANGE),
        ({"alternatives": []}, NO_ALTERNATIVE),
        ({"influences": []}, "Say how the theme “Being told” was used."),
        ({"decided_on": None}, "Decided on: This field cannot be blank."),
        ({"summary": TURNED}, "overrides the direction of text"),
    ],
)
@pytest.mark.parametrize("below", [False, True], ids=["itself", "with what is above it"])
def test_many_are_not_published_when_one_lacks_something(decider, page, fault, sentence, below):
    for name, value in fault.items():
        setattr(page, name, value)
    page.save_revision(clean=False)
    ticked = WhatChangedPage.objects.get() if below else page

    response = screens.publish_many(decider, ticked, and_below=below)

    assert sentence in screens.words(response)
    assert not DecisionPage.objects.get().live


def test_many_whole_decisions_are_published_at_once(decider, page):
    other = make.draft_decision(page.findings)

    screens.publish_many(decider, page, other)

    assert DecisionPage.objects.live().count() == 2
    assert record.types().count("decision.recorded") == 2


@pytest.mark.parametrize(
    "fault",
    [
        {"reasons": "n/a"},
        {"decided_on": make.today(1)},
        {"changes": []},
        {"alternatives": []},
        {"influences": []},
    ],
    ids=str,
)
def test_no_other_way_leads_past_what_is_missing(page, fault):
    for name, value in fault.items():
        setattr(page, name, value)
    revision = page.save_revision()

    with pytest.raises(NotReady):
        revision.publish()

    assert not Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize("empty", ["use", "why"])
def test_no_other_way_leads_past_a_theme_without_a_use_or_a_why(page, empty):
    line = page.influences.get()
    setattr(line, empty, "")
    page.influences = [line]
    revision = page.save_revision()

    with pytest.raises(NotReady, match="“Being told” was used"):
        revision.publish()


def test_a_decision_that_cannot_be_published_as_planned_is_not_tried_for_ever(page):
    page.go_live_at = make.noon(make.today(2))
    page.save_revision().publish()
    revision = page.get_latest_revision()
    page.findings.unpublish()

    with pytest.raises(NotReady):
        revision.publish()

    revision.refresh_from_db()
    assert revision.approved_go_live_at is None
