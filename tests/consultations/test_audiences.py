"""Whom a question is asked of, and in whose words."""

import pytest

from consultations.audiences import (
    Band,
    Role,
    Voice,
    is_asked,
    is_own_voice,
    wording_for,
    youngest,
)

STANDARD = "How do you feel about your review meeting?"


@pytest.mark.parametrize(
    ("written_for", "reader", "read"),
    [
        (["6-9"], "6-9", "6-9"),
        (["6-9"], "10-12", "6-9"),
        (["6-9"], "18-25", "6-9"),
        (["0-5", "10-12"], "13-15", "10-12"),
        (["0-5", "10-12"], "6-9", "0-5"),
        (["13-15"], "10-12", STANDARD),
        (["18-25"], "0-5", STANDARD),
        ([], "10-12", STANDARD),
        (["6-9"], "", STANDARD),
        (["6-9"], "99-100", STANDARD),
    ],
)
def test_a_question_is_read_in_the_words_of_the_nearest_band(written_for, reader, read):
    wordings = {band: band for band in written_for}

    assert wording_for(wordings, STANDARD, reader) == read


@pytest.mark.parametrize("reader", Band.values)
def test_no_child_is_handed_words_for_somebody_older(reader):
    older = Band.values[Band.values.index(reader) + 1 :]
    wordings = {band: f"For {band}" for band in older}

    assert wording_for(wordings, STANDARD, reader) == STANDARD


def test_an_empty_wording_counts_as_none():
    assert wording_for({"6-9": "Younger", "10-12": ""}, STANDARD, "10-12") == "Younger"


@pytest.mark.parametrize(
    ("roles", "bands", "role", "band"),
    [
        ([], [], Role.CHILD, "6-9"),
        ([], [], Role.PARENT, ""),
        (["child"], [], Role.CHILD, "6-9"),
        (["child"], ["6-9"], Role.CHILD, "6-9"),
        ([], ["6-9"], Role.PARENT, ""),
        (["parent"], ["6-9"], Role.PARENT, ""),
        (["child"], ["6-9"], Role.NOT_SAID, "6-9"),
        ([], [], Role.NOT_SAID, ""),
    ],
)
def test_a_question_is_asked_of_those_it_names(roles, bands, role, band):
    assert is_asked(roles, bands, role, band)


@pytest.mark.parametrize(
    ("roles", "bands", "role", "band"),
    [
        (["parent"], [], Role.CHILD, "6-9"),
        (["child"], [], Role.PARENT, ""),
        (["child"], ["6-9"], Role.CHILD, "10-12"),
        ([], ["6-9"], Role.CHILD, "10-12"),
        (["parent", "chooser"], [], Role.PRACTITIONER, ""),
        (["parent"], [], Role.NOT_SAID, ""),
        (["child"], ["16-17"], Role.NOT_SAID, "6-9"),
    ],
)
def test_a_question_is_not_asked_of_anybody_else(roles, bands, role, band):
    assert not is_asked(roles, bands, role, band)


def test_the_youngest_of_some_bands_is_found_in_any_order():
    assert youngest(["16-17", "6-9", "10-12"]) == "6-9"


@pytest.mark.parametrize("bands", [[], ["no such band"]])
def test_without_bands_nobody_is_the_youngest(bands):
    assert youngest(bands) == ""


def test_only_me_and_me_with_help_are_a_persons_own_voice():
    own = {voice for voice in Voice.values if is_own_voice(voice)}

    assert own == {"me", "with_help"}
