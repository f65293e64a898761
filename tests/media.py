"""Builders of drawings, pictures and recordings, as browsers and phones send them."""

import array
import json
import math
from io import BytesIO
from typing import Any

import av
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from consultations.media import Made, Medium, picture_from_strokes
from consultations.models import ConsultationPage
from feedback.actions import making_ready, reading, sending
from feedback.actions.keeping import save_answer_with_file
from feedback.models import Words
from tests import make

HOUSE = [
    {"c": "red", "w": "thick", "p": [200, 700, 200, 400, 500, 150, 800, 400, 800, 700, 200, 700]},
    {"c": "blue", "w": "thin", "p": [500, 500]},
]
A_SECOND = 48_000  # samples
AT_A_TIME = 960  # samples


def strokes(drawn: list | None = None) -> str:
    """A drawing as our page sends it: a house, unless it is said."""
    return json.dumps(HOUSE if drawn is None else drawn)


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), **more: Any) -> bytes:
    """A picture, red on the left and blue on the right."""
    made = Image.new("RGB", size, "#ff0000")
    made.paste("#0000ff", (size[0] // 2, 0, *size))
    out = BytesIO()
    made.save(out, format=kind, **more)
    return out.getvalue()


def photo() -> bytes:
    """A photo as a phone takes it: held on its side, with a camera, an hour and a place in it."""
    notes = Image.Exif()
    notes[0x010F], notes[0x0110], notes[0x0132] = "Secretphone", "Model 7", "2031:05:01 10:00:00"
    notes[0x0112] = 6  # turned by a quarter
    place = notes.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (51.0, 30.0, 1.0), "W", (0.0, 7.0, 1.0)
    return picture("JPEG", (80, 40), exif=notes, comment=b"Secret comment")


def sound(seconds: float = 0.2, kind: str = "webm", codec: str = "libopus", **notes: str) -> bytes:
    """A hum, in one of the ways in which browsers and phones record."""
    out = BytesIO()
    with av.open(out, "w", format=kind) as file:
        file.metadata.update(notes)
        stream = file.add_stream(codec, rate=A_SECOND, layout="mono")
        for place in range(0, int(seconds * A_SECOND), AT_A_TIME):
            file.mux(stream.encode(_hum(place)))
        file.mux(stream.encode(None))
    return out.getvalue()


def _hum(place: int) -> av.AudioFrame:
    frame = av.AudioFrame(format="s16", layout="mono", samples=AT_A_TIME)
    turn = 2 * math.pi * 440 / A_SECOND
    heights = (int(8000 * math.sin(turn * (place + n))) for n in range(AT_A_TIME))
    frame.planes[0].update(array.array("h", heights).tobytes())
    frame.sample_rate, frame.pts = A_SECOND, place
    return frame


def file(content: bytes, name: str = "mine.png") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)


def asking(*kinds: str, **more: Any) -> ConsultationPage:
    """A consultation that asks for a drawing and a voice message, or for what is said. Each
    question's data name is its kind."""
    questions = [make.block(kind, f"Your {kind}?", data_name=kind) for kind in kinds]
    questions = questions or [
        make.block("draw", "What is home?", data_name="draw"),
        make.block("voice", "What would you say?", data_name="voice"),
    ]
    return make.consultation(*questions, **more)


def keep(words: str, page: ConsultationPage, name: str = "draw", **more: Any) -> None:
    """Keep an answer with a file in a draft: a drawing of a house, unless `made` says otherwise."""
    facts = {"answer": None, "made": drawing(), "drop": False, "go": "next", "beside": {}}
    save_answer_with_file(
        words=words,
        question_id=make.frozen(page, name)["id"],
        now=make.noon(make.today()),
        **(facts | more),
    )


def drawing() -> Made:
    """A drawing of a house, made into a picture."""
    return picture_from_strokes(strokes())


def spoken() -> Made:
    """A voice message, as far as the database looks into it."""
    return Made(medium=Medium.SPOKEN, content=b"ID3", mime="audio/mpeg", seconds=3)


def drawn(page: ConsultationPage | None = None, **more: Any) -> Words:
    """A drawing that somebody sent, not opened yet; `text` is what they wrote with it."""
    page = page or asking()
    text = more.pop("text", "")
    words = make.draft(page)
    answer = {"text": text, "may_show": True} if text else None
    keep(words, page, more.pop("name", "draw"), answer=answer, **more)
    response = sending.send(words=words, now=make.noon(make.today()), today=make.today())
    return response.words.get()


def shareable(words: Words) -> Words:
    """A reader has marked it, and said that it shows and names nobody."""
    read(words)
    making_ready.let_analysts_open(words=words, allowed=True, by=make.staff("reader"))
    return words


def read(words: Words) -> Words:
    """A reader has marked it."""
    reading.mark_read(words=words, by=make.staff("reader"))
    return words
