"""Asking for an export."""

from django import forms
from django.utils.translation import gettext_lazy as _

from feedback.actions.exporting import SHORTEST_REASON
from feedback.models import ExportKind


class ExportForm(forms.Form):
    """What is wanted, and what for."""

    kind = forms.ChoiceField(label=_("What"), choices=ExportKind, widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("What it is for"),
        help_text=_("Kept for good, with your name. The data protection officer can read it."),
        min_length=SHORTEST_REASON,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": _("Say what it is for."),
            "min_length": _("Say in a few more words what it is for."),
        },
    )
