"""A decision that was changed says when, what and why, and leads to what it said before."""

import pytest

from governance.gates import NotReady
from governance.models import Disclosure
from tests import make
from tests.governance import record, screens

NO_REASON = "Say why it is changed this time. The record shows it beside the change."


@pytest.fixture
def decider(as_staff):
    return as_staff("decision_maker")


def corrected(decider, page, why="We got it wrong.", **typed):
    """Publish a decision again through the editor."""
    typed = typed or {"summary": "Mended.", "outcome": "partly_changed"}
    return screens.edit(decider, page, "publish", change_note=why, **typed)


def test_a_change_without_a_reason_is_refused_beside_the_field(decider):
    page = make.decision()

    response = corrected(decider, page, why="")

    assert response.context["form"].errors["change_note"] == [NO_REASON]
    assert "decision.corrected" not in record.types()
    assert screens.filled_in(response)["summary"] == "Mended."


@pytest.mark.parametrize("name", ["changes-0-after", "influences-0-why", "alternatives-0-option"])
def test_a_change_of_a_line_needs_a_reason_too(decider, name):
    response = corrected(decider, make.decision(), why="", **{name: "Mended."})

    assert NO_REASON in screens.complaints(response)


def test_the_reason_of_the_change_before_does_not_do_again(decider):
    page = make.decision()
    corrected(decider, page)

    response = corrected(decider, page, summary="Mended again.")

    assert NO_REASON in screens.complaints(response)


@pytest.mark.parametrize("typed", [{"summary": "We changed it."}, {"slug": "another-address"}])
def test_what_changes_nothing_in_the_record_needs_no_reason(decider, typed):
    page = make.decision()

    screens.edit(decider, page, "publish", **typed)

    assert record.types()[-1] == "decision.recorded"


def test_a_draft_of_a_change_needs_no_reason_yet(decider):
    response = screens.edit(decider, make.decision(), summary="Mended.")

    assert response.status_code == 302


def test_no_other_way_leads_past_the_reason():
    page = make.decision()
    page.summary = "Mended."
    revision = page.save_revision()

    with pytest.raises(NotReady, match=NO_REASON):
        revision.publish()


def test_many_are_not_published_when_one_lacks_its_reason(decider):
    page = make.decision()
    page.summary = "Mended."
    page.save_revision()

    assert NO_REASON in screens.words(screens.publish_many(decider, page))


def test_the_reason_is_sealed_with_the_correction(decider):
    corrected(decider, make.decision())

    entry = record.last("decision.corrected")
    assert record.texts(entry["seq"])["correction-reason"] == "We got it wrong."
    assert entry["public"]["fields"] == ["outcome", "summary"]


def test_a_first_publication_has_no_reason():
    make.decision(change_note="Typed too soon.")

    assert "correction-reason" not in record.last("decision.recorded")["sealed"]


@pytest.mark.parametrize("address", ["/what-changed/", None], ids=["list", "page"])
def test_what_was_corrected_is_said_with_both_entries(decider, visitor, address):
    page = make.decision()
    corrected(decider, page)
    entry = record.last("decision.corrected")

    response = visitor.get(address or page.url)

    said = screens.words(response)
    links = {link["href"] for link in screens.soup(response).select("a[href*='/log/']")}
    assert "Outcome, In short." in said
    assert "Corrected on" in said
    assert "Why: We got it wrong." in said
    for number in (entry["seq"], entry["public"]["corrects"]):
        assert f"/what-changed/log/{number}/" in links


def test_a_page_shows_every_correction_and_the_list_the_last(decider, visitor):
    page = make.decision()
    corrected(decider, page, why="First.")
    corrected(decider, page, why="Second.", summary="Mended again.")

    on_page, on_list = (
        screens.words(visitor.get(page.url)),
        screens.words(visitor.get("/what-changed/")),
    )
    assert (on_page.count("Corrected on"), on_list.count("Corrected on")) == (2, 1)
    assert "Why: Second." in on_list


def test_a_reason_is_told_from_the_record_and_not_from_the_draft(decider, visitor):
    page = make.decision()
    corrected(decider, page)
    screens.edit(decider, page, change_note="Something else.")

    assert "Something else." not in screens.words(visitor.get(page.url))


def test_a_reason_that_was_taken_away_is_not_shown(decider, visitor):
    page = make.decision()
    corrected(decider, page)
    Disclosure.objects.filter(name="correction-reason").delete()

    said = screens.words(visitor.get(page.url))

    assert "Corrected on" in said
    assert "Why: We got it wrong." not in said
