"""Words that a page shows and that belong to something else: a name, or what was promised once.

In the page's first language the field is empty, and the words are read where they belong, from
`<field>_as_written`. In a translation the field holds them in that language.
"""

from typing import Any

from django.db import models
from wagtail.admin.panels import Panel
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.types import BaseValue


class BorrowedText(models.CharField):
    """One such text."""

    def value_from_object(self, obj: models.Model) -> str:
        return super().value_from_object(obj) or getattr(obj, f"{self.name}_as_written")

    def deconstruct(self) -> tuple:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class BorrowedTexts(models.JSONField):
    """Several such texts, each under a key of its own, in as many segments."""

    def value_from_object(self, obj: models.Model) -> dict[str, str]:
        return super().value_from_object(obj) or getattr(obj, f"{self.name}_as_written")

    def value_to_string(self, obj: models.Model) -> dict[str, str]:
        return getattr(obj, self.attname)  # a version of a source keeps no copy of them

    def deconstruct(self) -> tuple:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def get_translatable_segments(self, value: dict[str, str]) -> list[BaseValue]:
        """What wagtail-localize shows to translators."""
        return [StringSegmentValue(key, text) for key, text in value.items() if text]

    def restore_translated_segments(self, value: dict, segments: list[Any]) -> dict[str, str]:
        """What they made of it."""
        return {segment.path: segment.render_text() for segment in segments}


class BorrowedPanel(Panel):
    """Says on which tab wagtail-localize shows borrowed texts. The editor itself shows nothing."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.name = name

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "name": self.name}

    def get_form_options(self) -> dict[str, Any]:
        return {"formsets": {self.name: {}}}  # no form knows a list of that name

    class BoundPanel(Panel.BoundPanel):
        """Never there."""

        def is_shown(self) -> bool:
            return False
