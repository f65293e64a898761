"""An entry keeps the rules, or it is refused (L1, L2, L4, L6, L8, L10)."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.log.canonical import canonical
from governance.log.entries import MAX_BYTES, Entry, EntryRefused, build, read
from governance.log.merkle import leaf_hash

GOLDEN = (
    b'{"at":"2026-12-01T09:00:00Z","log":"council.example/accountability/2026","prev":1,'
    b'"public":{"from":"agreed","to":"in_progress"},"sd_alg":"sha-256",'
    b'"sealed":{"note":"_xd8OtMRMtTOqk_-OepeJJZ6wt3QAWaFyHYoMSh6bHo"},"seq":2,'
    b'"subject":"dec-2026-001","type":"decision.status_changed","v":"acclog/1"}'
)
DIGEST = "_xd8OtMRMtTOqk_-OepeJJZ6wt3QAWaFyHYoMSh6bHo"
FACTS = {
    "log": "council.example/accountability/2026",
    "seq": 2,
    "type": "decision.status_changed",
    "at": "2026-12-01T09:00:00Z",
    "subject": "dec-2026-001",
    "public": {"from": "agreed", "to": "in_progress"},
    "sealed": {"note": DIGEST},
    "prev": 1,
}


def leaf_with(**changes):
    return canonical(json.loads(GOLDEN) | changes)


def test_the_golden_entry_is_built_byte_for_byte():
    leaf = build(**FACTS)

    assert leaf == GOLDEN
    assert len(leaf) == 292
    assert leaf_hash(leaf).hex() == (
        "9e62be3d4229e96e8e599342c8e07c8155d3949eb2c047def1266ce53f52d5c1"
    )


def test_the_golden_entry_is_read():
    assert read(GOLDEN) == Entry(**FACTS, withheld=())


def test_an_entry_without_a_past_and_with_withheld_texts_is_built_and_read():
    facts = FACTS | {"prev": None, "sealed": {"note": DIGEST, "count": DIGEST}}

    entry = read(build(**facts, withheld=("count",)))

    assert entry == Entry(**facts, withheld=("count",))


def test_what_is_not_so_is_left_out():
    facts = json.loads(build(**FACTS | {"prev": None, "sealed": {}}))

    assert facts.keys().isdisjoint({"prev", "withheld"})
    assert facts["sealed"] == {}


@pytest.mark.parametrize("key", sorted(json.loads(GOLDEN).keys() - {"prev"}))
def test_an_entry_that_lacks_a_key_is_refused(key):
    facts = json.loads(GOLDEN)
    del facts[key]

    with pytest.raises(EntryRefused, match=f"lacks {key}"):
        read(canonical(facts))


def test_an_entry_with_a_key_more_is_refused():
    with pytest.raises(EntryRefused, match="a key that no entry has"):
        read(leaf_with(note="words in the open"))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("v", "acclog/2"),
        ("v", 1),
        ("sd_alg", "sha-512"),
        ("seq", -1),
        ("seq", True),
        ("seq", "2"),
        ("type", "decision.forgotten"),
        ("type", ""),
        ("type", ["log.note"]),
        ("subject", "Dec 1"),
        ("subject", ""),
        ("subject", 7),
        ("public", []),
        ("public", "agreed"),
        ("sealed", []),
        ("sealed", {"note": DIGEST[:-1]}),
        ("sealed", {"note": DIGEST + "A"}),
        ("sealed", {"note": DIGEST[:-1] + "="}),
        ("sealed", {"note": DIGEST[:-1] + "+"}),
        ("sealed", {"note": DIGEST + "\n"}),
        ("sealed", {"note": 1}),
        ("sealed", {"note": {"words": "in the open"}}),
        ("sealed", {"Mia's note": DIGEST}),
        ("sealed", {"": DIGEST}),
        ("withheld", []),
        ("withheld", "note"),
        ("withheld", ["other"]),
        ("withheld", ["note", "note"]),
        ("withheld", [["note"]]),
        ("withheld", {"note": True}),
        ("prev", -1),
        ("prev", True),
        ("prev", "1"),
    ],
)
def test_a_wrong_fact_is_refused_in_a_sentence(key, value):
    with pytest.raises(EntryRefused, match=r"^[A-Z].*\.$"):
        read(leaf_with(**{key: value}))


@pytest.mark.parametrize("log", ["a", "council.example/accountability/2026", "localhost:8000/log"])
def test_the_name_of_a_log_is_plain(log):
    assert read(build(**FACTS | {"log": log})).log == log


@pytest.mark.parametrize(
    "log",
    ["", "a b", "a+b", "a\nb", "a\u00a0b", "a\u200bb", "https://council.example", "a" * 201, 1],
)
def test_a_log_cannot_be_named_with_spaces_plus_or_scheme(log):
    with pytest.raises(EntryRefused, match="name of the log"):
        build(**FACTS | {"log": log})


@pytest.mark.parametrize(
    "at", ["2026-12-01T09:00:00Z", "2028-02-29T23:59:59Z", "2026-12-01T00:00:00Z"]
)
def test_a_time_is_utc_to_the_second(at):
    assert read(build(**FACTS | {"at": at})).at == at


@pytest.mark.parametrize(
    "at",
    [
        "2026-12-01T09:00:00",
        "2026-12-01T09:00:00z",
        "2026-12-01 09:00:00Z",
        "2026-12-01T09:00:00+00:00",
        "2026-12-01T09:00:00.5Z",
        "2026-12-01T09:00Z",
        "2026-12-01",
        "2026-02-29T09:00:00Z",
        "2026-13-01T09:00:00Z",
        "2026-12-01T24:00:00Z",
        "2026-12-01T09:00:60Z",
        "٢٠٢٦-12-01T09:00:00Z",
        "2026-12-01T09:00:00Z\n",
        1796000000,
    ],
)
def test_a_time_in_any_other_form_is_refused(at):
    with pytest.raises(EntryRefused, match="time of the entry"):
        build(**FACTS | {"at": at})


def test_an_entry_points_only_at_entries_before_it():
    assert read(build(**FACTS | {"prev": 1})).prev == 1

    with pytest.raises(EntryRefused, match=r"\(prev\) must come before it"):
        build(**FACTS | {"prev": 2})


@pytest.mark.parametrize(
    "value", [None, 1.5, 2**53, "\ud800", b"x", object()], ids=lambda value: type(value).__name__
)
def test_a_value_without_canonical_form_is_refused_as_an_entry(value):
    with pytest.raises(EntryRefused):
        build(**FACTS | {"public": {"from": "agreed", "to": value}})


@pytest.mark.parametrize(
    "leaf",
    [GOLDEN + b"\n", GOLDEN.replace(b":", b": "), GOLDEN[:-1] + b',"v":"acclog/1"}', b"", b"[]"],
)
def test_bytes_in_another_form_are_refused(leaf):
    with pytest.raises(EntryRefused):
        read(leaf)


def test_an_entry_of_exactly_the_limit_is_read_and_one_byte_more_is_refused():
    each = len(f'"text-0000":"{DIGEST}",')
    n, room = divmod(MAX_BYTES - len(build(**FACTS)), each)
    sealed = {f"text-{place:04}": DIGEST for place in range(1, n)}
    longest = FACTS["sealed"] | sealed | {"text-0000" + "x" * room: DIGEST}

    leaf = build(**FACTS | {"sealed": longest})

    assert len(leaf) == MAX_BYTES
    with pytest.raises(EntryRefused, match="longer than 60000 bytes"):
        build(**FACTS | {"sealed": longest, "seq": 10})


SMALL = st.booleans() | st.integers(-2, 5) | st.text(max_size=3) | st.just("note")
ANY = st.recursive(
    SMALL,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SMALL.map(str), inner, max_size=3),
    max_leaves=6,
)


@settings(database=None, deadline=None, max_examples=400)
@given(st.sampled_from([*json.loads(GOLDEN), "withheld"]), ANY)
def test_whatever_stands_in_an_entry_it_is_read_or_refused_and_nothing_else(key, value):
    leaf = leaf_with(**{key: value})

    try:
        entry = read(leaf)
    except EntryRefused:
        return

    assert isinstance(entry, Entry)


@pytest.mark.parametrize("key", ["log", "type", "at", "subject", "v"])
def test_a_refusal_never_repeats_what_was_written(key):
    with pytest.raises(EntryRefused) as refusal:
        read(leaf_with(**{key: "Mia Example, 3 Hill Road"}))

    assert "Mia" not in str(refusal.value)
