"""Promises: what the council said it would do, by when, and whether it did."""

import uuid
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from governance.models.decision import DecisionPage
from governance.models.log import LogPlace


class PromiseQuerySet(models.QuerySet):
    """Promises by how they stand."""

    def public(self) -> "PromiseQuerySet":
        """Those that the log says were made, also where the decision is out of sight by now."""
        from governance.promised import promised

        return self.filter(key__in=[made.key for made in promised()])

    def open(self) -> "PromiseQuerySet":
        """Those that nobody has kept yet."""
        return self.filter(keeping=None)

    def late(self, today: date) -> "PromiseQuerySet":
        """Those past their day and not kept."""
        return self.open().filter(due_on__lt=today)


class Promise(Orderable):
    """Something that the council said it would do, and by when. It stays as it was made."""

    page = ParentalKey(DecisionPage, on_delete=models.CASCADE, related_name="promises")
    key = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    text = models.TextField(_("promise"))
    owner = models.CharField(_("who sees to it"), max_length=160, help_text=_("A post."))
    due_on = models.DateField(_("by"))

    objects = PromiseQuerySet.as_manager()

    panels: ClassVar[list] = ["text", FieldRowPanel(["owner", "due_on"])]

    class Meta(Orderable.Meta):
        verbose_name = _("promise")
        verbose_name_plural = _("promises")

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def subject(self) -> str:
        """What its entries in the log are about."""
        return f"promise:{self.key}"

    @property
    def texts(self) -> dict[str, str]:
        """What people read of it, by name."""
        kept = self.kept
        return {
            "text": self.text,
            "owner": self.owner,
            **({"evidence": kept.evidence} if kept else {}),
        }

    @property
    def kept(self) -> "PromiseUpdate | None":
        """How it was kept, or None."""
        return getattr(self, "keeping", None)

    @cached_property
    def missed(self) -> LogPlace | None:
        """Where the log says that it was not kept by its day, or None. See `tell_missed`."""
        return LogPlace.objects.filter(subject=self.subject, type="promise.missed").first()

    @property
    def state(self) -> str:
        """ "kept", "kept_late", "due" or "late", worked out from the dates.

        What the log says was missed is late, whatever day somebody says later.
        """
        if self.kept:
            return "kept_late" if self.kept.kept_on > self.due_on or self.missed else "kept"
        return "late" if self.due_on < timezone.localdate() else "due"

    @property
    def days_late(self) -> int:
        """Whole days past the day, until it was kept or until today; 0 when in time."""
        until = self.kept.kept_on if self.kept else timezone.localdate()
        return max((until - self.due_on).days, 0)


class PromiseUpdate(models.Model):
    """A promise was kept, and what shows it."""

    promise = models.OneToOneField(Promise, on_delete=models.PROTECT, related_name="keeping")
    kept_on = models.DateField(_("kept on"))
    evidence = models.TextField(_("what shows it"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("promise kept")
        verbose_name_plural = _("promises kept")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="governance_promise_is_kept_with_evidence",
                condition=~models.Q(evidence=""),
                violation_error_message=_("Say what shows that it was kept."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.promise}: {self.kept_on}"
