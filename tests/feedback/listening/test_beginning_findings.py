"""An analyst begins to write findings, with every theme in place."""

import pytest
from django.urls import reverse

from feedback.actions.findings import begin_findings
from feedback.actions.reading import NotYours
from feedback.models import FindingsIndexPage, FindingsPage
from tests import make
from tests.feedback.listening.screens import elsewhere, is_refused, says
from tests.sharing import once_a_file


@once_a_file
def page():
    return make.closed_consultation(title="What should we count?")


def begin(client, page):
    return client.post(reverse("feedback_begin_findings", args=[page.identity.code]))


def test_a_draft_is_made_and_opened(as_staff, page):
    client = as_staff("analyst")

    response = begin(client, page)

    findings = FindingsPage.objects.get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[findings.pk])
    assert client.get(response.url).status_code == 200


def test_the_draft_is_about_the_consultation_and_not_published(as_staff, page):
    begin(as_staff("analyst"), page)

    findings = FindingsPage.objects.get()
    assert (findings.consultation_page, findings.live) == (page, False)
    assert findings.title == "What you told us: What should we count?"
    assert findings.owner == make.staff("analyst")
    assert findings.get_parent().specific == FindingsIndexPage.objects.get()


def test_the_draft_has_a_line_for_each_theme(as_staff, page):
    names = {make.theme(page).name, make.theme(page).name}
    make.theme(make.closed_consultation())

    begin(as_staff("analyst"), page)

    lines = FindingsPage.objects.get().themes.select_related("theme")
    assert {(line.theme.name, line.summary) for line in lines} == {
        (name, "About it.") for name in names
    }


def test_a_line_begins_with_nobody_having_said_it(as_staff, page):
    make.theme(page)

    begin(as_staff("analyst"), page)

    line = FindingsPage.objects.get().themes.get()
    assert (line.strengths, line.differs, line.nobody_differs) == ([], "", False)


def test_a_theme_without_a_definition_is_no_obstacle(as_staff, page):
    theme = make.theme(page)
    theme.definition = ""
    theme.save()

    assert begin(as_staff("analyst"), page).status_code == 302
    assert FindingsPage.objects.get().themes.get().theme == theme


def test_findings_are_begun_once(as_staff, page):
    first = begin(as_staff("analyst"), page)

    second = begin(as_staff(user=make.staff("analyst", again=True)), page)

    assert second.url == first.url


def test_the_list_leads_to_findings_that_were_begun(as_staff, page):
    client = as_staff("analyst")
    before = says(client.get(reverse("feedback_themes")))
    begin(client, page)

    after = says(client.get(reverse("feedback_themes")))

    assert "Write findings" in before
    assert "Write findings" not in after
    assert "What you told us: What should we count?" in after


def test_findings_are_not_begun_by_a_link(as_staff, page):
    address = reverse("feedback_begin_findings", args=[page.identity.code])

    assert as_staff("analyst").get(address).status_code == 405


@pytest.mark.parametrize("role", ["reader", "participation", "decision_maker"])
def test_only_an_analyst_begins(as_staff, page, role):
    assert is_refused(begin(as_staff(role), page))
    with pytest.raises(NotYours):
        begin_findings(consultation_page=page, by=make.staff(role))


def test_an_analyst_of_another_council_begins_none_of_ours(as_staff, page):
    stranger = elsewhere("analyst")

    assert is_refused(begin(as_staff(user=stranger), page))
    with pytest.raises(NotYours):
        begin_findings(consultation_page=page, by=stranger)
