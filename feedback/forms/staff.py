"""What readers, the safeguarding lead and analysts fill in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.text import clean_typed
from feedback.actions.themes import NotTheirWords, must_be_their_words
from feedback.models import Doubt, Theme


def something(text: str) -> str:
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


class QuotationForm(forms.Form):
    """Words made safe to show."""

    theme = forms.ModelChoiceField(label=_("Under the theme"), queryset=Theme.objects.none())
    text = forms.CharField(
        label=_("As it will be shown"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Take out what else could show who it is; what a reader took out stays out. Write "
            "[...] where you leave words out, and put what you describe in brackets, such as "
            "[my school]. "
            "Change nothing else: these are their words."
        ),
    )
    differs = forms.BooleanField(label=_("It sees the theme differently"), required=False)

    def __init__(self, *args: Any, themes: Any, original: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"].queryset = themes
        self.original = original

    def clean_text(self) -> str:
        text = something(self.cleaned_data["text"])
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
    """Clearing a quotation is a promise to the writer: it is theirs, and it does not show them to
    anybody who knows them (requirements R8). Every question is answered, each with yes or no."""

    says_what_they_said = forms.BooleanField(
        label=_("It says what they said."),
        error_messages={"required": _("Compare the two texts. Tick this if they say the same.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for doubt in Doubt:
            self.fields[doubt.value] = forms.ChoiceField(
                label=doubt.label,
                choices=[("no", _("No")), ("yes", _("Yes"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("Answer yes or no. If you are not sure, say yes.")},
            )

    @property
    def doubt(self) -> Doubt | None:
        """The first of the questions that was answered with yes; that is enough, also where
        something else was left open."""
        return next((one for one in Doubt if self.data.get(one.value) == "yes"), None)
