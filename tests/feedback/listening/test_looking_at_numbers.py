"""An analyst sees the numbers before they are published, and decides about rows that are held."""

import pytest
from django.urls import reverse

from feedback.actions.findings import hide_row, show_row
from feedback.actions.reading import NotYours
from feedback.models import FindingsPage, ShownRow
from tests import make
from tests.feedback.listening.counting import crowd
from tests.feedback.listening.screens import elsewhere, is_refused, rows, says
from tests.sharing import once_a_file

HELD = "For you to decide"


@once_a_file
def page():
    """A consultation in which everyone of one age gave the same answer."""
    page = make.closed_consultation()
    crowd(page, "10-12", yes=12)
    crowd(page, "13-15", yes=8, no=9)
    return page


@pytest.fixture
def findings(page):
    return make.draft_findings(page)


def address(findings):
    return reverse("feedback_numbers", args=[findings.pk])


def the_row(page):
    return f"{page.identity.questions.get(key='heard').pk}:child:own:10-12"


def decide(findings, by=None):
    asked = findings.consultation.questions.get(key="heard")
    row = {"question": asked, "role": "child", "voice": "own", "band": "10-12"}
    return show_row(page=findings, by=by or make.staff("analyst"), **row)


def test_the_tables_are_shown_as_they_would_be_published(as_staff, findings):
    response = as_staff("analyst").get(address(findings))

    assert rows(response) == [
        ["10 to 12", "[c]", "[c]", "12"],
        ["13 to 15", "[c]", "[c]", "17"],
        ["All", "20", "9", "29"],
    ]
    assert "This is what would be published now." in says(response)


def test_a_row_where_everyone_gave_one_answer_is_for_a_person_to_decide(as_staff, findings):
    shown = says(as_staff("analyst").get(address(findings)))

    assert HELD in shown
    assert "Do you feel heard? Children and young people speaking for themselves, 10 to 12" in shown


def test_without_such_a_row_there_is_nothing_to_decide(as_staff):
    page = make.closed_consultation()
    crowd(page, "13-15", yes=8, no=9)

    assert HELD not in says(as_staff("analyst").get(address(make.draft_findings(page))))


def test_a_row_that_a_person_decided_to_show_is_shown(as_staff, page, findings):
    client = as_staff("analyst")

    response = client.post(address(findings), {"row": the_row(page)}, follow=True)

    assert rows(response)[0] == ["10 to 12", "12", "0", "12"]
    assert HELD not in says(response)


def test_who_decided_and_when_is_recorded(as_staff, page, findings, time_machine):
    now = make.noon(make.today())
    time_machine.move_to(now, tick=False)

    as_staff("analyst").post(address(findings), {"row": the_row(page)})

    row = ShownRow.objects.get()
    assert (row.decided_by, row.decided_at) == (make.staff("analyst"), now)


def test_a_decision_can_be_taken_back(as_staff, findings):
    row = decide(findings)

    response = as_staff("analyst").post(address(findings), {"hide": str(row.pk)}, follow=True)

    assert rows(response)[0] == ["10 to 12", "[c]", "[c]", "12"]
    assert HELD in says(response)


def test_who_decided_is_shown(as_staff, findings):
    decide(findings)

    shown = says(as_staff("analyst").get(address(findings)))

    assert f"10 to 12. Decided by {make.staff('analyst')}." in shown


def test_a_row_is_decided_about_once(findings):
    first = decide(findings)

    assert decide(findings, by=make.staff("analyst", again=True)) == first
    assert ShownRow.objects.get().decided_by == make.staff("analyst")


@pytest.mark.parametrize(
    "tampered",
    ["", "x", "a:b:c:d", "::: :", "00000000-0000-0000-0000-000000000000:child:own:10-12"],
)
def test_a_tampered_form_decides_nothing(as_staff, findings, tampered):
    typed = {"row": tampered, "hide": tampered}

    assert as_staff("analyst").post(address(findings), typed).status_code == 302
    assert not ShownRow.objects.exists()


def test_a_row_that_is_not_held_cannot_be_decided_about(as_staff, page, findings):
    other = the_row(page).replace("10-12", "13-15")

    as_staff("analyst").post(address(findings), {"row": other})

    assert not ShownRow.objects.exists()


def test_published_numbers_stay_as_they_are(as_staff, page):
    findings = make.findings(page)

    response = as_staff("analyst").post(address(findings), {"row": the_row(page)}, follow=True)

    assert "They stay as they are." in says(response)
    assert HELD not in says(response)
    assert not ShownRow.objects.exists()


def test_a_decision_is_frozen_with_the_tables(page, findings):
    decide(findings)

    findings.get_latest_revision().publish()

    (table,) = FindingsPage.objects.get().edition.document["tables"]
    assert table["rows"][0]["cells"] == [12, 0]
    assert table["held"] == []


def test_a_decision_after_publishing_changes_nothing(as_staff, page):
    findings = make.findings(page)
    row = decide(findings)

    as_staff("analyst").post(address(findings), {"hide": str(row.pk)})

    assert ShownRow.objects.exists()
    (table,) = FindingsPage.objects.get().edition.document["tables"]
    assert table["rows"][0]["cells"] == [None, None]


@pytest.mark.parametrize("role", ["reader", "participation", "decision_maker"])
def test_nobody_else_looks_or_decides(as_staff, findings, role):
    row = decide(findings)

    assert is_refused(as_staff(role).get(address(findings)))
    with pytest.raises(NotYours):
        decide(findings, by=make.staff(role))
    with pytest.raises(NotYours):
        hide_row(row=row, by=make.staff(role))


def test_an_analyst_of_another_council_does_not_decide_about_ours(as_staff, findings):
    stranger = elsewhere("analyst")

    assert is_refused(as_staff(user=stranger).get(address(findings)))
    with pytest.raises(NotYours):
        decide(findings, by=stranger)
