"""Who checked a translation, and when (requirements B12)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision, Site


class TranslationCheck(models.Model):
    """A person read one version of a translation beside its source, and says that it is right.

    `source_sha256` tells what the source said then. `source_moved_on` is the day on which the
    source came to say something else: from then on the translation is out of date.
    """

    council = models.ForeignKey(
        Site, verbose_name=_("council"), on_delete=models.PROTECT, related_name="+"
    )
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="translation_checks")
    revision = models.ForeignKey(
        Revision, on_delete=models.CASCADE, related_name="translation_checks"
    )
    checked_by = models.CharField(_("who checked it"), max_length=160)
    checked_on = models.DateField(_("checked on"))
    source_sha256 = models.CharField(_("what the source said"), max_length=64)
    source_moved_on = models.DateField(_("the source changed on"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("check of a translation")
        verbose_name_plural = _("checks of translations")
        ordering: ClassVar[list] = ["pk"]
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="consultations_translation_is_checked_by_somebody",
                condition=~models.Q(checked_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page}: {self.checked_by}, {self.checked_on}"
