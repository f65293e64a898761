"""What stood at the gate when a consultation was first opened. Never changed after that."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.models.consultation import Consultation


class Opening(models.Model):
    """That a consultation has been opened, and what was planned and lacking on that day.

    `document` is {"language", "checklist": {"space": …}, "without": [{"code", "reason"}]}. It is
    empty for a consultation that was opened before there was a gate: nothing is asked of it.
    """

    consultation = models.OneToOneField(
        Consultation, on_delete=models.PROTECT, related_name="opening", primary_key=True
    )
    opened_on = models.DateField(_("opened"))
    document = models.JSONField(_("document"), default=dict)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("opening")
        verbose_name_plural = _("openings")
        ordering: ClassVar[list] = ["opened_on"]

    def __str__(self) -> str:
        return f"{self.consultation}: {self.opened_on}"
