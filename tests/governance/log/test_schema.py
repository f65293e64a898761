"""What an entry may say in the open is a closed list (rule L7)."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.log.entries import GROUNDS, OUTCOMES, TYPES, EntryRefused, build, schema_digest
from governance.log.schema import KINDS, check_public

GOOD = {
    "slug": ["a", "0", "dec-2026-001", "post:dcs", "a_b.c", "a" * 81],
    "sha256": ["ab" * 32],
    "date": ["2026-12-01", "2028-02-29"],
    "int": [0, 7, 2**53 - 1],
    "bool": [True, False],
    "path": ["/", "/decisions/12/", "/a_b-c.d", "/" + "a" * 199],
    "|".join(OUTCOMES): list(OUTCOMES),
    "|".join(GROUNDS): list(GROUNDS),
    "|".join(KINDS): list(KINDS),
}
BAD = {
    "slug": ["", "A", "-a", "_a", "a b", "é", "a/b", "a@b.example", "a" * 82, "a\n", 1, True, []],
    "sha256": ["ab" * 31, "AB" * 32, "ab" * 32 + "\n", "zz" * 32, "slug", 1],
    "date": [
        "2026-02-29",
        "2026-1-1",
        "20261201",
        "2026-W01-1",
        "2026-12-01T00:00:00Z",
        "٢٠٢٦-12-01",
        1,
    ],
    "int": [-1, True, False, "1", [1], 2**53],
    "bool": [0, 1, "true", []],
    "path": [
        "",
        "a",
        "//evil.example",
        "/a//b",
        "/a b",
        "/a?q=1",
        "/a#b",
        "https://a",
        "/é",
        "/a\n",
        "/" + "a" * 200,
        1,
    ],
    "|".join(OUTCOMES): ["", "Changed", "changed|not_changed", "agreed", 1, ["changed"]],
    "|".join(GROUNDS): ["", "because", "third-party ", True],
    "|".join(KINDS): ["", "promise", "Decision", "decision|item", None, ["item"]],
}
CASES = [(type, key) for type, schema in TYPES.items() for key in schema]


def sample(kind):
    if isinstance(kind, list):
        return [sample(kind[0])] * 2
    if isinstance(kind, dict):
        return {key.removesuffix("?"): sample(inner) for key, inner in kind.items()}
    return GOOD[kind][-1]


def wrong(kind):
    if isinstance(kind, list):
        return [*([bad] for bad in wrong(kind[0])), "slug", {}, True]
    if isinstance(kind, dict):
        short = dict(list(sample(kind).items())[1:])
        spoiled = [sample(kind) | {key: bad} for key in kind for bad in wrong(kind[key])]
        return [*spoiled, short, sample(kind) | {"name": "mia"}, "slug", []]
    return BAD[kind]


def test_the_types_are_those_of_the_design():
    assert " ".join(TYPES) == (
        "log.created consultation.opened consultation.closed promise.missed promise.kept "
        "decision.planned decision.recorded decision.corrected decision.status_changed "
        "decision.challenged decision.reviewed decision.translated findings.published "
        "findings.corrected item.changed publication.withdrawn publication.restored redaction "
        "witness.changed key.rotated key.compromised log.note"
    )


@pytest.mark.parametrize("type", TYPES)
def test_an_entry_with_all_that_its_type_knows_is_built(type):
    facts = sample(TYPES[type])
    facts |= {key: 3 for key in ("corrects", "entry") if key in facts}

    leaf = build(
        log="council.example/log",
        seq=9,
        type=type,
        at="2026-12-01T09:00:00Z",
        subject="thing-1",
        public=facts,
        sealed={},
    )

    assert type.encode() in leaf


@pytest.mark.parametrize(("type", "key"), CASES)
def test_a_key_can_be_left_out_only_if_its_type_says_so(type, key):
    facts = sample(TYPES[type])
    del facts[key.removesuffix("?")]

    if key.endswith("?"):
        check_public(type, facts)
    else:
        with pytest.raises(EntryRefused, match=f"lacks {key}"):
            check_public(type, facts)


@pytest.mark.parametrize(("type", "key"), CASES)
def test_a_key_refuses_every_value_that_is_not_of_its_kind(type, key):
    facts = sample(TYPES[type])

    for bad in wrong(TYPES[type][key]):
        with pytest.raises(EntryRefused, match=re.escape(key.removesuffix("?"))):
            check_public(type, facts | {key.removesuffix("?"): bad})


@pytest.mark.parametrize("type", TYPES)
def test_a_key_that_the_type_does_not_know_is_refused(type):
    with pytest.raises(EntryRefused, match="a key that its type does not know"):
        check_public(type, sample(TYPES[type]) | {"name": "mia"})


@pytest.mark.parametrize("kind", ["slug", "sha256", "date", "int", "bool", "path"])
def test_each_kind_takes_what_it_says_and_nothing_else(kind, monkeypatch):
    monkeypatch.setitem(TYPES, "test.kind", {"value": kind})

    for good in GOOD[kind]:
        check_public("test.kind", {"value": good})
    for bad in BAD[kind]:
        with pytest.raises(EntryRefused, match="must be"):
            check_public("test.kind", {"value": bad})


@pytest.mark.parametrize(
    ("key", "type"), [("corrects", "findings.corrected"), ("entry", "redaction")]
)
def test_what_is_corrected_or_removed_stands_earlier_in_the_log(key, type):
    facts = {
        "log": "council.example/log",
        "seq": 3,
        "type": type,
        "at": "2026-12-01T09:00:00Z",
        "subject": "thing-1",
        "sealed": {},
    }

    build(**facts, public=sample(TYPES[type]) | {key: 2})

    with pytest.raises(EntryRefused, match=rf"\({key}\) must come before it"):
        build(**facts, public=sample(TYPES[type]) | {key: 3})


@settings(database=None, deadline=None, max_examples=300)
@given(st.text())
def test_no_slug_holds_anything_that_could_be_a_sentence(text):
    try:
        check_public("log.note", {"about": text})
    except EntryRefused:
        return

    assert re.fullmatch(r"[a-z0-9][a-z0-9._:-]{0,80}", text)


def test_a_refusal_names_the_type_and_the_key_and_not_the_value():
    with pytest.raises(EntryRefused) as refusal:
        check_public("log.note", {"about": "Mia Example"})

    assert str(refusal.value) == (
        "The open part of log.note: about must be an id of small letters, digits and . _ : -, "
        "at most 81 characters."
    )


def test_the_schema_changes_only_on_purpose():
    assert schema_digest() == "55d2adbdddbd4af93cc574f9e20ef2961f92ede45bfa5a9839ab49cfb4a25ca8"
