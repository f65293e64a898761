"""A decision maker writes a decision in the admin, and publishes it."""

import pytest

from consultations.models import InformationItem
from governance.actions.recording import record_missed_publications
from governance.models import DecisionPage, Influence, Log, LogEntry
from tests import make
from tests.governance import record, screens


@pytest.fixture
def decider(as_staff):
    """A browser in which a decision maker is signed in."""
    return as_staff("decision_maker")


def test_a_draft_is_saved_with_only_a_title_and_findings(decider):
    findings = make.findings()

    screens.write(decider, DecisionPage, title="Half a decision", slug="half", findings=findings.pk)

    page = DecisionPage.objects.get()
    assert (page.title, page.reasons, page.live) == ("Half a decision", "", False)


def test_a_draft_gets_a_line_for_every_theme_of_the_findings(decider):
    asked = make.closed_consultation()
    themes = {make.theme(asked), make.theme(asked), make.theme(asked)}
    findings = make.findings(asked, *themes)

    screens.write(decider, DecisionPage, title="New", slug="new", findings=findings.pk)

    assert {line.theme for line in DecisionPage.objects.get().influences.all()} == themes


def test_a_theme_that_has_a_line_gets_no_second_one(decider):
    page = make.draft_decision()

    screens.edit(decider, page)

    assert page.influences.count() == 1


def test_a_line_that_was_taken_out_comes_back_with_the_next_draft(decider):
    page = make.draft_decision()

    screens.edit(decider, page, **{"influences-0-DELETE": "1"})

    line = Influence.objects.get()
    assert (line.use, line.why) == ("", "")


def test_a_whole_decision_is_published_and_entered(decider):
    page = make.draft_decision()

    screens.edit(decider, page, "publish")

    page.refresh_from_db()
    assert page.live
    assert record.last()["type"] == "decision.recorded"


def test_lines_ended_as_browsers_do_are_entered_once(decider):
    page = make.draft_decision()
    words = "Because the old heading hurts.\r\nMost children said so, and nobody needs it."

    screens.edit(decider, page, "publish", reasons=words)

    assert DecisionPage.objects.get().reasons == words
    assert record_missed_publications() == 0


def test_nothing_is_published_when_the_log_takes_no_entry(decider):
    page = make.draft_decision()
    Log.objects.update(size=900)  # so that the database refuses the next entry, as a gap
    decider.raise_request_exception = False

    response = screens.edit(decider, page, "publish", summary="Another summary.")

    page.refresh_from_db()
    assert response.status_code == 500
    assert (page.live, page.summary) == (False, "We changed it.")
    assert not LogEntry.objects.filter(leaf__contains="decision.recorded").exists()


def test_what_was_public_stays_when_the_log_takes_no_correction(decider):
    page = make.decision()
    Log.objects.update(size=900)
    decider.raise_request_exception = False

    screens.edit(decider, page, "publish", summary="Another summary.")

    assert DecisionPage.objects.get().summary == "We changed it."


def test_a_clock_that_went_back_is_said_before_anything_is_published(decider):
    page = make.draft_decision()
    Log.objects.update(last_at=make.noon(make.today(2)))

    response = screens.edit(decider, page, "publish")

    screen = decider.get(response["Location"])
    assert "clock is behind the last entry" in screens.words(screen)
    assert not DecisionPage.objects.get().live


@pytest.mark.parametrize("new", [True, False])
def test_an_item_that_cannot_be_sealed_is_kept_as_a_draft_and_says_why(as_staff, new):
    officer, page = as_staff("governance"), make.item(live=new)
    turned = "Whether it \u202ewas good."
    typed = screens.filled_in(officer.get(f"/admin/pages/{page.pk}/edit/"))
    texts = {"known_gaps": turned, "slug": "turned"}

    if new:
        response = screens.write(officer, InformationItem, "publish", **(typed | texts))
    else:
        response = screens.edit(officer, page, "publish", **texts)

    kept = InformationItem.objects.get(slug="turned")
    screen = officer.get(response["Location"])
    assert "overrides the direction of text (U+202E)" in screens.words(screen)
    assert (kept.live, kept.known_gaps) == (False, turned)
