"""From where people read, and what young people said of the themes, up to the published page."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.translation import override

from feedback.actions import readers, themes
from feedback.actions.reading import NotYours
from feedback.gates import NOT_CHECKED, missing_from_findings
from feedback.method import method_of, shown_method
from feedback.models import CheckBack, CheckedTheme, Standpoint
from tests import make
from tests.feedback.listening.screens import elsewhere, says
from tests.sharing import once_a_file


@once_a_file
def page():
    return make.long_closed_consultation()


@pytest.fixture
def client(as_staff):
    return as_staff("analyst")


@pytest.fixture
def theme(page):
    return make.theme(page, "Names")


HELD = {"who": "The youth council", "youngest": "10-12", "oldest": "13-15"}


def stand(page, by, works_in="data", link="none"):
    readers.say_standpoint(consultation=page.identity, works_in=works_in, link=link, view="", by=by)


def check(page, *said, **more):
    facts = HELD | {"held_on": make.today()} | more
    return readers.record_check(
        consultation=page.identity, said=said, by=make.staff("analyst"), **facts
    )


def screen(page, name="checkers"):
    return reverse(f"feedback_{name}", args=[page.identity.code])


def test_findings_wait_for_young_checkers_or_a_reason(page, theme):
    findings = make.draft_findings(page, theme)
    page.identity.checks.all().delete()
    assert missing_from_findings(findings) == [str(NOT_CHECKED)]

    readers.skip_check(consultation=page.identity, why="No time.", by=make.staff("analyst"))

    assert missing_from_findings(findings) == []


def test_the_method_note_tells_numbers_and_never_names(page, theme, visitor):
    analyst, second = make.staff("analyst"), make.staff("analyst", again=True)
    for by in (analyst, second):
        themes.group_words(words=make.read_words(page), themes=[theme], by=by)
    stand(page, analyst, "data", "chose")
    stand(page, make.staff("analyst", "reader"), "services")  # has read nothing here
    changed = CheckedTheme(theme=theme, verdict="changed", changed="Say “My name”.")
    check(page, changed)

    shown = says(visitor.get(make.findings(page, theme).url))

    assert "Read by 2 people. 1 works in the data team. 1 helped to choose" in shown
    assert "services" not in shown
    assert "The youth council (aged 10 to 15)" in shown
    assert "They looked at 1 of the themes and changed 1." in shown
    assert "Names: Say “My name”." in shown
    assert analyst.email not in shown


def test_what_was_written_down_keeps_its_language(page, theme):
    check(page, CheckedTheme(theme=theme, verdict="wrong", changed="<b>Never</b>"))

    with override("ar"):
        (shown,) = shown_method({"method": method_of(page.identity)})["checks"]

    assert '<span lang="en-gb" dir="ltr">The youth council</span>' in conditional_escape(
        shown["said"]
    )
    assert "&lt;b&gt;Never" in conditional_escape(shown["changed"][0])


def test_the_note_is_frozen_with_the_numbers(page, theme, visitor):
    findings = make.findings(page, theme)

    page.identity.checks.all().delete()

    assert "No young people checked this. No time." in says(visitor.get(findings.url))


def test_numbers_from_before_this_was_kept_say_nothing_of_it():
    assert shown_method({"tables": []}) == {}


def test_what_nobody_did_is_not_said(page):
    method = method_of(page.identity)

    assert method == {"readers": 0, "works_in": {}, "links": {}, "checks": [], "skipped": ""}
    assert shown_method({"method": method})["readers"] == ""


def test_a_check_is_recorded_on_the_screen(client, page, theme):
    other = make.theme(page)
    readers.skip_check(consultation=page.identity, why="No time.", by=make.staff("analyst"))
    typed = {
        "go": "held",
        **HELD,
        "held_on": make.today().isoformat(),
        f"theme-{theme.pk}-verdict": "changed",
        f"theme-{theme.pk}-changed": "Say “My name”.",
        f"theme-{other.pk}-verdict": "",
    }

    said = says(client.post(screen(page), typed, follow=True))

    made = CheckBack.objects.get()  # the reason why nobody was asked has gone
    assert (made.who, made.held_on) == ("The youth council", make.today())
    row = made.themes.get()
    assert (row.theme, row.verdict, row.changed) == (theme, "changed", "Say “My name”.")
    assert "Names : They changed something Say “My name”." in said


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"who": " "}, "This field is required."),
        ({"held_on": "tomorrow"}, "Record it when it has happened."),
        ({"oldest": "6-9"}, "The oldest are not younger than the youngest."),
        ({"verdict": ""}, "Say for at least one theme what they said."),
        ({"verdict": "wrong"}, "Say in a few words what they changed"),
        ({"verdict": "", "changed": "Hm"}, "Choose what they said."),
    ],
)
def test_a_check_that_is_not_whole_is_refused_and_nothing_is_lost(
    client, page, theme, changes, sentence
):
    facts = {**HELD, "held_on": make.today().isoformat(), "verdict": "right"} | changes
    if facts["held_on"] == "tomorrow":
        facts["held_on"] = (make.today() + timedelta(days=1)).isoformat()
    verdict, changed = facts.pop("verdict"), facts.pop("changed", "")
    typed = {f"theme-{theme.pk}-verdict": verdict, f"theme-{theme.pk}-changed": changed}

    response = client.post(screen(page), {"go": "held", **facts, **typed})

    assert response.status_code == 422
    assert sentence in says(response)
    assert changed in response.content.decode()
    assert not CheckBack.objects.exists()


def test_a_reason_is_recorded_and_taken_back(client, page):
    assert "This field is required." in says(client.post(screen(page), {"go": "skip"}))

    client.post(screen(page), {"go": "skip", "why_skipped": "No time."})
    client.post(screen(page), {"go": "skip", "why_skipped": "Truly no time."})
    made = CheckBack.objects.get()
    assert made.why_skipped == "Truly no time."

    client.post(screen(page), {"go": "drop", "check": made.pk})
    assert not CheckBack.objects.exists()
    assert client.post(screen(page), {"go": "drop", "check": "x"}).status_code == 404


def test_where_young_people_looked_there_is_nothing_to_explain(client, page, theme):
    check(page, CheckedTheme(theme=theme, verdict="right"))

    response = client.post(screen(page), {"go": "skip", "why_skipped": "No time."})

    assert "Young people have looked at the themes." in says(response)


def test_a_theme_of_another_consultation_was_not_checked(page):
    stranger = make.theme(make.closed_consultation())

    for said in ([], [CheckedTheme(theme=stranger, verdict="right")]):
        with pytest.raises(readers.NothingChecked):
            check(page, *said)


def test_an_analyst_says_once_where_they_stand_and_sees_who_chose(client, page):
    stand(page, make.staff("analyst", again=True), "services", "lived")
    assert "Say where you stand" in says(client.get(screen(page, "workspace")))
    shown = says(client.get(screen(page, "standpoint")))
    item = page.about.first().item
    assert f"{item.title} : {item.chosen_by}" in shown
    assert "A service that works with children" in shown

    for view in ("I chose it.", "I chose it too fast."):
        client.post(screen(page, "standpoint"), {"works_in": "data", "link": "chose", "view": view})

    mine = Standpoint.objects.get(by=make.staff("analyst"))
    assert (mine.works_in, mine.link, mine.view) == ("data", "chose", "I chose it too fast.")
    assert "Say where you stand" not in says(client.get(screen(page, "workspace")))
    assert client.post(screen(page, "standpoint"), {}).status_code == 422


def test_only_an_analyst_of_the_council_records_any_of_this(page, theme):
    made = readers.skip_check(consultation=page.identity, why="x", by=make.staff("analyst"))

    for by in (make.staff("reader"), elsewhere("analyst")):
        for act in (
            lambda by=by: stand(page, by),
            lambda by=by: readers.skip_check(consultation=page.identity, why="x", by=by),
            lambda by=by: readers.drop_check(check=made, by=by),
            lambda by=by: readers.record_check(
                consultation=page.identity, said=[], held_on=make.today(), by=by, **HELD
            ),
        ):
            with pytest.raises(NotYours):
                act()


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"why_skipped": "x", "who": "y"},
        {"held_on": "2031-05-01"},
        {"held_on": "2031-05-01", **HELD, "why_skipped": "x"},
    ],
)
def test_the_database_wants_a_check_or_a_reason(page, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        CheckBack.objects.create(
            consultation=page.identity,
            by=make.staff("analyst"),
            recorded_on=make.today(),
            **wrong,
        )


def test_the_database_wants_to_know_what_was_changed(page, theme):
    made = check(page, CheckedTheme(theme=theme, verdict="right"))

    with pytest.raises(IntegrityError), transaction.atomic():
        made.themes.update(verdict="changed")
    with pytest.raises(IntegrityError), transaction.atomic():
        CheckedTheme.objects.create(check_back=made, theme=theme, verdict="right")


def test_no_number_is_without_its_noun(page, theme):
    for place in ("participation", "data", "services", "management", "outside", "other"):
        method = {"readers": 2, "works_in": {place: 2}, "links": {"uses": 1, "lived": 2, "none": 1}}
        shown = shown_method({"method": method | {"checks": [], "skipped": ""}})
        assert re.match(r"Read by 2 people\. 2 (work|are|do) ", shown["readers"])
        assert shown["readers"].endswith("For 2 it is about them or their families.")
