"""Which text may be sealed: only text that shows on the screen as what it is (rule L9)."""

import unicodedata

BIDI_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"  # LRE, RLE, PDF, LRO, RLO
BIDI_ISOLATES = "\u2066\u2067\u2068\u2069"  # LRI, RLI, FSI, PDI


CONTROL = "a control character"
SURROGATE = "half of a character (a lone surrogate)"
OVERRIDE = "a mark that overrides the direction of text"
ISOLATE = "a mark that isolates the direction of text"


class Unsealable(ValueError):
    """The text holds a character that would make the sealed words and the shown words differ.

    `kind` is one of the four above, `code` the character's own, such as "U+202E", and `place` where
    it stands, counted from 1. Whoever speaks to people words it from these.
    """

    def __init__(self, kind: str, code: str, place: int) -> None:
        super().__init__(f"The text holds {kind} ({code}) at character {place}.")
        self.kind, self.code, self.place = kind, code, place


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
            raise Unsealable(kind, f"U+{ord(character):04X}", place)


def _unsealable_kind(character: str) -> str:
    """What kind of forbidden character this is, or nothing."""
    category = unicodedata.category(character)
    if category == "Cc" and character != "\n":
        return CONTROL
    if category == "Cs":
        return SURROGATE
    if character in BIDI_OVERRIDES:
        return OVERRIDE
    if character in BIDI_ISOLATES:
        return ISOLATE
    return ""
