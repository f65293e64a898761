"""What safeguarding leads fill in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.text import clean_typed
from feedback.forms.staff import something
from feedback.models import Outcome
from feedback.pathways import Category
from feedback.settling import Facts, Wrong

A_MOMENT = "%Y-%m-%dT%H:%M"  # as browsers send it
FACTS = tuple(Facts.__dataclass_fields__)


class MomentField(forms.DateTimeField):
    """A day and a time, to the minute."""

    def __init__(self, **more: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=A_MOMENT)
        super().__init__(required=False, widget=widget, input_formats=[A_MOMENT], **more)


class FactsForm(forms.Form):
    """Whom a worry is about, and when it was known, told and acted on."""

    category = forms.ChoiceField(
        label=_("What it is about"),
        required=False,
        choices=[("", _("Nothing to worry about")), *Category.choices],
    )
    about_writer = forms.BooleanField(label=_("The person who wrote it"), required=False)
    about_another = forms.BooleanField(label=_("Another child"), required=False)
    others_at_risk = forms.BooleanField(
        label=_("Other children may be at risk from the same person now"), required=False
    )
    aware_at = MomentField(
        label=_("When you knew"), help_text=_("It may be earlier than now. Never later.")
    )
    told_at = MomentField(
        label=_("When others were told"),
        help_text=_("The police, 999, the local authority or its designated officer."),
    )
    acted_at = MomentField(label=_("When you acted"))
    reference = forms.CharField(
        label=_("Reference of the referral"),
        required=False,
        max_length=200,
        help_text=_("The number and nothing else: the referral itself is kept where it was made."),
    )
    pattern = forms.CharField(
        label=_("What a setting was told, if you cannot find out who it is"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "You can tell the lead of a school or a home about a pattern, without the text. Write "
            "who was told, and what."
        ),
    )

    def clean_reference(self) -> str:
        return clean_typed(self.cleaned_data["reference"])

    def clean_pattern(self) -> str:
        return clean_typed(self.cleaned_data["pattern"])

    @property
    def subjects(self) -> list[forms.BoundField]:
        """Whom it can be about, to be ticked."""
        return [self[name] for name in ("about_writer", "about_another", "others_at_risk")]

    @property
    def facts(self) -> Facts:
        """What was filled in, apart from the outcome."""
        return Facts(**{name: self.cleaned_data[name] for name in FACTS})

    def refuse(self, wrong: Iterable[Wrong]) -> None:
        """Say at each field what is missing or cannot be."""
        for field, why in wrong:
            self.add_error(field, why)


class OutcomeForm(FactsForm):
    """What came of a concern."""

    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    action = forms.CharField(
        label=_("What you did and why"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Write no more than is needed. It is sealed and stays on record."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        now = timezone.localtime()
        kwargs.setdefault("initial", {"aware_at": now, "acted_at": now})
        super().__init__(*args, **kwargs)

    def clean_action(self) -> str:
        return something(self.cleaned_data["action"])


class FollowUpForm(FactsForm):
    """What happened since the outcome was recorded."""

    note = forms.CharField(label=_("What happened"), widget=forms.Textarea(attrs={"rows": 4}))
    outcome = forms.ChoiceField(
        label=_("New outcome"),
        required=False,
        choices=[("", _("The outcome stays as it is")), *Outcome.choices],
        help_text=_("What was recorded before stays on record."),
    )

    def clean_note(self) -> str:
        return something(self.cleaned_data["note"])


class ConflictForm(forms.Form):
    """Whom a worry is about, of those who work here."""

    people = forms.ModelMultipleChoiceField(
        label=_("Who it is about"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Tick everybody it is about. Tick nobody if it is about somebody without an account "
            "here, or about how people work here."
        ),
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = people


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, label: Any, needed: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = label
        self.fields["reason"].required = needed

    def clean_reason(self) -> str:
        reason = self.cleaned_data["reason"]
        return something(reason) if self.fields["reason"].required else clean_typed(reason)


class ShiftForm(forms.Form):
    """Handing what is open to somebody else."""

    to = forms.ModelChoiceField(label=_("Who takes over"), queryset=None)
    note = forms.CharField(
        label=_("What they must know"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only whoever takes over and you see this."),
    )

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = others

    def clean_note(self) -> str:
        return clean_typed(self.cleaned_data["note"])


class PathwaysForm(forms.Form):
    """What this council does about each kind of worry."""

    def __init__(self, *args: Any, texts: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, label in Category.choices:
            self.fields[code] = forms.CharField(
                label=label,
                required=False,
                initial=texts[code],
                widget=forms.Textarea(attrs={"rows": 3}),
            )
