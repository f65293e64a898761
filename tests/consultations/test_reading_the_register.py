"""What we write down: anyone can search it and read everything about an item."""

from datetime import date

import pytest

from consultations.models import (
    InformationItem,
    InformationSystem,
    RegisterPage,
    ReturnLine,
    StatutoryReturn,
)
from tests import make

FACTS = {
    "plain_name": "Why you moved home",
    "code": "903-reason-place-change",
    "what_it_records": "One code for each move.",
    "special_category": "Health, in some codes",
    "chosen_by": "Department for Education",
    "chosen_when": "In 2015",
    "why_chosen": "To count moves that were not planned.",
    "purpose_note": "Asked for each March.",
    "stands_in_for": "Stability",
    "known_gaps": "Whether the move was good for the child.",
    "law": "Children Act 1989 section 83",
    "who_can_see": "The social worker and the team manager.",
    "shared_with": "The Department for Education.",
    "kept_for": "75 years from birth",
    "kept_because": "The Care Planning Regulations say so.",
    "how_to_challenge": "Ask the Records Desk, at any time.",
    "checked_against": "SSDA903 guide, 2031",
}
CHOICES = {
    "kind": ("measure", "Measure"),
    "how_obtained": ("inferred", "A judgement made from other records"),
    "origin": ("statutory_return", "A return to the government that the law requires"),
    "can_council_change": ("add_beside", "The council can add something beside it"),
    "about_whom": (["child", "sibling"], "Children and young people; Brothers and sisters"),
    "purposes": (["official_statistics", "policy_making"], "For official statistics"),
    "lawful_basis": (["a6_1_c"], "Legal obligation, UK GDPR article 6(1)(c)"),
}


@pytest.fixture
def full(visitor) -> str:
    """The public page of an item about which everything is known."""
    council = make.council()
    page = make.item(
        "Reason for place change",
        live=False,
        **FACTS,
        **{name: value for name, (value, _label) in CHOICES.items()},
    )
    page.systems = [InformationSystem.objects.create(council=council, name="Liquidlogic")]
    ssda = StatutoryReturn.objects.create(council=council, name="SSDA903")
    page.return_lines = [
        ReturnLine(statutory_return=ssda, table="Episodes", tag="REASON", codes="CARPL, CLOSE")
    ]
    page.save_revision().publish()
    return visitor.get(page.url).content.decode()


def _titles(response) -> list[str]:
    return [item.title for item in response.context["items"]]


def _search(visitor, **sought):
    return visitor.get(RegisterPage.objects.get().url, sought)


@pytest.mark.parametrize("name", [name for name in FACTS if name != "code"])
def test_the_page_of_an_item_says(full, name):
    assert FACTS[name] in full


@pytest.mark.parametrize(("_value", "label"), CHOICES.values(), ids=CHOICES)
def test_the_page_of_an_item_says_in_words(full, _value, label):
    assert label in full


@pytest.mark.parametrize("said", ["Liquidlogic", "SSDA903", "Episodes REASON", "CARPL, CLOSE"])
def test_the_page_of_an_item_says_where_it_lives(full, said):
    assert said in full


@pytest.mark.parametrize(("day", "is_said"), [(date(2031, 5, 4), True), (None, False)])
def test_the_page_of_an_item_says_when_it_is_looked_at_again(visitor, day, is_said):
    html = visitor.get(make.item(review_on=day).url).content.decode()

    assert ("To be looked at again by" in html and "4 May 2031" in html) == is_said


def test_what_is_not_known_is_said_so(visitor):
    page = make.item(purposes=[], shared_with="", lawful_basis=[], about_whom=[])

    html = visitor.get(page.url).content.decode()

    assert html.count("Not filled in by the council") == 5


def test_what_an_officer_writes_cannot_act(visitor):
    page = make.item(known_gaps="<script>alert(1)</script>")

    html = visitor.get(page.url).content.decode()

    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_the_page_of_an_item_leads_to_what_was_asked_about_it(visitor):
    item = make.item()
    asked = make.consultation(about=[item], title="Moves")
    make.draft_consultation(about=[item], title="Not yet public")

    html = visitor.get(item.url).content.decode()

    assert f'href="{asked.url}"' in html
    assert "Not yet public" not in html


