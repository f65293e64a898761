"""The analyst writes findings in Wagtail's editor, which says what is missing."""

import pytest
from django.urls import reverse

from feedback.models import FindingsEdition, FindingsIndexPage, FindingsPage
from tests import make
from tests.feedback.listening.screens import edit, filled_in, is_refused, says
from tests.sharing import once_a_file

DISSENT = "Say who sees it differently."
STRENGTH = "Say how many said it, for at least one group."


@once_a_file
def page():
    return make.closed_consultation()


@pytest.fixture
def analyst(as_staff):
    return as_staff("analyst")


def begun(page):
    """A draft with one theme, of which nothing is said yet."""
    findings = make.draft_findings(page)
    line = findings.themes.get()
    line.differs = line.said_by_practitioner = ""
    findings.themes = [line]
    findings.save_revision()
    return findings


def add(client, button="", **typed):
    """Write new findings from nothing."""
    index = FindingsIndexPage.objects.get().pk
    address = reverse("wagtailadmin_pages:add", args=["feedback", "findingspage", index])
    data = filled_in(client.get(address)) | typed
    if button:
        data[f"action-{button}"] = f"action-{button}"
    return client.post(address, data)


def draft():
    return FindingsPage.objects.get().get_latest_revision_as_object()


def signer():
    """Who signed that nobody sees the first theme differently."""
    return draft().themes.get().signed_by


def test_a_draft_may_be_incomplete(analyst, page):
    typed = {"title": "What you told us", "slug": "told", "consultation_page": str(page.pk)}
    typed |= {"themes-0-theme": str(make.theme(page).pk), "themes-0-summary": "Names."}

    add(analyst, **typed)

    findings = FindingsPage.objects.get()
    assert (findings.title, findings.live) == ("What you told us", False)


def test_a_draft_may_lack_dissent(analyst, page):
    findings = begun(page)

    response = edit(analyst, findings, summary="You said little.")

    assert response.status_code == 302
    assert draft().summary == "You said little."


def test_findings_without_dissent_are_not_published(analyst, page):
    response = edit(analyst, begun(page), "publish")

    assert response.context["form"].formsets["themes"].forms[0].errors.keys() == {
        "differs",
        "said_by_child",
    }
    assert DISSENT in says(response)
    assert STRENGTH in says(response)
    assert not FindingsPage.objects.live().exists()


def test_what_was_typed_is_still_there(analyst, page):
    response = edit(analyst, begun(page), "publish", said_once="Count my dog.")

    assert "Count my dog." in response.content.decode()


def test_whole_findings_are_published(analyst, page):
    said = {"themes-0-differs": "A few parents.", "themes-0-said_by_practitioner": "a_few"}

    response = edit(analyst, begun(page), "publish", **said)

    assert response.status_code == 302
    assert FindingsPage.objects.live().exists()
    assert FindingsEdition.objects.exists()


def test_dissent_of_white_space_is_none(analyst, page):
    said = {"themes-0-differs": "   ", "themes-0-said_by_practitioner": "a_few"}

    response = edit(analyst, begun(page), "publish", **said)

    assert DISSENT in says(response)


def test_whoever_ticks_that_no_one_differs_signs(analyst, page):
    said = {"themes-0-nobody_differs": "on", "themes-0-said_by_practitioner": "a_few"}

    edit(analyst, begun(page), "publish", **said)

    assert FindingsPage.objects.get().themes.get().signed_by == make.staff("analyst")


def test_whoever_saves_after_that_does_not_sign(as_staff, analyst, page):
    findings = begun(page)
    edit(analyst, findings, **{"themes-0-nobody_differs": "on"})

    edit(as_staff(user=make.staff("analyst", again=True)), findings, summary="Much.")

    assert signer() == make.staff("analyst")


def test_a_tick_taken_out_takes_the_name_out(analyst, page):
    findings = begun(page)
    edit(analyst, findings, **{"themes-0-nobody_differs": "on"})

    data = filled_in(analyst.get(reverse("wagtailadmin_pages:edit", args=[findings.pk])))
    del data["themes-0-nobody_differs"]
    analyst.post(reverse("wagtailadmin_pages:edit", args=[findings.pk]), data)

    assert signer() is None


