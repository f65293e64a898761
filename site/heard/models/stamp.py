"""Stamps that are new whenever something that the public can see has changed."""

import uuid

from django.db import models


class PublicStamp(models.Model):
    """One row. What was made while a stamp said the same may be shown again.

    `pages` is for everything that the public sees, `frame` for what stands around every page. The
    stamps are random, not numbers that count: a transaction that is rolled back must not leave the
    next one with a stamp that was used before.
    """

    pages = models.UUIDField(default=uuid.uuid4)
    frame = models.UUIDField(default=uuid.uuid4)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "stamp of what is public"

    def __str__(self) -> str:
        return f"{self.pages} {self.frame}"

    @classmethod
    def now(cls) -> "PublicStamp":
        """The stamps as they are, in one statement."""
        return cls.objects.first() or cls.objects.create()

    @classmethod
    def renew(cls, *, frame: bool = False) -> None:
        """Say that something public has changed; with `frame`, something around every page."""
        fresh = {"pages": uuid.uuid4()} | ({"frame": uuid.uuid4()} if frame else {})
        cls.objects.update(**fresh)
