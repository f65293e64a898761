"""A text as the search knows it, worked out anew whenever a row is saved."""

from typing import Any

from django.db import models

from feedback.sought import as_searched


class SearchedField(models.TextField):
    """The words of the field `text` of a row that `is_searched`, and nothing of any other."""

    def pre_save(self, model_instance: Any, add: bool) -> str:
        value = as_searched(model_instance.text) if model_instance.is_searched else ""
        setattr(model_instance, self.attname, value)
        return value

    def deconstruct(self) -> tuple:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs
