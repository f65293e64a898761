"""Schools and homes by what stands beside their name, and the places that a council knows."""

import re
from collections.abc import Iterator, Mapping

from feedback.pointing import Spot, What
from feedback.redaction.words import begins_a_sentence, is_said_often

_WORD = r"(?:St\.?|[A-Z][\w'’.-]{0,40})"
_BETWEEN = r"(?: (?:of|the|and|&|upon|on))?"
_BEFORE = rf"(?P<before>{_WORD}(?:{_BETWEEN} {_WORD}){{0,4}})"
_SCHOOL = re.compile(
    rf"\b{_BEFORE} (?:(?i:high|primary|secondary|infants?|junior|nursery|special|grammar|community|"
    r"comprehensive|sixth form|catholic|c of e|church of england) ){0,3}"
    r"(?i:school|academy|college|nursery|primary|juniors|infants|prep)\b"
)
_HOME = re.compile(
    rf"\b{_BEFORE} (?:House|Lodge|Manor|Hostel|(?i:children['’]?s home|residential home|care home|"
    r"contact centre|family centre|short breaks?|respite))\b"
)
_ELSEWHERE = re.compile(
    r"\bYsgol(?: (?:y|yr|Uwchradd|Gynradd|Gyfun|Gymraeg))*(?: [A-Z][\w'’-]{1,40}){1,3}"
    r"|\b[Ss]zko\w{1,4}(?: (?:[Pp]odstawow\w{1,3}|im\.|nr))+"
    r"(?: [^\W\d_a-z][\w-]{1,40}| \d{1,4}){1,3}"
    r"|\bمدرسة (?:سانت|القديس|الملك|الملكة) [^\W\d_]{2,40}"
)


def spots(text: str, places: Mapping[str, What]) -> Iterator[Spot]:
    """Schools and homes that are named, and `places`: what a council's list calls each of them."""
    for pattern, what in ((_SCHOOL, What.SCHOOL), (_HOME, What.HOME)):
        for match in pattern.finditer(text):
            yield from _named(match, what)
    for match in _ELSEWHERE.finditer(text):
        yield Spot(match.start(), match.end(), What.SCHOOL, match.group())
    yield from _known(text, places)


def _named(match: re.Match, what: What) -> Iterator[Spot]:
    """The name without the everyday words before it: "My Elm School" gives "Elm School"."""
    words = [*re.finditer(r"\S+", match.group("before"))]
    while words and is_said_often(words[0].group()):
        words.pop(0)
    if not words:
        return
    start = match.start() + words[0].start()
    kind = match.group()[match.end("before") - match.start() :].lstrip()
    if not (kind[0].islower() and len(words) == 1 and begins_a_sentence(match.string, start)):
        yield Spot(start, match.end(), what, match.string[start : match.end()])


def _known(text: str, places: Mapping[str, What]) -> Iterator[Spot]:
    """The places of the list, however their letters and spaces were typed."""
    if not places:
        return
    known = {" ".join(name.casefold().split()): what for name, what in places.items()}
    names = sorted(known, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names if name)
    for match in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text, re.I):
        what = known.get(" ".join(match.group().casefold().split()), What.PLACE)
        yield Spot(match.start(), match.end(), what, match.group())