def test_nobody_signs_in_somebody_elses_name(analyst, page):
    other = make.staff("analyst", again=True)
    said = {"themes-0-nobody_differs": "on", "themes-0-signed_by": str(other.pk)}

    edit(analyst, begun(page), **said)

    assert signer() == make.staff("analyst")


def test_a_theme_is_not_both_differed_from_and_agreed_on(analyst, page):
    said = {"themes-0-nobody_differs": "on", "themes-0-said_by_child": "all"}
    said["themes-0-differs"] = "A few."

    response = edit(analyst, begun(page), "publish", **said)

    assert "Say who sees it differently, or that no one said otherwise, not both." in says(response)
    assert not FindingsPage.objects.live().exists()


def test_findings_of_an_open_consultation_are_not_published(analyst):
    response = edit(analyst, make.draft_findings(make.consultation()), "publish")

    assert "The consultation is still open. Wait until its last day has passed." in says(response)
    assert response.context["form"].errors.keys() == {"consultation_page"}
    assert not FindingsPage.objects.live().exists()


def test_findings_are_not_published_with_a_theme_of_another_consultation(analyst, page):
    foreign = make.theme(make.closed_consultation(), "Foreign")

    response = edit(analyst, make.draft_findings(page, foreign), "publish")

    assert "The theme “Foreign” belongs to another consultation." in says(response)
    assert not FindingsPage.objects.live().exists()


@pytest.mark.parametrize("button", ["", "publish"])
def test_findings_are_not_about_a_consultation_that_was_never_published(analyst, page, button):
    unpublished = make.draft_consultation()

    response = edit(
        analyst, make.draft_findings(page), button, consultation_page=str(unpublished.pk)
    )

    assert "Choose a consultation that has been open." in says(response)
    assert FindingsPage.objects.get().consultation_page == page


def test_findings_without_a_theme_are_not_published(analyst, page):
    response = edit(analyst, make.draft_findings(page), "publish", **{"themes-0-DELETE": "1"})

    assert response.status_code == 200
    assert not FindingsPage.objects.live().exists()


def test_many_findings_are_published_only_when_each_is_whole(analyst, page):
    findings = begun(page)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = analyst.post(f"{address}?id={findings.pk}", {}, follow=True)

    assert DISSENT in says(response)
    assert not FindingsPage.objects.live().exists()


def test_whole_findings_can_be_published_among_many(analyst, page):
    findings = make.draft_findings(page)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    analyst.post(f"{address}?id={findings.pk}", {})

    assert FindingsPage.objects.live().exists()


@pytest.mark.parametrize("role", ["reader", "participation", "approver", "decision_maker"])
def test_nobody_else_writes_findings(as_staff, page, role):
    findings = make.draft_findings(page)

    response = as_staff(role).get(reverse("wagtailadmin_pages:edit", args=[findings.pk]))

    assert is_refused(response)


def test_published_findings_are_not_deleted(analyst, page):
    findings = make.findings(page)

    response = analyst.post(reverse("wagtailadmin_pages:delete", args=[findings.pk]), follow=True)

    assert "cannot be deleted, because it has been published" in says(response)
    assert FindingsPage.objects.exists()


def test_a_consultation_that_findings_are_about_is_not_deleted(as_staff, page):
    findings = make.draft_findings(page)
    client = as_staff(user=make.superuser())
    response = client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)

    assert "cannot be deleted" in says(response)
    assert FindingsPage.objects.get() == findings


def test_beside_each_strength_stands_what_it_rests_on(analyst, page):
    findings = make.draft_findings(page)
    make.responses(page, 3, role="practitioner")
    make.response(page, role="practitioner", more="Another text")

    response = analyst.get(reverse("wagtailadmin_pages:edit", args=[findings.pk]))

    shown = says(response)
    assert "1 said it. 2 wrote something, 5 answered." in shown
    assert "0 said it. 0 wrote something, 0 answered." in shown


def test_a_strength_that_rests_on_nothing_is_refused_beside_its_field(analyst, page):
    findings = make.draft_findings(page)

    response = edit(analyst, findings, "publish", **{"themes-0-said_by_parent": "all"})

    (line,) = response.context["form"].formsets["themes"].forms
    assert line.errors.keys() == {"said_by_parent"}
    assert not FindingsPage.objects.live().exists()
