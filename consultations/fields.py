"""Fields that Django and Wagtail do not have: several of a fixed set of terms, and a day."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class DayInput(forms.DateInput):
    """The browser's own field for a day, in the order of day and month that its user is used to."""

    input_type = "date"

    def __init__(self, attrs: dict | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class ManyOf(models.JSONField):
    """Several terms of one list, kept as a JSON list of their codes.

    Migrations see a plain JSONField, so that the list of terms can grow without one.
    """

    def __init__(self, *args: Any, terms: type[models.TextChoices] | None = None, **kwargs: Any):
        self.terms = terms
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def formfield(self, **kwargs: Any) -> forms.Field:
        kwargs.pop("widget", None)
        return forms.MultipleChoiceField(
            choices=self.terms.choices,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        unknown = [term for term in value or [] if term not in self.terms.values]
        if unknown:
            raise ValidationError(_("Not one of the terms: %s") % ", ".join(map(str, unknown)))

    def labels(self, value: list[str]) -> list[str]:
        """The words for the codes in `value`, in the order of the list of terms."""
        return [str(label) for code, label in self.terms.choices if code in value]
