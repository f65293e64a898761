"""The analyst's form for findings, which says what is missing before they are published."""

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm


class FindingsForm(WagtailAdminPageForm):
    """Saves any draft about a consultation that has been open; lets nothing be published while
    that is open, and no theme without dissent, or a name that signs there is none."""

    def clean_consultation_page(self) -> Any:
        from feedback.gates import NEVER_ASKED

        page = self.cleaned_data["consultation_page"]
        if page and not page.identity:
            raise forms.ValidationError(NEVER_ASKED)
        return page

    def is_valid(self) -> bool:
        if not super().is_valid() or self.is_deferred_validation:
            return super().is_valid()
        consultation = self.cleaned_data["consultation_page"].identity
        whole = [self._is_whole(line, consultation) for line in self._lines()]
        return self._is_closed() and all(whole)

    def _lines(self) -> list[forms.ModelForm]:
        formset = self.formsets["themes"]
        return [form for form in formset.forms if form not in formset.deleted_forms]

    def _is_closed(self) -> bool:
        """Whether nobody can answer any more."""
        from feedback.gates import STILL_OPEN

        if self.cleaned_data["consultation_page"].state != "closed":
            self.add_error("consultation_page", STILL_OPEN)
        return not self.errors

    @staticmethod
    def _is_whole(line: forms.ModelForm, consultation: Any) -> bool:
        """Whether one theme can be published; if not, the sentence stands beside the field."""
        from feedback.gates import ANOTHERS, DIFFERS, STRENGTH

        said = line.cleaned_data
        theme = said["theme"]
        if theme.consultation_id != consultation.pk:
            line.add_error("theme", ANOTHERS % {"theme": theme.name})
        if not said.get("differs", "").strip() and not said.get("nobody_differs"):
            line.add_error("differs", DIFFERS)
        if not any(value for name, value in said.items() if name.startswith("said_by_")):
            line.add_error("said_by_child", STRENGTH)
        return not line.errors

    def save(self, commit: bool = True) -> Any:
        for line in self._lines():
            signs = line.cleaned_data.get("nobody_differs")
            line.instance.signed_by = (line.instance.signed_by or self.for_user) if signs else None
        return super().save(commit)
