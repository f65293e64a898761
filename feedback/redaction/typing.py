"""Words that a reader typed, to be taken out of a text wherever they stand in it."""

import re

from feedback.pointing import What
from feedback.redaction.replacing import placeholder
from feedback.redaction.suggestion import Suggestion

LONGEST = 60  # characters that stand in the place of something
_BETWEEN = " = "  # "Priya = my worker"


def typed_words(text: str, lines: str, language: str) -> tuple[list[Suggestion], list[str]]:
    """What the lines take out of `text`, and the lines that are not in it.

    >>> typed_words("Elm, elms and ELM", "elm = tree", "en")[0][1]
    Suggestion(start=14, end=17, reason=<What.OWN: 'own'>, replacement='[tree]')
    """
    found: list[Suggestion] = []
    missing: list[str] = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        words, _between, instead = line.partition(_BETWEEN)
        if line in text:  # somebody may have written " = " themselves
            words, instead = line, ""
        spans = _places_of(words, text)
        replacement = in_brackets(instead) or placeholder(What.OWN, language)
        found += [Suggestion(start, end, What.OWN, replacement) for start, end in spans]
        if not spans:
            missing.append(words)
    return found, missing


def in_brackets(typed: str) -> str:
    """What somebody typed, as it stands in a text: in square brackets, on one line.

    >>> in_brackets(" my [old] school ")
    '[my old school]'
    """
    bare = " ".join(re.sub(r"[\[\]]", " ", typed).split())[:LONGEST].strip()
    return f"[{bare}]" if bare else ""


def _places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Where the words stand in a text: as whole words, or else anywhere."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    whole = rf"(?<!\w){pattern}(?!\w)"
    for wanted in (whole, pattern):
        if spans := [match.span() for match in re.finditer(wanted, text, re.I) if match.group()]:
            return spans
    return []
