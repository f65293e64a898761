"""Pictures and recordings are made anew: what a phone noted goes, what is harmful is refused."""

import json
import struct
import zlib
from io import BytesIO

import av
import pytest
from PIL import Image

from consultations.kinds.draw import Draw
from consultations.media import (
    CannotOpen,
    Medium,
    TooBig,
    TooLong,
    picture_from_strokes,
    picture_from_upload,
    sound_from_upload,
    sounds,
    strokes,
)
from tests import media

HOSTILE = {
    "nothing": b"",
    "words": b"hello",
    "SVG": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "PDF": b"%PDF-1.7\n",
    "a page": b"<html><body onload=alert(1)>",
    "a list of addresses": b"#EXTM3U\n#EXT-X-VERSION:3\nfile:///etc/passwd\n",
    "files to join": b"ffconcat version 1.0\nfile /etc/passwd\n",
    "half a picture": media.picture("PNG")[:60],
    "half a photo": media.picture("JPEG", (400, 300))[:900],
    "a beginning of MP4": b"\x00\x00\x00\x18ftypisom" + b"\x00" * 40,
    "a beginning of WebM": b"\x1aE\xdf\xa3junk",
}
RECORDED = {
    "Safari": ("mp4", "aac"),
    "Chromium": ("webm", "libopus"),
    "Firefox": ("ogg", "libopus"),
    "a memo of a phone": ("ipod", "aac"),
    "a plain file": ("wav", "pcm_s16le"),
    "music": ("mp3", "libmp3lame"),
}
A_DOT = {"c": "red", "w": "thin", "p": [1, 2]}


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def a_huge_png() -> bytes:
    """The beginning of a picture of 900 million points, in a few bytes."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(b""))


def _chunk(name: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def test_a_photo_loses_where_when_and_with_what_it_was_taken():
    taken = media.photo()
    assert opened(taken).getexif().get_ifd(0x8825)

    made = picture_from_upload(taken)

    assert b"Secret" in taken
    assert b"Secret" not in made.content
    assert not opened(made.content).getexif()
    assert set(opened(made.content).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_photo_that_was_held_on_its_side_stands_upright():
    made = picture_from_upload(media.photo())

    assert made.size == opened(made.content).size == (40, 80)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_every_usual_kind_of_picture_is_taken(kind):
    made = picture_from_upload(media.picture(kind))

    red, _green, blue = opened(made.content).getpixel((5, 15))
    assert (made.medium, made.mime) == (Medium.PICTURE, "image/jpeg")
    assert red > 200 > 60 > blue


def test_a_large_picture_is_made_smaller():
    made = picture_from_upload(media.picture("PNG", (3000, 1500)))

    assert made.size == (1600, 800)


def test_what_is_see_through_becomes_white_paper():
    out = BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(out, format="PNG")

    assert opened(picture_from_upload(out.getvalue()).content).getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.filterwarnings("ignore:Image size")
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_opened():
    with pytest.raises(TooBig):
        picture_from_upload(a_huge_png())


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("make_anew", [picture_from_upload, sound_from_upload])
def test_what_is_no_picture_or_sound_is_refused(make_anew, content):
    with pytest.raises(CannotOpen):
        make_anew(content)


@pytest.mark.parametrize(("kind", "codec"), RECORDED.values(), ids=RECORDED)
def test_what_phones_and_browsers_record_becomes_mp3_without_notes(kind, codec):
    recorded = media.sound(0.4, kind, codec, title="Secret title", location="+51.5+0.1/")

    made = sound_from_upload(recorded)

    with av.open(BytesIO(made.content)) as heard:
        stream = heard.streams.audio[0]
        assert (stream.codec_context.name, stream.channels) == ("mp3float", 1)
        assert not {"title", "location", "creation_time"} & heard.metadata.keys()
    assert b"Secret" not in made.content
    assert (made.mime, made.seconds, made.medium) == ("audio/mpeg", 1, Medium.SPOKEN)


def test_the_length_is_what_is_heard_and_two_minutes_are_the_most(monkeypatch):
    monkeypatch.setattr(sounds, "MOST_SECONDS", 1)
    monkeypatch.setattr(sounds, "GRACE", 0.5)

    assert sound_from_upload(media.sound(1.2)).seconds == 1
    with pytest.raises(TooLong):
        sound_from_upload(media.sound(1.8))


def test_a_recording_that_takes_too_long_to_open_is_let_go_of(monkeypatch):
    monkeypatch.setattr(sounds, "MOST_WORK", -1)

    with pytest.raises(TooBig):
        sound_from_upload(media.sound())


def test_a_drawing_becomes_a_picture_and_stays_lines():
    made = picture_from_strokes(media.strokes())

    picture = opened(made.content).convert("RGB")
    assert picture.size == strokes.SHEET
    assert picture.getpixel((500, 500)) != (255, 255, 255)  # the dot
    assert picture.getpixel((5, 5)) == (255, 255, 255)
    assert made.strokes == media.HOUSE


def test_an_empty_sheet_is_no_drawing():
    assert picture_from_strokes("[]") is None


def test_lines_that_leave_the_sheet_end_at_its_edge():
    made = picture_from_strokes(json.dumps([A_DOT | {"p": [-50, 2000, 10**9, 5]}]))

    assert made.strokes[0]["p"] == [0, 800, 1000, 5]


@pytest.mark.parametrize(
    "drawn",
    [
        "",
        "{}}",
        "7",
        '{"c": 1}',
        "[7]",
        "[" * 100_000,
        json.dumps([A_DOT | {"c": "url(x)"}]),
        json.dumps([A_DOT | {"w": "huge"}]),
        json.dumps([A_DOT | {"w": []}]),
        json.dumps([A_DOT | {"p": []}]),
        json.dumps([A_DOT | {"p": [1]}]),
        json.dumps([A_DOT | {"p": ["1", "2"]}]),
        json.dumps([A_DOT | {"p": [1.5, True]}]),
        json.dumps([A_DOT | {"p": "12"}]),
    ],
)
def test_lines_that_our_page_does_not_draw_are_refused(drawn):
    with pytest.raises(CannotOpen):
        picture_from_strokes(drawn)


def test_only_what_we_know_of_a_line_is_kept():
    made = picture_from_strokes(json.dumps([A_DOT | {"name": "Secret"}]))

    assert made.strokes == [A_DOT]


@pytest.mark.parametrize(
    "drawn",
    [
        json.dumps([A_DOT] * (strokes.MOST_STROKES + 1)),
        json.dumps([A_DOT | {"p": [1, 2] * (strokes.MOST_POINTS + 1)}]),
        json.dumps("x" * strokes.MOST_BYTES),
    ],
    ids=["lines", "points", "letters"],
)
def test_a_drawing_has_an_end(drawn):
    with pytest.raises(TooBig):
        picture_from_strokes(drawn)


def test_every_pen_has_a_name_in_words():
    assert Draw.colours.keys() == strokes.COLOURS.keys()
    assert Draw.widths.keys() == strokes.WIDTHS.keys()
