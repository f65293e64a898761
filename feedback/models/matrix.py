"""The framework matrix: groups of people down, themes across, a short summary in each cell."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.audiences import Band, Role
from feedback.models.theme import Theme


class MatrixCell(models.Model):
    """What one group said of one theme, in an analyst's words, each way of it a new row.

    The last one counts. A group is a role, whose words they are (see groups.VOICES) and an age.
    """

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="cells")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    voice = models.CharField(_("whose words"), max_length=20)
    band = models.CharField(_("age"), max_length=10, choices=Band, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("written"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("cell of the matrix")
        verbose_name_plural = _("cells of the matrix")
        ordering: ClassVar[list] = ["pk"]

    def __str__(self) -> str:
        return f"Cell {self.pk}"
