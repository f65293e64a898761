"""An address as a square that a phone can read."""

from collections.abc import Iterable
from itertools import groupby

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

BORDER = 4  # modules of white around it, as the standard asks


def qr_code(address: str) -> SafeString:
    """The address as a QR code in SVG, drawn as bars: no printer leaves lines between rows."""
    code = segno.make(address, error="m", micro=False)
    width, _height = code.symbol_size(border=BORDER)
    dark = "".join(
        f"M{x + BORDER} {y + BORDER}h{length}v1h-{length}z"
        for y, row in enumerate(code.matrix)
        for x, length in _dark_runs(row)
    )
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}"'
        ' shape-rendering="crispEdges"><rect width="{0}" height="{0}" fill="#fff"></rect>'
        '<path d="{2}" fill="#000"></path></svg>',
        width,
        address,
        mark_safe(dark),  # noqa: S308  (numbers and letters of ours)
    )


def _dark_runs(row: Iterable[int]) -> Iterable[tuple[int, int]]:
    """(first place, length) of each run of dark squares in a row."""
    place = 0
    for is_dark, run in groupby(row):
        length = len(list(run))
        if is_dark:
            yield place, length
        place += length
