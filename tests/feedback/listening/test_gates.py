"""What must be there before findings are published, in sentences."""

import pytest

from consultations.models import ConsultationPage
from feedback.actions.findings import NotReady, freeze_tables
from feedback.gates import missing_from_findings
from feedback.models import FindingsEdition, FindingsPage
from tests import make

OPEN = "The consultation is still open. Wait until its last day has passed."
DISSENT = (
    "Say who sees it differently. If no one said otherwise, tick that box; it is signed with "
    "your name."
)
STRENGTH = "Say how many said it, for at least one group."


def a_draft(page=None, theme=None, **said):
    """Findings with one theme, of which `said` is changed."""
    page = page or make.closed_consultation()
    findings = make.draft_findings(page, theme or make.theme(page, "Names"))
    for line in findings.themes.all():
        for name, value in said.items():
            setattr(line, name, value)
        line.save()
    return FindingsPage.objects.get(pk=findings.pk)


def test_whole_findings_miss_nothing():
    assert missing_from_findings(a_draft()) == []


def test_a_consultation_that_is_open_is_not_over():
    assert missing_from_findings(a_draft(make.consultation())) == [OPEN]


def test_on_its_last_day_it_is_still_open():
    page = make.consultation(opens_on=make.today(-30), closes_on=make.today())

    assert missing_from_findings(a_draft(page)) == [OPEN]


def test_the_day_after_it_is_not():
    page = make.consultation(opens_on=make.today(-30), closes_on=make.today(-1))

    assert missing_from_findings(a_draft(page)) == []


def test_findings_are_about_a_consultation():
    assert missing_from_findings(FindingsPage()) == ["Choose a consultation that has been open."]


def test_findings_are_about_a_consultation_that_was_published():
    unpublished = ConsultationPage.objects.get(pk=make.draft_consultation().pk)

    assert missing_from_findings(FindingsPage(consultation_page=unpublished)) == [
        "Choose a consultation that has been open."
    ]


def test_findings_have_a_theme():
    findings = a_draft()
    findings.themes.all().delete()

    assert missing_from_findings(FindingsPage.objects.get(pk=findings.pk)) == [
        "Add at least one theme."
    ]


def test_a_theme_of_another_consultation_has_no_place():
    foreign = make.theme(make.closed_consultation(), "Names")

    assert missing_from_findings(a_draft(theme=foreign)) == [
        "The theme “Names” belongs to another consultation."
    ]


@pytest.mark.parametrize("differs", ["", "  \n"])
def test_a_theme_says_who_sees_it_differently(differs):
    assert missing_from_findings(a_draft(differs=differs)) == [f"Names: {DISSENT}"]


def test_or_it_says_that_no_one_does():
    assert missing_from_findings(a_draft(differs="", nobody_differs=True)) == []


def test_a_theme_says_how_many_said_it():
    assert missing_from_findings(a_draft(said_by_child="")) == [f"Names: {STRENGTH}"]


@pytest.mark.parametrize("role", ["parent", "practitioner", "chooser"])
def test_any_group_is_enough(role):
    findings = a_draft(said_by_child="", **{f"said_by_{role}": "one"})

    assert missing_from_findings(findings) == []


def test_everything_that_is_missing_is_said_at_once():
    findings = a_draft(make.consultation(), differs="", said_by_child="")

    assert len(missing_from_findings(findings)) == 3


def test_tables_are_frozen_only_when_nothing_is_missing():
    findings = a_draft(make.consultation())

    with pytest.raises(NotReady) as refusal:
        freeze_tables(page=findings, today=make.today())

    assert refusal.value.sentences == [OPEN]
    assert not FindingsEdition.objects.exists()
