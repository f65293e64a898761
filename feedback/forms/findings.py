"""The analyst's form for findings, which says what is missing before they are published."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.timezone import localdate
from wagtail.admin.forms import WagtailAdminPageForm

from consultations.audiences import Role
from consultations.scoping import council_of, offer


class FindingsForm(WagtailAdminPageForm):
    """Saves any draft about a consultation that has been open; lets nothing be published while
    that is open, and no theme without dissent, or a name that signs there is none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        from feedback.models import Theme

        themes = Theme.objects.filter(consultation__council=council_of(self))
        if self.instance.consultation_page_id and not self.is_bound:
            asked = self.instance.consultation_page.translation_key
            here = Q(published_in__page=self.instance.pk)  # also one that should not be here
            themes = themes.filter(Q(consultation=asked, retired=False) | here).distinct()
        if "themes" in self.formsets:
            offer(self.formsets["themes"], "theme", themes)
            self._say_what_strengths_rest_on()

    def _say_what_strengths_rest_on(self) -> None:
        """Beside each strength: how many people's texts stand under the theme, of how many."""
        from feedback.strengths import support_of

        page = self.instance.consultation_page if self.instance.consultation_page_id else None
        if page is None or page.identity is None:
            return
        support = support_of(page.identity)
        for line in self.formsets["themes"].forms:
            for role in Role.values[:4] if line.instance.theme_id else ():
                field = line.fields[f"said_by_{role}"]
                field.help_text = support.in_words(line.instance.theme_id, role)

    def clean_consultation_page(self) -> Any:
        from feedback.gates import ANOTHER_COUNCIL, NEVER_ASKED

        page = self.cleaned_data["consultation_page"]
        if page and not page.identity:
            raise forms.ValidationError(NEVER_ASKED)
        if page and page.identity.council != council_of(self):
            raise forms.ValidationError(ANOTHER_COUNCIL)
        return page

    def is_valid(self) -> bool:
        if not super().is_valid() or self.is_deferred_validation:
            return super().is_valid()
        from feedback.strengths import support_of

        consultation = self.cleaned_data["consultation_page"].identity
        support = support_of(consultation)
        whole = [self._is_whole(line, consultation, support) for line in self._lines()]
        return self._is_closed() and all(whole)

    def _lines(self) -> list[forms.ModelForm]:
        formset = self.formsets["themes"]
        return [form for form in formset.forms if form not in formset.deleted_forms]

    def _is_closed(self) -> bool:
        """Whether nobody can answer any more, and every text has been read."""
        from feedback.gates import STILL_OPEN, unread
        from feedback.models import Words

        asked = self.cleaned_data["consultation_page"]
        if asked.state != "closed":
            self.add_error("consultation_page", STILL_OPEN)
        if n_unread := Words.objects.unread().of(asked.identity).count():
            self.add_error("consultation_page", unread(n_unread))
        return not self.errors

    @staticmethod
    def _is_whole(line: forms.ModelForm, consultation: Any, support: Any) -> bool:
        """Whether one theme can be published; if not, the sentence stands beside the field."""
        from feedback.gates import ANOTHERS, DIFFERS, STRENGTH

        said = line.cleaned_data
        theme = said["theme"]
        is_ours = theme.consultation_id == consultation.pk
        if not is_ours:
            line.add_error("theme", ANOTHERS % {"theme": theme.name})
        if not said.get("differs", "").strip() and not said.get("nobody_differs"):
            line.add_error("differs", DIFFERS)
        if not any(value for name, value in said.items() if name.startswith("said_by_")):
            line.add_error("said_by_child", STRENGTH)
        for role, sentence in list(support.refusals(line.instance)) if is_ours else ():
            line.add_error(f"said_by_{role}", sentence)
        return not line.errors

    def save(self, commit: bool = True) -> Any:
        for line in self._lines():
            signs = line.cleaned_data.get("nobody_differs")
            if not signs:
                line.instance.signed_by = line.instance.signed_on = None
            elif line.instance.signed_by is None:
                line.instance.signed_by, line.instance.signed_on = self.for_user, localdate()
        return super().save(commit)
