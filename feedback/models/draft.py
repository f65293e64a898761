"""Answers that have not been sent. No member of staff can open one."""

import json
import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.audiences import Band, Role, Voice
from consultations.models import Questionnaire, Route


class WithAnswer(models.Func):
    """The answers of a draft with one of them put in its place, or taken out when it is None.

    The database does it in one statement, from what it holds at that moment: two tabs never undo
    each other's answers, and neither waits for the other.
    """

    output_field = models.JSONField()

    def __init__(self, question_id: str, answer: dict | None) -> None:
        super().__init__("answers")
        self.question_id, self.answer = question_id, answer

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> tuple[str, list]:
        answers, _none = compiler.compile(self.source_expressions[0])
        path = f'$."{self.question_id}"'
        if self.answer is None:
            return f"JSON_REMOVE({answers}, %s)", [path]
        return f"JSON_SET({answers}, %s, JSON(%s))", [path, json.dumps(self.answer)]

    def as_postgresql(self, compiler: Any, connection: Any, **more: Any) -> tuple[str, list]:
        answers, _none = compiler.compile(self.source_expressions[0])
        if self.answer is None:
            return f"{answers} - %s::text", [self.question_id]
        return f"{answers} || %s::jsonb", [json.dumps({self.question_id: self.answer})]


def wipe(files: models.QuerySet) -> None:
    """Wipe files of drafts without reading them first, as Django's own way would."""
    files._raw_delete(files.db)


class DraftQuerySet(models.QuerySet):
    """Drafts by their age."""

    def kept(self, now: datetime) -> "DraftQuerySet":
        """Those whose time has not run out."""
        return self.filter(expires_at__gt=now)

    def expired(self, now: datetime) -> "DraftQuerySet":
        """Those to be wiped."""
        return self.filter(expires_at__lte=now)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Wipe them with their files."""
        files = self.model._meta.get_field("files").related_model.objects
        wipe(files.filter(draft__in=self))
        return super().delete()

    delete.alters_data = True
    delete.queryset_only = True


class Draft(models.Model):
    """What somebody has answered so far. Found by the digest of four words, and by nothing else.

    `answers` maps the id of a question to what was answered:
    {"options": ["<Option>"]} or {"text": "…", "may_show": false} or what else its kind keeps, such
    as "file", the name of a DraftFile. What was answered and then skipped stays, with
    "skipped": true, and is not sent. What somebody says of the question itself stands beside, and
    is sent either way: {"about_question": {"text": "…", "may_show": false}}.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="drafts"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    band = models.CharField(_("age"), max_length=10, choices=Band, blank=True)
    voice = models.CharField(_("whose words"), max_length=20, choices=Voice, blank=True)
    language = models.CharField(_("language"), max_length=10)
    route = models.CharField(_("came by"), max_length=10, choices=Route, default=Route.OPEN)
    # The code, sealed with the four words: whoever has neither cannot tell whose draft this is.
    invitation = models.CharField(_("sealed code"), max_length=200, blank=True)
    easy = models.BooleanField(_("in Easy Read"), default=False)
    agreed = models.CharField(_("agreed to"), max_length=40, blank=True)
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    code_digest = models.CharField(_("digest of the words"), max_length=64, unique=True)
    code_key = models.PositiveSmallIntegerField(_("number of the key"))
    words_shown = models.BooleanField(_("the words were shown"), default=False)
    expires_at = models.DateTimeField(_("wiped at"), db_index=True)

    objects = DraftQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_draft_band_is_for_children",
                condition=models.Q(role=Role.CHILD) | models.Q(band=""),
            ),
            models.CheckConstraint(
                name="feedback_draft_holds_a_code_only_if_invited",
                condition=models.Q(route=Route.INVITED) & ~models.Q(invitation="")
                | ~models.Q(route=Route.INVITED) & models.Q(invitation=""),
            ),
        ]

    def __str__(self) -> str:
        return "A draft"  # never its answers: this text can end up in a log

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Wipe it with its files."""
        wipe(self.files.all())
        return super().delete(*args, **kwargs)

    @property
    def is_adult(self) -> bool:
        """Whether a grown-up answers, who is given the grown-ups' numbers as well."""
        adults = (Role.PARENT, Role.PRACTITIONER, Role.CHOOSER)
        return self.role in adults or self.band == Band.EIGHTEEN
