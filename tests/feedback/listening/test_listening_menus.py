"""Each person finds their own work, and nobody else's, in the staff's menus."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests import make
from tests.feedback.listening.screens import elsewhere

WORK = {"Reading": "feedback_reading", "Concerns": "feedback_concerns", "Themes": "feedback_themes"}


def offered(client):
    """Which of our screens the first page of the admin leads to."""
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    return {word for word, name in WORK.items() if f'"{reverse(name)}"' in page}


@pytest.mark.parametrize(
    ("role", "work"),
    [
        ("reader", {"Reading"}),
        ("safeguarding", {"Reading", "Concerns"}),
        ("analyst", {"Themes"}),
        ("participation", set()),
        ("approver", set()),
        ("governance", set()),
        ("decision_maker", set()),
    ],
)
def test_the_menu_holds_what_a_role_does(as_staff, role, work):
    assert offered(as_staff(role)) == work


def test_a_superuser_is_offered_no_reading(as_staff):
    assert offered(as_staff(user=make.superuser())) == set()


def leads_to(client, page, address):
    """Whether the editor of a page has a link to this address."""
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return bool(BeautifulSoup(editor.content, "html.parser").find("a", href=address))


def test_a_consultation_leads_to_how_many_answered(as_staff):
    page = make.consultation()
    address = reverse("feedback_how_many", args=[page.identity.code])

    assert leads_to(as_staff("participation"), page, address)


def test_a_draft_that_nobody_could_answer_does_not(as_staff):
    page = make.draft_consultation()

    assert (
        "how-many"
        not in as_staff("participation")
        .get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        .content.decode()
    )


def test_findings_lead_to_their_numbers(as_staff):
    findings = make.draft_findings(make.closed_consultation())
    address = reverse("feedback_numbers", args=[findings.pk])

    assert leads_to(as_staff("analyst"), findings, address)


@pytest.mark.parametrize("user", [make.superuser, lambda: elsewhere("reader")])
def test_findings_lead_nobody_else_to_their_numbers(as_staff, user):
    findings = make.draft_findings(make.closed_consultation())
    address = reverse("feedback_numbers", args=[findings.pk])

    assert not leads_to(as_staff(user=user()), findings, address)


def test_the_list_of_consultations_leads_to_how_many_answered_without_a_menu(as_staff):
    page = make.consultation()
    section = reverse("wagtailadmin_explore", args=[page.get_parent().pk])

    listed = BeautifulSoup(as_staff("participation").get(section).content, "html.parser")

    link = listed.find("a", href=reverse("feedback_how_many", args=[page.identity.code]))
    assert link.text.strip() == "How many answered"
    assert link.find_parent(attrs={"data-controller": "w-dropdown"}) is None


@pytest.mark.parametrize("role", ["participation", "approver"])
def test_the_front_page_says_how_many_answered_what_is_open(as_staff, role):
    page = make.consultation(title="Who sees it?")
    make.responses(page, 2)
    make.closed_consultation(title="Over")

    response = as_staff(role).get(reverse("wagtailadmin_home"))

    panel = BeautifulSoup(response.content, "html.parser").find(class_="heard-waiting")
    address = reverse("feedback_how_many", args=[page.identity.code])
    assert panel.find("a", href=address).text == "2 answers so far: Who sees it?"
    assert "Over" not in panel.text


def test_nobody_else_is_told_how_many_answered(as_staff):
    make.consultation(title="Who sees it?")

    response = as_staff("reader").get(reverse("wagtailadmin_home"))

    assert "answers so far" not in response.content.decode()


def test_officers_of_another_council_are_not_told_of_ours(as_staff):
    make.consultation(title="Who sees it?")

    response = as_staff(user=elsewhere("participation")).get(reverse("wagtailadmin_home"))

    assert "answers so far" not in response.content.decode()
