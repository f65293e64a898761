"""Coding: which texts, or which words of them, somebody put under a theme; and who read what."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from feedback.models.frame import FrameVersion
from feedback.models.response import Words
from feedback.models.text_version import TextVersion
from feedback.models.theme import Theme

_WHOLE = models.Q(start=None, end=None)


class CodingQuerySet(models.QuerySet):
    """Codings by what they hold."""

    def whole(self) -> "CodingQuerySet":
        """Those of a whole text."""
        return self.filter(_WHOLE)

    def passages(self) -> "CodingQuerySet":
        """Those of some words of a text."""
        return self.exclude(_WHOLE)


class Coding(models.Model):
    """Somebody put a text, or a passage of it, under a theme.

    A passage is [start, end) in the text of `text_version`, which is the safe text that the coder
    had before them. When a better one replaces it, a passage that still reads the same goes along;
    any other is marked `look_again`. Several people may code the same text, each for themselves.
    """

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="codings")
    words = models.ForeignKey(Words, on_delete=models.CASCADE, related_name="codings")
    text_version = models.ForeignKey(
        TextVersion, on_delete=models.CASCADE, null=True, blank=True, related_name="codings"
    )
    start = models.PositiveIntegerField(_("first character"), null=True, blank=True)
    end = models.PositiveIntegerField(_("past the last character"), null=True, blank=True)
    look_again = models.BooleanField(_("to look at again"), default=False)
    frame = models.ForeignKey(
        FrameVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="codings"
    )
    coder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    coded_at = models.DateTimeField(_("coded"))
    suggested_by = models.CharField(_("helper that suggested it"), max_length=40, blank=True)

    objects = CodingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("coding")
        verbose_name_plural = _("codings")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["theme", "words", "coder"],
                condition=_WHOLE,
                name="feedback_coding_puts_a_text_under_a_theme_once",
            ),
            models.UniqueConstraint(
                fields=["theme", "text_version", "coder", "start", "end"],
                condition=~_WHOLE,
                name="feedback_coding_puts_a_passage_under_a_theme_once",
            ),
            models.CheckConstraint(
                name="feedback_coding_is_of_a_text_or_a_passage",
                condition=_WHOLE
                | models.Q(
                    start__isnull=False,
                    end__isnull=False,
                    text_version__isnull=False,
                    end__gt=models.F("start"),
                ),
            ),
            models.CheckConstraint(
                name="feedback_coding_looked_at_again_is_a_passage",
                condition=models.Q(look_again=False) | models.Q(start__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Coding {self.pk}"

    @property
    def is_passage(self) -> bool:
        """Whether it is of some words rather than of the whole text."""
        return self.start is not None


class Seen(models.Model):
    """An analyst has read this text in the workspace. Without a time, and in no order."""

    words = models.ForeignKey(Words, on_delete=models.CASCADE, related_name="seen")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("text that an analyst has read")
        verbose_name_plural = _("texts that an analyst has read")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(fields=["words", "by"], name="feedback_seen_is_counted_once"),
        ]

    def __str__(self) -> str:
        return f"Seen {self.pk}"


class Note(models.Model):
    """What an analyst thought beside a text, for colleagues who read it too. Never published."""

    words = models.ForeignKey(Words, on_delete=models.CASCADE, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("note"))
    written_at = models.DateTimeField(_("written"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("note beside a text")
        verbose_name_plural = _("notes beside texts")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["words", "by"], name="feedback_note_is_one_for_each_analyst"
            ),
            models.CheckConstraint(name="feedback_note_is_not_empty", condition=~models.Q(text="")),
        ]

    def __str__(self) -> str:
        return f"Note {self.pk}"  # never the text: this text can end up in a log
