"""What this room does when Wagtail publishes one of its pages, within the same request."""

from typing import Any

from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import page_published, page_unpublished

from consultations.models import ConsultationPage


def connect() -> None:
    """Called once, when the application is ready."""
    page_published.connect(freeze, sender=ConsultationPage, dispatch_uid="consultations.freeze")
    page_unpublished.connect(close_door, sender=ConsultationPage, dispatch_uid="consultations.door")


def freeze(sender: type, instance: ConsultationPage, revision: Revision, **kwargs: Any) -> None:
    """A published consultation has a frozen questionnaire, or it is not published."""
    from consultations.actions.questionnaires import freeze_questionnaire

    freeze_questionnaire(page=instance, revision=revision, today=timezone.localdate())


def close_door(sender: type, instance: ConsultationPage, **kwargs: Any) -> None:
    """An unpublished consultation takes no answers."""
    from consultations.actions.questionnaires import follow_page

    follow_page(page=instance)
