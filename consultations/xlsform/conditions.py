"""Conditions of XLSForm that a questionnaire can follow: after which answers a question is asked,
between which numbers an answer lies, and which answer goes with no other."""

import re
from dataclasses import dataclass
from decimal import Decimal

_NAME = r"\$\{\s*([^}\s]+)\s*\}"
_VALUE = r"""(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?))"""
_EQUALS = re.compile(rf"^{_NAME}\s*=\s*{_VALUE}$")
_SELECTED = re.compile(rf"^selected\(\s*{_NAME}\s*,\s*{_VALUE}\s*\)$")
_BOUND = re.compile(r"^\.\s*(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)$")
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
    least = most = None
    for part in re.split(r"\s+and\s+", _bare(expression)):
        match = _BOUND.match(_bare(part))
        if match is None or (match[1] in "<>" and not whole):
            return None
        number = Decimal(match[2])
        if match[1].startswith(">"):
            least = number + (match[1] == ">")
        else:
            most = number - (match[1] == "<")
    return Bounds(least, most)


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
    text = " ".join(expression.split())
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
