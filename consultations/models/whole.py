"""A page that is published whole or not at all."""

from typing import Any

from django.db import transaction
from wagtail.models import Page, Revision


class PublishedWhole(Page):
    """What follows from a publication (freezing, checking, an entry in the record) happens with
    it, or nothing does. What was scheduled and cannot be published is not tried again."""

    class Meta:
        abstract = True

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        try:
            with transaction.atomic():
                super().publish(revision, *args, **kwargs)
        except Exception:
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            raise
