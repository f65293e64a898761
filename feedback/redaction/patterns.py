"""Addresses on the web, cars, days and streets: what can be known by its shape.

Numbers with check digits, telephones, postcodes and the like are found by feedback.pointing.
"""

import re
from collections.abc import Iterator

from feedback.pointing import Spot, What
from feedback.redaction.words import is_said_often

_URL = re.compile(
    r"\b(?:https?://|www\.)[^\s<>\"]{2,2000}"
    r"|(?<![\w@.-])(?:[\w-]{1,63}\.){1,4}(?:com|co\.uk|org|org\.uk|net|uk|wales|cymru|io|tv|me|gg|pl|ly)"
    r"(?:/[^\s<>\"]{0,2000})?(?![\w@])",
    re.I,
)
_PUNCTUATION = ".,;:!?)]}'\"’”…"
# A name on some site: after the site's own name, and only where it looks like one.
_ACCOUNT = re.compile(
    r"\b(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|discord|roblox|xbox|psn|gamertag|fortnite)"
    r"(?: (?:is|name|user|username|tag|id)){0,3} ?[:=]? ?"
    r"(?P<spot>[a-z]\w{0,20}[\d_.]\w[\w.]{0,20})\b",
    re.I,
)
_CAR = re.compile(r"\b(?:[A-Z]{2}\d{2} ?[A-Z]{3}|[a-z]{2}\d{2}[a-z]{3})\b")
_OLD_CAR = re.compile(r"\b(?:[A-HJ-NPR-Y]\d{1,3} ?(?P<last>[A-Z]{3})|[A-Z]{3} ?\d{1,3}[A-Y])\b")
_FULL_DATE = re.compile(
    r"(?<![\d/.-])(?:(?:0?[1-9]|[12]\d|3[01])(?P<mark>[/.-])(?:0?[1-9]|1[0-2])(?P=mark)(?:19|20)\d\d"
    r"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d/-])"
)
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chwe|maw|ebr|mai|meh|gor|awst|medi|hyd|tach|rhag"
    r"|sty|lut|kwi|maj|cze|lip|sie|wrz|paź|lis|gru|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر"
    r"|أكتوبر|نوفمبر|ديسمبر)[^\W\d]{0,9}"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|af|ail|ydd|fed|eg)?(?: of)? {_MONTH}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|\d{{1,2}}[./-]\d{{1,2}})(?:,? \d{{4}}|[./-]\d{{2,4}})?"
)
_BORN = re.compile(
    r"\b(?:born|birthday|date of birth|dob|d\.o\.b\.?|penblwydd|pen-blwydd|ganwyd|ngeni"
    r"|dyddiad geni|urodzi\w{1,6}|urodzenia|urodziny|ur\.|عيد ميلادي|تاريخ ميلادي|ولدت|مواليد)"
    rf"[^\n\d]{{0,20}}?(?P<spot>{_DAY})",
    re.I,
)
_KINDS_OF_STREET = "Street|St|Road|Rd|Lane|Avenue|Ave|Crescent|Terrace|Drive|Grove"
_NAMED_STREET = re.compile(
    rf"\b(?P<first>[A-Z][\w'’-]{{1,40}}) (?:[A-Z][\w'’-]{{1,40}} ){{0,2}}(?:{_KINDS_OF_STREET})\b"
)
_SMALL_STREET = re.compile(
    r"\b\d{1,4}[a-z]? (?P<first>[^\W\d_]{2,40}) (?:street|road|lane|avenue|crescent|terrace)\b",
    re.I,
)
_ABROAD = re.compile(
    r"\b(?:ul\.|ulica|ulicy|al\.|os\.) ?[^\W\d_a-z][\w.-]{1,40}(?: [^\W\d_a-z][\w.-]{1,40})? ?"
    r"\d{0,4}[a-z]?(?:/\d{1,4})?\b"
    r"|\b\d{1,4} (?:Heol|Ffordd|Stryd|Lôn|Maes)(?: [A-Z][\w'’-]{1,40}){1,3}"
    r"|\bشارع [^\W\d_]{2,40}(?: \d{1,4})?"
)


def spots(text: str) -> Iterator[Spot]:
    """What these patterns find, also where it overlaps."""
    yield from _links(text)
    yield from _cars(text)
    yield from _days(text)
    yield from _streets(text)


def _links(text: str) -> Iterator[Spot]:
    for match in _URL.finditer(text):
        found = match.group().rstrip(_PUNCTUATION)
        yield Spot(match.start(), match.start() + len(found), What.URL, found)
    for match in _ACCOUNT.finditer(text):
        yield _spot(match, What.HANDLE, "spot")


def _cars(text: str) -> Iterator[Spot]:
    for match in _CAR.finditer(text):
        yield _spot(match, What.CAR)
    for match in _OLD_CAR.finditer(text):
        if not is_said_often(match.group("last") or match.group()[:3]):
            yield _spot(match, What.CAR)


def _days(text: str) -> Iterator[Spot]:
    for match in _FULL_DATE.finditer(text):
        yield _spot(match, What.BIRTH)
    for match in _BORN.finditer(text):
        yield _spot(match, What.BIRTH, "spot")


def _streets(text: str) -> Iterator[Spot]:
    for pattern in (_NAMED_STREET, _SMALL_STREET):
        for match in pattern.finditer(text):
            if not is_said_often(match.group("first")):
                yield _spot(match, What.STREET)
    for match in _ABROAD.finditer(text):
        yield _spot(match, What.STREET)


def _spot(match: re.Match, what: What, group: str | int = 0) -> Spot:
    return Spot(match.start(group), match.end(group), what, match.group(group))
