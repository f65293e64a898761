"""Saying what is kept, why, how sensitive it is and for how long."""

import pytest

from consultations import holdings
from consultations.holdings import Sensitivity, all_holdings, hold

FACTS = {"sensitivity": Sensitivity.WORKING, "kept": "A day."}


@pytest.fixture(autouse=True)
def _a_register_of_our_own(monkeypatch):
    monkeypatch.setattr(holdings, "_HOLDINGS", {})


def test_each_named_field_is_held():
    hold("made.Up", "To try it.", fields="one two", **FACTS)

    assert [holding.field for holding in all_holdings()] == ["made.Up.one", "made.Up.two"]


def test_a_holding_says_why_how_sensitive_and_how_long():
    hold("made.Up", "To try it.", fields="one", **FACTS)

    (holding,) = all_holdings()

    assert (holding.why, holding.sensitivity, holding.kept) == (
        "To try it.",
        Sensitivity.WORKING,
        "A day.",
    )


@pytest.mark.parametrize("again", ["one", "two one", "three three"])
def test_a_field_is_held_once(again):
    hold("made.Up", "To try it.", fields="one", **FACTS)

    with pytest.raises(ValueError, match="is held twice"):
        hold("made.Up", "For something else.", fields=again, **FACTS)


def test_fields_of_two_models_may_have_one_name():
    hold("made.Up", "To try it.", fields="one", **FACTS)

    hold("made.Over", "To try it.", fields="one", **FACTS)

    assert len(list(all_holdings())) == 2
