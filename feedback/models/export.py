"""Exports: what an analyst asked to take away, why, and what became of it."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from feedback.models.written_once import WrittenOnce


class ExportKind(models.TextChoices):
    """What is made."""

    PACKAGE = "package", _("Answers for R, SPSS and Excel (zip)")
    PROJECT = "project", _("Texts and codes for NVivo, ATLAS.ti and MAXQDA (.qdpx)")
    CODEBOOK = "codebook", _("Codes alone (.qdc)")


class ExportState(models.TextChoices):
    """How far it is."""

    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("Being made")
    DONE = "done", _("Ready")
    FAILED = "failed", _("It did not work")
    GONE = "gone", _("Deleted")


class GoneBecause(models.TextChoices):
    """Why a file is no longer there."""

    OLD = "old", _("Its time was over")
    ERASED = "erased", _("Somebody took their answers back")
    DROPPED = "dropped", _("It was deleted by hand")


class ExportJobQuerySet(models.QuerySet):
    """Exports by whether there is a file."""

    def with_file(self) -> "ExportJobQuerySet":
        """Those that can be fetched, or that will be."""
        return self.filter(state__in=[ExportState.WAITING, ExportState.RUNNING, ExportState.DONE])


class ExportJob(models.Model):
    """One export: who asked for it and why stays; the file goes after some days, or when somebody
    whose answers are in it takes them back. The file is named by the key and lies where no
    address leads."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="exports")
    kind = models.CharField(_("what"), max_length=10, choices=ExportKind)
    language = models.CharField(_("language"), max_length=10)
    why = models.TextField(_("what it is for"), max_length=500)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked"))
    state = models.CharField(
        _("state"), max_length=8, choices=ExportState, default=ExportState.WAITING
    )
    n_done = models.PositiveIntegerField(_("so far"), default=0)
    n_total = models.PositiveIntegerField(_("of"), default=0)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    moved_at = models.DateTimeField(_("last sign of life"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    expires_at = models.DateTimeField(_("deleted after"), null=True, blank=True)
    gone_because = models.CharField(
        _("why it is gone"), max_length=8, choices=GoneBecause, blank=True
    )

    objects = ExportJobQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering: ClassVar[list] = ["-asked_at"]
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_export_says_what_it_is_for", condition=~Q(why="")
            ),
            models.CheckConstraint(
                name="feedback_export_that_is_ready_ends_one_day",
                condition=~Q(state=ExportState.DONE) | Q(expires_at__isnull=False),
            ),
            models.CheckConstraint(
                name="feedback_export_that_is_gone_says_why",
                condition=Q(state=ExportState.GONE) ^ Q(gone_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Export {self.pk}"

    @property
    def is_ready(self) -> bool:
        """Whether there is a file to fetch."""
        return self.state == ExportState.DONE

    @property
    def percent(self) -> int:
        """How far it is, from 0 to 100."""
        return min(100, 100 * self.n_done // self.n_total) if self.n_total else 0


class Fetching(WrittenOnce):
    """Somebody fetched the file of an export."""

    job = models.ForeignKey(ExportJob, on_delete=models.PROTECT, related_name="fetchings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("fetched"))

    class Meta(WrittenOnce.Meta):
        verbose_name = _("fetching of an export")
        verbose_name_plural = _("fetchings of exports")

    def __str__(self) -> str:
        return f"Fetching {self.pk}"
