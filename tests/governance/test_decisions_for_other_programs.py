"""Decisions as an Atom feed and as a table for a spreadsheet."""

import csv
from datetime import datetime
from io import StringIO
from xml.etree import ElementTree as xml

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format
from wagtail.models import Site

from consultations.models import CouncilSettings
from governance.actions.promises import keep_promise
from governance.tables import COLUMNS
from tests import make
from tests.governance.screens import soup

ATOM = "{http://www.w3.org/2005/Atom}"
FEED, SPREADSHEET = "/what-changed/feed/", "/what-changed/spreadsheet/"


def feed(visitor) -> xml.Element:
    """The feed, as a feed reader takes it in."""
    response = visitor.get(FEED)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return xml.fromstring(response.content)


def text(element: xml.Element, name: str) -> str:
    return element.find(f"{ATOM}{name}").text


def rows(visitor) -> list[dict]:
    """The table, as a spreadsheet program takes it in."""
    table = visitor.get(SPREADSHEET).content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(table, newline="")))


def test_a_feed_has_what_every_atom_feed_must_have(visitor):
    CouncilSettings.objects.update_or_create(
        site=make.council(), defaults={"name": "Larkmere Council"}
    )

    found = feed(visitor)

    assert text(found, "title") == "What changed: Larkmere Council"
    assert found.find(f"{ATOM}author/{ATOM}name").text == "Larkmere Council"
    assert datetime.fromisoformat(text(found, "updated")).tzinfo
    assert found.find(f"{ATOM}link[@rel='self']").get("href").endswith(FEED)


def test_each_decision_is_an_entry_newest_first(visitor):
    rests_on = make.findings()
    make.decision(rests_on, title="Old", decided_on=make.today(-9))
    make.decision(rests_on, title="New", decided_on=make.today(-1), outcome="not_changed")

    entries = feed(visitor).findall(f"{ATOM}entry")

    on = [date_format(make.today(day), "j F Y") for day in (-1, -9)]
    assert [text(entry, "title") for entry in entries] == [
        f"Not changed: New (decided on {on[0]})",
        f"Changed: Old (decided on {on[1]})",
    ]


def test_an_entry_says_what_was_decided_and_where_to_read_it(visitor):
    page = make.decision(summary="We changed the heading.", outcome="partly_changed")

    entry = feed(visitor).find(f"{ATOM}entry")

    assert text(entry, "summary") == "We changed the heading."
    assert entry.find(f"{ATOM}link").get("href") == page.full_url
    assert entry.find(f"{ATOM}category").get("term") == "partly_changed"
    assert datetime.fromisoformat(text(entry, "published")) == page.first_published_at


def test_what_looks_like_html_is_shown_as_it_was_typed(visitor):
    make.decision(summary="5 < 6 & <b>bold</b>")

    summary = feed(visitor).find(f"{ATOM}entry/{ATOM}summary")

    assert summary.get("type") == "html"
    assert summary.text == "5 &lt; 6 &amp; &lt;b&gt;bold&lt;/b&gt;"


def test_a_draft_is_not_in_the_feed(visitor):
    make.draft_decision()

    assert feed(visitor).findall(f"{ATOM}entry") == []


def test_ids_stay_when_addresses_and_words_change(visitor):
    page = make.decision()
    before = [one.text for one in feed(visitor).iter(f"{ATOM}id")]
    page.slug, page.title = "another-address", "Another title"
    page.change_note = "It was too long."
    page.save_revision().publish()
    Site.objects.update(hostname="another.example")

    after = [one.text for one in feed(visitor).iter(f"{ATOM}id")]

    assert after == before
    assert len(set(before)) == 2
    assert all(one.startswith("urn:uuid:") for one in before)


def test_a_correction_makes_an_entry_newer(visitor):
    page = make.decision()
    before = text(feed(visitor).find(f"{ATOM}entry"), "updated")
    page.summary, page.change_note = "Corrected.", "It said too much."
    page.save_revision().publish()

    entry = feed(visitor).find(f"{ATOM}entry")

    assert text(entry, "updated") > before
    assert text(entry, "published") == before


