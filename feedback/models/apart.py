"""What people said about themselves: counts alone, never beside an answer (see decision 0018)."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.audiences import Role
from consultations.equality import EqualitySet
from consultations.models import Consultation


class Tally(models.Model):
    """How many gave one answer about themselves. Nothing leads from here to a response.

    The rows of a consultation are made all at once, before anybody is counted: in which order they
    came into use would tell which answers one person gave together.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="tallies")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    voice = models.CharField(_("whose words"), max_length=20)  # see groups.VOICES
    asks = models.CharField(_("about"), max_length=20, choices=EqualitySet)
    version = models.CharField(_("version"), max_length=20)
    answer = models.CharField(_("answer"), max_length=24)
    n = models.PositiveIntegerField(_("how many"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["consultation", "role", "voice", "asks", "version", "answer"],
                name="feedback_tally_counts_an_answer_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asks}: {self.answer}"
