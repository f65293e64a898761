"""What in a text could name somebody: pointed out to the writer, who may leave it (requirements
A14). Nothing is kept, nothing is refused, and a person who reads decides for themselves.

Numbers are known by their check digits where they have any: python-stdnum for those of the NHS
and of schools, phonenumbers for telephones. Names are known only by what stands before them.

>>> [spot.text for spot in spots("my social worker Priya, call 07700 900123")]
['Priya', '07700 900123']
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers
from stdnum.gb import nhs, upn

HOME = "GB"
FEWEST_DIGITS = 9  # of a telephone number that points at a person; help lines are shorter


class What(StrEnum):
    """What a spot looks like."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"
    POSTCODE = "postcode"
    STREET = "street"
    NHS = "nhs"
    PUPIL = "pupil"
    INSURANCE = "insurance"
    BIRTH = "birth"
    URL = "url"
    CAR = "car"
    SCHOOL = "school"
    HOME = "home"
    PLACE = "place"
    OWN = "own"  # a person said so


@dataclass(frozen=True)
class Spot:
    """A part of a text, from `start` up to `end`, and what it looks like."""

    start: int
    end: int
    what: What
    text: str


_NHS = re.compile(r"(?<![\d+])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
_PUPIL = re.compile(r"\b[A-Z]\d{11}[0-9A-Z]\b", re.I)
_INSURANCE = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:[ -]?\d{2}){3}[ -]?[A-D]\b",
    re.I,
)
_POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPS-UW]"
    r"|[A-HK-Y]\d[ABEHMNPRV-Y]) ?\d[ABD-HJLNP-UW-Z]{2})\b",
    re.I,
)
_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_HANDLE = re.compile(r"(?<![\w.@/])@\w[\w.]{1,29}(?<!\.)")
_STREET = re.compile(
    r"\b\d{1,4}[a-z]? (?:[A-Z][\w'-]{1,40} ){1,3}"
    r"(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Way|Terrace|Gardens|Crescent|Place|Court|"
    r"Grove|Hill|Square)\b"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = rf"\d{{1,2}}(?:[./-]\d{{1,2}}[./-]|(?:st|nd|rd|th)? (?:of )?{_MONTH} )(?:\d{{4}}|\d{{2}})\b"
_BIRTH = re.compile(
    rf"\b(?:born|birthday|birth|dob|d\.o\.b\.?)\b[^\n\d]{{0,20}}(?P<spot>{_DAY})", re.I
)
# A name: words that begin with a capital, in any alphabet that has them.
_NAME = r"(?P<spot>[^\W\d_a-z][\w'’-]{1,40}(?: [^\W\d_a-z][\w'’-]{1,40})?)"
_PEOPLE = (
    r"(?:foster |step|half |key |family |support |social |youth |best )?"
    r"(?:worker|teacher|carer|mum|mummy|mam|dad|daddy|mother|father|nan|nana|gran|grandma|grandad|"
    r"brother|sister|friend|mate|cousin|uncle|aunt|auntie|aunty|son|daughter|partner|boyfriend|"
    r"girlfriend|headteacher|doctor|dr|iro|advocate|manager)"
)
_CALLED = re.compile(
    rf"\b(?i:(?:my|his|her|their|our) {_PEOPLE}|called|named|known as|name is|names are|name's)"
    rf",? {_NAME}"
)
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Auntie|Aunty|Aunt|Uncle)\.? {_NAME}")
# Somebody who says their own name may not trouble with a capital.
_OWN_NAME = re.compile(
    r"\b(?:my name is|my name's|i am called|i'm called|fy enw i yw|mam na imię|nazywam się|اسمي) "
    r"(?P<spot>[^\W\d_][\w'’-]{1,40})",
    re.I,
)
# What often follows such words and is no name.
_NO_NAMES = frozenset(
    re.findall(
        r"\S+",
        """
        a all also always am an and are as at back be because been but by can cannot come could did
        do does even for from gets go goes got had has have he her here him his how i i'm if in is
        it it's just keeps knows likes makes me my never no none not of on once only or our out
        private really said says secret she should so social some still that the their them then
        there they this to too until up us very was we went were what when where which who why will
        with would wrong you your
        """,
    )
)


def spots(text: str) -> list[Spot]:
    """What in `text` could name somebody, in the order in which it stands there."""
    found: list[Spot] = []
    for spot in every_spot(text):
        if not any(spot.start < other.end and other.start < spot.end for other in found):
            found.append(spot)
    return sorted(found, key=lambda spot: spot.start)


def every_spot(text: str) -> Iterator[Spot]:
    """Each way in which some of `text` could name somebody, also where two of them overlap."""
    for look in _LOOKS:
        yield from look(text)


def _numbers_with_check_digits(text: str) -> Iterator[Spot]:
    for match in _NHS.finditer(text):
        if nhs.is_valid(match.group()):
            yield _spot(match, What.NHS)
    for match in _PUPIL.finditer(text):
        number = match.group().upper()
        if number[1:].isdigit() and upn.calc_check_digit(number[1:]) == number[0]:
            yield _spot(match, What.PUPIL)
    for match in _INSURANCE.finditer(text):
        yield _spot(match, What.INSURANCE)


def _phones(text: str) -> Iterator[Spot]:
    """Numbers of a possible length that begin as one does when it is dialled."""
    possible = phonenumbers.Leniency.POSSIBLE
    for match in phonenumbers.PhoneNumberMatcher(text, HOME, leniency=possible):
        digits = sum(character.isdigit() for character in match.raw_string)
        if match.raw_string.lstrip("(")[:1] in ("0", "+") and digits >= FEWEST_DIGITS:
            yield Spot(match.start, match.end, What.PHONE, match.raw_string)


def _patterns(text: str) -> Iterator[Spot]:
    for what, pattern in (
        (What.EMAIL, _EMAIL),
        (What.HANDLE, _HANDLE),
        (What.POSTCODE, _POSTCODE),
        (What.STREET, _STREET),
        (What.BIRTH, _BIRTH),
    ):
        for match in pattern.finditer(text):
            yield _spot(match, what)


def _names(text: str) -> Iterator[Spot]:
    for pattern in (_TITLED, _CALLED, _OWN_NAME):
        for match in pattern.finditer(text):
            if match.group("spot").split()[0].lower().replace("’", "'") not in _NO_NAMES:
                yield _spot(match, What.NAME)


def _spot(match: re.Match, what: What) -> Spot:
    group = "spot" if "spot" in match.re.groupindex else 0
    return Spot(match.start(group), match.end(group), what, match.group(group))


_LOOKS: tuple[Callable[[str], Iterator[Spot]], ...] = (
    _numbers_with_check_digits,
    _patterns,
    _phones,
    _names,
)
