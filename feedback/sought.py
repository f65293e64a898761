"""Words as the search of texts knows them, in any language, and what a person looks for.

Letters are folded: no capitals, no accents, one form of each Arabic letter and no Arabic article.
Where a script puts no spaces between words, as Chinese does, every letter is a word of its own and
a word of several letters is a phrase. An emoji is a word, too. Both databases get the same words,
so both find the same texts.
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import regex

MOST_TERMS = 20
LONGEST = 60  # letters of a word that count
PREFIX_FROM = 3  # letters: what is shorter is looked for whole, or "a" would find every third word

_ACCENT = regex.compile(r"(?<=[\p{Latin}\p{Greek}\p{Cyrillic}\p{Arabic}\p{Hebrew}]\p{M}*)\p{M}")
_INSIDE = regex.compile(r"['’ʼ\u0640\u200c\u200d\ufe0f]")  # in the middle of words, but no letter
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
_WORD = regex.compile(
    rf"(?P<picture>\p{{So}})|{_UNSPACED}|(?:(?!{_UNSPACED})[\p{{L}}\p{{N}}\p{{M}}])+"
)
_ARTICLE = regex.compile(r"^(?:وال|بال|كال|فال|لل|ال)(?=\p{Arabic}{3})")
_ALIKE = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i"}
    | {"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك"}
)
_QUOTES = regex.compile(r"[“”„‟«»＂]")
_TERM = regex.compile(r'(?P<no>[-−–])?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))(?P<star>\*)?')


class Term(NamedTuple):
    """Words that must stand one after the other; of a `prefix` the last need only begin so."""

    words: tuple[str, ...]
    prefix: bool


class Sought(NamedTuple):
    """What a person looks for: all of `wanted`, and none of `unwanted`."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]


def words_in(text: str) -> Iterator[str]:
    """The words of a text as the search knows them.

    >>> list(words_in("My café’s Łódź!"))
    ['my', 'cafes', 'lodz']
    >>> list(words_in("我的学校 😀"))
    ['我', '的', '学', '校', 'u1f600']
    """
    folded = unicodedata.normalize("NFKD", text).casefold()
    folded = unicodedata.normalize("NFC", _ACCENT.sub("", folded)).translate(_ALIKE)
    for found in _WORD.finditer(_INSIDE.sub("", folded)):
        word = found[0]
        yield f"u{ord(word):x}" if found["picture"] else _ARTICLE.sub("", word)[:LONGEST]


def as_searched(text: str) -> str:
    """A text as it is put into the index."""
    return " ".join(words_in(text))


def sought(query: str) -> Sought:
    """What somebody typed: words by their beginning, "exact words", -without, begin*.

    Nothing that can be typed is a mistake.

    >>> sought('schools "my file" -social*').unwanted
    (Term(words=('social',), prefix=True),)
    >>> sought('"my file').wanted
    (Term(words=('my', 'file'), prefix=False),)
    """
    wanted, unwanted = [], []
    for found in _TERM.finditer(_QUOTES.sub('"', query)):
        typed = found["phrase"] if found["phrase"] is not None else found["word"]
        words = tuple(words_in(typed))
        if words:
            is_begun = found["phrase"] is None and len(words[-1]) >= PREFIX_FROM
            prefix = bool(found["star"]) or typed.endswith("*") or is_begun
            (unwanted if found["no"] else wanted).append(Term(words, prefix))
    return Sought(tuple(wanted[:MOST_TERMS]), tuple(unwanted[:MOST_TERMS]))


def for_sqlite(terms: tuple[Term, ...], joined: str) -> str:
    """Terms as FTS5 reads them, `joined` by "AND" or "OR".

    >>> for_sqlite(sought('schools "my file"').wanted, "AND")
    '"schools" * AND "my file"'
    """
    each = (f'"{" ".join(term.words)}"' + (" *" if term.prefix else "") for term in terms)
    return f" {joined} ".join(each)


def for_postgres(terms: tuple[Term, ...], joined: str) -> str:
    """Terms as `to_tsquery` reads them, `joined` by "AND" or "OR".

    >>> for_postgres(sought('schools "my file"').wanted, "OR")
    '(schools:*) | (my <-> file)'
    """
    each = (f"({' <-> '.join(term.words)}{':*' if term.prefix else ''})" for term in terms)
    return {"AND": " & ", "OR": " | "}[joined].join(each)
