"""Forms of the second reading, of setting aside and of the matrix."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation, StaffRole
from feedback.models import AsideReason, Theme


class AskSecondForm(forms.Form):
    """Whom to ask to read a sample blind."""

    coder = forms.ModelChoiceField(
        label=_("Who"),
        queryset=None,
        empty_label=None,
        error_messages={"required": _("Choose who is to read.")},
    )

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        analysts = get_user_model().objects.filter(
            is_active=True,
            groups__council_role__role=StaffRole.ANALYST,
            groups__council_role__council=consultation.council,
        )
        self.fields["coder"].queryset = analysts.distinct().order_by("first_name", "email")


class BlindForm(forms.Form):
    """What one sees in a text."""

    themes = forms.ModelMultipleChoiceField(
        label=_("What is in it?"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick nothing when no theme is in it: that is an answer too."),
    )

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["themes"].queryset = Theme.objects.in_use().filter(consultation=consultation)


class TwoWaysForm(forms.Form):
    """How two people read a text."""

    note = forms.CharField(
        label=_("How each of you read it"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ShowTwoWaysForm(forms.Form):
    """A sentence for everyone, beside a theme."""

    sentence = forms.CharField(
        label=_("A sentence for the findings"),
        required=False,
        max_length=300,
        help_text=_("Such as: adults read this in two ways. Left empty, nothing is shown."),
    )


class AsideForm(forms.Form):
    """Why a text is to be set aside."""

    reason = forms.ChoiceField(
        label=_("Why"),
        choices=AsideReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the reasons. There are no others.")},
    )


class CellForm(forms.Form):
    """What a group said of a theme."""

    summary = forms.CharField(
        label=_("In short"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
