"""What an outcome must say, and when things can have happened."""

from datetime import UTC, datetime, timedelta

import pytest

from feedback.models import Outcome
from feedback.pathways import DEFAULTS, Category
from feedback.settling import Facts, is_allegation, wrong_with

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
TOLD = {"category": "hurt", "told_at": NOW}
MISSING = [
    ("no_concern", {}, []),
    ("wellbeing", {}, []),
    ("cannot_identify", {}, ["category"]),
    ("cannot_identify", {"category": "hurt"}, []),
    ("referred", {"category": "hurt"}, ["told_at", "reference"]),
    ("referred", TOLD, ["reference"]),
    ("referred", TOLD | {"reference": "R-1"}, []),
    ("danger", {"category": "hurt"}, ["told_at"]),
    ("danger", TOLD, []),
    ("allegation", {"category": "allegation"}, ["told_at"]),
    # Possible child sexual abuse is told now, whatever else comes of it.
    *((one, {"category": "sexual_abuse"}, ["told_at"]) for one in ("no_concern", "wellbeing")),
    ("cannot_identify", {"category": "sexual_abuse"}, ["told_at"]),
    ("cannot_identify", {"category": "sexual_abuse", "told_at": NOW}, []),
]
TIMES = [
    ({}, []),
    ({"aware_at": NOW - HOUR, "acted_at": NOW}, []),
    ({"aware_at": NOW, "acted_at": NOW}, []),
    ({"aware_at": NOW, "acted_at": NOW - HOUR}, ["acted_at"]),
    ({"aware_at": NOW + HOUR, "acted_at": NOW + HOUR}, ["aware_at", "acted_at"]),
    ({"aware_at": NOW, "told_at": NOW - HOUR}, ["told_at"]),
    ({"told_at": NOW + HOUR}, ["told_at"]),
    ({"told_at": NOW - HOUR}, []),  # they knew then, at the latest
    ({"acted_at": NOW - HOUR}, []),
]


@pytest.mark.parametrize(("outcome", "facts", "fields"), MISSING)
def test_an_outcome_says_what_it_must(outcome, facts, fields):
    wrong = wrong_with(outcome, Facts(**facts), NOW)

    assert [field for field, _why in wrong] == fields
    assert all(str(why).strip() for _field, why in wrong)


@pytest.mark.parametrize(("facts", "fields"), TIMES)
def test_times_are_in_order_and_never_to_come(facts, fields):
    wrong = wrong_with("no_concern", Facts(**facts), NOW)

    assert [field for field, _why in wrong] == fields


def test_times_that_are_not_said_are_now():
    assert Facts().at(NOW) == Facts(aware_at=NOW, acted_at=NOW)
    told = Facts(told_at=NOW - HOUR).at(NOW)
    assert (told.aware_at, told.acted_at) == (NOW - HOUR, NOW)


def test_every_kind_of_worry_has_something_to_do():
    assert set(DEFAULTS) == set(Category)
    for cue in ("999", "police", "local authority"):
        assert any(cue in str(text) for text in DEFAULTS.values())


def test_what_is_about_staff_is_known_as_such():
    assert is_allegation(Outcome.ALLEGATION, "hurt")
    assert is_allegation("referred", "practice")
    assert not is_allegation("referred", "hurt")
