"""Names of people: those on a list, and what stands after words that lead to a name."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum

from feedback.pointing import Spot, What
from feedback.redaction.words import begins_a_sentence, is_said_often

SHORT = 3  # letters: in other languages such a name is too often another word
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CAPITAL = r"[^\W\d_a-ząćęłńóśźż][\w'’-]{1,40}"
_CAPITALISED = re.compile(_CAPITAL)
_BEFORE_A_MONTH = re.compile(
    r"\b(?:in|of|by|since|until|till|last|next|this|every|before|after|during|early|late|from|to|"
    r"for|w|ym|mis|\d{1,2}|\d{1,2}(?:st|nd|rd|th))\s*$",
    re.I,
)
_MONTHS = frozenset(("april", "august", "june", "may", "mai"))
_DOES = re.compile(
    r"\s+(?:said|says|told|asked|came|comes|helps|helped|shouts|shouted|hits|hit|lives|left|hates|"
    r"loves|likes|cries|knows)\b",
    re.I,
)
# "I am Sam", but not "I am Welsh" or "I am Deaf".
_I_AM = re.compile(rf"(?i:\b(?:i am|i'm|i’m|im|it's|its|this is|jestem)) (?P<spot>{_CAPITAL})")
_KIND_OF_PERSON = re.compile(
    r"(?:.*(?:ish|ian|ese|ic|ean)|muslim|sikh|hindu|welsh|scottish|black|white|asian|deaf|blind|gay|"
    r"trans|lgbt\w*|adhd|asd|send|sen|lac|uk|ok|okay|happy|sad|roma|kurd|pakistani|bengali|somali|"
    r"iraqi|afghan|french|greek|german|dutch|jehovah\w*|jew|dr|mr|mrs|ms|miss|bi|autism|afraid|angry|sorry|fine)",
    re.I,
)
_LEADS_TO_A_NAME = (
    re.compile(
        rf"\b(?i:fy (?:mrawd|chwaer|nhad|mam|ffrind|athro|athrawes|modryb|ewythr)|o'r enw|o’r enw"
        rf"|enw fy \w+ yw|gweithiwr cymdeithasol|mój brat|moja siostra|mój kolega|moja koleżanka"
        rf"|moja mama|mój tata|moja ciocia|mój wujek|ma na imię|o imieniu|mój kurator"
        rf"|pracowni\w+ socjaln\w+),? (?P<spot>{_CAPITAL}(?: {_CAPITAL})?)"
    ),
    re.compile(rf"\b(?:Pan|Pani|Pana|Panią|pan|pani) (?P<spot>{_CAPITAL}(?: {_CAPITAL})?)"),
    re.compile(
        r"(?:\b|(?<=\bو))(?:اسمه|اسمها|يدعى|تدعى|السيد|السيدة|الأستاذ|الأستاذة|المعلمة|المعلم|الدكتور|الدكتورة)"
        r" (?P<spot>(?!(?:هو|هي|كان|لا|قال|في|من|على)\b)[^\W\d_]{2,30})"
    ),
)
# What stands before a name that is no name by itself, as in "my friend Will".
_CUE = re.compile(
    r"\b(?:brother|sister|friend|mate|cousin|uncle|aunt|auntie|carer|mum|dad|teacher|worker|called|"
    r"named|mr|mrs|ms|miss|dr|أخي|أختي|صديقي|صديقتي|ابني|ابنتي|عمي|خالي|اسمي|brawd|chwaer|brat|siostra"
    r"),?\s*$",
    re.I,
)


class Evidence(Enum):
    """What it takes for a word of the list to be taken for a name."""

    ANY = ""  # it is no other word
    CAPITAL = "^"  # it is another word too, which begins no sentence
    STRONG = "?"  # it begins sentences as another word


def read_names(lines: str) -> dict[str, Evidence]:
    """The list of names: one a line, with `^` or `?` after those that are other words too."""
    rows = (line.split() for line in lines.splitlines() if line.strip())
    return {row[0].casefold(): Evidence(row[1] if row[1:] else "") for row in rows}


def spots(text: str, language: str, first_names: Mapping[str, Evidence]) -> Iterator[Spot]:
    """Names of the list, with a surname if one follows, and names by what leads to them."""
    shouted = _is_shouted(text)
    for match in _WORD.finditer(text):
        yield from _listed(match, language, first_names, shouted)
    for pattern in _LEADS_TO_A_NAME:
        for match in pattern.finditer(text):
            yield spot_of(text, match.start("spot"), match.end("spot"))
    for match in () if shouted else _I_AM.finditer(text):
        word = match.group("spot")
        if not (_KIND_OF_PERSON.fullmatch(word) or is_said_often(word)):
            yield spot_of(text, match.start("spot"), match.end("spot"))


def spot_of(text: str, start: int, end: int) -> Spot:
    """A name without the 's after it, which stays."""
    while text[start:end].casefold().endswith(("'s", "’s")):
        end -= 2
    return Spot(start, end, What.NAME, text[start:end])


def _listed(
    match: re.Match, language: str, first_names: Mapping[str, Evidence], shouted: bool
) -> Iterator[Spot]:
    text, (start, end) = match.string, match.span()
    plain = spot_of(text, start, end)
    start, end, word = plain.start, plain.end, plain.text
    needed = _needed(word, first_names)
    if needed is None and word.startswith("و"):  # "and" is written in one with the name in Arabic
        start, word = start + 1, word[1:]
        needed = _needed(word, first_names)
    if needed is not None and _is_evident(text, start, end, needed, language, shouted):
        yield spot_of(text, start, end if shouted else _with_surname(text, end))


def _needed(word: str, first_names: Mapping[str, Evidence]) -> Evidence | None:
    """What the list says of a word; of "Ellie-Mae", what it says of its first half."""
    folded = word.casefold()
    return first_names.get(
        folded, first_names.get(folded.partition("-")[0]) if "-" in word else None
    )


def _is_evident(
    text: str, start: int, end: int, needed: Evidence, language: str, shouted: bool
) -> bool:
    """Whether a word of the list stands there as a name."""
    before = text[max(start - 40, 0) : start]
    word = text[start:end]
    if _CUE.search(before):
        return needed is not Evidence.STRONG or not word.islower()
    english = language.startswith("en")
    if not english and len(word) <= SHORT and needed is Evidence.ANY and word.isascii():
        needed = Evidence.STRONG
    if needed is Evidence.ANY:
        return english or not word.islower()
    if shouted or not word[0].isupper():
        return False
    if word.casefold() in _MONTHS and _BEFORE_A_MONTH.search(before):
        return False
    if needed is Evidence.CAPITAL or not begins_a_sentence(text, start):
        return True
    return bool(_DOES.match(text, end))


def _with_surname(text: str, end: int) -> int:
    """Where a name ends whose first name ends at `end`: after a surname, if one follows it."""
    if text[end : end + 1] != " ":
        return end
    match = _CAPITALISED.match(text, end + 1)
    if not match or not match.group()[0].isupper() or is_said_often(match.group()):
        return end
    return match.end()


def _is_shouted(text: str) -> bool:
    """Whether the text is written in capitals, so that a capital says nothing."""
    cased = [letter for letter in text if letter.isupper() or letter.islower()]
    return len(cased) > SHORT and 2 * sum(map(str.isupper, cased)) > len(cased)
