"""What a language calls itself, and which way it is read."""

from collections.abc import Iterable

from django.utils.translation import get_language, get_language_info

# As people write the name of their own language at the head of a menu.
OWN_NAMES = {"en-gb": "English", "cy": "Cymraeg", "ar": "العربية", "pl": "Polski"}


def own_name(code: str) -> str:
    """The name of a language in that language."""
    return OWN_NAMES.get(code) or get_language_info(code)["name_local"]


def direction(code: str) -> str:
    """Which way a language is read: "ltr" or "rtl"."""
    return "rtl" if get_language_info(code)["bidi"] else "ltr"


def comma() -> str:
    """What stands between the words of a list, in the language of the reader."""
    return "، " if get_language() == "ar" else ", "


def listed(words: Iterable) -> str:
    """Words in a row, as the language of the reader puts them."""
    return comma().join(str(word) for word in words)
