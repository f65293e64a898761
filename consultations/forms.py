"""The officer's form for a consultation, which says what is missing before it is published."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from consultations.scoping import council_of, offer


class ItemForm(WagtailAdminPageForm):
    """An information item: it lives in systems and returns of its own council."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        from consultations.models import InformationSystem, StatutoryReturn

        council = council_of(self)
        if "systems" in self.fields:
            self.fields["systems"].queryset = InformationSystem.objects.filter(council=council)
        if "return_lines" in self.formsets:
            returns = StatutoryReturn.objects.filter(council=council)
            offer(self.formsets["return_lines"], "statutory_return", returns)


class ConsultationForm(WagtailAdminPageForm):
    """Saves any draft; lets nothing be submitted or published that could not be frozen, or that
    the gate keeps back."""

    nothing_decided = forms.BooleanField(
        label=_("No decision has been taken"),
        required=False,
        help_text=_(
            "Tick this when whoever decides has told you so. Your name and the day are kept. It "
            "is taken back under “Before it opens”."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        from consultations.gate.keeping import opening_of
        from consultations.models.planning import CHECKLIST

        said = bool(self.instance.undecided_on)
        self.initial["nothing_decided"] = said
        opening = opening_of(self.instance)
        for name in [*(CHECKLIST if opening else ()), *(["nothing_decided"] if said else ())]:
            if name in self.fields:
                self.fields[name].disabled = True

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation or self.errors:
            return
        from consultations.refusals import refusals

        for field, sentence in refusals(self.instance, council_of(self)):
            self.add_error(field, sentence)

    def is_valid(self) -> bool:
        """What the gate looks at stands in lists too, so it is asked once they are known."""
        if not super().is_valid():
            return False
        if self.is_deferred_validation or hasattr(self, "_kept_back"):
            return True
        from consultations.gate.keeping import kept_back

        self._kept_back = kept_back(self.save(commit=False), council_of(self))
        for field, sentence in self._kept_back:
            self.add_error(field, sentence)
        return not self._kept_back

    def save(self, commit: bool = True) -> Any:
        if self.cleaned_data.get("nothing_decided") and not self.instance.undecided_on:
            self.instance.undecided_on = timezone.localdate()
            self.instance.undecided_by = self.for_user
        return super().save(commit)
