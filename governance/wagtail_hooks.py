"""What this room adds to the staff's screens. Hooks only register."""

from collections.abc import Iterable
from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from consultations import deleting
from governance import publishing, unpublishing
from governance.models import DecisionPage, ItemChange, LogPlace
from governance.permissions import can_keep_promises
from governance.views import keep, promises

hooks.register("before_publish_page", publishing.before_publish_page)
hooks.register("before_bulk_action", publishing.before_bulk_action)
hooks.register("before_unpublish_page", unpublishing.before_unpublish_page)
hooks.register("before_bulk_action", unpublishing.before_bulk_action)


class PromisesItem(MenuItem):
    """Promises, for those who may say that one was kept."""

    def is_shown(self, request: Any) -> bool:
        return can_keep_promises(request.user)


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    """The screens of this room."""
    return [
        path("promises/", promises, name="governance_promises"),
        path("promises/<int:pk>/", keep, name="governance_keep"),
    ]


@hooks.register("register_admin_menu_item")
def promises_item() -> MenuItem:
    """Where a promise is said to be kept."""
    return PromisesItem(
        gettext_lazy("Promises"),
        reverse("governance_promises"),
        icon_name="clipboard-list",
        order=290,
    )


@deleting.register_reason
def recorded_decision(pages: Iterable[int]) -> str | None:
    """A decision that is in the record stays."""
    keys = {f"decision:{key}": title for key, title in _decisions(pages)}
    place = LogPlace.objects.filter(subject__in=keys).first()
    return (
        place
        and _(
            "“%s” cannot be deleted, because it is in the record. "
            "Unpublish it to take it out of sight: the record will say that you did."
        )
        % keys[place.subject]
    )


@deleting.register_reason
def decided_item(pages: Iterable[int]) -> str | None:
    """An item that a decision is about stays."""
    change = ItemChange.objects.filter(item__in=pages).select_related("item", "page").first()
    return change and _(
        "“%(item)s” cannot be deleted, because the decision “%(page)s” is about it."
    ) % {"item": change.item.title, "page": change.page.title}


@deleting.register_reason
def decided_findings(pages: Iterable[int]) -> str | None:
    """Findings that a decision rests on stay."""
    decision = DecisionPage.objects.filter(findings__in=pages).exclude(pk__in=pages).first()
    return (
        decision
        and _("These findings cannot be deleted, because the decision “%s” rests on them.")
        % decision.title
    )


def _decisions(pages: Iterable[int]) -> Iterable[tuple]:
    return DecisionPage.objects.filter(pk__in=pages).values_list("translation_key", "title")
