"""What an officer can compose in a consultation: questions, and a text in Easy Read."""

from typing import Any

from wagtail.fields import StreamField

from consultations.easy_read import EasyRowBlock
from consultations.kinds import KINDS
from consultations.translatable import with_text_for_none


class OpenField(StreamField):
    """A stream of the blocks that `types` gives.

    Migrations see an empty stream: what it may hold is code, not schema, and grows without one.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(self.types(), **{"blank": True, **_without_types(kwargs)})

    def types(self) -> list[tuple[str, Any]]:
        """The names and blocks that it may hold."""
        raise NotImplementedError

    def deconstruct(self) -> tuple:
        name, _path, _args, kwargs = super().deconstruct()
        return name, "wagtail.fields.StreamField", [[]], {**kwargs, "block_lookup": {}}


class QuestionsField(OpenField):
    """Questions of every kind, in the order in which they are asked."""

    def types(self) -> list[tuple[str, Any]]:
        return [(kind.code, with_text_for_none(kind.block())) for kind in KINDS.values()]


class EasyReadField(OpenField):
    """A text in Easy Read, row by row."""

    def types(self) -> list[tuple[str, Any]]:
        return [("row", EasyRowBlock())]


def _without_types(kwargs: dict) -> dict:
    """The arguments of a field that is being cloned, less those that we give ourselves."""
    return {
        key: value for key, value in kwargs.items() if key not in ("block_types", "block_lookup")
    }
