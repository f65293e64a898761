"""What a camera writes into a picture never reaches the disk."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from heard.metadata import without_metadata
from heard.models import HeardImage

FORMATS = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp", "AVIF": "a.avif"}


def picture(kind: str, *, turned: bool = False) -> BytesIO:
    """A red picture, 4 wide and 2 high, taken at a place and with a camera."""
    exif = Image.Exif()
    exif[0x010F] = "CanaryCam"
    exif[0x0112] = 6 if turned else 1
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    out = BytesIO()
    Image.new("RGB", (4, 2), "red").save(out, kind, exif=exif)
    out.seek(0)
    return out


@pytest.mark.parametrize(("kind", "name"), FORMATS.items())
def test_place_and_camera_are_gone(kind, name):
    bare = without_metadata(picture(kind), name)

    opened = Image.open(bare)
    assert opened.format == kind
    assert not opened.getexif()
    assert b"CanaryCam" not in bare.read()


def test_a_turned_picture_stands_upright():
    bare = Image.open(without_metadata(picture("JPEG", turned=True), "a.jpg"))

    assert bare.size == (2, 4)


def test_an_animation_keeps_its_frames():
    frames = [Image.new("RGB", (3, 3), colour) for colour in ("red", "green", "blue")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], comment=b"CanaryCam")
    out.seek(0)

    bare = without_metadata(out, "a.gif")

    assert Image.open(bare).n_frames == 3
    bare.seek(0)
    assert b"CanaryCam" not in bare.read()


def test_an_uploaded_picture_is_stored_bare():
    image = HeardImage(title="Holiday", file=ContentFile(picture("JPEG").read(), "holiday.jpg"))

    image.save()

    image.file.seek(0)
    assert b"CanaryCam" not in image.file.read()
    assert (image.width, image.height) == (4, 2)


def test_renaming_a_picture_does_not_touch_its_file():
    image = HeardImage(title="One", file=ContentFile(picture("PNG").read(), "one.png"))
    image.save()
    name = image.file.name

    image.title = "Two"
    image.save()

    assert image.file.name == name
