"""Easy Read: a picture and one idea a row; the pictures, and how an officer finds them."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from consultations.easy_read import EasyRowBlock, rows_of, too_many_words
from consultations.hearing import SOUND, FileBlock, SignedBlock, signed_of
from consultations.kinds.base import words_of
from consultations.symbols import every_symbol, search
from feedback.assent import EASY
from heard import easy_reading
from tests import make
from tests.consultations import asked

HOUSE = "1f3e0"


def test_every_picture_has_a_file_that_only_draws():
    for symbol in every_symbol().values():
        svg = Path(finders.find(symbol.path)).read_text()
        assert svg.startswith("<svg"), symbol
        assert not any(word in svg for word in ("<script", "onload", "style=", "<image")), symbol


def test_every_picture_file_can_be_found():
    folder = Path(finders.find(every_symbol()[HOUSE].path)).parent

    assert {file.stem for file in folder.glob("*.svg")} == set(every_symbol())


@pytest.mark.parametrize(
    "shown", [[code for code, _words in easy_reading.ROWS], EASY.pictures], ids=["site", "assent"]
)
def test_our_own_easy_read_shows_only_pictures_that_we_have(shown):
    assert set(shown) <= set(every_symbol())


@pytest.mark.parametrize(
    ("wanted", "first"), [("school", "school"), ("Holding HANDS", "people holding hands")]
)
def test_a_picture_is_found_by_the_beginnings_of_its_words(wanted, first):
    assert search(wanted)[0].name == first


def test_a_picture_is_found_by_other_words_too():
    assert HOUSE in [symbol.code for symbol in search("building home")]


def test_nothing_is_found_for_words_that_fit_no_picture():
    assert search("multi-agency threshold") == []


@pytest.mark.parametrize(("n_words", "well"), [(15, True), (16, False)])
def test_a_row_has_at_most_fifteen_words(n_words, well):
    row = EasyRowBlock().to_python({"symbol": HOUSE, "text": "so " * n_words})

    if well:
        assert EasyRowBlock().clean(row)
        assert too_many_words(row["text"]) == ""
    else:
        with pytest.raises(ValidationError) as refused:
            EasyRowBlock().clean(row)
        assert "make two rows of it" in str(refused.value.block_errors["text"].messages)


@pytest.mark.parametrize("missing", ["symbol", "text"])
def test_a_row_has_a_picture_and_words(missing):
    row = EasyRowBlock().to_python({"symbol": HOUSE, "text": "Home", missing: ""})

    with pytest.raises(ValidationError):
        EasyRowBlock().clean(row)


def test_a_picture_that_does_not_exist_is_refused():
    row = EasyRowBlock().to_python({"symbol": "../heard", "text": "Home"})

    with pytest.raises(ValidationError) as refused:
        EasyRowBlock().clean(row)

    assert refused.value.block_errors["symbol"].messages == [
        "There is no such picture. Choose another."
    ]


def test_a_row_whose_picture_is_gone_is_left_out():
    assert rows_of([{"symbol": "gone", "text": "Home"}]) == []


def test_what_a_question_does_not_have_is_not_frozen():
    assert words_of(asked.value_of("choose_one")).keys() == {"text", "hint", "bands"}


def test_easy_read_and_facts_are_frozen_with_the_words():
    row = {"symbol": HOUSE, "text": "Where do you live?"}
    value = asked.value_of(
        "choose_one", easy_read=[{"type": "item", "id": "1", "value": row}], facts="It is so."
    )

    frozen = words_of(value)

    assert frozen["easy"] == [{"picture": f"openmoji/{HOUSE}.svg", "text": "Where do you live?"}]
    assert frozen["facts"] == "It is so."


def a_file(name: str):
    return get_document_model().objects.create(title=name, file=ContentFile(b"x", name))


@pytest.mark.parametrize(
    ("name", "well"), [("q.mp3", True), ("q.M4A", True), ("q.wav", False), ("q.html", False)]
)
@pytest.mark.django_db
def test_a_recording_is_a_file_that_every_phone_plays(name, well):
    block = FileBlock(endings=SOUND)

    if well:
        assert block.clean(a_file(name))
    else:
        with pytest.raises(ValidationError, match=r"Choose a file that ends in \.mp3, \.m4a"):
            block.clean(a_file(name))


@pytest.mark.django_db
def test_a_signed_film_needs_captions_and_its_words():
    value = {"film": a_file("q.mp4"), "captions": None, "transcript": ""}

    with pytest.raises(ValidationError) as refused:
        SignedBlock().clean(SignedBlock()._to_struct_value(value))

    assert refused.value.block_errors.keys() == {"captions", "transcript"}


@pytest.mark.django_db
def test_a_signed_film_is_frozen_with_its_captions_and_words():
    value = {"film": a_file("q.mp4"), "captions": a_file("q.vtt"), "transcript": "How was it?"}

    assert signed_of(value) == {
        "film": value["film"].url,
        "captions": value["captions"].url,
        "transcript": "How was it?",
    }


@pytest.mark.django_db
def test_an_officer_looks_for_a_picture_and_chooses_it(client):
    client.force_login(make.staff("participation"))

    found = client.get("/admin/symbols/results/", {"q": "school"})
    chosen = client.get("/admin/symbols/chosen/1f3eb/")
    unknown = client.get("/admin/symbols/chosen/nothing/")

    assert "openmoji/1f3eb" in found.content.decode()
    assert chosen.json()["result"] == {"id": "1f3eb", "edit_url": None, "title": "school"}
    assert unknown.status_code == 404


def test_a_picture_is_still_chosen_when_the_editor_opens_again():
    block = EasyRowBlock()
    row = block.to_python({"symbol": HOUSE, "text": "Home"})

    state = block.get_form_state(row)["symbol"]

    assert state["id"] == HOUSE
    assert every_symbol()[HOUSE].name in state.values()
