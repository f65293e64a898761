"""What somebody drew, photographed or said.

It lies in the database, and never at a public address (see decision 0014).
"""

import json
import uuid
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.media import Made, Medium
from consultations.models import Question
from feedback.models.draft import Draft
from feedback.models.response import Words

# The only kinds of file that we make, and so the only ones that a browser is ever told to open.
MIMES = ("image/jpeg", "image/png", "audio/mpeg")


class KeptFile(models.Model):
    """A picture or a sound that we made ourselves from what arrived."""

    content = models.BinaryField(_("picture or sound"))
    mime = models.CharField(_("kind of file"), max_length=20, choices=[(one, one) for one in MIMES])
    seconds = models.PositiveSmallIntegerField(_("seconds"), default=0)
    width = models.PositiveSmallIntegerField(_("width"), default=0)
    height = models.PositiveSmallIntegerField(_("height"), default=0)
    strokes = models.JSONField(_("lines of the drawing"), default=list, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_is_of_a_kind_that_we_make",
                condition=models.Q(mime__in=MIMES),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_is_not_empty", condition=~models.Q(content=b"")
            ),
        ]

    @property
    def medium(self) -> Medium:
        """In what way this was said."""
        if self.seconds:
            return Medium.SPOKEN
        return Medium.DRAWN if self.strokes else Medium.PICTURE

    @classmethod
    def of(cls, made: Made, **more: Any) -> Self:
        """A row for what was made."""
        width, height = made.size
        return cls(
            content=made.content,
            mime=made.mime,
            seconds=made.seconds,
            width=width,
            height=height,
            strokes=made.strokes,
            **more,
        )


class DraftFile(KeptFile):
    """The file of an answer that has not been sent. Goes with its draft.

    The answer in the draft says its `name`, which is new each time: a file that was replaced is
    not at the address of the one before.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # A draft wipes its files itself, which is quicker; the database sees to it that it does.
    draft = models.ForeignKey(Draft, on_delete=models.DO_NOTHING, related_name="files")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    name = models.UUIDField(_("name"), default=uuid.uuid4, editable=False)

    class Meta(KeptFile.Meta):
        verbose_name = _("file of a draft")
        verbose_name_plural = _("files of drafts")
        constraints: ClassVar[list] = [
            *KeptFile.Meta.constraints,
            models.UniqueConstraint(
                fields=["draft", "question"], name="feedback_draftfile_answers_a_question_once"
            ),
        ]

    def __str__(self) -> str:
        return "A file of a draft"

    @property
    def drawn(self) -> str:
        """The lines of a drawing as our page sends them; "" for anything else."""
        return json.dumps(self.strokes, separators=(",", ":")) if self.strokes else ""


class Recording(KeptFile):
    """The drawing, picture or voice message that somebody sent. Goes with its words.

    One that is `frozen` may be illegal to look at: nobody opens it here any more. Analysts open it
    only once a reader has said that it shows and names nobody.
    """

    words = models.OneToOneField(
        Words, on_delete=models.CASCADE, primary_key=True, related_name="recording"
    )
    frozen = models.BooleanField(_("not to be opened"), default=False)
    shows_nobody_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("said that it shows and names nobody"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta(KeptFile.Meta):
        verbose_name = _("picture or sound")
        verbose_name_plural = _("pictures and sounds")

    def __str__(self) -> str:
        return "A picture or sound"
