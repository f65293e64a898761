"""What readers, the safeguarding lead and analysts fill in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from consultations.text import clean_typed
from feedback.models import Outcome, Theme


def _something(text: str) -> str:
    """`text` as we keep it; what only looks like nothing is nothing."""
    kept = clean_typed(text)
    if not kept:
        raise forms.ValidationError(forms.Field.default_error_messages["required"])
    return kept


class ConcernForm(forms.Form):
    """Why a reader is worried, or nothing: what was written here is never lost."""

    note = forms.CharField(
        label=_("Why you are worried"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only the safeguarding lead sees this. Write no more than is needed."),
    )

    def __init__(self, *args: Any, worried: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.worried = worried

    def clean_note(self) -> str:
        note = clean_typed(self.cleaned_data["note"])
        if note and not self.worried:
            raise forms.ValidationError(
                _("You wrote why you are worried. Send it to the safeguarding lead, or empty this.")
            )
        return note


class OutcomeForm(forms.Form):
    """What came of a concern."""

    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    action = forms.CharField(
        label=_("What you did, when and why"), widget=forms.Textarea(attrs={"rows": 5})
    )

    def clean_action(self) -> str:
        return _something(self.cleaned_data["action"])


class ThemeForm(forms.ModelForm):
    """A new theme, or better words for one."""

    class Meta:
        model = Theme
        fields = ("name", "definition")
        widgets = {"definition": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.consultation = consultation

    def _get_validation_exclusions(self) -> set[str]:
        # Two themes of one name must be found here, not by the database.
        return super()._get_validation_exclusions() - {"consultation"}


class QuotationForm(forms.Form):
    """Words made safe to show."""

    theme = forms.ModelChoiceField(label=_("Under the theme"), queryset=Theme.objects.none())
    text = forms.CharField(
        label=_("As it will be shown"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Take out every name, place and number that could show who it is."),
    )
    differs = forms.BooleanField(label=_("It sees the theme differently"), required=False)

    def __init__(self, *args: Any, themes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = themes

    def clean_text(self) -> str:
        return _something(self.cleaned_data["text"])


class ClearForm(forms.Form):
    """Clearing a quotation is a promise about the people near the writer."""

    nobody_would_know = forms.BooleanField(
        label=_(
            "Nobody in their family, no carer, worker or other child in the home "
            "would know from this who wrote it."
        ),
        error_messages={"required": _("Tick this if it is true. If it is not, do not show it.")},
    )
