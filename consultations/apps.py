from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "consultations"
    verbose_name = "Consultations"

    def ready(self) -> None:
        from django.db import models
        from wagtail.admin.forms.models import register_form_field_override

        from consultations import listeners
        from consultations.fields import DayInput

        # Wagtail's own takes a day that it cannot read for today, without a word.
        register_form_field_override(
            models.DateField, override={"widget": DayInput}, exact_class=True
        )
        listeners.connect()
