"""What a member of staff sees first: what waits for them, and nothing that is others' work."""

import pytest

from consultations.models import CouncilSettings
from feedback.actions.reading import raise_concern
from heard.waiting import waiting_for
from tests import make, translating


@pytest.fixture(autouse=True)
def _facts_were_checked():
    council = CouncilSettings.for_site(make.council())
    council.numbers_checked_on = council.statement_checked_on = make.today()
    council.save()


def waits(*roles: str) -> dict[str, int]:
    """How many of what wait for somebody with these roles; what is zero is left out."""
    lines = waiting_for(make.staff(*roles))
    return {str(line["what"]): line["n"] for line in lines if line["n"]}


def test_a_text_waits_for_readers():
    make.words(make.consultation())

    assert waits("reader") == {"text to read": 1}
    assert not any("to read" in what for what in waits("participation"))


def test_a_concern_waits_for_the_safeguarding_lead_alone():
    raise_concern(words=make.words(), by=make.staff("reader"), note="A worry.")

    assert waits("safeguarding")["concern to act on"] == 1
    assert "concern to act on" not in waits("reader")


def test_what_was_submitted_waits_for_an_approver():
    page = make.draft_consultation()
    page.get_workflow().start(page, make.staff("participation"))

    assert waits("approver") == {"page to approve": 1}


def test_drafts_wait_for_those_who_write_them():
    make.draft_decision(make.findings())

    assert waits("decision_maker") == {"decision in draft": 1}
    assert waits("analyst") == {}


def test_late_promises_wait_for_decision_makers():
    make.promise(due_on=make.today(-1))

    assert waits("decision_maker") == {"late promise": 1}


@pytest.mark.parametrize(("days", "n"), [(-365, 0), (-366, 2), (None, 2)])
def test_facts_that_nobody_checked_for_a_year_wait_for_the_governance_officer(days, n):
    council = CouncilSettings.for_site(make.council())
    day = None if days is None else make.today(days)
    council.numbers_checked_on = council.statement_checked_on = day
    council.save()

    assert sum(waits("governance").values()) == n
    assert waits("approver") == {}


def test_the_panel_leads_to_what_can_be_begun(as_staff, settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = False

    home = as_staff("participation").get("/admin/").content.decode()

    assert "Write a new consultation" in home
    assert "Record a decision" not in home


def test_in_two_languages_it_is_one_under_the_title_it_was_written_with(as_staff, settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = False
    page = make.consultation(title="Larkmere asks")
    make.response(page, heard="yes")
    translating.translated(page)

    analysed = as_staff("analyst").get("/admin/themes/").content.decode()

    assert waits("participation") == {"answer so far: Larkmere asks": 1}
    assert analysed.count("Larkmere asks") == 1
