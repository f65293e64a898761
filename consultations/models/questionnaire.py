"""What publishing freezes: the questionnaire, and the stable identity of questions and answers."""

import uuid
from functools import lru_cache
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from consultations.models.consultation import Consultation

CHOICES_KIND_LENGTH = 24


class Questionnaire(models.Model):
    """One edition of the questions, in every language. Never edited but for the mark `answered`.

    `document` holds everything that is needed to ask, check, print and export this edition; its
    shape is written down in `actions/questionnaires.py`.
    """

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="questionnaires"
    )
    number = models.PositiveIntegerField(_("edition"))
    document = models.JSONField(_("document"))
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    revision = models.ForeignKey(
        Revision,
        on_delete=models.PROTECT,  # keeps the page, and what was approved, from being deleted
        related_name="questionnaires",
    )
    frozen_on = models.DateField(_("frozen"))
    answered = models.BooleanField(_("answered"), default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("questionnaire")
        verbose_name_plural = _("questionnaires")
        ordering: ClassVar[list] = ["consultation", "number"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["consultation", "number"],
                name="consultations_questionnaire_edition_is_numbered_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation.code} {self.number}"


class Question(models.Model):
    """A question through all its editions and languages. Retired, never deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="questions"
    )
    block_id = models.UUIDField(_("the editor's id"))
    key = models.CharField(_("data name"), max_length=24)
    kind = models.CharField(_("kind"), max_length=CHOICES_KIND_LENGTH)
    shape = models.JSONField(_("what may not change"), default=dict, blank=True)
    asked_of = models.JSONField(_("asked of"), default=dict)
    retired = models.BooleanField(_("retired"), default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["consultation", "key"], name="consultations_question_has_one_data_name"
            ),
            models.UniqueConstraint(
                fields=["consultation", "block_id"],
                name="consultations_question_comes_from_one_block",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Option(models.Model):
    """An answer that can be chosen, through all editions and languages. Retired, never deleted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="options")
    block_id = models.UUIDField(_("the editor's id"), null=True, blank=True)
    code = models.CharField(_("code"), max_length=24)
    value = models.SmallIntegerField(_("number"))
    apart = models.BooleanField(_("apart from the scale"), default=False)
    retired = models.BooleanField(_("retired"), default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("answer that can be chosen")
        verbose_name_plural = _("answers that can be chosen")
        ordering: ClassVar[list] = ["value"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["question", "code"], name="consultations_option_has_one_code"
            ),
            models.UniqueConstraint(
                fields=["question", "value"], name="consultations_option_number_is_never_reused"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question.key}={self.code}"


@lru_cache(maxsize=64)
def frozen_document(questionnaire_id: int, sha256: str) -> dict:
    """The document of a questionnaire, read once per process: it never changes.

    The fingerprint is part of the key so that a restored or rebuilt database is never answered
    from memory. Raises Questionnaire.DoesNotExist.
    """
    return Questionnaire.objects.values_list("document", flat=True).get(
        pk=questionnaire_id, sha256=sha256
    )
