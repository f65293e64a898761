"""What this room does when Wagtail publishes a page of any room, within the same request."""

from typing import Any

from wagtail.signals import page_published, page_unpublished

from governance.gates import NotReady, missing_from_decision


def connect() -> None:
    """Called once, when the application is ready; after the rooms before us have connected."""
    from governance.models import DecisionPage

    page_published.connect(whole, sender=DecisionPage, dispatch_uid="governance.whole")
    page_published.connect(mark, sender=DecisionPage, dispatch_uid="governance.mark")
    page_unpublished.connect(mark, sender=DecisionPage, dispatch_uid="governance.unmark")
    page_published.connect(record, dispatch_uid="governance.record")
    page_unpublished.connect(withdraw, dispatch_uid="governance.withdraw")


def whole(sender: type, instance: Any, **kwargs: Any) -> None:
    """A decision is published whole or not at all."""
    if missing := missing_from_decision(instance):
        raise NotReady(missing)


def mark(sender: type, instance: Any, **kwargs: Any) -> None:
    """What has been decided is not asked again: the consultation that it rests on is told."""
    from governance.actions.deciding import mark_what_is_decided

    mark_what_is_decided(instance.findings.consultation)


def record(sender: type, instance: Any, **kwargs: Any) -> None:
    """Every publication that the log follows becomes an entry.

    Wagtail also calls this for a page that is only to be published later.
    """
    from governance.actions.recording import record_publication

    if instance.live:
        record_publication(instance.specific)


def withdraw(sender: type, instance: Any, **kwargs: Any) -> None:
    """Taking something out of sight becomes an entry too."""
    from governance.actions.sight import record_withdrawal

    record_withdrawal(instance.specific)
