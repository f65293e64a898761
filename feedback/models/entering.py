"""What staff entered for others: who typed how much, and files on their way in.

Nothing here leads to a response, and nothing of a response leads here (see decision 0018).
"""

import json
import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from feedback.sealing import seal, unseal


class Typed(models.Model):
    """How many responses somebody entered into a consultation on one day."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="typed")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("entered"))
    n = models.PositiveIntegerField(_("how many"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("entry for others")
        verbose_name_plural = _("entries for others")
        ordering: ClassVar[list] = ["on", "pk"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["consultation", "by", "on"], name="feedback_typed_is_counted_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"Typed on {self.on}"


class PaperFileQuerySet(models.QuerySet):
    """Files by their age."""

    def kept(self, now: datetime) -> "PaperFileQuerySet":
        """Those whose contents are still there."""
        return self.filter(expires_at__gt=now)

    def due(self, now: datetime) -> "PaperFileQuerySet":
        """Those whose contents must go."""
        return self.filter(expires_at__lte=now).exclude(sealed="")


class PaperFile(models.Model):
    """A spreadsheet of paper forms: checked, then imported or not.

    `sealed` holds what was read from it until it is imported, and after that the four words of
    each form until the slips are printed; both are wiped after some hours. The digest stays, so
    that the same file is noticed when it comes again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="paper_files"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(_("digest of the file"), max_length=64)
    n = models.PositiveIntegerField(_("forms"))
    sealed = models.TextField(_("contents, sealed"), blank=True)
    imported_on = models.DateField(_("imported"), null=True, blank=True)
    expires_at = models.DateTimeField(_("contents wiped at"), db_index=True)

    objects = PaperFileQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("file of paper forms")
        verbose_name_plural = _("files of paper forms")
        ordering: ClassVar[list] = ["expires_at", "pk"]

    def __str__(self) -> str:
        return f"A file of {self.n}"  # never its contents: this text can end up in a log

    @property
    def contents(self) -> Any:
        """What is sealed in it. Raises CannotUnseal."""
        return json.loads(unseal(self.sealed))

    @contents.setter
    def contents(self, value: Any) -> None:
        self.sealed = seal(json.dumps(value))
