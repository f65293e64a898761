"""What was made of somebody's words: written down, put into another language, made safe to read."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from feedback.models.response import Words
from feedback.models.searched import SearchedField


class VersionKind(models.TextChoices):
    """What was done to the words."""

    TRANSCRIPT = "transcript", _("Written down from what was said or drawn")
    TRANSLATION = "translation", _("In another language")
    SAFE = "safe", _("Without what would point at a person")
    DESCRIPTION = "description", _("What an adult sees in it")


class TextVersionQuerySet(models.QuerySet):
    """Versions of texts by what was done to them."""

    def current(self) -> "TextVersionQuerySet":
        """Those that no later one has replaced."""
        return self.filter(is_current=True)

    def safe(self) -> "TextVersionQuerySet":
        """The versions that analysts see: names and the like are out."""
        return self.current().filter(kind=VersionKind.SAFE)


class TextVersion(models.Model):
    """One version of some words, and the person who answers for it.

    Nothing is changed afterwards: a better version replaces it (`is_current`). `removed` says what
    was taken out, as [first character, past the last, reason, what stands in its place], with
    offsets into the text of the source: the words themselves where there is no other source.
    The original stays as it is,
    and analysts never see it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    words = models.ForeignKey(Words, on_delete=models.CASCADE, related_name="versions")
    kind = models.CharField(_("what was done"), max_length=12, choices=VersionKind)
    source = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="made_from_it"
    )
    language = models.CharField(_("language"), max_length=10)
    text = models.TextField(_("text"), blank=True)
    removed = models.JSONField(_("what was taken out"), default=list, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(_("made"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    is_current = models.BooleanField(_("no later one replaced it"), default=True)
    searched = SearchedField(_("as the search knows it"), default="", blank=True, editable=False)

    objects = TextVersionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("version of a text")
        verbose_name_plural = _("versions of texts")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["words", "kind", "language"],
                condition=models.Q(is_current=True),
                name="feedback_text_has_one_current_version_of_a_kind",
            ),
            models.CheckConstraint(
                name="feedback_text_version_is_confirmed_by_another_person",
                condition=models.Q(confirmed_by=None, confirmed_at=None)
                | (
                    models.Q(confirmed_by__isnull=False, confirmed_at__isnull=False)
                    & ~models.Q(confirmed_by=models.F("made_by"))
                ),
                violation_error_message=_("Somebody else must confirm it."),
            ),
        ]

    def __str__(self) -> str:
        return "A version of a text"  # never the text: this text can end up in a log

    @property
    def is_searched(self) -> bool:
        """Whether analysts find it by its words."""
        return self.kind == VersionKind.SAFE
