"""The officer's form for a consultation, which says what is missing before it is published."""

from wagtail.admin.forms import WagtailAdminPageForm


class ConsultationForm(WagtailAdminPageForm):
    """Saves any draft; lets nothing be submitted or published that could not be frozen."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation or self.errors:
            return
        from consultations.refusals import refusals

        for field, sentence in refusals(self.instance):
            self.add_error(field, sentence)
