"""What people type: kept as plain text, made safe to show, counted as a person counts."""

import unicodedata

import regex

# Invisible characters that change how a text looks without being part of what somebody said:
# direction overrides and isolates, zero-width space, word joiner, byte order mark. The joiners
# U+200C and U+200D stay: Persian spelling and family emoji need them.
_INVISIBLE = regex.compile(r"[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\u061c\u200e\u200f]")
_CONTROL = regex.compile(r"[^\P{Cc}\n]")  # every control character but the new line
_SURROGATE = regex.compile(r"\p{Cs}")
_GRAPHEME = regex.compile(r"\X")


def clean_typed(text: str) -> str:
    """`text` as we keep it: composed (NFC), lines ended by a line feed, nothing invisible.

    Tabs become spaces. Nothing that a person can see is taken out, and nothing is escaped:
    templates do that when the text is shown. Space at both ends goes.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    for unwanted in (_INVISIBLE, _CONTROL, _SURROGATE):
        text = unwanted.sub("", text)
    return unicodedata.normalize("NFC", text).strip()


def n_letters(text: str) -> int:
    """How many letters a person would count: an emoji or an accented letter is one.

    Source: Unicode Standard Annex 29, extended grapheme clusters.
    """
    return sum(1 for _match in _GRAPHEME.finditer(text))


def show_invisible(text: str) -> str:
    """`text` with each character that would change its direction shown as its number."""
    return _INVISIBLE.sub(lambda match: f"[U+{ord(match.group()):04X}]", text)
