"""What must be there before findings are published, in sentences."""

import pytest

from consultations.models import ConsultationPage, CouncilSettings
from feedback.actions import themes
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
    assert missing_from_findings(a_draft(said_by_practitioner="")) == [f"Names: {STRENGTH}"]


@pytest.mark.parametrize("role", ["child", "parent", "practitioner", "chooser"])
def test_any_group_is_enough(role):
    assert missing_from_findings(said_by(role, n=1, strength="some")) == []


def said_by(role, *, n, strength, voice="me", others=0):
    """Findings in which `n` people of one role said something, of `n + others` who answered."""
    page = make.closed_consultation()
    theme = make.theme(page, "Names")
    for _person in range(n):
        words = make.read_words(page, role=role, voice=voice)
        themes.group_words(words=words, themes=[theme], by=make.staff("analyst"))
    make.responses(page, others, role=role)
    findings = a_draft(page, theme)
    line = findings.themes.get()
    line.said_by_practitioner = ""
    setattr(line, f"said_by_{role}", strength)
    line.save()
    return FindingsPage.objects.get(pk=findings.pk)


@pytest.mark.parametrize("strength", ["all", "most", "about_half", "one"])
def test_of_a_small_group_nothing_is_said_that_tells_what_each_said(strength):
    (sentence,) = missing_from_findings(said_by("practitioner", n=2, others=7, strength=strength))

    assert "Fewer than 10 of this group answered" in sentence
    assert "Choose “Some” or “A few”." in sentence


@pytest.mark.parametrize("strength", ["all", "most", "about_half", "one"])
def test_of_a_large_group_it_may_be_said(strength):
    findings = said_by("practitioner", n=2, others=8, strength=strength)

    assert missing_from_findings(findings) == []


def test_a_council_that_hides_more_says_less():
    findings = said_by("practitioner", n=2, others=10, strength="all")
    settings = CouncilSettings.for_site(make.council())
    settings.hide_up_to = 12
    settings.save()

    assert "Fewer than 13 of this group answered" in missing_from_findings(findings)[0]


@pytest.mark.parametrize("role", ["child", "parent", "chooser"])
def test_a_group_of_which_no_text_stands_under_a_theme_did_not_say_it(role):
    (sentence,) = missing_from_findings(a_draft(**{f"said_by_{role}": "some"}))

    assert "none of their texts stands under the theme" in sentence


def test_what_an_adult_thinks_is_not_what_a_child_said():
    findings = said_by("child", n=1, voice="adult_view", strength="some")

    assert "No child or young person said this in their own words" in (
        " ".join(missing_from_findings(findings))
    )


def test_everything_that_is_missing_is_said_at_once():
    findings = a_draft(make.consultation(), differs="", said_by_practitioner="")

    assert len(missing_from_findings(findings)) == 3


def test_tables_are_frozen_only_when_nothing_is_missing():
    findings = a_draft(make.consultation())

    with pytest.raises(NotReady) as refusal:
        freeze_tables(page=findings, today=make.today())

    assert refusal.value.sentences == [OPEN]
    assert not FindingsEdition.objects.exists()
