"""What a council does about each kind of worry, in its own words."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from feedback.pathways import DEFAULTS, Category


class Pathway(models.Model):
    """A council's own words for what to do about one kind of worry."""

    council = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="pathways")
    category = models.CharField(_("about"), max_length=20, choices=Category)
    text = models.TextField(_("what to do"))

    class Meta:
        verbose_name = _("what to do about a worry")
        verbose_name_plural = _("what to do about worries")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["council", "category"], name="feedback_pathway_is_one_for_a_category"
            ),
        ]

    def __str__(self) -> str:
        return self.get_category_display()

    @staticmethod
    def texts(council: Site) -> dict[str, str]:
        """What to do, by category: the council's words, or ours where it has none."""
        own = dict(Pathway.objects.filter(council=council).values_list("category", "text"))
        return {one.value: own.get(one.value) or str(DEFAULTS[one]) for one in Category}
