"""The decision maker's form, which says what is missing before a decision is published."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from consultations.scoping import council_of, offer
from consultations.text import clean_typed
from feedback.models import Theme


class DecisionForm(WagtailAdminPageForm):
    """Saves any draft, and adds a line for each theme; publishes only what is whole.

    Not even a draft takes back a promise that was made in public.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        themes = Theme.objects.filter(consultation__council=council_of(self))
        if self.instance.findings_id and not self.is_bound:
            rests_on = Q(published_in__page=self.instance.findings_id)
            here = Q(influences__page=self.instance.pk)  # also one that should not be here
            themes = themes.filter(rests_on | here).distinct()
        if "influences" in self.formsets:
            offer(self.formsets["influences"], "theme", themes)

    def clean_findings(self) -> Any:
        from governance import gates

        findings = self.cleaned_data["findings"]
        if findings and findings.consultation.council != council_of(self):
            raise forms.ValidationError(gates.ANOTHER_COUNCIL)
        return findings

    def is_valid(self) -> bool:
        valid = super().is_valid()
        missing = self._changed_promises()
        if not self.is_deferred_validation:
            missing += self._missing()
            valid = self._is_sealable() and valid
            valid = self._promises_lie_ahead() and valid
            if valid and not missing:
                missing = self._lacks_reason()
        for field, sentence in missing:
            self.add_error(field, sentence)
        return valid and not missing

    def _changed_promises(self) -> list[tuple[str | None, str]]:
        from governance import gates

        promises = [form.instance for form in self._kept_forms("promises")]
        return [(None, sentence) for sentence in gates.changed_promises(self.instance, promises)]

    def _missing(self) -> list[tuple[str | None, str]]:
        """Everything that is missing, also when the fields themselves say more."""
        from governance import gates

        page = self.instance
        missing: list[tuple[str | None, str]] = list(gates.missing_facts(page, council_of(self)))
        if page.findings_id:
            lines = [
                (said["theme"].pk, said.get("use", ""), said.get("why", ""))
                for said in self._lines("influences")
                if "theme" in said
            ]
            for sentence in gates.missing_influences(page.findings, lines):
                missing.append((None, sentence))
        if not self._lines("changes"):
            missing.append((None, str(gates.NO_CHANGES)))
        if not self._lines("alternatives"):
            missing.append((None, str(gates.NO_ALTERNATIVES)))
        return missing

    def _is_sealable(self) -> bool:
        """Whether the log takes every text of every line; if not, the field says why."""
        from governance import gates

        refused = [
            (form, name, sentence)
            for formset in ("changes", "influences", "alternatives", "promises")
            for form in self._kept_forms(formset)
            for name, value in form.cleaned_data.items()
            if isinstance(value, str) and (sentence := gates.why_unsealable(value))
        ]
        for form, name, sentence in refused:
            form.add_error(name, sentence)
        return not refused

    def _promises_lie_ahead(self) -> bool:
        """Whether every new promise can be kept; if not, its day says why."""
        from governance import possible

        lines = {id(form.instance): form for form in self._kept_forms("promises")}
        promises = [form.instance for form in lines.values()]
        wrong = possible.impossible_promises(self.instance, promises)
        for promise, sentence in wrong:
            lines[id(promise)].add_error("due_on", sentence)
        return not wrong

    def _lacks_reason(self) -> list[tuple[str | None, str]]:
        """Whether a change of what the record says has no reason. Only what is whole is compared,
        with its lines as they would be saved."""
        from governance import possible

        super().save(commit=False)
        return [("change_note", sentence) for sentence in possible.without_reason(self.instance)]

    def _kept_forms(self, name: str) -> list[forms.ModelForm]:
        """The lines that are not to be deleted, each checked."""
        return [
            form
            for form in self.formsets[name].forms
            if form.errors is not None and not form.cleaned_data.get("DELETE")
        ]

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
        evidence = clean_typed(self.cleaned_data["evidence"])
        if not evidence:
            raise forms.ValidationError(self.fields["evidence"].error_messages["required"])
        return evidence
