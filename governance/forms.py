"""The decision maker's form, which says what is missing before a decision is published."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from consultations.text import clean_typed


class DecisionForm(WagtailAdminPageForm):
    """Saves any draft, and adds a line for each theme; publishes only what is whole."""

    def is_valid(self) -> bool:
        if not super().is_valid() or self.is_deferred_validation:
            return super().is_valid()
        for field, sentence in self._missing():
            self.add_error(field, sentence)
        return not self.errors

    def _missing(self) -> list[tuple[str | None, str]]:
        from governance import gates

        page = self.instance
        lines = [(said["theme"].pk, said["use"], said["why"]) for said in self._lines("influences")]
        missing: list[tuple[str | None, str]] = list(gates.missing_facts(page))
        for sentence in gates.missing_influences(page.findings, lines):
            missing.append((None, sentence))
        if not self._lines("changes"):
            missing.append((None, str(gates.NO_CHANGES)))
        if not self._lines("alternatives"):
            missing.append((None, str(gates.NO_ALTERNATIVES)))
        promises = [form.instance for form in self._kept_forms("promises")]
        missing += [(None, sentence) for sentence in gates.changed_promises(page, promises)]
        return missing

    def _kept_forms(self, name: str) -> list[forms.ModelForm]:
        formset = self.formsets[name]
        return [form for form in formset.forms if form not in formset.deleted_forms]

    def _lines(self, name: str) -> list[dict]:
        return [form.cleaned_data for form in self._kept_forms(name) if form.cleaned_data]

    def save(self, commit: bool = True) -> Any:
        page = super().save(commit=False)
        self._add_missing_lines(page)
        if commit:
            page.save()
        return page

    @staticmethod
    def _add_missing_lines(page: Any) -> None:
        """A line for each theme of the findings that has none, so that nobody has to hunt."""
        from governance.models import Influence

        if not page.findings_id:
            return
        have = {line.theme_id for line in page.influences.all()}
        for published in page.findings.themes.all():
            if published.theme_id not in have:
                page.influences.add(Influence(theme_id=published.theme_id, use="", why=""))


class KeptForm(forms.Form):
    """Saying that a promise was kept."""

    kept_on = forms.DateField(label=_("Kept on"), widget=forms.DateInput(attrs={"type": "date"}))
    evidence = forms.CharField(
        label=_("What shows it"),
        help_text=_("Anyone can read this. Name no child and no member of staff."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_evidence(self) -> str:
        return clean_typed(self.cleaned_data["evidence"])
