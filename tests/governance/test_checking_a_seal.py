"""Somebody who noted a seal can check it, and anyone can compute it from all entries."""

import json
from hashlib import sha256

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance.actions.log import head
from governance.log.disclosure import digest
from governance.log.merkle import leaf_hash, root
from governance.models import Disclosure, Log, LogEntry
from tests import make
from tests.governance import record, screens

CHECK, ENTRIES = "/what-changed/log/check/", "/what-changed/log/entries/"
MOST_QUERIES = 12


def asked(visitor, seal: str):
    return visitor.get(CHECK, {"seal": seal})


def lines(visitor) -> list[dict]:
    """Every entry, as a program reads them."""
    response = visitor.get(ENTRIES)
    assert response["Content-Type"] == "application/x-ndjson; charset=utf-8"
    return [json.loads(line) for line in response.getvalue().decode().splitlines()]


@pytest.mark.parametrize("spaces", ["", "  "])
def test_a_seal_that_was_noted_earlier_fits(visitor, spaces):
    record.note()
    noted = head(Log.objects.get())
    record.note()

    response = asked(visitor, f"{spaces}{noted}{spaces}")

    assert response.status_code == 200
    assert "The record still begins with exactly those 2 entries." in screens.words(response)


def test_a_seal_that_does_not_fit_says_what_that_can_mean(visitor):
    record.note()

    response = asked(visitor, f"2:{'ab' * 32}")

    assert response.status_code == 200
    assert "That seal does not fit the first 2 entries: something was changed" in screens.words(
        response
    )


def test_an_entry_that_was_changed_since_is_found(visitor):
    record.note()
    noted = head(Log.objects.get())
    with record.unguarded():
        LogEntry.objects.filter(index=1).update(leaf_hash=b"7" * 32)

    assert "That seal does not fit the first 2 entries" in screens.words(asked(visitor, str(noted)))


def test_a_record_that_is_shorter_than_the_seal_lacks_entries(visitor):
    record.note()

    said = screens.words(asked(visitor, f"45:{'ab' * 32}"))

    assert "The record has only 2 entries, so entries are missing" in said


@pytest.mark.parametrize("typed", ["x", "2", "2:abc", f"2:{'g' * 64}", "<b>2</b>", "9" * 5000])
def test_what_is_no_seal_is_said_to_be_none(visitor, typed):
    record.note()

    response = asked(visitor, typed)

    assert response.status_code == 422
    assert "That is not a seal." in screens.words(response)
    assert screens.soup(response).find(id="seal")["value"] == typed[:200]


def test_an_empty_form_answers_nothing(visitor):
    response = visitor.get(CHECK)

    assert response.status_code == 200
    assert screens.soup(response).select(".problem, .bubble--voice") == []


def test_the_seal_of_another_council_does_not_fit(visitor):
    other = record.another_council()
    record.note(council=other)
    record.note()

    said = screens.words(asked(visitor, str(head(Log.objects.get(council=other)))))

    assert "That seal does not fit" in said


def test_the_record_leads_to_both(visitor):
    record.note()

    links = {link["href"] for link in screens.soup(visitor.get("/what-changed/log/")).select("a")}

    assert {CHECK, ENTRIES} <= links


def test_anyone_can_compute_the_seal_from_all_entries(visitor):
    make.decision()

    hashes = [leaf_hash(line["leaf"].encode()) for line in lines(visitor)]

    assert f"{len(hashes)}:{root(hashes).hex()}" == str(head(Log.objects.get()))


def test_the_words_behind_every_digest_stand_beside_the_entry(visitor):
    make.decision()

    for line in lines(visitor):
        sealed = json.loads(line["leaf"])["sealed"]
        assert sealed == {
            name: digest(shown["salt"], name, shown["value"])
            for name, shown in line["disclosures"].items()
        }


def test_words_that_were_taken_away_are_not_among_them(visitor):
    make.decision()
    record.note("Words.")
    Disclosure.objects.filter(name="title").delete()

    found = lines(visitor)

    assert not any("title" in line["disclosures"] for line in found)
    assert found[-1]["disclosures"]["words"]["value"] == "Words."


def test_entries_of_another_council_are_not_among_them(visitor):
    record.note(council=record.another_council())
    record.note("Ours.")

    assert [line["disclosures"] for line in lines(visitor)][1]["words"]["value"] == "Ours."


def test_there_is_nothing_to_download_before_there_is_a_record(visitor):
    assert lines(visitor) == []


@pytest.mark.parametrize("address", [f"{CHECK}?seal=2:{'ab' * 32}", ENTRIES])
def test_neither_takes_more_statements_as_the_record_grows(visitor, address):
    def n_queries() -> int:
        visitor.get(address).getvalue()
        with CaptureQueriesContext(connection) as queries:
            visitor.get(address).getvalue()
        return len(queries)

    record.note("Words.")
    before = n_queries()
    for _more in range(9):
        record.note("Words.")

    assert n_queries() == before <= MOST_QUERIES


def test_a_leaf_is_hashed_as_the_instructions_say():
    entry = record.note()

    assert bytes(entry.leaf_hash) == sha256(b"\x00" + entry.leaf.encode()).digest()
