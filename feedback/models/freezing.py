"""A picture that may be illegal: who froze it, and who let it go (requirement S11)."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from feedback.models.reading import Concern
from feedback.sealing import unseal


class FreezingQuerySet(models.QuerySet):
    """Frozen pictures by whether they still are."""

    def standing(self) -> Self:
        """Those that nobody may open."""
        return self.filter(released_at=None)


class Freezing(models.Model):
    """The one sealed picture of a concern is frozen: nobody opens it here, and it stays.

    The database keeps the concern, and with it the picture, as long as it is frozen.
    """

    concern = models.OneToOneField(Concern, on_delete=models.PROTECT, related_name="freezing")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("frozen"))
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    released_at = models.DateTimeField(_("released"), null=True, blank=True)
    sealed_reason = models.TextField(_("what the police said, sealed"), blank=True)

    objects = FreezingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("frozen picture")
        verbose_name_plural = _("frozen pictures")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_freezing_is_released_by_somebody_with_a_reason",
                condition=Q(released_by=None, released_at=None, sealed_reason="")
                | (Q(released_by__isnull=False, released_at__isnull=False) & ~Q(sealed_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"Freezing {self.pk}"

    @property
    def reason(self) -> str:
        """What the police said when it was released."""
        return unseal(self.sealed_reason) if self.sealed_reason else ""
