"""A second person codes some of the texts without seeing what the first did."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from feedback.models.response import Words
from feedback.models.theme import Theme


class SecondReadingQuerySet(models.QuerySet):
    """Second readings by whether they are done."""

    def under_way(self) -> "SecondReadingQuerySet":
        """Those whose coder does not see what others did yet."""
        return self.filter(ended_at=None)


class SecondReading(models.Model):
    """Somebody is asked to code a sample of the texts of a consultation, blind to the others.

    The sample is drawn by `seed`, which is kept, so that anybody can draw it again. When it is
    ended, both can see where they read differently; `figures` say how far they agreed then, as
    [{"theme": "<Theme>", "name": "…", "cells": [both, first only, second only, neither]}].
    """

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="second_readings"
    )
    coder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked"))
    seed = models.CharField(_("seed of the sample"), max_length=32)
    n_texts = models.PositiveIntegerField(_("texts to choose from"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    figures = models.JSONField(_("how far they agreed"), default=list, blank=True)

    objects = SecondReadingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("second reading")
        verbose_name_plural = _("second readings")
        ordering: ClassVar[list] = ["pk"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["consultation", "coder"],
                condition=Q(ended_at=None),
                name="feedback_second_reading_is_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"Second reading {self.pk}"


class SecondText(models.Model):
    """One text of the sample; `done` when the second person has said what they see in it."""

    reading = models.ForeignKey(SecondReading, on_delete=models.CASCADE, related_name="texts")
    words = models.ForeignKey(Words, on_delete=models.CASCADE, related_name="second_texts")
    done = models.BooleanField(_("coded"), default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("text of a second reading")
        verbose_name_plural = _("texts of a second reading")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["reading", "words"], name="feedback_second_text_is_read_once"
            ),
        ]

    def __str__(self) -> str:
        return f"Second text {self.pk}"


class SeenBy(models.TextChoices):
    """Which of two people saw a theme in a text that the other did not see."""

    FIRST = "first", _("The first")
    SECOND = "second", _("The second")


class ReadTwoWays(models.Model):
    """Two people read a text in two ways. Both codings stay, and what they say about it."""

    reading = models.ForeignKey(SecondReading, on_delete=models.CASCADE, related_name="two_ways")
    words = models.ForeignKey(Words, on_delete=models.CASCADE, related_name="two_ways")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="two_ways")
    seen_by = models.CharField(_("who saw it"), max_length=6, choices=SeenBy)
    note = models.TextField(_("how each of you read it"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("text that was read in two ways")
        verbose_name_plural = _("texts that were read in two ways")
        ordering: ClassVar[list] = ["theme__name", "pk"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["reading", "words", "theme"], name="feedback_two_ways_are_kept_once"
            ),
            models.CheckConstraint(
                name="feedback_two_ways_are_told_by_somebody",
                condition=Q(note="", by=None) | (~Q(note="") & Q(by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"Read two ways {self.pk}"


class TwoWaysShown(models.Model):
    """A sentence beside a theme in the findings: adults read this in two ways."""

    theme = models.OneToOneField(
        Theme, on_delete=models.CASCADE, primary_key=True, related_name="shown_two_ways"
    )
    sentence = models.CharField(_("in a sentence for everyone"), max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("sentence about two readings")
        verbose_name_plural = _("sentences about two readings")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_two_ways_shown_says_something", condition=~Q(sentence="")
            ),
        ]

    def __str__(self) -> str:
        return f"Two ways shown {self.pk}"
