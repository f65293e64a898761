"""The officer's form for a consultation, which says what is missing before it is published."""

from typing import Any

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
    """Saves any draft; lets nothing be submitted or published that could not be frozen."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation or self.errors:
            return
        from consultations.refusals import refusals

        for field, sentence in refusals(self.instance, council_of(self)):
            self.add_error(field, sentence)
