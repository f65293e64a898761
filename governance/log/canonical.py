"""One set of facts has one form in bytes, so that a hash of it means something.

The form is the JSON Canonicalization Scheme (RFC 8785), restricted: no fractions and no null.
The restriction leaves out the only hard part of the scheme, the writing of numbers.
"""

import json
from typing import Any, NoReturn

BIGGEST = 2**53 - 1  # beyond this, readers in other languages lose digits (RFC 7493, 2.2)
MAX_DEPTH = 32  # our entries need 5; a fixed limit gives every machine the same verdict


class NotCanonical(ValueError):
    """The value has no canonical form here, or the bytes are not in it."""


def canonical(value: object) -> bytes:
    """The one form in bytes (UTF-8) of a JSON value.

    `value` is made of dicts with text keys, lists or tuples, text, booleans and whole numbers
    between -(2**53 - 1) and 2**53 - 1, at most 32 levels deep.

    Raises NotCanonical for anything else: null, fractions, lone surrogates, other objects.

    Source: RFC 8785, sections 3.2.2 (writing of text) and 3.2.3 (order of keys).

    >>> canonical({"b": [1, True], "a": "é"}).decode()
    '{"a":"é","b":[1,true]}'
    """
    ordered = _ordered(value, depth=0)
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":")).encode()


def parse(data: bytes) -> dict[str, Any]:
    """The object in `data`, which must be in canonical form to the last byte.

    Raises NotCanonical if `data` is not UTF-8, not JSON, not an object, names a key twice, or
    differs in any byte from the canonical form of what it says: spaces, order of keys, needless
    escapes, "-0", a byte order mark, a newline at the end.

    Source: RFC 8785; requiring the very same bytes is our rule L4.

    >>> parse(b'{"a":1}')
    {'a': 1}
    """
    value = _loaded(data)
    if not isinstance(value, dict):
        raise NotCanonical("The bytes hold something other than one JSON object.")
    if canonical(value) != data:
        raise NotCanonical("The bytes are not in canonical form.")
    return value


def _ordered(value: object, depth: int) -> object:
    """`value` with the keys of every object in canonical order, or a refusal."""
    if depth > MAX_DEPTH:
        raise NotCanonical(f"The value is nested more than {MAX_DEPTH} levels deep.")
    if isinstance(value, str):
        _utf16(value)
        return value
    if isinstance(value, int):  # booleans too: Python counts them as whole numbers
        return _whole(value)
    if isinstance(value, dict):
        return {key: _ordered(value[key], depth + 1) for key in sorted(value, key=_utf16)}
    if isinstance(value, list | tuple):
        return [_ordered(item, depth + 1) for item in value]
    return _refuse(value)


def _utf16(text: object) -> bytes:
    """What keys are sorted by. Python's own order differs for characters beyond U+FFFF."""
    if not isinstance(text, str):
        raise NotCanonical(f"A key must be text, not {type(text).__name__}.")
    try:
        return text.encode("utf-16-be")
    except UnicodeEncodeError:
        raise NotCanonical("A text holds half of a character (a lone surrogate).") from None


def _whole(number: int) -> int:
    if abs(number) > BIGGEST:
        raise NotCanonical("A number is too big: it must be smaller than 2 to the power 53.")
    return number


def _refuse(value: object) -> NoReturn:
    if value is None:
        raise NotCanonical("Null is not used here: leave the key out.")
    if isinstance(value, float):
        raise NotCanonical("Numbers must be whole: no fractions, exponents or NaN.")
    raise NotCanonical(f"A value of the kind {type(value).__name__} cannot be written down.")


def _loaded(data: bytes) -> object:
    try:
        return json.loads(
            data.decode("utf-8"),  # given bytes, json would also accept UTF-16 and UTF-32
            object_pairs_hook=_without_twins,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
        )
    except NotCanonical:
        raise
    except UnicodeDecodeError:
        raise NotCanonical("The bytes are not UTF-8.") from None
    except (ValueError, RecursionError):
        raise NotCanonical("The bytes are not JSON.") from None


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotCanonical("A key stands twice in the same object.")
    return found


def _no_fraction(number: str) -> NoReturn:
    _refuse(float(number))
