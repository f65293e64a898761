"""A drawing as lines on a sheet of fixed size, checked and made into a picture.

A drawing is a list of strokes {"c": "blue", "w": "middle", "p": [x, y, x, y, …]}: the name of a
colour, the name of a width, and whole numbers between (0, 0) at the top left and SHEET. Because the
sheet is the same on every screen, a drawing outlives turning a phone round.
"""

import json
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from consultations.media.made import CannotOpen, Made, Medium, TooBig

SHEET = (1000, 800)
COLOURS = {
    "black": "#16283a",
    "red": "#c0271a",
    "orange": "#e8790c",
    "yellow": "#ffc93c",
    "green": "#1f7a3f",
    "blue": "#1c5fbf",
    "purple": "#6b3fa0",
    "brown": "#7a4a21",
    "white": "#ffffff",  # rubs out
}
WIDTHS = {"thin": 5, "middle": 12, "thick": 28}
MOST_BYTES = 400 * 1024
MOST_STROKES = 3000
MOST_POINTS = 40_000
FINER = 2  # drawn twice as large, then made smaller: the edges are smooth


def picture_from_strokes(text: str) -> Made | None:
    """The drawing in `text` (JSON, as our page sends it) as a PNG; None for an empty sheet.

    Raises TooBig, CannotOpen.
    """
    if len(text) > MOST_BYTES:
        raise TooBig
    strokes = _checked(text)
    if not strokes:
        return None
    sheet = Image.new("RGB", (SHEET[0] * FINER, SHEET[1] * FINER), "white")
    pen = ImageDraw.Draw(sheet)
    for stroke in strokes:
        _draw(pen, stroke)
    out = BytesIO()
    small = sheet.resize(SHEET, Image.Resampling.BOX)
    small.quantize(64).save(out, format="PNG", optimize=True)
    return Made(Medium.DRAWN, out.getvalue(), "image/png", SHEET, strokes=strokes)


def _checked(text: str) -> list[dict]:
    try:
        drawn = json.loads(text)
        strokes = [_stroke(one) for one in drawn]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise CannotOpen from error
    if len(strokes) > MOST_STROKES or sum(len(one["p"]) for one in strokes) > 2 * MOST_POINTS:
        raise TooBig
    return strokes


def _stroke(given: Any) -> dict:
    """One stroke with what we know and nothing else. Raises ValueError, TypeError, KeyError."""
    points = given["p"]
    if not isinstance(points, list) or len(points) < 2 or len(points) % 2:
        raise ValueError("A stroke has pairs of numbers.")
    if given["c"] not in COLOURS or given["w"] not in WIDTHS:
        raise ValueError("There is no such pen.")
    if not all(type(number) is int for number in points):
        raise ValueError("A place is whole numbers.")
    most = [SHEET[place % 2] for place in range(len(points))]
    inside = [min(max(number, 0), end) for number, end in zip(points, most, strict=True)]
    return {"c": given["c"], "w": given["w"], "p": inside}


def _draw(pen: ImageDraw.ImageDraw, stroke: dict) -> None:
    """One stroke with round ends; a single point is a dot."""
    colour, width = COLOURS[stroke["c"]], WIDTHS[stroke["w"]] * FINER
    places = [number * FINER for number in stroke["p"]]
    points = list(zip(places[::2], places[1::2], strict=True))
    if len(points) > 1:
        pen.line(points, fill=colour, width=width, joint="curve")
    for x, y in {points[0], points[-1]}:
        half = width / 2
        pen.ellipse((x - half, y - half, x + half, y + half), fill=colour)
