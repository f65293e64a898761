"""How somebody wants to be contacted, and how their request ended."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.text import clean_typed
from feedback.models import CameOfIt, Way

LONG = 300  # letters
YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class ContactForm(forms.Form):
    """A safe way and a safe time come first. Asks for no name."""

    way = forms.ChoiceField(
        label=_("What is a safe way to reach you?"),
        choices=Way.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one way.")},
    )
    when = forms.CharField(
        label=_("When is it safe?"),
        required=False,
        max_length=LONG,
        help_text=_("You can say when it is not safe, too."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    not_to = forms.CharField(
        label=_("Who should not see it or hear it?"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    not_worker = forms.BooleanField(label=_("Not my social worker"), required=False)
    may_name = forms.ChoiceField(
        label=_("May we say in a message that we are from the council?"),
        choices=YES_NO,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("If you do not choose, we do not say it."),
    )
    where = forms.CharField(
        label=_("Your phone number or email, or the person we should ask"),
        max_length=LONG,
        help_text=_("Only give one that is safe."),
        error_messages={"required": _("Write how we can reach you.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", "after")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        for name in ("when", "not_to", "where"):
            self.cleaned_data[name] = clean_typed(self.cleaned_data.get(name, ""))
        if not self.cleaned_data["where"] and "where" not in self.errors:
            self.add_error("where", self.fields["where"].error_messages["required"])
        return self.cleaned_data


class EndForm(forms.Form):
    """How a request to be contacted ended."""

    came_of_it = forms.ChoiceField(
        label=_("What came of it"), choices=CameOfIt.choices, widget=forms.RadioSelect
    )
