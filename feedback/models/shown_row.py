"""Rows of tables that a person decided to show."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.audiences import Band, Role
from consultations.models import Option, Question
from feedback.models.findings import FindingsPage


class ShownRow(models.Model):
    """A person decided that a row may be shown in which everyone gave the same answer.

    Such a row says something about each of them, so it is hidden unless somebody takes the
    decision (requirements R3).
    """

    page = models.ForeignKey(FindingsPage, on_delete=models.CASCADE, related_name="shown_rows")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    option = models.ForeignKey(
        Option,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,  # only a table about one thing that was sorted has one
        blank=True,
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    voice = models.CharField(_("whose words"), max_length=20)  # see tables.VOICES
    band = models.CharField(_("age"), max_length=10, choices=Band, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("row that may be shown")
        verbose_name_plural = _("rows that may be shown")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["page", "question", "role", "voice", "band"],
                condition=models.Q(option=None),
                name="feedback_shown_row_is_decided_once",
            ),
            models.UniqueConstraint(
                fields=["page", "option", "role", "voice", "band"],
                name="feedback_shown_row_of_a_thing_is_decided_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.role} {self.band}"
