"""Quoting somebody: what may be done to their words, and how it differs from what they wrote.

Words may be left out, and what would point at a person may be replaced by a description, both in
square brackets: "[...]" and "[my school]". Nothing else is changed.
"""

from difflib import SequenceMatcher

import regex

_BRACKETS = regex.compile(r"\[[^\[\]]*\]")
_PUNCTUATION = regex.compile(r"\p{P}")
_LETTER = regex.compile(r"\p{L}")
_SCRIPTS = {"ar": regex.compile(r"\p{Arabic}")}

Part = tuple[str, bool]  # words, and whether the other text does not have them


def words_of(text: str) -> list[str]:
    """The words of a text, without case and punctuation. An emoji is a word.

    >>> words_of("Don't, I said.")
    ['dont', 'i', 'said']
    """
    bare = (_PUNCTUATION.sub("", word).casefold() for word in text.split())
    return [word for word in bare if word]


def added_words(original: str, quoted: str) -> list[str]:
    """The words of `quoted`, outside square brackets, that are not in `original` in that order.

    >>> added_words("tell school I'm ok", "tell [my school] everything is ok")
    ['everything', 'is']
    """
    left = words_of(original)
    added = []
    for word in words_of(_BRACKETS.sub(" ", quoted)):
        if word in left:
            left = left[left.index(word) + 1 :]
        else:
            added.append(word)
    return added


def hides_a_gap(original: str, quoted: str) -> bool:
    """Whether words between others were left out without brackets in their place.

    "I do not like it" must not become "I do like it".

    >>> hides_a_gap("I do not like it", "I do like it")
    True
    >>> hides_a_gap("I do not like it", "I do [...] like it")
    False
    """
    left = words_of(original)
    for piece in filter(None, map(words_of, _BRACKETS.split(quoted))):
        starts = (i for i in range(len(left)) if left[i : i + len(piece)] == piece)
        start = next(starts, None)
        if start is None:
            return True
        left = left[start + len(piece) :]
    return False


def without_placeholders(safe: str) -> str:
    """A safe text in which what stands in brackets is nobody's word, so that it cannot be quoted as
    one; brackets must stand there in a quotation too.

    >>> added_words(without_placeholders("tell [name] now"), "tell name now")
    ['name']
    """
    return _BRACKETS.sub(" \ue000 ", safe)


def keeps_words(quoted: str) -> bool:
    """Whether anything stands outside square brackets."""
    return bool(words_of(_BRACKETS.sub(" ", quoted)))


def side_by_side(original: str, quoted: str) -> tuple[list[Part], list[Part]]:
    """Both texts in parts: what was left out of the first, and what was put into the second.

    >>> side_by_side("at Elm School", "at [my school]")
    ([('at', False), ('Elm School', True)], [('at', False), ('[my school]', True)])
    """
    before, after = original.split(), quoted.split()
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()

    written = [(" ".join(before[a:b]), step != "equal") for step, a, b, _c, _d in steps if a < b]
    shown = [(" ".join(after[c:d]), step != "equal") for step, _a, _b, c, d in steps if c < d]
    return written, shown


def evident_language(text: str) -> str:
    """The language that anybody can see a text is in by its letters, or "" for none."""
    letters = _LETTER.findall(text)
    for language, script in _SCRIPTS.items():
        if 2 * sum(1 for letter in letters if script.match(letter)) > len(letters):
            return language
    return ""
