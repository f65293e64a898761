"""Questions as a kind sees them: plain values, frozen without a database."""

from typing import Any

from django.http import QueryDict

from consultations.kinds import KINDS
from tests import answers

OPTIONS = [
    {"type": "item", "id": "1", "value": {"code": "yes", "label": "Yes"}},
    {"type": "item", "id": "2", "value": {"code": "sometimes", "label": "Sometimes"}},
    {"type": "item", "id": "3", "value": {"code": "no", "label": "No"}},
]
FACES = {3: ["Bad", "In between", "Good"], 5: ["Awful", "Bad", "In between", "Good", "Great"]}
WORDS = {"language": "en-gb", "text": "How was it?", "hint": ""}


def value_of(kind: str, **more: Any) -> Any:
    """What an officer composed: the value of a block of this kind. Of several answers, "No" goes
    with no other."""
    block = KINDS[kind].block()
    stored = {"text": "How was it?", **answers.composed(kind)}
    if "options" in block.child_blocks:
        stored["options"] = OPTIONS
    if kind == "faces":
        stored["words"] = FACES[more.pop("points", 3)]
    return block.to_python(stored | more)


def question(kind: str, **more: Any) -> dict:
    """The frozen question: the ids of its answers are their codes with "id-" before them."""
    value = value_of(kind, **more)
    options = [
        {
            "id": f"id-{offer.code}",
            "code": offer.code,
            "value": offer.value or place,
            "apart": offer.apart,
            "words": {"en-gb": offer.label},
            **({"alone": True} if offer.alone else {}),
        }
        for place, offer in enumerate(KINDS[kind].offered(value), start=1)
    ]
    return {
        "id": "q",
        "key": "how",
        "kind": kind,
        **KINDS[kind].shape(value),
        **KINDS[kind].frozen(value),
        "words": {"en-gb": KINDS[kind].words(value)},
        "options": options,
    }


def post(kind: str, sent: str, **more: Any) -> Any:
    """The cleaned value of a field to which a browser sent "answer=…&answer=…".

    Raises ValidationError.
    """
    field = KINDS[kind].field(question(kind, **more), WORDS)
    return field.clean(field.widget.value_from_datadict(QueryDict(sent), {}, "answer"))
