"""What changed: every decision, newest first, with filters, and numbers that are true."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance import listing
from governance.models import Outcome
from tests import make
from tests.governance import screens

ADDRESS = "/what-changed/"
MOST_QUERIES = 12
DAYS = "days from closing to a decision, typically (median)"


def titles(response) -> list[str]:
    """The titles of the decisions on the list, from the top."""
    return [heading.get_text() for heading in screens.soup(response).select("ul.log h2")]


def figures(response) -> dict[str, str]:
    """The numbers at the top, by what they count."""
    lines = screens.soup(response).select("dl.figures > div")
    return {line.dt.get_text(): line.dd.get_text() for line in lines}


def n_queries(visitor, address=ADDRESS) -> int:
    """How many statements a page takes, once what never changes is known."""
    visitor.get(address)
    with CaptureQueriesContext(connection) as queries:
        visitor.get(address)
    return len(queries)


def kept(promise, on=0):
    from governance.actions.promises import keep_promise

    keep_promise(
        promise=promise,
        by=make.staff("decision_maker"),
        evidence="It is in use.",
        kept_on=make.today(on),
        today=make.today(),
    )


def test_the_newest_decision_comes_first(visitor):
    rests_on = make.findings()
    for title, on in (("Middle", -5), ("Old", -9), ("New", -1)):
        make.decision(rests_on, title=title, decided_on=make.today(on))

    assert titles(visitor.get(ADDRESS)) == ["New", "Middle", "Old"]


def test_a_draft_is_not_listed(visitor):
    make.draft_decision(title="Not yet")

    response = visitor.get(ADDRESS)

    assert titles(response) == []
    assert "No decision fits that." in screens.words(response)


@pytest.mark.parametrize("outcome", Outcome.values)
def test_decisions_are_found_by_their_outcome(visitor, outcome):
    rests_on = make.findings()
    for one in Outcome.values:
        make.decision(rests_on, title=one, outcome=one)

    assert titles(visitor.get(ADDRESS, {"outcome": outcome})) == [outcome]


def test_decisions_are_found_by_the_item_that_they_are_about(visitor):
    moves, contact = make.item("Moves"), make.item("Contact")
    rests_on = make.findings()
    make.decision(rests_on, title="About moves", items=[moves])
    make.decision(rests_on, title="About both", items=[moves, contact])
    make.decision(rests_on, title="About contact", items=[contact])

    assert titles(visitor.get(ADDRESS, {"item": moves.pk})) == ["About both", "About moves"]


def test_both_filters_hold_together(visitor):
    moves, contact = make.item("Moves"), make.item("Contact")
    rests_on = make.findings()
    make.decision(rests_on, title="Wanted", items=[moves], outcome="not_changed")
    make.decision(rests_on, title="Other outcome", items=[moves])
    make.decision(rests_on, title="Other item", items=[contact], outcome="not_changed")

    response = visitor.get(ADDRESS, {"item": moves.pk, "outcome": "not_changed"})

    assert titles(response) == ["Wanted"]


def test_what_was_filtered_by_stays_chosen(visitor):
    item = make.item("Moves")
    make.decision(items=[item])

    response = visitor.get(ADDRESS, {"item": item.pk, "outcome": "changed"})

    chosen = screens.soup(response).select("option[selected]")
    assert [option.get_text() for option in chosen] == ["Changed", "Plain Moves"]


def test_only_items_that_were_decided_about_are_offered(visitor):
    decided, _other, drafted = make.item("Moves"), make.item("Contact"), make.item("Distance")
    rests_on = make.findings()
    make.decision(rests_on, items=[decided])
    make.draft_decision(rests_on, items=[drafted])

    offered = screens.soup(visitor.get(ADDRESS)).select("#item option")

    assert [option.get_text() for option in offered] == ["Anything", "Plain Moves"]


@pytest.mark.parametrize("item", ["²", "9" * 30, "-1", "0", "x", "1 OR 1=1", "1.5"])
def test_an_item_that_does_not_exist_finds_nothing(visitor, item):
    make.decision()

    response = visitor.get(ADDRESS, {"item": item})

    assert response.status_code == 200
    assert titles(response) == []


@pytest.mark.parametrize("query", [{"outcome": "unheard-of"}, {"page": "x"}, {"page": "999"}])
def test_a_query_that_makes_no_sense_shows_the_list(visitor, query):
    make.decision(title="A decision")

    assert titles(visitor.get(ADDRESS, query)) == ["A decision"]


def test_the_figures_count_decisions_and_what_they_changed(visitor):
    rests_on = make.findings()
    for outcome in Outcome.values:
        make.decision(rests_on, outcome=outcome)

    counted = figures(visitor.get(ADDRESS))

    assert counted["decisions made after people were asked"] == "5"
    assert counted["changed or partly changed something"] == "2"


def test_the_figures_count_promises_past_their_day_that_nobody_kept(visitor):
    page = make.decision(
        promises=[{"due_on": make.today(day)} for day in (-3, -2, -1, 0, 1)],
    )
    kept(page.promises.first())

    assert figures(visitor.get(ADDRESS))["promises past their date"] == "2"


@pytest.mark.parametrize(
    ("decided", "days"), [((-25, -20, -1), "10"), ((-25, -20, -10, -1), "15"), ((-25, -20), "7.5")]
)
def test_the_figures_say_how_long_a_decision_typically_took(visitor, decided, days):
    asked = make.closed_consultation(closes_on=make.today(-30))
    rests_on = make.findings(asked)
    for day in decided:
        make.decision(rests_on, decided_on=make.today(day))

    assert figures(visitor.get(ADDRESS))[DAYS] == days


def test_without_decisions_no_time_is_claimed(visitor):
    assert DAYS not in figures(visitor.get(ADDRESS))


def test_the_figures_count_everything_whatever_is_filtered(visitor):
    make.decision(outcome="changed")

    response = visitor.get(ADDRESS, {"outcome": "not_changed"})

    assert figures(response)["decisions made after people were asked"] == "1"


def test_a_long_list_comes_in_pages(visitor, monkeypatch):
    monkeypatch.setattr(listing, "PER_PAGE", 2)
    rests_on = make.findings()
    for day in (-5, -4, -3, -2, -1):
        make.decision(rests_on, title=f"Day {day}", decided_on=make.today(day))

    first, last = visitor.get(ADDRESS), visitor.get(ADDRESS, {"page": 3})

    assert (titles(first), titles(last)) == (["Day -1", "Day -2"], ["Day -5"])
    assert "Page 1 of 3" in screens.words(first)


def test_turning_the_page_keeps_the_filter(visitor, monkeypatch):
    monkeypatch.setattr(listing, "PER_PAGE", 1)
    rests_on = make.findings()
    for outcome in ("changed", "changed", "not_changed"):
        make.decision(rests_on, outcome=outcome)

    older = screens.soup(visitor.get(ADDRESS, {"outcome": "changed"})).select_one(".pages a")

    assert older["href"] == "?outcome=changed&page=2"


@pytest.mark.parametrize(
    ("due", "done", "words"),
    [
        (5, None, "Due "),
        (-1, None, "1 day late"),
        (-9, None, "9 days late"),
        (-3, -3, "Kept"),
        (-3, -2, "Kept, 1 day late"),
    ],
)
def test_each_decision_says_how_its_promises_stand(visitor, due, done, words):
    promise = make.promise(due_on=make.today(due))
    if done is not None:
        kept(promise, on=done)

    tags = screens.soup(visitor.get(ADDRESS)).select("li .actions .tag")

    assert [tag.get_text() for tag in tags if words in tag.get_text()]


def test_the_list_takes_no_more_statements_as_decisions_grow(visitor):
    rests_on = make.findings()
    make.decision(rests_on)
    before = n_queries(visitor)

    for _more in range(4):
        make.decision(rests_on, promises=[{"due_on": make.today(9)}] * 3, items=[make.item()])

    assert n_queries(visitor) == before <= MOST_QUERIES
