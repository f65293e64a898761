"""What readers, the safeguarding lead and analysts fill in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.text import clean_typed
from feedback.actions.themes import NotTheirWords, must_be_their_words
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


class FollowUpForm(forms.Form):
    """What happened since the outcome was recorded."""

    note = forms.CharField(label=_("What happened"), widget=forms.Textarea(attrs={"rows": 4}))
    outcome = forms.ChoiceField(
        label=_("New outcome"),
        required=False,
        choices=[("", _("The outcome stays as it is")), *Outcome.choices],
        help_text=_("What was recorded before stays on record."),
    )

    def clean_note(self) -> str:
        return _something(self.cleaned_data["note"])


class QuotationForm(forms.Form):
    """Words made safe to show."""

    theme = forms.ModelChoiceField(label=_("Under the theme"), queryset=Theme.objects.none())
    text = forms.CharField(
        label=_("As it will be shown"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Take out every name, place and number that could show who it is. Write [...] where "
            "you leave words out, and put what you describe in brackets, such as [my school]. "
            "Change nothing else: these are their words."
        ),
    )
    differs = forms.BooleanField(label=_("It sees the theme differently"), required=False)

    def __init__(self, *args: Any, themes: Any, original: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = themes
        self.original = original

    def clean_text(self) -> str:
        text = _something(self.cleaned_data["text"])
        try:
            must_be_their_words(self.original, text)
        except NotTheirWords as refusal:
            raise forms.ValidationError(_why_not_theirs(refusal.added)) from refusal
        return text


def _why_not_theirs(added: list[str]) -> str:
    if added:
        return _(
            "This was not written, or not in this order: “%s”. Take it out, or put it in brackets "
            "if it describes what was there."
        ) % " ".join(added)
    return _("Keep some of their words, and write [...] where you leave words out between others.")


class ClearForm(forms.Form):
    """Clearing a quotation is a promise to the writer: it is theirs, and it does not show them."""

    says_what_they_said = forms.BooleanField(
        label=_("It says what they said."),
        error_messages={"required": _("Compare the two texts. Tick this if they say the same.")},
    )
    nobody_would_know = forms.BooleanField(
        label=_(
            "Nobody in their family, no carer, worker or other child in the home "
            "would know from this who wrote it."
        ),
        error_messages={"required": _("Tick this if it is true. If it is not, do not show it.")},
    )
