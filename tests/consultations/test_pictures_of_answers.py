"""A picture beside an answer is frozen with it: where it is, and how large."""

import pytest
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests import make
from tests.consultations.editing import again, asked, editions, stored
from tests.feedback.answering import walk

# Wagtail leaves a temporary file open when it makes another size of a picture.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture
def image():
    file = get_test_image_file(size=(640, 480))
    return get_image_model().objects.create(title="A cat", file=file)


@pytest.mark.parametrize("kind", make.WITH_OPTIONS)
def test_the_picture_of_an_answer_is_frozen(kind, image):
    options = [("cat", "Cat", {"picture": image.pk}), ("dog", "Dog")]
    page = make.consultation(make.block(kind, options=options, data_name="pet"))

    cat, dog = make.frozen(page, "pet")["options"]

    assert cat["picture"].pop("url").endswith(".png")
    assert cat["picture"] == {"width": 480, "height": 360, "alt": ""}
    assert "picture" not in dog


def test_the_same_picture_makes_no_new_edition(image):
    options = [("cat", "Cat", {"picture": image.pk}), ("dog", "Dog")]
    page = make.consultation(make.block("sort", options=options, data_name="pet"))

    again(page, why="Because.")

    assert len(editions(page)) == 1


def test_another_picture_makes_a_new_edition_of_the_same_answer(image):
    page = make.consultation(make.block("sort", data_name="pet"))
    before = asked(page)[0]["options"][0]
    questions = stored(page)
    questions[0]["value"]["options"][0]["value"]["picture"] = image.pk

    again(page, questions)

    assert asked(page)[0]["options"][0].pop("picture")
    assert asked(page)[0]["options"][0]["id"] == before["id"]


@pytest.mark.parametrize("kind", make.WITH_OPTIONS)
def test_the_picture_is_shown_and_says_nothing_twice(kind, image, visitor):
    options = [("cat", "Cat", {"picture": image.pk}), ("dog", "Dog")]
    page = make.consultation(make.block(kind, options=options, data_name="pet"))
    walk.begin(visitor, page)

    shown = visitor.get(walk.address(page, 1)).content.decode()

    assert 'width="480" height="360" alt=""' in shown
