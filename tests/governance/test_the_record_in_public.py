"""The pages of the record: how many entries there are, the seal of all of them, each entry."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance import showing
from governance.actions.log import head
from governance.actions.promises import keep_promise
from governance.actions.recording import record_missed_promises
from governance.actions.verifying import verify_log
from governance.models import Disclosure, Log, LogEntry
from tests import make
from tests.governance import record, screens

LIST = "/what-changed/log/"
MOST_QUERIES = 12


def address(entry) -> str:
    return f"{LIST}{entry['seq'] if isinstance(entry, dict) else entry.index}/"


def facts(response) -> dict[str, str]:
    """The facts on the page of an entry, by name."""
    lines = screens.soup(response).select("dl.facts > div")
    return {line.dt.get_text(): line.dd.get_text() for line in lines}


def test_the_record_says_how_many_entries_it_has_and_their_head(visitor):
    make.decision()

    proof = screens.soup(visitor.get(LIST)).select_one(".proof")

    report = verify_log(Log.objects.get())
    assert f"{report.size} entries" in proof.get_text()
    assert proof.code.get_text() == f"{report.size}:{report.root.hex()}"


def test_the_head_changes_with_every_entry():
    record.note()
    before = head(Log.objects.get())

    record.note()

    after = head(Log.objects.get())
    assert after.size == before.size + 1
    assert after.root != before.root


def test_the_newest_entry_comes_first_in_plain_words(visitor):
    make.decision()

    lines = screens.soup(visitor.get(LIST)).select("ul.log li")

    newest, oldest = lines[0].get_text(" "), lines[-1].get_text(" ")
    assert "A decision was published" in newest
    assert "The record was begun" in oldest


def test_every_entry_has_a_page_of_its_own(visitor):
    make.decision()

    links = screens.soup(visitor.get(LIST)).select("ul.log a")

    assert len(links) == LogEntry.objects.count()
    assert {visitor.get(link["href"]).status_code for link in links} == {200}


def test_a_long_record_comes_in_pages(visitor, monkeypatch):
    monkeypatch.setattr(showing, "ENTRIES_A_PAGE", 2)
    for _more in range(4):
        record.note()

    last = visitor.get(LIST, {"page": 3})

    assert [link["href"] for link in screens.soup(last).select("ul.log a")] == [f"{LIST}0/"]


def test_an_empty_record_says_so(visitor):
    assert "There are no entries yet." in screens.words(visitor.get(LIST))


def test_the_record_claims_no_more_than_it_can_show(visitor):
    record.note()

    said = screens.words(visitor.get(LIST))

    assert "cannot show that what we wrote is true, or that we wrote everything down" in said
    assert "If nobody notes it, nobody can." in said


def test_another_council_s_entries_are_not_shown(visitor):
    other = record.another_council()
    for _more in range(3):
        record.note(council=other)
    record.note("Ours")

    response = visitor.get(LIST)

    assert "2 entries" in screens.words(response)
    assert visitor.get(f"{LIST}3/").status_code == 404


def test_an_entry_shows_its_exact_bytes_and_their_hash(visitor):
    make.decision()
    entry = LogEntry.objects.last()

    page = screens.soup(visitor.get(address(entry)))

    assert page.select_one("code.bytes").get_text() == entry.leaf
    assert bytes(entry.leaf_hash).hex() in page.get_text()


def test_an_entry_shows_the_words_behind_its_seals(visitor):
    make.decision(summary="We changed the heading.")

    shown = facts(visitor.get(address(record.last())))

    assert shown["In short"] == "We changed the heading."
    assert shown["Outcome"] == "Changed"


def test_words_that_are_not_those_that_were_sealed_are_not_shown(visitor):
    make.decision(summary="We changed the heading.")
    with record.unguarded():
        Disclosure.objects.filter(name="summary").update(value="We changed nothing.")

    said = screens.words(visitor.get(address(record.last())))

    assert "We changed nothing." not in said
    assert "Somebody changed words of this entry: In short" in said


def test_the_list_says_what_each_entry_is_about(visitor):
    promise = make.promise(due_on=make.today(-1))
    record_missed_promises(today=make.today())

    said = [line.get_text() for line in screens.soup(visitor.get(LIST)).select("ul.log li")]

    assert any("A promise was not kept by its date: Build the form." in line for line in said)
    assert any(f"A decision was published: {promise.page.title}" in line for line in said)


def test_a_title_that_was_taken_away_is_not_in_the_list(visitor):
    page = make.decision()
    Disclosure.objects.filter(name="title", value=page.title).delete()

    response = visitor.get(LIST)

    assert response.status_code == 200
    assert page.title not in screens.words(response)


def test_words_that_were_taken_away_are_not_shown(visitor):
    make.decision(summary="We changed the heading.")
    Disclosure.objects.filter(name="summary").delete()

    response = visitor.get(address(record.last()))

    assert "We changed the heading." not in screens.words(response)
    assert "Outcome" in facts(response)


def test_the_words_of_an_entry_are_those_that_were_sealed_whatever_the_page_says_now(visitor):
    page = make.decision(summary="As it was sealed.")
    entry = record.last()
    page.summary = "As it is drafted."
    page.save_revision()

    assert facts(visitor.get(address(entry)))["In short"] == "As it was sealed."


def test_an_entry_leads_to_the_one_before_it_on_the_same_thing(visitor):
    page = make.decision()
    first = record.last()
    page.summary, page.change_note = "Corrected.", "It said too much."
    page.save_revision().publish()

    links = [link["href"] for link in screens.soup(visitor.get(address(record.last()))).select("a")]

    assert address(first) in links


@pytest.mark.parametrize("make_one", [make.consultation, make.findings, make.decision, make.item])
def test_an_entry_leads_to_the_page_that_it_is_about(visitor, make_one):
    page = make_one()

    about = screens.soup(visitor.get(address(record.last()))).select_one("dl.facts a")

    assert about["href"] == page.url
    assert about.get_text() == page.title


def test_an_entry_about_a_promise_leads_to_its_decision(visitor):
    promise = make.promise()
    by, today = make.staff("decision_maker"), make.today()
    keep_promise(promise=promise, by=by, evidence="It is in use.", kept_on=today, today=today)

    about = screens.soup(visitor.get(address(record.last("promise.kept")))).select("dl.facts a")

    assert promise.page.url in [link["href"] for link in about]


def test_an_entry_about_something_that_is_out_of_sight_is_still_shown(visitor):
    page = make.decision()
    page.unpublish()

    response = visitor.get(address(record.last()))

    assert response.status_code == 200
    assert page.url not in response.content.decode()


def test_lists_are_shown_as_sentences(visitor):
    page = make.closed_consultation()
    make.decision(make.findings(page, make.theme(page, "Nobody asked")))

    shown = facts(visitor.get(address(record.last())))

    used = "Theme: Nobody asked. Used: Followed. Why: It was right"
    assert shown["How each theme was used"] == used


@pytest.mark.parametrize("missing", ["99", "9" * 40])
def test_an_entry_that_does_not_exist_is_not_found(visitor, missing):
    record.note()

    assert visitor.get(f"{LIST}{missing}/").status_code == 404


@pytest.mark.parametrize("missing", ["-1", "first", "1/2"])
def test_an_address_that_is_no_number_is_not_found(visitor, missing):
    record.note()

    assert visitor.get(f"{LIST}{missing}/").status_code == 404


def test_no_entry_is_found_before_there_is_a_log(visitor):
    assert visitor.get(f"{LIST}0/").status_code == 404


def test_the_record_takes_no_more_statements_as_it_grows(visitor):
    def n_queries() -> int:
        visitor.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            visitor.get(LIST)
        return len(queries)

    record.note()
    before = n_queries()
    for _more in range(20):
        record.note()

    assert n_queries() == before <= MOST_QUERIES


def test_an_entry_takes_few_statements(visitor):
    make.decision()
    visitor.get(address(record.last()))

    with CaptureQueriesContext(connection) as queries:
        visitor.get(address(record.last()))

    assert len(queries) - 2 <= MOST_QUERIES  # two are the test's own
