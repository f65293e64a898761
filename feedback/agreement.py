"""How far two people who read the same texts agree, code by code. Knows no Django.

Sources: J. Cohen (1960), "A coefficient of agreement for nominal scales", Educational and
Psychological Measurement 20 (1), pages 37-46; A. R. Feinstein and D. V. Cicchetti (1990), "High
agreement but low kappa: I. The problems of two paradoxes", Journal of Clinical Epidemiology 43
(6), pages 543-549, for what kappa does with codes that are rare or very common.
"""

import random
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

TALK_ABOUT = 0.60  # below it, two people talk about a code: a start of ours, not a law
SHARE, LEAST, ALL_BELOW = 0.20, 30, 60  # how many texts a second person reads as well
RARE, COMMON = 0.05, 0.95  # shares of texts beyond which kappa says little

One = TypeVar("One", bound=Hashable)


@dataclass(frozen=True)
class Agreement:
    """What two people did with one code: in how many texts both, one of them, or neither saw it."""

    both: int
    first_only: int
    second_only: int
    neither: int

    @property
    def n(self) -> int:
        """How many texts both read."""
        return self.both + self.first_only + self.second_only + self.neither

    @property
    def share(self) -> float | None:
        """In what share of the texts they agreed, from 0 to 1; None without a text."""
        return (self.both + self.neither) / self.n if self.n else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: agreement beyond what chance would give, from -1 to 1.

        None where it cannot be worked out: there is no text, or both said the same of every text,
        so that chance alone would have them agree.

        >>> round(Agreement(20, 5, 10, 15).kappa, 3)
        0.4
        """
        expected = self._expected()
        if expected is None or expected == 1 or self.share is None:
            return None
        return (self.share - expected) / (1 - expected)

    @property
    def is_to_talk_about(self) -> bool:
        """Whether the two should talk about this code. Never that somebody failed."""
        return self.kappa is not None and self.kappa < TALK_ABOUT

    @property
    def is_unbalanced(self) -> bool:
        """Whether the code is so rare, or so common, that kappa is low though people agree."""
        if not self.n:
            return False
        seen = (2 * self.both + self.first_only + self.second_only) / (2 * self.n)
        return seen < RARE or seen > COMMON

    def _expected(self) -> float | None:
        """The share in which they would agree if each had guessed as often as they said it."""
        if not self.n:
            return None
        first = (self.both + self.first_only) / self.n
        second = (self.both + self.second_only) / self.n
        return first * second + (1 - first) * (1 - second)


def agreement(texts: Collection[One], first: Collection[One], second: Collection[One]) -> Agreement:
    """The agreement of two people on one code: `texts` are what both read, `first` and `second`
    those of them in which each saw it. What was not read by both does not count."""
    both_read = set(texts)
    one, other = both_read & set(first), both_read & set(second)
    return Agreement(
        both=len(one & other),
        first_only=len(one - other),
        second_only=len(other - one),
        neither=len(both_read - one - other),
    )


def sample_size(n: int) -> int:
    """How many of `n` texts a second person reads as well: a fifth and at least 30, or all of them
    when there are fewer than 60.

    >>> sample_size(59), sample_size(100), sample_size(1000)
    (59, 30, 200)
    """
    return n if n < ALL_BELOW else min(n, max(LEAST, ceil(SHARE * n)))


def sample(texts: Sequence[One], seed: str) -> list[One]:
    """The texts that a second person reads as well: the same ones for the same seed, whatever the
    order of `texts`. The seed is kept, so that anybody can see that nobody picked them."""
    ordered = sorted(texts, key=str)
    chosen = random.Random(seed)  # noqa: S311 (it need not be secret, it must be repeatable)
    return chosen.sample(ordered, sample_size(len(ordered)))
