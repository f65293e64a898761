"""Themes: what people said in other words, and words of theirs that may be shown."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from feedback.models.conflict import kept_from, standing
from feedback.models.response import Words


class ThemeQuerySet(models.QuerySet):
    """Themes by whether texts can still be put under them."""

    def in_use(self) -> "ThemeQuerySet":
        """Those that were not retired, merged into another or split."""
        return self.filter(retired=False)


class Theme(models.Model):
    """One thing that people said, in words that they would recognise: a code of the code frame.

    It is itself through all changes of its words; each change is a FrameVersion.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="themes")
    name = models.CharField(_("name"), max_length=120)
    child_name = models.CharField(_("name in children's words"), max_length=120, blank=True)
    definition = models.TextField(_("what belongs to it"), blank=True)
    use_when = models.TextField(_("use it when"), blank=True)
    not_when = models.TextField(_("do not use it when"), blank=True)
    example = models.TextField(_("an example"), blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs under"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
    )
    retired = models.BooleanField(_("no longer used"), default=False)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering: ClassVar[list] = ["name"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["consultation", "name"],
                name="feedback_theme_has_one_name",
                violation_error_message=_("There is a theme of that name already."),
            ),
            models.CheckConstraint(
                name="feedback_theme_is_not_under_itself",
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Doubt(models.TextChoices):
    """Why words must not be shown as they are: somebody near could know whose they are (R8)."""

    NEAR = (
        "near",
        _(
            "Would their family, a carer, a worker or another child in the home know from this "
            "who said it?"
        ),
    )
    UNUSUAL = (
        "unusual",
        _("Does it tell of something that hardly anybody else here has lived through?"),
    )
    TRACES = (
        "traces",
        _("Does a name, a place, a day, a number or a way of speaking still point at somebody?"),
    )
    TOGETHER = (
        "together",
        _(
            "Could somebody work out who it is from this together with other words that are shown, "
            "or with what was in the news?"
        ),
    )


class QuotationQuerySet(models.QuerySet):
    """Quotations by whether somebody may see them."""

    def calm(self) -> "QuotationQuerySet":
        """Those from texts about which nobody is worried, or nobody any more, and which are not
        for the conflict list alone."""
        calm = self.exclude(words__concerns__outcome="")
        return calm.exclude(standing("words__response_id"))

    def visible_to(self, user: Any) -> "QuotationQuerySet":
        """All but those from a response that is kept from this person."""
        return self.exclude(kept_from(user, "words__response_id"))

    def to_clear(self) -> "QuotationQuerySet":
        """Those that wait for a second person, and about which nobody has a doubt."""
        return self.calm().filter(cleared_at=None, doubt="")

    def public(self) -> "QuotationQuerySet":
        """Those that are shown: the writer allowed it and a person cleared them."""
        return self.calm().filter(cleared_at__isnull=False, words__may_show=True)


class Quotation(models.Model):
    """Somebody's words, made safe to show by one person and cleared by another.

    Its key is random, so that two quotations from one response stand in no order that links them.
    When the words are taken back, the quotation goes with them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    words = models.ForeignKey(Words, on_delete=models.CASCADE, related_name="quotations")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="quotations")
    text = models.TextField(_("as it will be shown"))
    differs = models.BooleanField(_("sees it differently"), default=False)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    cleared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cleared_at = models.DateTimeField(_("cleared"), null=True, blank=True)
    doubt = models.CharField(_("why it is not shown"), max_length=10, choices=Doubt, blank=True)
    translated_from = models.CharField(_("translated from"), max_length=10, blank=True)

    objects = QuotationQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("quotation")
        verbose_name_plural = _("quotations")
        ordering: ClassVar[list] = ["differs", "pk"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["words", "theme"], name="feedback_quotation_is_made_once_for_a_theme"
            ),
            models.CheckConstraint(
                name="feedback_quotation_is_cleared_by_another_person",
                condition=models.Q(cleared_by=None, cleared_at=None)
                | (
                    models.Q(cleared_by__isnull=False, cleared_at__isnull=False)
                    & ~models.Q(cleared_by=models.F("proposed_by"))
                ),
                violation_error_message=_("Somebody else must clear a quotation."),
            ),
            models.CheckConstraint(
                name="feedback_quotation_is_not_cleared_while_it_is_doubted",
                condition=models.Q(cleared_at=None) | models.Q(doubt=""),
            ),
            models.CheckConstraint(
                name="feedback_quotation_is_not_empty", condition=~models.Q(text="")
            ),
        ]

    def __str__(self) -> str:
        return "A quotation"
