"""Four words that let a person come back: drawn at random, kept only as a keyed digest.

Four words of a list of more than 7,000 are 51 bits. With a digest whose key is not in the database
and a limit on tries, nobody finds them by guessing (see decision 0005).
"""

import re
import secrets
from functools import cache
from pathlib import Path

from consultations.keyed import current_key, digest, digests, matching

__all__ = ["current_key", "digest", "digests", "draw", "matching", "read_typed", "word_list"]

N_WORDS = 4
# What the words open. Each has digests of its own, so that nothing links a response to its draft.
DRAFT, RECEIPT = "draft", "receipt"
WORDS_FILE = Path(__file__).parent / "data" / "words.txt"


class NotFourWords(ValueError):
    """What was typed is not four words of our list. `unknown` names those that are not in it."""

    def __init__(self, unknown: list[str]) -> None:
        super().__init__("not four words")
        self.unknown = unknown


@cache
def word_list() -> tuple[str, ...]:
    """Every word that a receipt can hold, in the order of the alphabet."""
    return tuple(WORDS_FILE.read_text().split())


@cache
def _known() -> frozenset[str]:
    return frozenset(word_list())


def draw() -> str:
    """Four words with spaces between them, each as likely as any other."""
    return " ".join(secrets.choice(word_list()) for _place in range(N_WORDS))


def read_typed(typed: str) -> str:
    """The four words in what somebody typed, whatever stands between them and however they are set.

    Raises NotFourWords when there are fewer or more, or when one is not in our list.
    """
    words = re.findall(r"[a-z]+", typed.lower())
    unknown = [word for word in words if word not in _known()]
    if unknown or len(words) != N_WORDS:
        raise NotFourWords(unknown)
    return " ".join(words)
