"""Codes that let somebody in: drawn at random, quick to type, and with a check at the end.

No vowels, so that no code is a word in a letter to a child. No letter or number that looks or
sounds like another. A code of one's own has 11 places drawn from 23 letters: 49 bits, about as
many as four words (see decision 0017). The last place finds every single slip and every two that
were swapped, so that a slip is told from a code that opens nothing.
"""

import re
import secrets

LETTERS = "bcdfghjkmpqrstwxyz34679"  # 23 of them, a prime: the check finds every swap
LOOKS_LIKE = str.maketrans({"2": "z", "5": "s", "8": "b"})
OWN, GROUP = 12, 9  # how many letters: a length says what a code is
OPEN_LINK = 8  # the code of a consultation itself, which has letters of its own


class NotACode(ValueError):
    """What was typed cannot be one of our codes. `unknown` is a letter that none of them has."""

    def __init__(self, unknown: str = "") -> None:
        super().__init__("not a code")
        self.unknown = unknown


def draw(length: int) -> str:
    """A new code of so many letters, each but the last as likely as any other."""
    body = "".join(secrets.choice(LETTERS) for _place in range(length - 1))
    return body + _check(body)


def read_typed(typed: str) -> str:
    """The code in what somebody typed, whatever stands between its letters. Raises NotACode."""
    code = bare(typed).translate(LOOKS_LIKE)
    unknown = [letter for letter in code if letter not in LETTERS]
    if unknown:
        raise NotACode(unknown[0])
    if len(code) not in (OWN, GROUP) or code[-1] != _check(code[:-1]):
        raise NotACode
    return code


def bare(typed: str) -> str:
    """What was typed in small letters, without anything that is no letter and no number."""
    return re.sub(r"[\W_]", "", typed.lower())


def in_groups(code: str) -> str:
    """A code as it is printed: capital letters, in groups of four, or of three for a group."""
    size = 3 if len(code) == GROUP else 4
    return "-".join(code[place : place + size] for place in range(0, len(code), size)).upper()


def _check(body: str) -> str:
    places = enumerate(body, start=1)
    return LETTERS[sum(place * LETTERS.index(letter) for place, letter in places) % len(LETTERS)]
