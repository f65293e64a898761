"""A scale of faces: three or five, each with words, and not knowing apart from them."""

import pytest
from django.contrib.messages import get_messages
from wagtail.blocks import StructBlockValidationError

from consultations.kinds import KINDS
from tests import make
from tests.consultations import asked, officer

FACES = KINDS["faces"]


def _clean(words: list[str]):
    block = FACES.block()
    return block.clean(block.to_python(make.block("faces", words=words)["value"]))


@pytest.mark.parametrize("points", [3, 5])
def test_a_scale_has_three_or_five_faces(points):
    cleaned = _clean(asked.FACES[points])

    assert list(cleaned["words"]) == asked.FACES[points]


def test_four_faces_are_refused_with_a_sentence():
    with pytest.raises(StructBlockValidationError) as refused:
        _clean(["a", "b", "c", "d"])

    said = refused.value.block_errors["words"].messages
    assert said == ["Give words for three or for five faces."]


@pytest.mark.parametrize("words", [["a"], ["a", "b"], ["a", "b", "c", "d", "e", "f"]])
def test_fewer_or_more_faces_are_refused(words):
    with pytest.raises(StructBlockValidationError):
        _clean(words)


@pytest.mark.parametrize("points", [3, 5])
def test_the_faces_are_numbered_from_the_saddest_up(points):
    offered = FACES.offered(asked.value_of("faces", points=points))

    scale = [(offer.value, offer.label) for offer in offered if not offer.apart]
    assert scale == list(enumerate(asked.FACES[points], start=1))


@pytest.mark.parametrize("points", [3, 5])
def test_not_knowing_stands_apart_from_the_scale(points):
    *_scale, last = FACES.offered(asked.value_of("faces", points=points))

    assert (last.code, last.label, last.value, last.apart) == (
        "dont_know",
        "I don't know",
        99,
        True,
    )


@pytest.mark.parametrize("points", [3, 5])
def test_not_knowing_can_be_chosen(points):
    cleaned = asked.post("faces", "answer=id-dont_know", points=points)

    assert FACES.answer(cleaned) == {"options": ["id-dont_know"]}


@pytest.mark.parametrize("points", [3, 5])
def test_the_length_of_the_scale_is_what_may_not_change(points):
    assert FACES.shape(asked.value_of("faces", points=points)) == {"points": points}


def test_a_face_keeps_its_code_whatever_its_words():
    before = FACES.offered(asked.value_of("faces", words=["a", "b", "c"]))
    after = FACES.offered(asked.value_of("faces", words=["x", "y", "z"]))

    assert [offer.code for offer in before] == [offer.code for offer in after]


@pytest.mark.parametrize("points", [3, 5])
def test_the_order_can_be_turned_round_and_the_numbers_stay(points):
    plain = asked.question("faces", points=points)
    turned = asked.question("faces", points=points, happiest_first=True)

    shown = [label for _key, label in FACES.choices(turned, "en-gb")]

    assert shown == [*reversed(asked.FACES[points]), "I don't know"]
    assert turned["options"] == plain["options"]


def test_each_face_keeps_its_drawing_when_the_order_is_turned_round():
    question = asked.question("faces", happiest_first=True)
    widget = FACES.field(question, asked.WORDS).widget

    drawings = [one["symbol"] for one in widget.subwidgets("answer", None)]

    assert drawings == ["face-5", "face-3", "face-1", ""]


@pytest.mark.parametrize(
    ("points", "bands", "roles", "advised"),
    [
        (5, ["6-9"], [], True),
        (5, [], [], True),
        (5, ["0-5"], ["child"], True),
        (3, ["6-9"], [], False),
        (5, ["10-12"], [], False),
        (5, [], ["parent"], False),
    ],
)
def test_five_faces_for_children_under_8_are_advised_against(points, bands, roles, advised):
    value = asked.value_of("faces", points=points, bands=bands, roles=roles)

    assert bool(FACES.advice(value)) is advised


def test_an_officer_reads_the_advice_after_saving(as_staff):
    make.item()
    five = make.block("faces", "How is it?", words=asked.FACES[5])

    saved = officer.create(as_staff("participation"), officer.filled_in(five, bands=["6-9"]))

    told = [str(message) for message in get_messages(saved.wsgi_request)]
    assert any("“How is it?” shows five faces to children under 8." in one for one in told)
