"""Who was given the right to read answers, and who took it away."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from consultations.models import StaffRole
from feedback.models.written_once import WrittenOnce


class RoleChange(WrittenOnce):
    """A role that reads answers was given to somebody, or taken from them.

    Nobody is named as giving it when a program did, such as one that the council's IT team ran.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=20, choices=StaffRole)
    council = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    given = models.BooleanField(_("given"))
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(_("when"))

    class Meta(WrittenOnce.Meta):
        verbose_name = _("change of a role")
        verbose_name_plural = _("changes of roles")
        ordering: ClassVar[list] = ["-pk"]

    def __str__(self) -> str:
        return f"Change of a role {self.pk}"
