"""Headings of a spreadsheet: which column one names, in which language."""

import re

from django.conf.locale import LANG_INFO

LANGUAGE = re.compile(r"\(\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\s*\)\s*$")
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")
SPOKEN = ("label", "hint")  # come in languages, also where none is named
# Older, shorter and longer names for the same column, as pyxform takes them.
SAME = {
    "relevance": "relevant",
    "bind::relevant": "relevant",
    "bind::required": "required",
    "bind::constraint": "constraint",
    "bind::calculate": "calculation",
    "bind::readonly": "readonly",
    "bind::jr:constraintmsg": "constraint_message",
    "bind::jr:requiredmsg": "required_message",
    "control::appearance": "appearance",
    "body::appearance": "appearance",
    "control::jr:count": "repeat_count",
    "jr:count": "repeat_count",
    "count": "repeat_count",
    "repeat": "repeat_count",
    "list": "list_name",
    "caption": "label",
    "tag": "name",
    "value": "name",
    "image": "media::image",
    "audio": "media::audio",
    "video": "media::video",
    "big-image": "media::big-image",
    "command": "type",
    "skippable": "required",
    "read_only": "readonly",
    "calculate": "calculation",
    "constraining_message": "constraint_message",
    "requiredmsg": "required_message",
}


def heading_of(text: str) -> tuple[str, str]:
    """(column, language) of a heading.

    >>> heading_of("Label : English (en)"), heading_of("bind::relevant")
    (('label', 'English (en)'), ('relevant', ''))
    """
    parts = [part.strip() for part in re.split("::" if "::" in text else ":", text) if part.strip()]
    if not parts:
        return "", ""
    name, rest = parts[0].lower().replace(" ", "_"), parts[1:]
    whole = "::".join([name, *rest]).lower()
    if whole.replace("::", ":") in SAME:
        return SAME[whole.replace("::", ":")], ""
    if whole in SAME:
        return SAME[whole], ""
    if name in ("bind", "body", "control", "instance"):
        return whole, ""
    if name == "media" and rest:
        name, rest = f"media::{rest[0].lower()}", rest[1:]
    return SAME.get(name, name), " ".join(rest)


def code_of(language: str) -> str:
    """The code of a language as a form names it; "" where nobody can tell.

    >>> code_of("Cymraeg (cy)"), code_of("cy"), code_of("Welsh"), code_of("Ours")
    ('cy', 'cy', 'cy', '')
    """
    if found := LANGUAGE.search(language):
        return found[1].lower().replace("_", "-")
    if _CODE.fullmatch(language) and language.lower().replace("_", "-")[:2] in LANG_INFO:
        return language.lower().replace("_", "-")
    named = language.strip().casefold()
    for code, info in LANG_INFO.items():
        if named in (info.get("name", "").casefold(), info.get("name_local", "").casefold()):
            return code
    return ""
