"""The words of the trade, and what to say instead: a list that officers keep."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from consultations.scoping import CouncilsRowForm


class PlainWord(models.Model):
    """A term that people outside the council trip over, and the plain words for it."""

    council = models.ForeignKey(
        Site, verbose_name=_("council"), on_delete=models.PROTECT, related_name="plain_words"
    )
    term = models.CharField(_("term"), max_length=60)
    plain = models.CharField(_("say instead"), max_length=160)
    note = models.CharField(_("note"), max_length=200, blank=True)

    base_form_class = CouncilsRowForm
    panels: ClassVar[list] = ["council", "term", "plain", "note"]

    class Meta:
        verbose_name = _("plain word")
        verbose_name_plural = _("plain words")
        ordering: ClassVar[list] = ["term"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                Lower("term"),
                "council",
                name="consultations_one_plain_word_for_a_term",
                violation_error_message=_("This term is on the list already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term}: {self.plain}"
