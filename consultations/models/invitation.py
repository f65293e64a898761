"""Who was given a way in, and never who took it (see decision 0017)."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.models.consultation import Consultation

MOST_CODES = 250  # in one batch: as many letters as are made while somebody waits
FEWEST_SHOWN = 10  # of a smaller batch, how many were used could say who answered


class Route(models.TextChoices):
    """By which way somebody came to a consultation."""

    OPEN = "open", _("The open link")
    INVITED = "invited", _("A code of their own")
    GROUP = "group", _("A code for a group")


class InvitationBatchQuerySet(models.QuerySet):
    """Batches by whether their codes still open something."""

    def running(self) -> "InvitationBatchQuerySet":
        """Those that were not ended."""
        return self.filter(n_used=None)


class InvitationBatch(models.Model):
    """Codes that were made together for a known group, each to be used once."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="batches")
    label = models.CharField(_("who they are for"), max_length=80)
    n_codes = models.PositiveSmallIntegerField(_("how many"))
    made_on = models.DateField(_("made"))
    expires_on = models.DateField(_("last day"))
    n_used = models.PositiveSmallIntegerField(_("used, once it has ended"), null=True, blank=True)

    objects = InvitationBatchQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("batch of codes")
        verbose_name_plural = _("batches of codes")
        ordering: ClassVar[list] = ["-made_on", "label"]
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="consultations_batch_has_some_codes_and_not_too_many",
                condition=models.Q(n_codes__gte=1, n_codes__lte=MOST_CODES),
            ),
            models.CheckConstraint(
                name="consultations_batch_ends_after_it_was_made",
                condition=models.Q(expires_on__gte=models.F("made_on")),
            ),
            models.CheckConstraint(
                name="consultations_batch_has_no_more_used_than_made",
                condition=models.Q(n_used=None) | models.Q(n_used__lte=models.F("n_codes")),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def used(self) -> int:
        """How many of its codes were used."""
        return self.n_codes - self.unused.count() if self.n_used is None else self.n_used

    @property
    def shown_used(self) -> int | None:
        """How many were used, or None where so few could say who answered."""
        return self.used if self.n_codes >= FEWEST_SHOWN else None

    def is_over(self, today: date) -> bool:
        """Whether none of its codes lets anybody begin any more."""
        return self.n_used is not None or self.expires_on < today


class Invitation(models.Model):
    """A code that nobody has used yet. Once used it is gone: nothing is left that has a time, a
    place in an order, or a transaction in common with an answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    batch = models.ForeignKey(InvitationBatch, on_delete=models.CASCADE, related_name="unused")
    code_digest = models.CharField(_("digest of the code"), max_length=64, unique=True)
    code_key = models.PositiveSmallIntegerField(_("number of the key"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("unused code")
        verbose_name_plural = _("unused codes")

    def __str__(self) -> str:
        return "An unused code"


class GroupCode(models.Model):
    """A code for everybody in one room, on one day. It hangs on the wall, so it is no secret."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="group_codes"
    )
    label = models.CharField(_("which session"), max_length=80)
    code = models.CharField(_("code"), max_length=9, unique=True)
    valid_on = models.DateField(_("day"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("group code")
        verbose_name_plural = _("group codes")
        ordering: ClassVar[list] = ["valid_on", "label"]

    def __str__(self) -> str:
        return self.label
