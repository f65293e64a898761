"""The history of a code frame: every change of the themes of a consultation is a new version."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from feedback.models.written_once import WrittenOnce


class FrameChange(models.TextChoices):
    """What was done to the themes."""

    ADDED = "added", _("Added")
    REWORDED = "reworded", _("Said in other words")
    MERGED = "merged", _("Merged")
    SPLIT = "split", _("Split")
    RETIRED = "retired", _("Retired")
    BROUGHT_BACK = "brought_back", _("Brought back")
    UNMERGED = "unmerged", _("Merge undone")
    DROPPED = "dropped", _("Deleted")


class FrameVersion(WrittenOnce):
    """The themes of a consultation as they were after one change, who made it, and why.

    `document` is {"codes": [every theme with all its words], "from": [ids], "to": [ids]}: which
    themes the change began with and which it led to, so that merges and splits can be followed.
    `moved` holds the codings that a merge or a split put under another theme, to be put back.
    """

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="frame_versions"
    )
    number = models.PositiveIntegerField(_("version"))
    change = models.CharField(_("what was done"), max_length=12, choices=FrameChange)
    why = models.TextField(_("why"), blank=True)
    document = models.JSONField(_("themes"))
    moved = models.JSONField(_("codings that were moved"), default=list, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made"))

    class Meta(WrittenOnce.Meta):
        verbose_name = _("version of a code frame")
        verbose_name_plural = _("versions of code frames")
        ordering: ClassVar[list] = ["consultation", "number"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["consultation", "number"], name="feedback_frame_version_is_numbered_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation_id}, version {self.number}"

    def names(self, which: str) -> list[str]:
        """What the themes were called that the change began with ("from") or led to ("to")."""
        called = {code["id"]: code["name"] for code in self.document["codes"]}
        called |= self.document.get("gone", {})
        return [called[code] for code in self.document[which] if code in called]
