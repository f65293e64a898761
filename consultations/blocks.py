"""What an officer can compose in a consultation: a stream of questions."""

from typing import Any

from wagtail.fields import StreamField

from consultations.kinds import KINDS


class QuestionsField(StreamField):
    """Questions of every kind, in the order in which they are asked.

    Migrations see an empty stream: what it may hold is code, not schema, and grows without one.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        block_types = [(kind.code, kind.block()) for kind in KINDS.values()]
        super().__init__(block_types, **{"blank": True, **_without_types(kwargs)})

    def deconstruct(self) -> tuple:
        name, _path, _args, kwargs = super().deconstruct()
        return name, "wagtail.fields.StreamField", [[]], {**kwargs, "block_lookup": {}}


def _without_types(kwargs: dict) -> dict:
    """The arguments of a field that is being cloned, less those that we give ourselves."""
    return {
        key: value for key, value in kwargs.items() if key not in ("block_types", "block_lookup")
    }
