"""Who opened a concern, what was handed over of it, and who took over from whom."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from feedback.models.reading import Concern
from feedback.models.written_once import WrittenOnce
from feedback.sealing import unseal


class ConcernOpening(WrittenOnce):
    """Somebody opened a concern. Written down each time, before it is shown."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="openings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("opened"))

    class Meta(WrittenOnce.Meta):
        verbose_name = _("opening of a concern")
        verbose_name_plural = _("openings of concerns")

    def __str__(self) -> str:
        return f"Opening of a concern {self.pk}"


class HandingOver(WrittenOnce):
    """The least that must be known was given to those who act. Once; again only with a reason."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="handings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("handed over"))
    sealed_reason = models.TextField(_("why again, sealed"), blank=True)

    class Meta(WrittenOnce.Meta):
        verbose_name = _("handing over")
        verbose_name_plural = _("handings over")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["concern"],
                condition=models.Q(sealed_reason=""),
                name="feedback_concern_is_handed_over_again_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Handing over {self.pk}"

    @property
    def reason(self) -> str:
        """Why it was handed over again; "" the first time."""
        return unseal(self.sealed_reason) if self.sealed_reason else ""


class Shift(models.Model):
    """One safeguarding lead hands what is open to another, with a note."""

    council = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="shifts")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("handed over"))
    sealed_note = models.TextField(_("what they must know, sealed"), blank=True)
    taken_at = models.DateTimeField(_("taken over"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("change of shift")
        verbose_name_plural = _("changes of shift")
        ordering: ClassVar[list] = ["-at"]
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_shift_goes_to_somebody_else", condition=~models.Q(by=models.F("to"))
            ),
        ]

    def __str__(self) -> str:
        return f"Change of shift {self.pk}"

    @property
    def note(self) -> str:
        """What the next one must know."""
        return unseal(self.sealed_note) if self.sealed_note else ""
