"""What this room does when Wagtail publishes one of its pages, within the same request."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, Revision
from wagtail.signals import copy_for_translation_done, page_published, page_unpublished

from consultations.models import ConsultationPage, CouncilPeriod, ReadingCover
from consultations.models.whole import CheckedTranslation


def connect() -> None:
    """Called once, when the application is ready."""
    page_published.connect(freeze, sender=ConsultationPage, dispatch_uid="consultations.freeze")
    page_unpublished.connect(close_door, sender=ConsultationPage, dispatch_uid="consultations.door")
    page_published.connect(note_moved_source, dispatch_uid="consultations.moved")
    copy_for_translation_done.connect(same_rights, dispatch_uid="consultations.rights")
    for model in (ReadingCover, CouncilPeriod):
        for signal in (post_save, post_delete):
            signal.connect(follow_rota, sender=model, dispatch_uid="consultations.rota")


def freeze(sender: type, instance: ConsultationPage, revision: Revision, **kwargs: Any) -> None:
    """A published consultation has passed the gate and has a frozen questionnaire, or it is not
    published.

    Wagtail also calls this for a page that is only to be published later: it opens then.
    """
    from consultations.actions.planning import record_opening
    from consultations.actions.questionnaires import freeze_questionnaire

    today = timezone.localdate()
    freeze_questionnaire(page=instance, revision=revision, today=today)
    if instance.live:
        record_opening(page=instance, today=today)


def close_door(sender: type, instance: ConsultationPage, **kwargs: Any) -> None:
    """An unpublished consultation takes no answers."""
    from consultations.actions.questionnaires import follow_page

    follow_page(page=instance)


def note_moved_source(sender: type, instance: Page, **kwargs: Any) -> None:
    """A page was published: its translations may say what it said before."""
    from consultations.actions.translations import note_moved_source as note

    if instance.live and isinstance(instance, CheckedTranslation):
        note(source=instance, today=timezone.localdate())


def same_rights(sender: type, source_obj: Page, target_obj: Page, **kwargs: Any) -> None:
    """Whoever works on a section works on it in every language."""
    for right in GroupPagePermission.objects.filter(page_id=source_obj.pk):
        GroupPagePermission.objects.get_or_create(
            group_id=right.group_id, page_id=target_obj.pk, permission_id=right.permission_id
        )


def follow_rota(sender: type, instance: Any, **kwargs: Any) -> None:
    """A gap in the rota, and its mending, show at once."""
    from consultations.actions.cover import follow_cover

    follow_cover(today=timezone.localdate(), council=instance.council)
