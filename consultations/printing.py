"""Letters, cards and posters: the same page for a printer and for a PDF file."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

import segno
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from consultations.codes import in_groups
from consultations.models import Consultation

STYLE = "print.css"
MISSING = (OSError,)  # weasyprint is installed with us; Pango is a part of the machine


class NoPdf(Exception):
    """The machine lacks what PDF files are made with."""


@dataclass(frozen=True)
class Way:
    """One code as it is printed: the code, the address with it, and that address as a picture."""

    code: str
    address: str

    @property
    def printed(self) -> str:
        """The code in groups of letters."""
        return in_groups(self.code)

    @property
    def qr(self) -> SafeString:
        """The address as a QR code."""
        return qr_code(self.address)


def short_address(consultation: Consultation, code: str = "") -> str:
    """The address that lets somebody in on their council's site: with a code, or to type one."""
    return f"{consultation.council.root_url}/j/{code}{'/' if code else ''}"


def plain_address(address: str) -> str:
    """An address as people type it: without what browsers add themselves."""
    return address.partition("://")[2].rstrip("/")


def qr_code(address: str) -> SafeString:
    """An address as a QR code, drawn as filled bars: no printer leaves lines between rows."""
    code = segno.make(address, error="m", micro=False)
    border = 4
    width, _height = code.symbol_size(border=border)
    dark = "".join(
        f"M{x + border} {y + border}h{length}v1h-{length}z"
        for y, row in enumerate(code.matrix)
        for x, length in _dark_runs(row)
    )
    return format_html(
        '<svg class="qr" viewBox="0 0 {} {}" role="img" aria-label="{}" '
        'shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/>'
        '<path d="{}" fill="#000"/></svg>',
        width,
        width,
        address,
        mark_safe(dark),  # noqa: S308  (numbers and three letters of ours)
    )


def ways(consultation: Consultation, codes: Iterable[str]) -> list[Way]:
    """The codes as they are printed."""
    return [Way(code, short_address(consultation, code)) for code in codes]


def on_cards(ways: list[Way]) -> list[list[list[Way]]]:
    """Sheets of four rows of two cards."""
    rows = [ways[place : place + 2] for place in range(0, len(ways), 2)]
    return [rows[place : place + 4] for place in range(0, len(rows), 4)]


def as_pdf(template: str, context: dict) -> bytes:
    """A printed page as a PDF file. Raises NoPdf where Pango is missing.

    Only our own style is read: nothing is fetched, from here or from anywhere.
    """
    try:
        import weasyprint
    except MISSING as error:
        raise NoPdf from error

    page = render_to_string(template, context | {"is_pdf": True})
    style = weasyprint.CSS(filename=finders.find(STYLE))
    return weasyprint.HTML(string=page, url_fetcher=_nothing).write_pdf(stylesheets=[style])


def _nothing(url: str, *_more: object, **_others: object) -> dict:
    raise ValueError("Nothing from outside is printed.")


def _dark_runs(row: Iterable[int]) -> Iterable[tuple[int, int]]:
    """(first place, length) of each run of dark squares in a row."""
    place = 0
    for is_dark, run in groupby(row):
        length = len(list(run))
        if is_dark:
            yield place, length
        place += length
