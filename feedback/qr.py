"""An address as a square that a phone can read."""

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

BORDER = 4  # modules of white around it, as the standard asks


def qr_code(address: str) -> SafeString:
    """The address as a QR code in SVG, each dark module a square of its own path."""
    code = segno.make(address, error="m", micro=False)
    width, _height = code.symbol_size(border=BORDER)
    dark = "".join(
        f"M{x + BORDER} {y + BORDER}h1v1h-1z"
        for y, row in enumerate(code.matrix)
        for x, is_dark in enumerate(row)
        if is_dark
    )
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}"'
        ' shape-rendering="crispEdges"><rect width="{0}" height="{0}" fill="#fff"></rect>'
        '<path d="{2}" fill="#000"></path></svg>',
        width,
        address,
        mark_safe(dark),  # noqa: S308  (numbers and letters of ours)
    )
