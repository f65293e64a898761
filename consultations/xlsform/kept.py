"""What this software wrote into its own column, where it is still what the editor can hold."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import ListBlock

from consultations.audiences import ASKED_ROLES, Band
from consultations.easy_read import too_many_words
from consultations.kinds import KINDS
from consultations.kinds.base import QuestionBlock
from consultations.kinds.faces import DONT_KNOW, POINTS
from consultations.kinds.sort import SIDES
from consultations.xlsform.answers import MOST_ANSWERS, NAME
from consultations.xlsform.report import Report
from consultations.xlsform.sheets import Row

LONGEST_CELL = 16_000  # letters: Excel holds 32,767, and an emoji counts twice
# What a row is called there, by the kind that it was here.
TYPES = {
    "choose_one": ("select_one",),
    "faces": ("select_one",),
    "choose_several": ("select_multiple",),
    "order": ("rank",),
    "short_text": ("text",),
    "long_text": ("text",),
    "draw": ("image",),
    "voice": ("audio",),
    "number": ("integer", "decimal"),
    "sort": ("begin_group",),
}
LONGEST_FACE = 40  # letters beside a face
LONGEST_SIDE = 30  # letters of what a side is called
_TEXTS = ("item", "hint", "facts", "part_of")


def written(kept: Mapping[str, Any]) -> dict[str, str]:
    """What is kept as cells: "heard", and "heard_2" and so on where one cannot hold it."""
    text, cells = json.dumps(kept, ensure_ascii=False, default=str), []
    while text:
        cut = LONGEST_CELL
        while text[cut - 1 : cut].isspace() or text[cut : cut + 1].isspace():
            cut -= 1  # no reader keeps a space at the edge of a cell
        cells.append(text[:cut])
        text = text[cut:]
    return {f"heard_{n}" if n > 1 else "heard": cell for n, cell in enumerate(cells, start=1)}


def name_there(key: str) -> str:
    """A data name as it stands there, where one name is kept for something else.

    >>> name_there("meta"), key_of("meta."), name_there("heard")
    ('meta.', 'meta', 'heard')
    """
    return f"{key}." if key == "meta" else key


def key_of(name: str) -> str:
    """The data name that went out under a name."""
    return "meta" if name == "meta." else name


def read_kept(row: Row, what: str, report: Report) -> dict[str, Any]:
    """What is kept in a row whose type is `what`; {} where there is nothing, or no sense in it."""
    cells = [row.get("heard"), *(row.get(f"heard_{n}") for n in range(2, 40))]
    if not any(cells):
        return {}
    try:
        told = json.loads("".join(cells))
    except ValueError:
        told = None
    if not isinstance(told, dict):
        report.left_out(row.number, "heard", _("The column “heard” can't be read."), column="heard")
        return {}
    if "part_of" not in told and what not in TYPES.get(str(told.get("kind")), ()):
        report.left_out(
            row.number,
            "heard",
            _("The column “heard” was written for a question of another type."),
            column="heard",
        )
        return {}
    return _Checked(row, told, report).kept


class _Checked:
    """What was told, less what the editor could not show."""

    def __init__(self, row: Row, told: dict, report: Report) -> None:
        self.row, self.report, self.kept = row, report, {}
        for name, value in told.items():
            if name == "kind":
                self.kept[name] = value
            elif name == "more":
                self.kept[name] = self._more(told["kind"], value)
            elif not (found := self._check(name, value)) and value:
                self._drop(name)
            else:
                self.kept[name] = found

    def _check(self, name: str, value: Any) -> Any:
        checks: dict[str, Callable] = {
            **dict.fromkeys(_TEXTS, lambda value: value if isinstance(value, str) else ""),
            "roles": lambda value: _known(value, [role.value for role in ASKED_ROLES]),
            "bands": lambda value: _known(value, list(Band.values)),
            "options": _options,
            "wordings": lambda value: self._entries("wordings", value),
            "easy_read": lambda value: self._entries("easy_read", value),
        }
        return checks[name](value) if name in checks else None

    def _entries(self, name: str, value: Any) -> list:
        """The entries of a list that its block takes."""
        block = QuestionBlock().child_blocks[name].child_block
        kept = []
        for one in value if isinstance(value, list) else []:
            long = name == "easy_read" and isinstance(one, dict) and str(one.get("text", ""))
            if _is_taken(block, one):
                kept.append(one)
            elif long and _is_taken(block, {**one, "text": "x"}) and len(long) <= 160:
                kept.append(one)
                told = f"{long[:60]}: {too_many_words(long)}"
                self.report.changed(self.row.number, self.row.get("name"), told, column="heard")
            else:
                self._drop(name)
        return kept

    def _more(self, kind: str, value: Any) -> dict:
        """What only its kind has."""
        block = KINDS[kind].block()
        own = set(block.child_blocks) - set(QuestionBlock().child_blocks) - {"options"}
        kept: dict[str, Any] = {}
        if not isinstance(value, dict):
            self._drop("more")
            return kept
        for name, one in value.items():
            child = block.child_blocks[name] if name in own else None
            as_stored = one
            if isinstance(child, ListBlock) and isinstance(one, list):
                as_stored = [{"type": "item", "value": each} for each in one]
            if child and _is_taken(child, as_stored):
                kept[name] = one
            else:
                self._drop(name)
        return kept

    def _drop(self, name: str) -> None:
        told = _("What the column “heard” says of “%s” can't be used.") % name
        self.report.left_out(self.row.number, self.row.get("name"), told, column="heard")


def _is_taken(block: Any, stored: Any) -> bool:
    """Whether a block takes a value as it is stored."""
    try:
        block.clean(block.to_python(stored))
    except (ValidationError, TypeError, ValueError, AttributeError, KeyError, ArithmeticError):
        return False
    return True


def _known(value: Any, known: list[str]) -> list[str]:
    whole = isinstance(value, list) and all(one in known for one in value)
    return value if whole else []


def _options(value: Any) -> list[dict]:
    """Answers, each with a code of its own and words; [] where that is not what they are."""
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        return []
    kept = [{"code": str(one.get("code")), "label": str(one.get("label") or "")} for one in value]
    well = all(NAME.fullmatch(one["code"]) and 0 < len(one["label"]) <= 200 for one in kept)
    once = len({one["code"] for one in kept}) == len(kept)
    return kept if well and once and 2 <= len(kept) <= MOST_ANSWERS else []


def faces_as_offered(options: list[Mapping]) -> dict[str, Any]:
    """The words of faces among the answers of a list; {} where those are no faces any more."""
    words = {one["code"]: one["label"] for one in options}
    scale = [words[code] for n in range(1, 6) if (code := f"face_{n}") in words]
    faces = [*(f"face_{n}" for n in range(1, len(scale) + 1)), DONT_KNOW]
    if len(scale) not in POINTS or sorted(words) != sorted(faces):
        return {}
    short = all(len(one) <= LONGEST_FACE for one in words.values())
    return {"words": scale, "dont_know": words[DONT_KNOW]} if short else {}


def sides_as_offered(options: list[Mapping]) -> dict[str, Any]:
    """What the sides of a sort are called among the answers of a list; {} where that is not told
    of all three."""
    words = {one["code"]: one["label"] for one in options if len(one["label"]) <= LONGEST_SIDE}
    return {"sides": {side: words[side] for side in SIDES}} if set(words) == set(SIDES) else {}
