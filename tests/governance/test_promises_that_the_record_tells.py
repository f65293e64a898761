"""Promises are told from the record: what it says was missed stays late, whatever is said later,
and unpublishing a decision hides none."""

import csv
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance.actions.promises import keep_promise
from governance.actions.recording import record_missed_promises
from governance.tables import PROMISE_COLUMNS
from tests import make
from tests.governance import record, screens

LIST, TABLE = "/what-changed/", "/what-changed/promises/"
MISSED = "The record says that it missed its date"


def keep(promise, on=0, evidence="It is in use."):
    by, today = make.staff("decision_maker"), make.today()
    keep_promise(promise=promise, by=by, evidence=evidence, kept_on=make.today(on), today=today)
    promise.refresh_from_db()


def missed_and_then_said_to_be_in_time():
    """A promise that the record says was missed, and of which somebody says otherwise later."""
    promise = make.promise(due_on=make.today(-3))
    record_missed_promises(today=make.today())
    keep(promise, on=-3)
    return type(promise).objects.get(pk=promise.pk)


def titles(response) -> list[str]:
    return [heading.get_text() for heading in screens.soup(response).select("ul.log h2")]


def late(response) -> str:
    """The number of promises past their date, above the list."""
    return screens.soup(response).select_one("dl.figures a[href*=late]").find_next("dd").get_text()


def rows(visitor) -> list[dict]:
    table = visitor.get(TABLE).content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(table, newline="")))


def test_what_the_record_says_was_missed_is_kept_late_whatever_is_said():
    promise = missed_and_then_said_to_be_in_time()

    assert (promise.state, promise.days_late) == ("kept_late", 0)


@pytest.mark.parametrize("address", [LIST, None], ids=["list", "page"])
def test_it_is_shown_as_kept_late(visitor, address):
    promise = missed_and_then_said_to_be_in_time()

    tags = screens.soup(visitor.get(address or promise.page.url)).select(".tag--kept")

    assert [tag.get_text() for tag in tags] == ["Kept late"]


def test_its_page_leads_to_the_entry_that_says_so(visitor):
    promise = missed_and_then_said_to_be_in_time()

    link = screens.soup(visitor.get(promise.page.url)).find("a", string=MISSED)

    assert link["href"] == f"/what-changed/log/{record.last('promise.missed')['seq']}/"


def test_a_promise_that_was_kept_in_time_missed_nothing(visitor):
    promise = make.promise()
    keep(promise)

    said = screens.words(visitor.get(promise.page.url))

    assert MISSED not in said
    assert "written down" in said


@pytest.fixture
def four(visitor):
    """Four decisions, each named by where its one promise stands."""
    rests_on = make.findings()
    days = {"Late": -1, "Due": 9, "Kept": -1, "Kept late": -5}
    pages = {
        title: make.decision(
            rests_on,
            title=title,
            reference=title.lower().replace(" ", "-"),
            promises=[{"text": f"{title}!", "due_on": make.today(due)}],
        )
        for title, due in days.items()
    }
    keep(pages["Kept"].promises.get(), on=-1)
    keep(pages["Kept late"].promises.get(), on=-4, evidence="=It works")
    return pages


@pytest.mark.parametrize(
    ("state", "found"), [("late", {"Late"}), ("due", {"Due"}), ("kept", {"Kept", "Kept late"})]
)
def test_decisions_are_found_by_where_their_promises_stand(visitor, four, state, found):
    response = visitor.get(LIST, {"promises": state})

    assert set(titles(response)) == found
    assert all(f"{title}!" in screens.words(response) for title in found)
    assert screens.soup(response).select_one("#promises option[selected]")["value"] == state


def test_only_the_promises_that_stand_so_are_shown_with_their_words(visitor):
    due = [
        {"text": "Long due.", "due_on": make.today(-1)},
        {"text": "Soon.", "due_on": make.today(5)},
    ]
    make.decision(promises=due)

    said = screens.words(visitor.get(LIST, {"promises": "late"}))

    assert "Long due." in said
    assert "Soon." not in said


@pytest.mark.parametrize("state", ["", "unheard-of"])
def test_without_that_filter_every_decision_is_listed_without_the_words(visitor, four, state):
    response = visitor.get(LIST, {"promises": state})

    assert set(titles(response)) == set(four)
    assert "Late!" not in screens.words(response)


def test_late_promises_still_count_when_their_decision_is_out_of_sight(visitor, four):
    four["Late"].unpublish()

    response = visitor.get(LIST, {"promises": "late"})

    assert late(response) == "1"
    assert titles(response) == []
    hidden = screens.soup(response).select_one("section.note").get_text()
    assert "Promises of decisions that were taken out of sight" in hidden
    assert "late: Late!" in hidden


def test_a_promise_of_a_decision_out_of_sight_that_was_kept_is_late_no_more(visitor, four):
    four["Late"].unpublish()
    keep(four["Late"].promises.get())

    assert late(visitor.get(LIST)) == "0"


def test_promises_of_another_council_are_not_counted(visitor, four):
    other = record.another_council()
    public = record.last("decision.recorded")["public"]
    promise = {"promise": "another", "due_on": make.today(-9).isoformat()}
    record.note(
        council=other,
        type="decision.recorded",
        subject="decision:another",
        public=public | {"promises": [promise]},
    )

    assert late(visitor.get(LIST)) == "1"


def test_the_table_has_a_row_for_each_promise_first_due_first(visitor, four):
    found = rows(visitor)

    assert [row["due"] for row in found] == [make.today(n).isoformat() for n in (-5, -1, -1, 9)]


def test_the_table_says_what_a_page_says(visitor, four):
    row = next(row for row in rows(visitor) if row["reference"] == "kept-late")

    assert tuple(row) == PROMISE_COLUMNS
    assert row == {
        "reference": "kept-late",
        "promise": "Kept late!",
        "owner": "Head of Systems",
        "due": make.today(-5).isoformat(),
        "state_code": "kept_late",
        "state": "Kept late",
        "kept_on": make.today(-4).isoformat(),
        "evidence": "'=It works",
        "address": four["Kept late"].full_url,
    }


def test_the_table_keeps_promises_of_a_decision_that_is_out_of_sight(visitor, four):
    place = four["Late"].place
    four["Late"].unpublish()

    row = next(row for row in rows(visitor) if row["reference"] == "late")

    assert (row["promise"], row["owner"], row["state_code"]) == ("Late!", "Head of Systems", "late")
    assert row["address"].endswith(f"/what-changed/log/{place.index}/")


@pytest.mark.parametrize("address", [LIST, f"{LIST}?promises=late", TABLE])
def test_nothing_takes_more_statements_as_promises_grow(visitor, address):
    def n_queries() -> int:
        visitor.get(address)
        with CaptureQueriesContext(connection) as queries:
            visitor.get(address)
        return len(queries)

    rests_on = make.findings()
    make.decision(rests_on, promises=[{"due_on": make.today(-1)}])
    before = n_queries()
    for _more in range(3):
        make.decision(rests_on, promises=[{"due_on": make.today(-1)}] * 2)

    assert n_queries() == before <= 12
