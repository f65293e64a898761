"""What a language calls itself, and which way it is read."""

from django.utils.translation import get_language_info

# As people write the name of their own language at the head of a menu.
OWN_NAMES = {"en-gb": "English", "cy": "Cymraeg", "ar": "العربية", "pl": "Polski"}


def own_name(code: str) -> str:
    """The name of a language in that language."""
    return OWN_NAMES.get(code) or get_language_info(code)["name_local"]


def direction(code: str) -> str:
    """Which way a language is read: "ltr" or "rtl"."""
    return "rtl" if get_language_info(code)["bidi"] else "ltr"
