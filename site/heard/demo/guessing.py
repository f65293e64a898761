"""An answer to a question of each kind that is counted, drawn by luck."""

import random
from collections.abc import Callable, Mapping

from consultations.kinds.sort import SIDES

Guess = Callable[[Mapping, random.Random], dict]


def _one(question: Mapping, luck: random.Random) -> dict:
    """One answer; what stands apart is rarer."""
    weights = [1 if option["apart"] else 3 for option in question["options"]]
    return {"options": [luck.choices(question["options"], weights)[0]["id"]]}


def _several(question: Mapping, luck: random.Random) -> dict:
    """A few answers, or one that goes with no other."""
    options = luck.sample(question["options"], luck.randint(1, 3))
    alone = [option for option in options if option.get("alone")]
    return {"options": [option["id"] for option in alone[:1] or options]}


def _sort(question: Mapping, luck: random.Random) -> dict:
    """A side for most things. Each thing is liked more or less, the same by everybody."""
    sides = {}
    for place, option in enumerate(question["options"]):
        weights = [(2, 1, 5), (6, 2, 1), (4, 2, 2)][place % 3]
        if luck.random() < 0.95:
            sides[option["id"]] = luck.choices(list(SIDES.values()), weights)[0]
    return {"sides": sides} if sides else _sort(question, luck)


def _order(question: Mapping, luck: random.Random) -> dict:
    """An order of all or of the first few."""
    options = [option["id"] for option in question["options"]]
    luck.shuffle(options)
    return {"order": options[: luck.choice([len(options), len(options), 3, 2])]}


def _number(question: Mapping, luck: random.Random) -> dict:
    """A number of the kind that people give: small ones often, large ones now and then."""
    least = int(float(question["least"]))
    most = int(float(question["most"] or least + 50))
    return {"typed": str(min(least + int(luck.expovariate(0.25)), most))}


GUESSES: dict[str, Guess] = {
    "choose_one": _one,
    "faces": _one,
    "choose_several": _several,
    "sort": _sort,
    "order": _order,
    "number": _number,
}
