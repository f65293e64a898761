"""Which text may be sealed: only text that shows on the screen as what it is (rule L9)."""

import unicodedata

BIDI_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"  # LRE, RLE, PDF, LRO, RLO
BIDI_ISOLATES = "\u2066\u2067\u2068\u2069"  # LRI, RLI, FSI, PDI


class Unsealable(ValueError):
    """The text holds a character that would make the sealed words and the shown words differ."""


def normalise(text: str) -> str:
    r"""The same text with composed letters (NFC) and with every line ended by "\n".

    For use on input, before the text is checked and sealed; a verifier never normalises.

    Source: Unicode Standard Annex 15; our rule L9.

    >>> normalise("cafe\u0301\r\n")
    'café\n'
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def refuse_unsealable(text: str) -> None:
    """Do nothing if the text may be sealed.

    Raises Unsealable, which names the kind of character, its code and where it stands (counted
    from 1), for controls other than the newline, lone surrogates, and the bidirectional
    overrides and isolates. Arabic and Hebrew need none of these: direction comes from `dir`.

    Source: our rule L9; Unicode Standard Annex 9, section 2.
    """
    for place, character in enumerate(text, start=1):
        kind = _unsealable_kind(character)
        if kind:
            raise Unsealable(
                f"The text holds {kind} (U+{ord(character):04X}) at character {place}. "
                "Take it out and try again."
            )


def _unsealable_kind(character: str) -> str:
    """What kind of forbidden character this is, or nothing."""
    category = unicodedata.category(character)
    if category == "Cc" and character != "\n":
        return "a control character"
    if category == "Cs":
        return "half of a character (a lone surrogate)"
    if character in BIDI_OVERRIDES:
        return "a mark that overrides the direction of text"
    if character in BIDI_ISOLATES:
        return "a mark that isolates the direction of text"
    return ""
