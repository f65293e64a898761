"""What analysts fill in about themes, about themselves, and about what young people said of it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.audiences import Band
from consultations.models import Consultation
from consultations.text import clean_typed
from feedback.actions.frame import Part
from feedback.models import CheckBack, CheckedTheme, Standpoint, Theme, Verdict

PARTS = 3  # themes that one can be split into at once


def _line(text: str) -> str:
    """One line, without anything that the record could not show as it is."""
    return clean_typed(" ".join(text.split()))


def _lines(rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class WhyForm(forms.Form):
    """Why the code frame is changed."""

    why = forms.CharField(label=_("Why"), required=False, max_length=500, widget=_lines())

    def clean_why(self) -> str:
        return clean_typed(self.cleaned_data["why"])


class ThemeForm(forms.ModelForm):
    """A new theme, or better words for one."""

    why = WhyForm.base_fields["why"]

    class Meta:
        model = Theme
        fields = (
            "name",
            "child_name",
            "definition",
            "use_when",
            "not_when",
            "example",
            "parent",
        )
        widgets = {
            name: forms.Textarea(attrs={"rows": 2})
            for name in ("definition", "use_when", "not_when", "example")
        }
        help_texts = {
            "child_name": _("What a child would call it. Young people check it."),
            "example": _("Made up, or so that nobody can know whose words they are."),
        }

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.consultation = consultation
        above = consultation.themes.in_use().filter(parent=None).exclude(pk=self.instance.pk)
        self.fields["parent"].queryset = above
        self.fields["parent"].empty_label = _("None: it stands on its own")
        if not self.instance._state.adding and self.instance.parts.exists():
            del self.fields["parent"]  # one level is enough

    def clean_name(self) -> str:
        name = _line(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(forms.Field.default_error_messages["required"])
        return name

    def clean_child_name(self) -> str:
        return _line(self.cleaned_data["child_name"])

    def clean(self) -> dict:
        cleaned = super().clean()
        for name in ("definition", "use_when", "not_when", "example", "why"):
            if name in cleaned:
                cleaned[name] = clean_typed(cleaned[name])
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        # Two themes of one name must be found here, not by the database.
        return super()._get_validation_exclusions() - {"consultation"}


class MergeForm(WhyForm):
    """Which theme another is merged into."""

    into = forms.ModelChoiceField(label=_("Merge it into"), queryset=Theme.objects.none())

    field_order = ("into", "why")

    def __init__(self, *args: Any, theme: Theme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = theme.consultation.themes.in_use().exclude(pk=theme.pk)
        self.fields["into"].queryset = others


class SplitForm(WhyForm):
    """What a theme is split into, and where what stands under it goes."""

    def __init__(self, *args: Any, theme: Theme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theme = theme
        for number in range(1, PARTS + 1):
            self.fields[f"name_{number}"] = forms.CharField(
                label=_("Name of part %s") % number, max_length=120, required=number <= 2
            )
            self.fields[f"definition_{number}"] = forms.CharField(
                label=_("What belongs to part %s") % number, required=False, widget=_lines()
            )
        stays = [("", _("Where it is, until somebody has looked at it again"))]
        stays += [(str(n), _("Into part %s") % (n + 1)) for n in range(PARTS)]
        self.fields["keep_in"] = forms.ChoiceField(
            label=_("What stands under it goes"), choices=stays, required=False
        )
        self.order_fields([*(name for name in self.fields if name != "why"), "why"])

    def clean(self) -> dict:
        cleaned = super().clean()
        names = [_line(cleaned.get(f"name_{number}") or "") for number in range(1, PARTS + 1)]
        filled = [name for name in names if name]
        taken = self.theme.consultation.themes.filter(name__in=filled)
        for number, name in enumerate(names, start=1):
            if name and (filled.count(name) > 1 or any(one.name == name for one in taken)):
                self.add_error(f"name_{number}", _("There is a theme of that name already."))
        kept = cleaned.get("keep_in")
        if kept and not names[int(kept)]:
            self.add_error("keep_in", _("That part has no name."))
        definitions = [cleaned.get(f"definition_{number}") or "" for number in range(1, PARTS + 1)]
        cleaned["parts"] = [
            Part(name, clean_typed(definition))
            for name, definition in zip(names, definitions, strict=True)
            if name
        ]
        return cleaned


class StandpointForm(forms.ModelForm):
    """Where somebody stands who reads."""

    class Meta:
        model = Standpoint
        fields = ("works_in", "link", "view")
        widgets = {
            "works_in": forms.RadioSelect,
            "link": forms.RadioSelect,
            "view": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "view": _(
                "What you expect, what you hope, why a box was chosen as it was. Colleagues who "
                "read with you see this. It is not published."
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("works_in", "link"):
            self.fields[name].choices = [one for one in self.fields[name].choices if one[0]]

    def clean_view(self) -> str:
        return clean_typed(self.cleaned_data["view"])


class CheckBackForm(forms.ModelForm):
    """Who looked at the themes, and when."""

    class Meta:
        model = CheckBack
        fields = ("who", "youngest", "oldest", "held_on")
        widgets = {"held_on": forms.DateInput(attrs={"type": "date"})}
        help_texts = {"who": _("A group, such as “The youth council”. Never a name. Published.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = True

    def clean_who(self) -> str:
        who = _line(self.cleaned_data["who"])
        if not who:
            raise forms.ValidationError(forms.Field.default_error_messages["required"])
        return who

    def clean_held_on(self) -> Any:
        day = self.cleaned_data["held_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Record it when it has happened."))
        return day

    def clean(self) -> dict:
        cleaned = super().clean()
        ages = [cleaned.get("youngest"), cleaned.get("oldest")]
        if all(ages) and Band.values.index(ages[0]) > Band.values.index(ages[1]):
            self.add_error("oldest", _("The oldest are not younger than the youngest."))
        return cleaned


class CheckedThemeForm(forms.Form):
    """What young people said of one theme; nothing where they did not look at it."""

    verdict = forms.ChoiceField(
        label=_("What they said"),
        required=False,
        choices=[("", _("They did not look at it")), *Verdict.choices],
    )
    changed = forms.CharField(label=_("What they changed"), required=False, widget=_lines())

    def __init__(self, *args: Any, theme: Theme, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"theme-{theme.pk}", **kwargs)
        self.theme = theme

    def clean(self) -> dict:
        cleaned = super().clean()
        changed = cleaned["changed"] = clean_typed(cleaned.get("changed", ""))
        verdict = cleaned.get("verdict")
        if verdict in (Verdict.CHANGED, Verdict.WRONG) and not changed:
            self.add_error(
                "changed", _("Say in a few words what they changed or did not agree with.")
            )
        if changed and not verdict:
            self.add_error("verdict", _("Choose what they said."))
        return cleaned

    def as_row(self) -> CheckedTheme:
        """The row to be kept."""
        return CheckedTheme(
            theme=self.theme,
            verdict=self.cleaned_data["verdict"],
            changed=self.cleaned_data["changed"],
        )


class SkipForm(forms.Form):
    """Why no young people looked at the themes."""

    why_skipped = forms.CharField(
        label=_("Why not"),
        max_length=500,
        widget=_lines(3),
        help_text=_("This is published with the findings."),
    )

    def clean_why_skipped(self) -> str:
        why = clean_typed(self.cleaned_data["why_skipped"])
        if not why:
            raise forms.ValidationError(forms.Field.default_error_messages["required"])
        return why


def checked_theme_forms(posted: Any, themes: Iterable[Theme]) -> list[CheckedThemeForm]:
    """A form for each theme."""
    return [CheckedThemeForm(posted, theme=theme) for theme in themes]
