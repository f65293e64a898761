"""Sort things into OK, not sure and not OK. Each thing is an answer with a side of its own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from consultations.kinds.base import Chosen, in_language, words_of
from consultations.kinds.options import ClosedKind, OptionsBlock, each_number
from consultations.kinds.outputs import Column, Number, Part
from consultations.kinds.things import PerThing, Things, things_of

# The numbers that are stored: the higher, the better.
SIDES = {"ok": 3, "not_sure": 2, "not_ok": 1}
SYMBOLS = {"ok": "tick", "not_sure": "question", "not_ok": "cross"}


class SidesBlock(blocks.StructBlock):
    """What the three sides are called."""

    ok = blocks.CharBlock(label=_("Liked"), max_length=30, default=_("OK"))
    not_sure = blocks.CharBlock(label=_("Between"), max_length=30, default=_("Not sure"))
    not_ok = blocks.CharBlock(label=_("Not liked"), max_length=30, default=_("Not OK"))


class SortBlock(OptionsBlock):
    sides = SidesBlock(label=_("What the three sides are called"))

    class Meta:
        icon = "duplicate"
        label = _("Sort into OK, not sure, not OK")


class Sorting(forms.Widget):
    """Three boxes for each thing, of which one can be chosen."""

    template_name = "components/sort.html"
    use_fieldset = True

    def __init__(self, things: Things, sides: Mapping[str, str]) -> None:
        super().__init__()
        self.things, self.sides = things, sides

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        first = context["widget"]["attrs"].get("id", f"id_{name}")
        context["things"] = [
            self._thing(place, name, (value or {}).get(thing["id"]), first)
            for place, (thing, _label) in enumerate(self.things)
        ]
        return context

    def _thing(self, place: int, name: str, chosen: Any, first: str) -> dict:
        """One thing with its boxes. The very first box has the name of the field."""
        thing, label = self.things[place]
        boxes = [
            {
                "id": f"{first}_{place}_{side}" if place or side != "ok" else first,
                "value": SIDES[side],
                "label": words,
                "side": side,
                "symbol": SYMBOLS[side],
                "checked": str(chosen) == str(SIDES[side]),
            }
            for side, words in self.sides.items()
        ]
        name = f"{name}-{thing['id']}"
        return {"name": name, "label": label, "picture": thing.get("picture"), "boxes": boxes}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict:
        sent = {thing["id"]: data.get(f"{name}-{thing['id']}") for thing, _label in self.things}
        return {key: side for key, side in sent.items() if side}


class SidesField(PerThing):
    """Which side each thing is on: {"<Option>": 3}."""

    def __init__(self, things: Things, sides: Mapping[str, str], **kwargs: Any) -> None:
        numbers = [(str(SIDES[side]), words) for side, words in sides.items()]
        super().__init__(things, numbers, **kwargs)

    def compress(self, values: list[str]) -> dict[str, int]:
        sides = zip(self.ids, values, strict=True) if values else ()
        return {thing: int(side) for thing, side in sides if side}


class Sort(ClosedKind):
    code = "sort"
    label = _("Sort into OK, not sure, not OK")
    block = SortBlock
    paper = "components/paper/sort.html"
    template = "components/plain.html"
    welcome = _("Choose one side for each. You can leave some out.")
    can_lead = False  # each thing has a place of its own: nothing is chosen

    def words(self, value: Any) -> dict:
        return words_of(value) | {"sides": {side: str(value["sides"][side]) for side in SIDES}}

    def sides(self, question: dict, language: str) -> dict[str, str]:
        """The words of the three sides, from the liked one on."""
        words = in_language(question["words"], language)["sides"]
        return {side: words[side] for side in SIDES}  # a database may keep keys in another order

    def field(self, question: dict, words: dict) -> forms.Field:
        things = things_of(question, words["language"])
        sides = self.sides(question, words["language"])
        return SidesField(things, sides, widget=Sorting(things, sides))

    def answer(self, cleaned: Any) -> dict | None:
        return {"sides": cleaned} if cleaned else None

    def initial(self, answer: dict) -> Any:
        return answer.get("sides", {})

    def chosen(self, question: dict, answer: dict) -> list[Chosen]:
        return [Chosen(option, number) for option, number in answer.get("sides", {}).items()]

    def lines(self, question: dict, answer: dict, language: str) -> list[str]:
        sides = self.sides(question, language)
        words = {number: sides[side] for side, number in SIDES.items()}
        chosen = answer.get("sides", {})
        return [
            _("%(thing)s: %(side)s") % {"thing": label, "side": words[chosen[key]]}
            for key, label in self.choices(question, language)
            if key in chosen
        ]

    def parts(self, question: dict) -> list[Part]:
        columns = [(str(number), self._words_of(question, side)) for side, number in SIDES.items()]
        return [
            Part(option["id"], columns, _on_which_side(option["id"]), option["words"])
            for option in question["options"]
        ]

    def columns(self, question: dict) -> list[Column]:
        values = {number: self._words_of(question, side) for side, number in SIDES.items()}
        return self.column_each(question, "code", values)

    def cells(self, question: dict, chosen: Sequence[Chosen], text: str) -> list:
        return each_number(question, chosen)

    def _words_of(self, question: dict, side: str) -> dict[str, str]:
        """The words of one side in every language."""
        return {language: words["sides"][side] for language, words in question["words"].items()}


def _on_which_side(thing: str) -> Callable[[str | None, Number], str | None]:
    """In which column of the table of one thing a stored value counts."""
    return lambda option, number: str(int(number or 0)) if option == thing else None
