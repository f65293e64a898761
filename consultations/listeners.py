"""What this room does when Wagtail publishes one of its pages, within the same request."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import page_published, page_unpublished

from consultations.models import ConsultationPage, CouncilPeriod, ReadingCover


def connect() -> None:
    """Called once, when the application is ready."""
    page_published.connect(freeze, sender=ConsultationPage, dispatch_uid="consultations.freeze")
    page_unpublished.connect(close_door, sender=ConsultationPage, dispatch_uid="consultations.door")
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


def follow_rota(sender: type, instance: Any, **kwargs: Any) -> None:
    """A gap in the rota, and its mending, show at once."""
    from consultations.actions.cover import follow_cover

    follow_cover(today=timezone.localdate(), council=instance.council)
