"""The analyst's form for findings, which says what is missing before they are published."""

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm


class FindingsForm(WagtailAdminPageForm):
    """Saves any draft; lets no theme be published without dissent, or a name that signs there is
    none."""

    def is_valid(self) -> bool:
        if not super().is_valid() or self.is_deferred_validation:
            return super().is_valid()
        return all([self._is_whole(line) for line in self._lines()])

    def _lines(self) -> list[forms.ModelForm]:
        formset = self.formsets["themes"]
        return [form for form in formset.forms if form not in formset.deleted_forms]

    @staticmethod
    def _is_whole(line: forms.ModelForm) -> bool:
        """Whether one theme can be published; if not, the sentence stands beside the field."""
        from feedback.gates import DIFFERS, STRENGTH

        said = line.cleaned_data
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