def test_the_list_tells_browsers_where_the_feed_is(visitor):
    link = soup(visitor.get("/what-changed/")).select_one("link[rel=alternate]")

    assert (link["type"], link["href"]) == ("application/atom+xml", FEED)


def test_the_table_has_a_row_for_each_decision_newest_first(visitor):
    rests_on = make.findings()
    make.decision(rests_on, reference="ld-1", decided_on=make.today(-9))
    make.decision(rests_on, reference="ld-2", decided_on=make.today(-1))
    make.draft_decision(rests_on)

    assert [row["reference"] for row in rows(visitor)] == ["ld-2", "ld-1"]


def test_the_table_says_what_a_page_says(visitor):
    asked = make.closed_consultation(title="The words in your record")
    more = {"in_force_on": make.today(9), "instead": "A note is added."}
    page = make.decision(make.findings(asked), summary="Two lines,\nand a comma.", **more)

    (row,) = rows(visitor)

    assert tuple(row) == COLUMNS
    assert row == {
        "reference": page.reference,
        "decided_on": page.decided_on.isoformat(),
        "outcome_code": "changed",
        "outcome": "Changed",
        "title": page.title,
        "decided_by": page.decided_by,
        "summary": "Two lines,\nand a comma.",
        "decision": page.decision,
        "reasons": page.reasons,
        "instead": "A note is added.",
        "alternatives": "Leave it (It hurts.)",
        "how_to_disagree": page.how_to_disagree,
        "in_force_on": make.today(9).isoformat(),
        "review_on": page.review_on.isoformat(),
        "consultation": "The words in your record",
        "promises": "1",
        "promises_kept": "0",
        "promises_late": "0",
        "address": page.full_url,
    }


def test_the_table_counts_promises_by_where_they_stand(visitor):
    page = make.decision(
        promises=[{"due_on": make.today(day)} for day in (-9, -8, -1, 5)],
    )
    first, second = page.promises.all()[:2]
    today = make.today()
    for promise, kept_on in ((first, make.today(-9)), (second, today)):
        by = make.staff("decision_maker")
        keep_promise(promise=promise, by=by, evidence="Done.", kept_on=kept_on, today=today)

    (row,) = rows(visitor)

    assert (row["promises"], row["promises_kept"], row["promises_late"]) == ("4", "2", "1")


def test_the_table_is_a_file_that_a_spreadsheet_opens_as_it_is(visitor):
    response = visitor.get(SPREADSHEET)

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="decisions.csv"'
    assert response.content.startswith(b"\xef\xbb\xbf")


STARTS = ["=", "+", "-", "@", "\n=", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
CELLS = [
    *[("summary", start) for start in STARTS],
    *[(field, "=") for field in ("title", "decision", "reasons", "decided_by")],
]


@pytest.mark.parametrize(("field", "start"), CELLS)
def test_no_cell_is_taken_for_a_formula(visitor, field, start):
    make.decision(**{field: f'{start}HYPERLINK("http://evil.example/", "{"r" * 40}")'})

    (row,) = rows(visitor)

    assert row[field].startswith(f"'{start}")


def test_the_title_of_a_consultation_is_not_taken_for_a_formula_either(visitor):
    make.decision(make.findings(make.closed_consultation(title="=1+1")))

    (row,) = rows(visitor)

    assert row["consultation"] == "'=1+1"


@pytest.mark.parametrize("address", [FEED, SPREADSHEET])
def test_neither_takes_more_statements_as_decisions_grow(visitor, address):
    def n_queries() -> int:
        visitor.get(address)
        with CaptureQueriesContext(connection) as queries:
            visitor.get(address)
        return len(queries)

    rests_on = make.findings()
    make.decision(rests_on)
    before = n_queries()
    for _more in range(3):
        make.decision(rests_on, promises=[{"due_on": make.today(9)}] * 3)

    assert n_queries() == before <= 12
