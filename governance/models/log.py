"""The accountability log, as the database holds it.

`LogEntry` is never migrated again: what is new goes inside the leaf (see decision 0009). The
database itself refuses to change or delete its rows (`guards.py`).
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from governance.models.exact import LogEntryQuerySet


class Log(models.Model):
    """The log of one council: its name for ever, and how many entries it has."""

    council = models.OneToOneField(Site, on_delete=models.PROTECT, related_name="log")
    origin = models.CharField(_("name of the log"), max_length=200, unique=True)
    size = models.PositiveBigIntegerField(_("entries"), default=0)
    last_at = models.DateTimeField(_("last entry"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("accountability log")
        verbose_name_plural = _("accountability logs")

    def __str__(self) -> str:
        return self.origin


class LogEntry(models.Model):
    """One leaf of the tree: its exact bytes and their hash. Append-only."""

    pk = models.CompositePrimaryKey("log", "index")
    log = models.ForeignKey(Log, on_delete=models.PROTECT, related_name="entries")
    index = models.PositiveBigIntegerField(_("number"))
    leaf = models.TextField(_("exact bytes, as text"))
    leaf_hash = models.BinaryField(_("hash"), max_length=32)

    objects = LogEntryQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        ordering: ClassVar[list] = ["log", "index"]

    def __str__(self) -> str:
        return f"{self.log_id}/{self.index}"


class Disclosure(models.Model):
    """The words behind one digest of an entry, and the salt that keeps them from being guessed.

    Without this row the entry and the tree stay as they are, and the words are gone.
    """

    log = models.ForeignKey(Log, on_delete=models.PROTECT, related_name="disclosures")
    index = models.PositiveBigIntegerField(_("number of the entry"))
    name = models.CharField(_("name"), max_length=81)
    salt = models.CharField(_("salt"), max_length=43)
    value = models.TextField(_("words"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("sealed text")
        verbose_name_plural = _("sealed texts")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["log", "index", "name"], name="governance_disclosure_opens_one_digest"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.log_id}/{self.index}/{self.name}"


class LogPlaceQuerySet(models.QuerySet):
    """Places with what stands there."""

    def with_hash(self) -> "LogPlaceQuerySet":
        """Each with its log, and the `leaf` and `leaf_hash` of its entry, in one statement."""
        entry = LogEntry.objects.filter(log=models.OuterRef("log"), index=models.OuterRef("index"))
        return self.select_related("log").annotate(
            leaf=models.Subquery(entry.values("leaf")),
            leaf_hash=models.Subquery(entry.values("leaf_hash")),
        )

    def with_titles(self) -> "LogPlaceQuerySet":
        """Each with the `title` that its own entry sealed; None where it was taken away."""
        sealed = Disclosure.objects.filter(
            log=models.OuterRef("log"),
            index=models.OuterRef("index"),
            name__in=("title", "promise"),
        )
        return self.annotate(title=models.Subquery(sealed.values("value")[:1]))


class LogPlace(models.Model):
    """Where in the log something stands: a finding aid, made from the entries and from no more.

    It can be thrown away and made again (`rebuild_places`).
    """

    log = models.ForeignKey(Log, on_delete=models.PROTECT, related_name="places")
    index = models.PositiveBigIntegerField(_("number of the entry"))
    type = models.CharField(_("type"), max_length=40)
    subject = models.CharField(_("subject"), max_length=81)
    at = models.DateTimeField(_("entered"))

    objects = LogPlaceQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("place in the log")
        verbose_name_plural = _("places in the log")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["log", "index"], name="governance_place_is_one_for_an_entry"
            ),
        ]
        indexes: ClassVar[list] = [
            models.Index(fields=["subject", "type"], name="governance_place_by_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} at {self.index}"
