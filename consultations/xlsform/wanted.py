"""A question on its way from a spreadsheet into a consultation, and into the editor's own form."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wagtail.blocks import ListBlock

from consultations.kinds import KINDS
from consultations.xlsform.conditions import After


@dataclass
class Wanted:
    """One question as the spreadsheet asks it. `more` is what the kind has besides."""

    row: int
    kind: str
    name: str
    text: str
    hint: str = ""
    facts: str = ""
    options: list[dict] = field(default_factory=list)  # code, label, alone
    after: After | None = None
    more: dict[str, Any] = field(default_factory=dict)
    kept: Mapping[str, Any] = field(default_factory=dict)  # of the column "heard"

    @property
    def label(self) -> str:
        """What officers call its kind."""
        return str(KINDS[self.kind].label)

    def block(self, items: Mapping[str, int], item: int) -> dict:
        """The question as the editor stores it. `items` are pages by their code; `item` is the
        page that it is about when it names none of them."""
        value = {
            "text": self.text,
            "hint": self.hint,
            "facts": self.facts,
            "item": items.get(self.kept.get("item", ""), item),
            "roles": self.kept.get("roles", []),
            "bands": self.kept.get("bands", []),
            "wordings": [listed(one) for one in self.kept.get("wordings", [])],
            "easy_read": [listed(one) for one in self.kept.get("easy_read", [])],
            "data_name": self.name,
            **self._own(),
        }
        if self.after:
            value["only_after"] = {
                "question": self.after.question,
                "answers": "\n".join(self.after.answers),
                "unanswered": self.after.unanswered,
            }
        return {"type": self.kind, "value": value, "id": str(uuid.uuid4())}

    def _own(self) -> dict:
        """What only its kind has."""
        block = KINDS[self.kind].block()
        own = {name: value for name, value in self.more.items() if name in block.child_blocks}
        if "options" in block.child_blocks:
            own["options"] = [self._option(one) for one in self.options]
        return {
            name: [listed(one) for one in value]
            if isinstance(block.child_blocks[name], ListBlock)
            else value
            for name, value in own.items()
        }

    def _option(self, told: dict) -> dict:
        """An answer, less what its kind has no box for."""
        known = KINDS[self.kind].block().child_blocks["options"].child_block.child_blocks
        return {name: value for name, value in told.items() if name in known}


def listed(value: Any) -> dict:
    """An entry of a list, as the editor stores it."""
    return {"type": "item", "value": value, "id": str(uuid.uuid4())}
