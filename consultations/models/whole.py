"""Pages that are published whole or not at all, and translated ones not before they are checked."""

from typing import Any

from django.db import transaction
from django.utils.functional import cached_property
from wagtail.models import Page, Revision


class CheckedTranslation(Page):
    """A page of which no translation is public before a person has checked it."""

    class Meta:
        abstract = True

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        from consultations.translations import NotChecked, why_not_public

        if sentence := why_not_public(self, revision):
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            raise NotChecked(sentence)
        super().publish(revision, *args, **kwargs)

    @property
    def status_string(self) -> str:
        """What officers see in lists: whether it is public, and how its translation stands."""
        from consultations.translations import standing_of

        standing = standing_of(self)
        status = super().status_string
        return f"{status}, {standing.state.label.lower()}" if standing else status

    @cached_property
    def check_in_public(self) -> Any:
        """Who checked the translation that is public, and when; None for any other page."""
        from consultations.models.translation import TranslationCheck

        if self.locale.is_default or not self.live_revision_id:
            return None
        return TranslationCheck.objects.filter(revision_id=self.live_revision_id).last()


class PublishedWhole(CheckedTranslation):
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
