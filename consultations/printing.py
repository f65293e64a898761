"""Letters, cards and posters: the same page for a printer and for a PDF file."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from consultations.codes import in_groups
from consultations.models import Consultation
from consultations.pdf import pdf_of
from consultations.qr import qr_code


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


def ways(consultation: Consultation, codes: Iterable[str]) -> list[Way]:
    """The codes as they are printed."""
    return [Way(code, short_address(consultation, code)) for code in codes]


def on_cards(ways: list[Way]) -> list[list[list[Way]]]:
    """Sheets of four rows of two cards."""
    rows = [ways[place : place + 2] for place in range(0, len(ways), 2)]
    return [rows[place : place + 4] for place in range(0, len(rows), 4)]


def as_pdf(template: str, context: dict) -> bytes:
    """A printed page as a PDF file, of which nothing is kept: it holds codes. Raises NoPdf."""
    return pdf_of(render_to_string(template, context | {"is_pdf": True}), keep=False)
