"""Put things in order: choose what comes first, then what comes next. Nothing is dragged.

Nobody's order is made up: a thing has a place only when somebody gave it one.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from consultations.kinds.base import Chosen
from consultations.kinds.options import ClosedKind, OptionsBlock, each_number
from consultations.kinds.outputs import Column, Number, Part
from consultations.kinds.things import PerThing, Things, things_of

MOVE = "answer-move"  # what the buttons in the answer send: "up:<Option>"


class OrderBlock(OptionsBlock):
    class Meta:
        icon = "list-ol"
        label = _("Put in order")


def moved(placed: list[str], move: str) -> list[str]:
    """The things that have a place, after one press of a button.

    >>> moved(["a", "b"], "up:b")
    ['b', 'a']
    >>> moved(["a"], "in:b")
    ['a', 'b']
    """
    way, _colon, thing = move.partition(":")
    others = [one for one in placed if one != thing]
    if way == "in":
        return [*others, thing]
    if thing not in placed or way not in ("up", "down", "out"):
        return placed
    if way == "out":
        return others
    place = placed.index(thing) + (-1 if way == "up" else 1)
    return [*others[: max(place, 0)], thing, *others[max(place, 0) :]]


class Ordering(forms.Widget):
    """A list of what has a place, and the things that have none yet. `at` is the button that was
    pressed last, such as "up-2", so that the next one is at hand."""

    template_name = "components/order.html"
    use_fieldset = True
    at = ""

    def __init__(self, things: Things) -> None:
        super().__init__()
        self.things = things

    def get_context(self, name: str, value: Any, attrs: dict | None) -> dict:
        context = super().get_context(name, value, attrs)
        labels = {thing["id"]: label for thing, label in self.things}
        pictures = {thing["id"]: thing.get("picture") for thing, _label in self.things}
        placed = [one for one in value or {} if one in labels]
        left = [one for one in labels if one not in placed]
        things = [
            {"id": one, "label": labels[one], "picture": pictures[one], "place": place}
            for place, one in enumerate(placed, start=1)
        ]
        things += [{"id": one, "label": labels[one], "picture": pictures[one]} for one in left]
        context |= {"placed": things[: len(placed)], "left": things[len(placed) :]}
        context |= {"as_asked": " ".join(labels), "move": MOVE}
        context["focus"] = self._at_hand(placed, left)
        return context

    def _at_hand(self, placed: list[str], left: list[str]) -> str:
        """The button to press next, as it is sent: the same one again where it is still there."""
        way, _dash, number = self.at.partition("-")
        if way == "in" and left:
            return f"in:{left[0]}"
        place = int(number) - 1 if number in map(str, range(1, len(placed) + 1)) else None
        if place is None or len(placed) == 1:
            return "list" if way else ""
        way = "down" if place == 0 else "up" if place == len(placed) - 1 else way
        return f"{way}:{placed[place]}"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        sent = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        placed = [one for one in dict.fromkeys(sent) if one]
        return places_of(moved(placed, data.get(MOVE, "")))


def places_of(order: list[str]) -> dict[str, str]:
    """The place of each thing that has one."""
    return {thing: str(place) for place, thing in enumerate(order, start=1)}


class OrderField(PerThing):
    """The things that have a place, from the first on: ["<Option>"]."""

    def __init__(self, things: Things, **kwargs: Any) -> None:
        places = [(str(place), str(place)) for place in range(1, len(things) + 1)]
        super().__init__(things, places, **kwargs)

    def compress(self, values: list[str]) -> list[str]:
        given = [int(place) for place in values if place]
        if len(set(given)) < len(given):
            raise ValidationError(
                _("Two things have the same place. Give each a place of its own.")
            )
        places = zip(self.ids, values, strict=True) if values else ()
        placed = [(int(place), one) for one, place in places if place]
        return [thing for _place, thing in sorted(placed)]


class Order(ClosedKind):
    code = "order"
    label = _("Put in order")
    block = OrderBlock
    paper = "components/paper/order.html"
    template = "components/plain.html"
    script = "js/order.js"
    welcome = _("Choose what comes first. Then choose what comes next. You can stop when you like.")
    can_lead = False  # each thing has a place of its own: nothing is chosen

    def field(self, question: dict, words: dict) -> forms.Field:
        things = things_of(question, words["language"])
        return OrderField(things, widget=Ordering(things))

    def answer(self, cleaned: Any) -> dict | None:
        return {"order": cleaned} if cleaned else None

    def initial(self, answer: dict) -> Any:
        return places_of(answer.get("order", []))

    def arranged(self, posted: Mapping, answer: dict | None) -> str:
        way, _colon, thing = posted.get(MOVE, "").partition(":")
        order = (answer or {}).get("order", [])
        if way in ("up", "down") and thing in order:
            return f"{way}-{order.index(thing) + 1}"
        return way if way in ("in", "out") else ""

    def chosen(self, question: dict, answer: dict) -> list[Chosen]:
        places = enumerate(answer.get("order", []), start=1)
        return [Chosen(option, place) for place, option in places]

    def lines(self, question: dict, answer: dict, language: str) -> list[str]:
        words = dict(self.choices(question, language))
        places = enumerate(answer.get("order", []), start=1)
        return [f"{place}. {words[option]}" for place, option in places]

    def parts(self, question: dict) -> list[Part]:
        columns = [(option["id"], option["words"]) for option in question["options"]]
        return [Part(question["id"], columns, _put_first)]

    def columns(self, question: dict) -> list[Column]:
        return self.column_each(question, "place")

    def cells(self, question: dict, chosen: Sequence[Chosen], text: str) -> list:
        return each_number(question, chosen)


def _put_first(option: str | None, number: Number) -> str | None:
    """What is counted of an order: what was put first."""
    return option if number == 1 else None
