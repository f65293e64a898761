"""The officers' forms for codes."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from consultations.fields import DayInput
from consultations.models import Consultation
from consultations.models.invitation import MOST_CODES
from consultations.text import clean_typed

DAY = {"required": _("Choose a day."), "invalid": _("Choose a day from the calendar.")}


class BatchForm(forms.Form):
    """How many codes for whom. Asks for no name, and says so."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    label = forms.CharField(
        label=_("Who they are for"),
        max_length=80,
        help_text=_("A group, such as “Year 9, Larkmere High”. Never the name of a person."),
        error_messages={"required": _("Say for which group they are.")},
    )
    n_codes = forms.IntegerField(
        label=_("How many codes"),
        min_value=1,
        max_value=MOST_CODES,
        help_text=_("A few more than there are people, for those that get lost."),
        error_messages={
            "required": _("Say how many codes you need."),
            "invalid": _("Write a whole number, such as 30."),
            "min_value": _("Make one code at least."),
            "max_value": _("A batch has %(limit_value)s codes at most. Make a second one."),
        },
    )
    expires_on = forms.DateField(
        label=_("Last day on which they work"), widget=DayInput, error_messages=DAY
    )

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consultation = consultation

    def clean_label(self) -> str:
        return _cleaned(self.cleaned_data["label"])

    def clean_expires_on(self) -> date:
        return _while_it_is_open(self.cleaned_data["expires_on"], self.consultation)


class GroupCodeForm(forms.Form):
    """A code for one room on one day."""

    label = forms.CharField(
        label=_("Which session"),
        max_length=80,
        help_text=_("Such as “Thursday club, Hill Street”. Never the name of a person."),
        error_messages={"required": _("Say which session it is for.")},
    )
    valid_on = forms.DateField(
        label=_("The day of the session"), widget=DayInput, error_messages=DAY
    )

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consultation = consultation

    def clean_label(self) -> str:
        return _cleaned(self.cleaned_data["label"])

    def clean_valid_on(self) -> date:
        return _while_it_is_open(self.cleaned_data["valid_on"], self.consultation)


def _cleaned(typed: str) -> str:
    """What was typed, unless nothing of it can be seen."""
    if text := clean_typed(typed):
        return text
    raise forms.ValidationError(_("Write something that can be seen."))


def _while_it_is_open(day: date, consultation: Consultation) -> date:
    """A day from today to the last day of the consultation."""
    if day < timezone.localdate():
        raise forms.ValidationError(_("This day is past. Choose today or a later day."))
    if day > consultation.closes_on:
        last = date_format(consultation.closes_on, "j F Y")
        sentence = _("The consultation closes on %s. Choose that day or an earlier one.")
        raise forms.ValidationError(sentence % last)
    return day
