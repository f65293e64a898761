"""The form for a code that somebody was given."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.text import clean_typed


class CodeForm(forms.Form):
    """Type a code. Big or small letters, with or without what stands between them."""

    typed = forms.CharField(
        label=_("Your code"),
        max_length=200,
        error_messages={"required": _("Type the code that is on your letter, card or poster.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_typed(self) -> str:
        return clean_typed(self.cleaned_data["typed"])
