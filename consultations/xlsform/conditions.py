"""Conditions of XLSForm that a questionnaire can follow: after which answers a question is asked,
between which numbers an answer lies, and which answer goes with no other."""

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_NAME = r"\$\{\s*([^}\s]+)\s*\}"
_VALUE = r"""(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?))"""
_EQUALS = re.compile(rf"^{_NAME}\s*=\s*{_VALUE}$")
_SELECTED = re.compile(rf"^selected\(\s*{_NAME}\s*,\s*{_VALUE}\s*\)$")
_NUMBER = r"(-?\d+(?:\.\d+)?)"
_BOUND = re.compile(rf"^\.\s*(>=|<=|>|<)\s*{_NUMBER}$")
_TURNED = re.compile(rf"^{_NUMBER}\s*(>=|<=|>|<)\s*\.$")
_MIRROR = {">=": "<=", "<=": ">=", ">": "<", "<": ">"}
_QUOTES = str.maketrans("“”‘’", "\"\"''")  # a word processor's, which pyxform takes too
_ALONE = re.compile(
    rf"^not\(\s*selected\(\s*\.\s*,\s*{_VALUE}\s*\)\s+and\s+count-selected\(\s*\.\s*\)\s*>\s*1\s*\)$"
)


@dataclass(frozen=True)
class After:
    """A question is asked after any of these answers to one earlier question."""

    question: str
    answers: tuple[str, ...]
    unanswered: bool = False


def read_relevant(expression: str) -> After | None:
    """What `relevant` says, where it is about answers to one question; None where it is not.

    >>> read_relevant("${heard} = 'no' or selected(${heard}, 'some')")
    After(question='heard', answers=('no', 'some'), unanswered=False)
    >>> read_relevant("${age} > 12") is None
    True
    """
    parts = [_bare(part) for part in re.split(r"\s+or\s+", _bare(expression))]
    unanswered = [part for part in parts if re.fullmatch(rf"{_NAME}\s*=\s*(?:''|\"\")", part)]
    found = [_EQUALS.match(part) or _SELECTED.match(part) for part in parts]
    if any(match is None for match in found):
        return None
    names = {match[1] for match in found}
    if len(names) != 1:
        return None
    answers = (_value(match.groups()[1:]) for match in found)
    return After(names.pop(), tuple(filter(None, answers)), bool(unanswered))


def asks_for_it_alone(expression: str) -> bool:
    """Whether `relevant` compares the whole of an answer, as "=" does, and not what is in it.

    >>> asks_for_it_alone("${who} = 'mum'"), asks_for_it_alone("selected(${who}, 'mum')")
    (True, False)
    """
    parts = [_bare(part) for part in re.split(r"\s+or\s+", _bare(expression))]
    found = [match for part in parts if (match := _EQUALS.match(part))]
    return any(_value(match.groups()[1:]) for match in found)


def write_relevant(after: After) -> str:
    """The same as an expression."""
    parts = [f"selected(${{{after.question}}}, '{answer}')" for answer in after.answers]
    if after.unanswered:
        parts.append(f"${{{after.question}}} = ''")
    return " or ".join(parts)


@dataclass(frozen=True)
class Bounds:
    """The least and the most that a number may be."""

    least: Decimal | None = None
    most: Decimal | None = None


def read_bounds(expression: str, *, whole: bool) -> Bounds | None:
    """What `constraint` says of a number, where it names a least and a most; None where it says
    more.

    >>> read_bounds(". >= 0 and . < 8", whole=True)
    Bounds(least=Decimal('0'), most=Decimal('7'))
    """
    found = [_bound(_bare(part), whole=whole) for part in re.split(r"\s+and\s+", _bare(expression))]
    if None in found:
        return None
    least = [number for is_least, number in found if is_least]
    most = [number for is_least, number in found if not is_least]
    return Bounds(max(least, default=None), min(most, default=None))


def _bound(part: str, *, whole: bool) -> tuple[bool, Decimal] | None:
    """(whether it is the least, the number) that one comparison sets; None for anything else."""
    if match := _BOUND.match(part):
        sign, number = match[1], Decimal(match[2])
    elif match := _TURNED.match(part):
        sign, number = _MIRROR[match[2]], Decimal(match[1])
    else:
        return None
    if not whole:
        return (sign == ">=", number) if "=" in sign else None
    if sign.startswith(">"):
        number = number.to_integral_value(ROUND_CEILING if "=" in sign else ROUND_FLOOR)
        return True, number + (sign == ">")
    number = number.to_integral_value(ROUND_FLOOR if "=" in sign else ROUND_CEILING)
    return False, number - (sign == "<")


def write_bounds(bounds: Bounds) -> str:
    """The same as an expression."""
    parts = []
    if bounds.least is not None:
        parts.append(f". >= {bounds.least}")
    if bounds.most is not None:
        parts.append(f". <= {bounds.most}")
    return " and ".join(parts)


def read_alone(expression: str) -> list[str] | None:
    """The answers that `constraint` lets nobody choose together with others; None where it says
    anything else.

    >>> read_alone("not(selected(., 'none') and count-selected(.) > 1)")
    ['none']
    """
    parts = re.split(r"(?<=\))\s+and\s+(?=not\()", _bare(expression))
    found = [_ALONE.match(part) for part in parts]
    return None if None in found else [_value(match.groups()) for match in found]


def write_alone(answers: list[str]) -> str:
    """The same as an expression."""
    return " and ".join(
        f"not(selected(., '{answer}') and count-selected(.) > 1)" for answer in answers
    )


def _value(groups: tuple) -> str:
    return next((one for one in groups if one is not None), "")


def _bare(expression: str) -> str:
    """An expression without the brackets that stand around all of it."""
    text = " ".join(expression.translate(_QUOTES).split())
    while text.startswith("(") and text.endswith(")") and _closes_at(text) == len(text) - 1:
        text = text[1:-1].strip()
    return text


def _closes_at(text: str) -> int:
    """Where the bracket that opens a text is closed."""
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return place
    return -1
