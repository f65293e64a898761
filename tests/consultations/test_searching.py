"""People find what is written down by the words that they have for it."""

import pytest

from consultations.models import InformationItem
from consultations.searching import find, stem
from tests import make

FIELDS = ("title", "known_gaps")


def titles(sought: str) -> list[str]:
    found, _all = find(InformationItem.objects.order_by("title"), FIELDS, sought)
    return [item.title for item in found]


@pytest.fixture(autouse=True)
def _items():
    make.item("Number of placements in the year", known_gaps="Not why a child moved.")
    make.item("Reason for a remark", known_gaps="It was removed in 2020.")


@pytest.mark.parametrize(
    "sought",
    ["placement", "PLACEMENTS", "placed in a year", "moves", "moving placements", "(place"],
)
def test_every_form_of_a_word_finds_it(sought):
    assert titles(sought) == ["Number of placements in the year"]


def test_where_no_item_has_all_words_those_with_some_are_found_most_words_first():
    found, has_all_words = find(
        InformationItem.objects.all(), FIELDS, "moving between homes and reasons for moves"
    )

    assert not has_all_words
    assert [item.title for item in found] == [
        "Number of placements in the year",
        "Reason for a remark",
    ]


@pytest.mark.parametrize("sought", ['"', "the", "🙂", "  "])
def test_what_has_no_word_in_it_finds_nothing(sought):
    assert titles(sought) == []


@pytest.mark.parametrize(
    ("word", "beginning"),
    [("moves", "mov"), ("moving", "mov"), ("meetings", "meet"), ("is", "is"), ("family", "famil")],
)
def test_the_forms_of_a_word_have_one_beginning(word, beginning):
    assert stem(word) == beginning
