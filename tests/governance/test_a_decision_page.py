"""A decision as people read it: asked, said, decided, promised, and its place in the record."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from governance.actions.promises import keep_promise
from governance.models import LogEntry, LogPlace
from tests import make, translating
from tests.governance import record, screens
from tests.sharing import once_a_file

MOST_QUERIES = 12


@once_a_file
def asked():
    page = make.closed_consultation(title="The words in your record")
    make.responses(page, 12, heard="yes")
    return page


def section(response, n: int) -> str:
    """The words under one step of the chain, from 1."""
    step = screens.soup(response).select("ol.chain > li")[n - 1]
    return " ".join(step.get_text(" ").split())


def test_the_chain_goes_from_what_was_asked_to_how_to_disagree(visitor):
    response = visitor.get(make.decision().url)

    headings = [one.get_text() for one in screens.soup(response).select("ol.chain > li > h2")]
    assert headings == ["We asked", "You said", "We decided", "We promised", "If you do not agree"]


def test_it_says_what_was_asked_when_and_who_was_heard(visitor, asked):
    page = make.decision(make.findings(asked))

    asked_words = section(visitor.get(page.url), 1)

    assert "The words in your record" in asked_words
    assert "12 children and young people" in asked_words
    assert asked.closes_on.strftime("%-d %B %Y") in asked_words


def test_it_says_what_each_theme_was_and_how_it_was_used(visitor, asked):
    theme = make.theme(asked, "Being told")
    page = make.draft_decision(make.findings(asked, theme))
    line = page.influences.get()
    line.use, line.why = "outside-our-power", "The law says otherwise."
    page.influences = [line]
    page.save_revision().publish()

    said = section(visitor.get(page.url), 2)

    assert "Being told" in said
    assert "Said by a few practitioners." in said
    assert "Outside our power. The law says otherwise." in said
    assert "A few parents." in said


def test_it_shows_only_words_that_were_cleared(visitor, asked):
    theme = make.theme(asked)
    make.quotation(make.read_words(asked, "Nobody told me."), theme)
    make.quotation(make.read_words(asked, "My name is Mia."), theme, cleared=False)
    page = make.decision(make.findings(asked, theme))

    said = section(visitor.get(page.url), 2)

    assert "Nobody told me." in said
    assert "Mia" not in said


def test_it_says_what_was_decided_before_and_after_and_why(visitor):
    page = make.decision(decision="The heading changes.", instead="A note is added.")

    decided = section(visitor.get(page.url), 3)

    for words in ("The heading changes.", "Contact", "Family time", page.reasons):
        assert words in decided
    for words in ("A note is added.", "Leave it", "It hurts."):
        assert words in decided


def test_it_says_what_was_promised_who_sees_to_it_and_by_when(visitor):
    promised = section(visitor.get(make.promise(due_on=make.today(9)).page.url), 4)

    assert "Build the form." in promised
    assert "Head of Systems" in promised
    assert f"Due {make.today(9).strftime('%-d %b %Y')}" in promised


def test_a_late_promise_says_how_late_it_is(visitor):
    promised = section(visitor.get(make.promise(due_on=make.today(-3)).page.url), 4)

    assert "3 days late" in promised
    assert "It was due on" in promised


def test_a_kept_promise_says_what_shows_it(visitor):
    promise = make.promise(due_on=make.today(-3))
    by, today = make.staff("decision_maker"), make.today()
    keep_promise(promise=promise, by=by, evidence="It is in use.", kept_on=today, today=today)

    promised = section(visitor.get(promise.page.url), 4)

    assert "Kept, 3 days late" in promised
    assert "It is in use." in promised


def test_a_decision_without_promises_says_so(visitor):
    page = make.decision(promises=[])

    assert "This decision makes no promise." in section(visitor.get(page.url), 4)


def test_not_changed_has_the_same_parts_as_changed(visitor):
    rests_on = make.findings()
    changed = visitor.get(make.decision(rests_on, outcome="changed", instead="A note.").url)
    kept = visitor.get(make.decision(rests_on, outcome="not_changed").url)

    parts = [
        [(tag.name, tag.get_text()) for tag in screens.soup(page).select("main h2, main h3, dt")]
        for page in (changed, kept)
    ]

    assert parts[0] == parts[1]
    assert "Not changed" in screens.words(kept)


def test_it_says_its_place_in_the_record(visitor):
    page = make.decision()
    make.item()
    place = LogPlace.objects.get(type="decision.recorded")
    entry = LogEntry.objects.get(index=place.index)

    proof = screens.soup(visitor.get(page.url)).select_one(".proof")

    assert f"In the record as entry {place.index}, written" in proof.get_text()
    assert bytes(entry.leaf_hash).hex()[:4] in proof.code.get_text()
    assert proof.a["href"] == f"/what-changed/log/{place.index}/"


@pytest.mark.parametrize(
    ("days", "sentence"),
    [(0, None), (1, "That is 1 day after it was decided."), (4, "That is 4 days after")],
)
def test_it_says_how_long_after_the_decision_it_was_written_down(visitor, days, sentence):
    with time_machine.travel(make.noon(make.today())):
        page = make.decision(decided_on=make.today(-days))

    proof = screens.soup(visitor.get(page.url)).select_one(".proof").get_text()

    assert sentence in proof if sentence else "after it was decided" not in proof


def test_days_are_counted_here_and_not_in_greenwich(visitor):
    after_midnight_in_summer = "2099-07-02T00:30:00+01:00"  # still 1 July in UTC
    rests_on = make.findings()
    with time_machine.travel(after_midnight_in_summer):
        page = make.decision(rests_on, decided_on=make.today(-1))

    proof = screens.soup(visitor.get(page.url)).select_one(".proof").get_text()

    assert "That is 1 day after it was decided." in proof


def test_a_preview_of_a_draft_claims_no_place_in_the_record(as_staff):
    page = make.draft_decision()

    preview = as_staff("decision_maker").get(f"/admin/pages/{page.pk}/view_draft/")

    assert preview.status_code == 200
    assert screens.soup(preview).select_one(".proof") is None


def test_a_draft_is_not_public(visitor):
    assert visitor.get(make.draft_decision().url).status_code == 404


def test_what_people_typed_is_shown_as_text(visitor):
    page = make.decision(reasons="<script>alert(1)</script> is what forty letters can be.")

    assert "<script>alert(1)" not in visitor.get(page.url).content.decode()


def test_a_translation_shows_the_promises_that_were_made_once(visitor):
    page = make.decision()
    welsh = Locale.objects.create(language_code="cy")
    translated = page.copy_for_translation(welsh, copy_parents=True)
    translated.save_revision()
    translating.publish(translated)

    promised = section(visitor.get(translated.get_url()), 4)

    assert "Build the form." in promised


def test_it_takes_no_more_statements_as_it_says_more(visitor, asked):
    one = make.decision(make.findings(asked, make.theme(asked)))
    themes = [make.theme(asked) for _more in range(3)]
    for theme in themes:
        make.quotation(make.read_words(asked, f"Words {theme}"), theme)
    many = make.decision(
        make.findings(asked, *themes),
        promises=[{"due_on": make.today(9)}] * 4,
        items=[make.item(), make.item(), make.item()],
    )
    record.note()

    counts = []
    for page in (one, many):
        visitor.get(page.url)
        with CaptureQueriesContext(connection) as queries:
            visitor.get(page.url)
        counts.append(len(queries))

    assert counts[1] == counts[0] <= MOST_QUERIES
