"""The gate as an officer sees it: every line, the way to mend it, and the reasons."""

import json
import re

import pytest
from django.urls import reverse

from consultations.gate.places import IN_THE_EDITOR, address_of
from consultations.models import PlainWord
from tests import make
from tests.consultations import officer
from tests.consultations.test_passing_the_gate import REASON, unplanned, untried

READABILITY = reverse("consultations_readability")


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = False


def gate(page) -> str:
    return reverse("consultations_gate", args=[page.pk])


def test_every_line_leads_to_where_it_is_mended(as_staff):
    page = make.draft_consultation()
    client = as_staff("participation")

    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    ids = set(re.findall(r'id="([^"]+)"', editor))

    assert set(IN_THE_EDITOR.values()) - ids == {"questions-root"}  # made by Wagtail's script
    assert client.get(address_of("cover", page)).status_code == 200


def test_the_editor_says_how_many_things_are_missing(as_staff):
    page = unplanned()

    editor = as_staff("approver").get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert "1 thing stands between this draft and opening." in editor.content.decode()
    assert gate(page) in editor.content.decode()


def test_what_is_missing_waits_on_the_front_page(as_staff):
    page = unplanned(title="A draft")

    home = as_staff("participation").get("/admin/").content.decode()

    assert "thing before it can open: A draft" in home
    assert gate(page) in home


def test_a_reason_is_given_on_the_screen_and_taken_back(as_staff):
    page, client = untried(), as_staff("participation")

    client.post(gate(page), {"do": "reason", "code": "tried-out", "reason": REASON})
    html = client.get(gate(page)).content.decode()
    assert REASON in html
    assert "Nothing stands in the way" in html

    client.post(gate(page), {"do": "no_reason", "code": "tried-out"})
    assert "1 thing stands" in client.get(gate(page)).content.decode()


def test_a_short_reason_is_refused_and_still_there(as_staff):
    page = untried()

    data = {"do": "reason", "code": "tried-out", "reason": "No time"}
    response = as_staff("participation").post(gate(page), data)

    assert response.status_code == 422
    assert "Say in a sentence why. Everybody can read it." in response.content.decode()
    assert ">No time</textarea>" in response.content.decode()


def test_whoever_decides_says_that_nothing_is_decided(as_staff):
    page = make.draft_consultation(undecided_on=None, undecided_by=None)
    client = as_staff("decision_maker")

    client.post(gate(page), {"do": "undecided"})
    said = officer.now(page).get_latest_revision_as_object()
    assert (said.undecided_on, said.undecided_by) == (make.today(), make.staff("decision_maker"))

    client.post(gate(page), {"do": "not_undecided"})
    assert officer.now(page).get_latest_revision_as_object().undecided_on is None


@pytest.mark.parametrize(
    ("role", "act"),
    [("decision_maker", "reason"), ("approver", "undecided"), ("participation", "anything")],
)
def test_nobody_does_what_is_not_theirs_to_do(as_staff, role, act):
    page = untried()

    data = {"do": act, "code": "tried-out", "reason": REASON}
    response = as_staff(role).post(gate(page), data)

    assert response.status_code == 302  # Wagtail's way of refusing somebody who is signed in
    assert not officer.now(page).get_latest_revision_as_object().overrides.exists()


def test_what_waits_for_approval_is_not_changed_by_its_author(as_staff):
    page = make.draft_consultation(tried_out=[])
    page.get_workflow().start(page, make.staff("participation"))

    data = {"do": "no_reason", "code": "tried-out"}
    as_staff("participation").post(gate(page), data)

    assert (
        officer.now(page)
        .get_latest_revision_as_object()
        .overrides.filter(code="tried-out")
        .exists()
    )


def test_after_opening_the_gate_shows_what_stood_there(as_staff):
    page = make.consultation(tried_out=[])
    client = as_staff("participation")

    html = client.get(gate(page)).content.decode()
    client.post(gate(page), {"do": "undecided"}, follow=True)

    assert "The gate let it through on" in html
    assert "We did not try out the questions with children first." in html


def test_the_public_page_tells_the_plan_and_the_reasons(visitor):
    page = make.consultation(tried_out=[], rung=5)

    html = visitor.get(page.url).content.decode()

    for words in (
        "You tell us what you think. Grown-ups then choose.",
        "Keep it",
        "At the nursery.",
        "We might miss them",
        "We did not try out the questions with children first.",
        "This is a test, and nobody is asked in earnest.",
    ):
        assert words in html
    assert make.staff("participation").email not in html


def ask(client, *texts):
    return client.post(
        READABILITY, json.dumps({"texts": texts}), content_type="application/json"
    ).json()["lines"]


def test_texts_are_measured_while_they_are_written(as_staff):
    plain, hard = ask(as_staff("participation"), "We want to know.", "Your contact. " + "so " * 30)

    assert plain["sentence"] == "Words: 4. Longest sentence: 4. Reading age: about 5."
    assert (plain["hard"], plain["jargon"]) == (False, [])
    assert hard["hard"]
    assert hard["jargon"] == [{"term": "contact", "plain": "time with your family"}]


@pytest.mark.parametrize("body", ["", "[]", '{"texts": 3}', '{"other": []}'])
def test_what_is_no_list_of_texts_is_refused(as_staff, body):
    response = as_staff("participation").post(READABILITY, body, content_type="application/json")

    assert response.status_code == 400


def test_officers_keep_their_own_list_of_plain_words(as_staff):
    address = "/admin/snippets/consultations/plainword/add/"
    word = {"council": make.council().pk, "term": "Panel", "plain": "a group who decide"}

    as_staff("governance").post(address, word)
    again = as_staff("participation").post(address, word | {"term": "panel"})

    assert PlainWord.objects.filter(term__iexact="panel").count() == 1
    assert "This term is on the list already." in again.content.decode()
    (line,) = ask(as_staff("participation"), "The panel meets.")
    assert line["jargon"] == [{"term": "Panel", "plain": "a group who decide"}]


def test_without_a_script_the_figures_stand_on_the_gate(as_staff):
    page = make.draft_consultation(why="We ask about your placement.")

    html = as_staff("participation").get(gate(page)).content.decode()

    assert "“placement” → “the place where you live”" in html
    assert "The formula is crude" in html


@pytest.mark.parametrize(
    ("role", "build"),
    [
        ("governance", make.item),
        ("analyst", make.draft_findings),
        ("decision_maker", make.draft_decision),
    ],
)
def test_every_public_text_of_the_loop_is_measured(as_staff, role, build):
    page = build(make.closed_consultation()) if role == "analyst" else build()

    html = as_staff(role).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert f'data-address="{READABILITY}"' in html.content.decode()
