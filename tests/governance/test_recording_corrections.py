"""What was published and is published differently is entered as a correction; both stay."""

import itertools

import pytest

from governance.actions.recording import record_missed_publications
from governance.models import DecisionPage, Promise
from tests import make
from tests.governance import record

_reasons = itertools.count(2)


def again(page, **changed):
    """Publish a page again with some of its facts changed."""
    page = page.specific_class.objects.get(pk=page.pk)
    if isinstance(page, DecisionPage):
        page.change_note = f"Because {next(_reasons)} people told us."
    for name, value in changed.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"reasons": "Because nearly every child said that the heading hurts."}, ["reasons"]),
        ({"outcome": "partly_changed"}, ["outcome"]),
        ({"title": "Another title", "summary": "Another summary."}, ["summary", "title"]),
        ({"instead": "A note is added."}, ["instead"]),
        ({"decided_by": "Lead Member"}, ["decided-by"]),
        ({"how_to_disagree": "Ask."}, ["how-to-disagree"]),
        ({"decided_on": make.today(-3)}, ["decided-on"]),
        ({"review_on": make.today(200)}, ["review-on"]),
        ({"in_force_on": make.today(3)}, ["in-force-on"]),
    ],
)
def test_a_correction_of_a_decision_names_what_differs(changed, fields):
    page = make.decision()
    recorded = record.last("decision.recorded")

    again(page, **changed)

    entry = record.last()
    assert entry["type"] == "decision.corrected"
    assert entry["public"]["corrects"] == entry["prev"] == recorded["seq"]
    assert entry["public"]["fields"] == fields


@pytest.mark.parametrize(
    ("name", "changed", "fields"),
    [
        ("changes", {"after": "Time together"}, ["changes"]),
        ("changes", {"from_label": "From May"}, ["changes"]),
        ("influences", {"why": "Nearly everyone said so."}, ["influences"]),
        ("influences", {"use": "partly"}, ["influences", "themes"]),
        ("alternatives", {"why_not": "It still hurts."}, ["alternatives"]),
        ("promises", {"text": "Build the new form."}, ["promises"]),
        ("promises", {"owner": "Head of Records"}, ["promises"]),
    ],
)
def test_a_correction_of_a_line_names_what_differs(name, changed, fields):
    page = make.decision()
    line = getattr(page, name).get()
    for field, value in changed.items():
        setattr(line, field, value)

    again(page, **{name: [line]})

    assert record.last("decision.corrected")["public"]["fields"] == fields


def test_a_promise_that_is_added_is_a_correction():
    page = make.decision()
    more = Promise(text="Tell everyone.", owner="Head of Records", due_on=make.today(60))

    again(page, promises=[page.promises.get(), more])

    entry = record.last("decision.corrected")
    assert entry["public"]["fields"] == ["promises"]
    assert len(entry["public"]["promises"]) == 2


def test_both_the_wrong_and_the_right_words_stay():
    page = make.decision(summary="We changed it all.")

    again(page, summary="We changed it.")

    wrong, right = record.last("decision.recorded"), record.last("decision.corrected")
    assert record.texts(wrong["seq"])["summary"] == "We changed it all."
    assert record.texts(right["seq"])["summary"] == "We changed it."


def test_a_second_correction_corrects_the_first():
    page = make.decision()
    again(page, summary="Once.")
    first = record.last()

    again(page, summary="Twice.")

    assert record.last()["public"]["corrects"] == first["seq"]


def test_taking_a_correction_back_is_a_correction_too():
    page = make.decision(summary="As it was.")
    again(page, summary="Otherwise.")

    again(page, summary="As it was.")

    assert record.types()[-2:] == ["decision.corrected", "decision.corrected"]
    assert record.last()["public"]["fields"] == ["summary"]


def test_a_text_that_was_taken_out_is_named():
    page = make.decision(instead="A note is added.")

    again(page, instead="")

    entry = record.last("decision.corrected")
    assert entry["public"]["fields"] == ["instead"]
    assert "instead" not in entry["sealed"]


def test_a_day_that_was_taken_out_is_named():
    page = make.decision(in_force_on=make.today(5))

    again(page, in_force_on=None)

    entry = record.last("decision.corrected")
    assert entry["public"]["fields"] == ["in-force-on"]
    assert "in_force_on" not in entry["public"]


def test_corrected_findings_name_what_differs():
    page = make.findings()

    again(page, missing="We did not hear from anyone under ten.")

    entry = record.last()
    assert entry["type"] == "findings.corrected"
    assert entry["public"]["fields"] == ["missing"]
    assert entry["public"]["corrects"] == record.last("findings.published")["seq"]


def test_a_changed_item_names_what_differs():
    page = make.item()
    first = record.last()

    again(page, known_gaps="How it felt.", can_council_change="yes")

    entry = record.last()
    assert entry["type"] == "item.changed"
    assert entry["public"]["fields"] == ["can-change", "known-gaps"]
    assert entry["public"]["corrects"] == first["seq"]


def test_the_first_entry_of_an_item_corrects_nothing():
    make.item()

    assert not {"corrects", "fields"} & record.last("item.changed")["public"].keys()


@pytest.mark.parametrize("words", ["one line\r\nand another", "cafe\u0301"])
def test_words_that_are_written_otherwise_but_say_the_same_are_no_correction(words):
    make.decision(summary=words)
    before = record.types()

    assert record_missed_publications() == 0
    assert record.types() == before


def test_a_new_address_is_no_correction():
    page = make.decision()
    before = record.types()

    again(page, slug="another-address")

    assert record.types() == before
