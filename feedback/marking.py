"""A text in parts, so that what was put under themes can be seen in it."""

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from consultations.text import show_invisible


class Part(NamedTuple):
    """Characters of a text that are shown alike: [start, start + length), and what is shown."""

    start: int
    length: int
    shown: str
    keys: tuple[int, ...]


def parts(text: str, marked: Collection[tuple[int, int, int]]) -> Iterator[Part]:
    """A text in parts, each with the keys of the marks over it; `marked` is [(start, end, key)].

    A character that is shown as its number is a part of its own, so that places in what is shown
    can be found in the text.

    >>> [(part.shown, part.keys) for part in parts("my name", [(3, 7, 1), (0, 5, 2)])]
    [('my ', (2,)), ('na', (1, 2)), ('me', (1,))]
    """
    edges = {0, len(text)}
    for start, end, _key in marked:
        edges |= {start, end}
    for place, letter in enumerate(text):
        if show_invisible(letter) != letter:
            edges |= {place, place + 1}
    ordered = sorted(edge for edge in edges if 0 <= edge <= len(text))
    for start, end in pairwise(ordered):
        over = sorted(key for first, last, key in marked if first <= start and end <= last)
        yield Part(start, end - start, show_invisible(text[start:end]), tuple(over))
