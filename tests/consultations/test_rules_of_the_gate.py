"""What the gate asks of a draft: each rule from both sides, on plain facts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from consultations.gate.cover import takes_words, uncovered
from consultations.gate.facts import (
    Asked,
    Checked,
    Cover,
    Facts,
    Group,
    Limits,
    Option,
    Period,
    Text,
)
from consultations.gate.lines import Level
from consultations.gate.public import public_words
from consultations.gate.rules import sections_of
from consultations.gate.time import there_is_time
from consultations.hart import PLAIN, Rung

MONDAY = date(2026, 6, 1)
WHOLE = Facts(
    n_items=1,
    can_change="The words.",
    cannot_change="The law.",
    undecided_on=MONDAY,
    rung=5,
    decider="Director",
    opens_on=MONDAY,
    closes_on=MONDAY + timedelta(days=27),
    read_by=MONDAY + timedelta(days=40),
    decision_by=MONDAY + timedelta(days=90),
    options=(Option("Keep it", "It is known."), Option("Change it", "It hurts.")),
    roles=("child", "parent"),
    bands=("6-9",),
    questions=(Asked((), ()),),
    groups=(Group("Children", "At school.", True),),
    checklist=dict.fromkeys(("space", "voice", "audience", "influence"), "We meet them at home."),
    n_tried_out=1,
    checks=tuple(Checked(kind, "approved") for kind in ("dpia", "eqia", "safeguarding", "ethics")),
    cover=(Cover(MONDAY, MONDAY + timedelta(days=27)),),
    texts=(Text("why", "Why we ask", "We want to know what you think.", "why"),),
)


def found(**more) -> dict[str, Level]:
    """The level of each line that is missing, by its code, when the facts differ so."""
    sections = sections_of(replace(WHOLE, **more))
    return {line.code: line.level for section in sections for line in section.lines}


def test_nothing_stands_in_the_way_of_a_whole_plan():
    assert found() == {}


HARD = {
    "items": {"n_items": 0},
    "can-change": {"can_change": " "},
    "cannot-change": {"cannot_change": ""},
    "undecided": {"undecided_on": None},
    "decided": {"decided_on": MONDAY},
    "no-option": {"options": ()},
    "reasons": {"options": (Option("Keep it", "It is known."), Option("Change it", " "))},
    "rung": {"rung": None},
    "low-rung": {"rung": 3},
    "decider": {"decider": ""},
    "days": {"opens_on": None},
    "read-by": {"read_by": None},
    "read-early": {"read_by": MONDAY + timedelta(days=26)},
    "read-late": {"read_by": MONDAY + timedelta(days=91)},
    "groups": {"groups": ()},
    "reach": {"groups": (Group("Children", " ", True),)},
    "questions": {"unfrozen": ("Write at least one question.",)},
    "space": {"checklist": WHOLE.checklist | {"space": "Yes."}},
    "influence": {"checklist": {**WHOLE.checklist, "influence": ""}},
    "dpia": {"checks": WHOLE.checks[1:]},
    "safeguarding": {"checks": (*WHOLE.checks[:2], Checked("safeguarding", "begun"))},
    "cover": {"cover": (Cover(MONDAY, MONDAY + timedelta(days=24)),)},
}
SOFT = {
    "one-option": {"options": (Option("Keep it", "It is known."),)},
    "short": {"closes_on": MONDAY + timedelta(days=26)},
    "one-role": {"roles": ("child",)},
    "missed": {"groups": (Group("Children", "At school.", False),)},
    "tried-out": {"n_tried_out": 0},
    "eqia": {"checks": tuple(one for one in WHOLE.checks if one.kind != "eqia")},
    "ethics": {"checks": (*WHOLE.checks[:3], Checked("ethics", "begun"))},
    "easy:why-1": {"easy_rows": (Text("why-1", "so", "so " * 16, "questions"),)},
    "plain:why": {"texts": (Text("why", "Why", "so " * 26, "why"),)},
}
NOTES = {
    "holidays": {"holidays": (Period("Summer", MONDAY, MONDAY + timedelta(days=14)),)},
    "election": {"elections": (Period("Local", MONDAY + timedelta(days=27), date(2026, 8, 1)),)},
    "many:6-9": {"questions": (Asked((), ()),) * 11},
    "many:parent": {"questions": (Asked(("parent",), ()),) * 16},
}


@pytest.mark.parametrize("code", HARD)
def test_what_has_to_be_done(code):
    assert found(**HARD[code])[code] is Level.HARD


@pytest.mark.parametrize("code", SOFT)
def test_what_gives_way_to_a_reason_that_is_public(code):
    assert found(**SOFT[code]) == {code: Level.SOFT}
    assert public_words(code)
    reasoned = sections_of(replace(WHOLE, **SOFT[code], reasons={code: "It had to be so."}))
    assert not any(section.blocks for section in reasoned)


@pytest.mark.parametrize("code", NOTES)
def test_what_is_only_worth_a_look(code):
    assert found(**NOTES[code])[code] is Level.NOTE
    assert not any(section.blocks for section in sections_of(replace(WHOLE, **NOTES[code])))


@pytest.mark.parametrize("code", [*HARD, *NOTES])
def test_no_reason_stands_in_for_what_is_hard(code):
    more = (HARD | NOTES)[code]
    lines = [
        line
        for section in sections_of(replace(WHOLE, **more, reasons={code: "Please."}))
        for line in section.lines
    ]

    assert all(not line.reason for line in lines)


@pytest.mark.parametrize("rung", [1, 2, 3])
def test_nobody_is_asked_on_a_rung_without_a_say(rung):
    assert found(rung=rung) == {"low-rung": Level.HARD}


@pytest.mark.parametrize("rung", [4, 5, 6, 7, 8])
def test_every_rung_that_is_a_say_has_plain_words(rung):
    assert found(rung=rung) == {}
    assert PLAIN[Rung(rung)]


def test_a_council_promises_more_or_less_time():
    assert found(limits=Limits(least_days=29)) == {"short": Level.SOFT}
    assert found(limits=Limits(least_days=28)) == {}


def test_exactly_half_in_the_holidays_is_not_most():
    half = (Period("Summer", MONDAY, MONDAY + timedelta(days=13)),)

    assert found(holidays=half) == {}


def test_ten_questions_do_not_tire_a_child():
    assert found(questions=(Asked((), ()),) * 10) == {}


def test_gaps_are_working_days_alone():
    cover = [Cover(date(2026, 12, 21), date(2026, 12, 24))]

    gaps = list(uncovered(date(2026, 12, 21), date(2027, 1, 4), cover))

    assert [day.day for day in gaps] == [29, 30, 31, 4]


def test_a_day_off_of_the_council_needs_no_cover():
    closed = frozenset({MONDAY + timedelta(days=25)})
    cover = (Cover(MONDAY, MONDAY + timedelta(days=24)),)

    assert found(cover=cover, closed=closed) == {}


FRIDAY = MONDAY + timedelta(days=4)


@pytest.mark.parametrize(
    ("today", "cover", "may"),
    [
        (MONDAY, [(0, 1)], True),
        (MONDAY, [(0, 0)], False),  # nobody is there tomorrow, by when it is to be read
        (MONDAY, [(1, 1)], False),
        (MONDAY, [(0, 0), (1, 1)], True),
        (FRIDAY, [(4, 4)], False),
        (FRIDAY, [(4, 7)], True),
        (FRIDAY + timedelta(days=1), [(7, 7)], True),  # Saturday: Monday counts
        (FRIDAY + timedelta(days=1), [(0, 4)], False),
        (MONDAY, [], False),
    ],
)
def test_people_write_when_somebody_is_there_to_read(today, cover, may):
    lines = [Cover(MONDAY + timedelta(days=a), MONDAY + timedelta(days=b)) for a, b in cover]

    assert takes_words(today, lines) is may


@pytest.mark.parametrize(("today", "is_over"), [(27, False), (28, True)])
def test_a_period_that_is_over_is_said(today, is_over):
    facts = replace(WHOLE, today=MONDAY + timedelta(days=today))

    assert ("over" in [line.code for line in there_is_time(facts)]) is is_over
