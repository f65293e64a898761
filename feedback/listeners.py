"""What this room does when Wagtail publishes one of its pages, or somebody's groups change,
within the same request."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models.signals import m2m_changed
from django.utils import timezone
from wagtail.signals import page_published


def connect() -> None:
    """Called once, when the application is ready."""
    from feedback.granting import write_down
    from feedback.models import FindingsPage

    page_published.connect(freeze, sender=FindingsPage, dispatch_uid="feedback.freeze")
    through = get_user_model().groups.through
    m2m_changed.connect(write_down, sender=through, dispatch_uid="feedback.write_down")


def freeze(sender: type, instance: Any, **kwargs: Any) -> None:
    """Published findings have frozen tables, or they are not published.

    Wagtail also calls this for a page that is only to be published later.
    """
    from feedback.actions.findings import freeze_tables

    if instance.live:
        freeze_tables(page=instance, today=timezone.localdate())
