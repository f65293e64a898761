"""A picture that somebody sent, built anew from its points: nothing of the camera or the place."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageFile, ImageOps

from consultations.media.made import CannotOpen, Made, Medium, TooBig

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")  # never SVG or PDF: those are programs, not points
MOST_BYTES = 15 * 1024 * 1024
# A JPEG can be opened at an eighth of its size, so more of its points do not need more memory.
MOST_POINTS = {"JPEG": 64_000_000}
MOST_POINTS_OF_OTHERS = 25_000_000
LONGEST_SIDE = 1600
QUALITY = 84
PAPER = (255, 255, 255)  # behind what was see-through


def picture_from_upload(content: bytes) -> Made:
    """The picture in `content` (JPEG, PNG, WebP or GIF) as a JPEG of at most 1600 points a side.

    It is turned upright first, because the note that says how the camera was held goes too. Of
    what moves, the first picture is kept. Raises TooBig, CannotOpen.
    """
    if len(content) > MOST_BYTES:
        raise TooBig
    try:
        picture = Image.open(BytesIO(content), formats=FORMATS)
        _must_be_small_enough(picture)
        with _whole_or_not_at_all():
            made = _as_jpeg(picture)
    except (TooBig, Image.DecompressionBombError) as error:
        raise TooBig from error
    except Exception as error:  # decoders meet hostile bytes, and raise whatever they like
        raise CannotOpen from error
    return made


@contextmanager
def _whole_or_not_at_all() -> Iterator[None]:
    """Refuse a picture that breaks off. WeasyPrint lets Pillow take those in the whole process."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _must_be_small_enough(picture: Image.Image) -> None:
    """Raises TooBig. Only the head of the file has been read so far, and no point of it."""
    width, height = picture.size
    if width * height > MOST_POINTS.get(picture.format or "", MOST_POINTS_OF_OTHERS):
        raise TooBig


def _as_jpeg(picture: Image.Image) -> Made:
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    seen = upright.convert("RGBA")
    bare = Image.new("RGB", seen.size, PAPER)
    bare.paste(seen, mask=seen.getchannel("A"))
    out = BytesIO()
    bare.save(out, format="JPEG", quality=QUALITY)
    return Made(Medium.PICTURE, out.getvalue(), "image/jpeg", bare.size)
