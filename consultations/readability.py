"""How hard a text is to read: a rough number, which says where to look and not what is good.

The formula counts syllables and knows nothing of meaning. A short text of hard ideas passes, and a
long word that every child knows counts against it. Editors show that caveat beside the number.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouyàáâäæèéêëìíîïòóôöùúûüœ]+")
_SILENT_ED = re.compile(r"[^aeioutdy]ed$")
_SILENT_ES = re.compile(r"[^aeiouyscxzgh]es$")
_SILENT_INSIDE = re.compile(r"[aeiouy][^aeiouy]e(?:ment|ly|less|ful|ness)")
_TWO_AS_ONE = re.compile(r"(?<![ctsgx])i[aou]|[aeiouy]ing$|(?<=[aeiouy][^aeiouy])ea$")
SCHOOL_BEGINS = 5  # years old: a reading age is a school grade and these years
LONGEST_SENTENCE = 25  # words
OLDEST = 9  # reading age that texts for children, parents and everybody are to keep to
FEWEST = 6  # words: of fewer the formula says nothing


@dataclass(frozen=True)
class Reading:
    """How a text reads: `n_words`, words of its `longest` sentence, and reading `age` in years.

    `age` is None for a text without words. It is at least 5, where the formula means nothing more.
    """

    n_words: int
    longest: int
    age: float | None

    def is_plain(self, oldest: float = OLDEST, longest: int = LONGEST_SENTENCE) -> bool:
        """Whether it keeps to a reading age and a length of sentence. Of a text of a few words only
        the length counts.

        >>> read("Participation facilitates organisational transparency within all.").is_plain()
        False
        >>> read("Organisational transparency.").is_plain()
        True
        """
        of_age = self.age is None or self.n_words < FEWEST or self.age <= oldest
        return of_age and self.longest <= longest


def read(text: str) -> Reading:
    """How hard `text` is to read.

    >>> read("The cat sat. It was fat.")
    Reading(n_words=6, longest=3, age=5.0)
    """
    sentences = [words for part in _SENTENCE_END.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return Reading(0, 0, None)
    grade = school_grade(len(words), len(sentences), sum(map(n_syllables, words)))
    age = round(max(grade + SCHOOL_BEGINS, float(SCHOOL_BEGINS)), 1)
    return Reading(len(words), max(map(len, sentences)), age)


def school_grade(n_words: int, n_sentences: int, n_syllables: int) -> float:
    """The American school grade for which a text of so many words is right.

    Source: J. P. Kincaid and others (1975), "Derivation of new readability formulas", Research
    Branch Report 8-75, Naval Technical Training Command.

    >>> round(school_grade(6, 1, 6), 2)  # "The cat sat on the mat."
    -1.45
    """
    return 0.39 * n_words / n_sentences + 11.8 * n_syllables / n_words - 15.59


def n_syllables(word: str) -> int:
    """About how many syllables an English word has: its groups of vowels, less a silent e.

    >>> [n_syllables(word) for word in ("cat", "placement", "people", "information", "moved")]
    [1, 2, 2, 4, 1]
    >>> [n_syllables(word) for word in ("being", "area", "period", "reptilian", "boxes")]
    [2, 3, 3, 4, 2]
    """
    word = word.lower().replace("’", "'").removesuffix("'s")
    total = len(_VOWELS.findall(word)) + len(_TWO_AS_ONE.findall(word))
    if re.search(r"[^aeiouy]e$", word) and not re.search(r"[^aeiouy]le$", word):
        total -= 1
    silent = (_SILENT_ED, _SILENT_ES, _SILENT_INSIDE)
    total -= sum(bool(pattern.search(word)) for pattern in silent)
    return max(total, 1)


def jargon_in(text: str, plain: Mapping[str, str]) -> list[tuple[str, str]]:
    """The terms of `plain` that stand in `text`, each with the plain words for it, in their order.

    Terms are whole words, in any form with s, and longer terms come before those within them. A
    term in capitals is found in capitals alone: LAC is jargon, a lac is not.

    >>> jargon_in("Your placements and LAC reviews", {"placement": "where you live", "LAC": ""})
    [('placement', 'where you live'), ('LAC', '')]
    """
    found: dict[int, str] = {}
    taken: set[int] = set()
    for term in sorted(plain, key=len, reverse=True):
        flags = re.NOFLAG if term.isupper() else re.IGNORECASE
        for match in re.finditer(rf"(?<!\w){re.escape(term)}(?:['’]?s)?(?!\w)", text, flags):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                found[match.start()] = term
    return list(dict.fromkeys((found[place], plain[found[place]]) for place in sorted(found)))
