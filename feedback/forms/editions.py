"""What an analyst says when they ask for a new edition of the numbers."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.text import clean_typed

KEEP, WITHHOLD = "keep", "withhold"
EMPTY = _("Say it in a sentence or two. It stands beside the numbers.")


class EditionNoteForm(forms.Form):
    """The correction note, and what becomes of numbers that may not change."""

    held = forms.ChoiceField(
        label=_("Numbers that may not change"),
        choices=[
            (KEEP, _("Stay as they were")),
            (WITHHOLD, _("Are not shown any more, because they are wrong")),
        ],
        initial=KEEP,
        widget=forms.RadioSelect,
    )
    what = forms.CharField(
        label=_("What is changed"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Everybody can read it. Do not say how many people it is about."),
        error_messages={"required": EMPTY},
    )
    why = forms.CharField(
        label=_("Why"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Such as: answers came late on paper, or some people took theirs back."),
        error_messages={"required": EMPTY},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_what(self) -> str:
        return _typed(self.cleaned_data["what"])

    def clean_why(self) -> str:
        return _typed(self.cleaned_data["why"])

    @property
    def keeps(self) -> bool:
        """Whether numbers that may not change stay as they were, as far as somebody chose."""
        return self["held"].value() != WITHHOLD


def _typed(text: str) -> str:
    """`text` as we keep it; what only looks like something is nothing."""
    kept = clean_typed(text)
    if not kept:
        raise forms.ValidationError(EMPTY)
    return kept