def test_the_register_lists_every_published_item_by_name(visitor):
    for title in ("Zebra", "Apple", "Mango"):
        make.item(title)

    response = _search(visitor)

    assert _titles(response) == ["Apple", "Mango", "Zebra"]
    assert "3 things that we write down" in response.content.decode()


@pytest.mark.parametrize(
    "field",
    [
        "code",
        "plain_name",
        "what_it_records",
        "stands_in_for",
        "known_gaps",
        "chosen_by",
        "why_chosen",
    ],
)
def test_a_word_is_found_wherever_it_stands(visitor, field):
    make.item("Wanted", **{field: "xylophone"})
    make.item("Another")

    assert _titles(_search(visitor, q="xylophone")) == ["Wanted"]


def test_quotation_marks_do_not_hide_what_is_found(visitor):
    make.item("Wanted", known_gaps="the xylophone")

    assert _titles(_search(visitor, q='"xylophone')) == ["Wanted"]


def test_all_words_that_are_sought_must_be_there(visitor):
    make.item("Both", known_gaps="xylophone and trombone")
    make.item("One", known_gaps="xylophone")

    assert _titles(_search(visitor, q="trombone xylophone")) == ["Both"]


def test_nothing_found_is_said_with_what_was_sought(visitor):
    make.item()

    html = _search(visitor, q="xylophone").content.decode()

    assert "0 things that we write down" in html
    assert "with “xylophone”" in html
    assert 'value="xylophone"' in html


@pytest.mark.parametrize("answer", ["yes", "no", "add_beside"])
def test_the_register_shows_what_the_council_can_change(visitor, answer):
    for one in ("yes", "no", "add_beside"):
        make.item(one, can_council_change=one)

    response = _search(visitor, can_change=answer)

    assert _titles(response) == [answer]
    assert f'value="{answer}" selected' in response.content.decode()


def test_search_and_filter_go_together(visitor):
    make.item("Wanted", known_gaps="xylophone", can_council_change="yes")
    make.item("Fixed", known_gaps="xylophone", can_council_change="no")
    make.item("Silent", can_council_change="yes")

    assert _titles(_search(visitor, q="xylophone", can_change="yes")) == ["Wanted"]


@pytest.mark.parametrize(
    "sought",
    [
        '"',
        'moving "home',
        "'",
        "*",
        "(",
        ")",
        "AND",
        "OR NOT",
        "a AND",
        "NEAR(",
        ":",
        "code:x",
        "%",
        "_",
        "\\",
        "-",
        "--",
        "\x00",
        "\u202e",
        "🙂",
        "نعم",
        "'; DROP TABLE x; --",
        "<script>",
        "x" * 5000,
        "   ",
    ],
)
def test_no_search_is_an_error(visitor, sought):
    make.item()

    response = _search(visitor, q=sought)

    assert response.status_code == 200
    assert "<script>" not in response.content.decode().split("<main", 1)[-1]


@pytest.mark.parametrize("answer", ["maybe", "<script>", "", "\x00"])
def test_an_unknown_filter_shows_everything(visitor, answer):
    make.item("Only")

    assert _titles(_search(visitor, can_change=answer)) == ["Only"]


def test_a_draft_is_not_public(visitor):
    draft = make.item("Half written", live=False)

    assert visitor.get(draft.url).status_code == 404
    assert _titles(_search(visitor)) == []
    assert _titles(_search(visitor, q="Half written")) == []


def test_what_was_unpublished_is_not_public_any_more(visitor):
    page = make.item("Gone")
    page.unpublish()

    assert visitor.get(page.url).status_code == 404
    assert _titles(_search(visitor, q="Gone")) == []


def test_a_draft_of_a_published_item_is_not_shown(visitor):
    page = make.item(known_gaps="As published.")
    page.known_gaps = "As drafted."
    page.save_revision()

    html = visitor.get(page.url).content.decode()

    assert "As published." in html
    assert "As drafted." not in html
    assert InformationItem.objects.get().has_unpublished_changes
