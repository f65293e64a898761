"""What this room adds to the officers' screens. Hooks only register."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter
from wagtail.models import Page, ReferenceIndex
from wagtail.permission_policies.sites import SitePermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from consultations import (
    admin_urls,
    advising,
    approving,
    banking_hooks,
    buttons,
    checking,
    deleting,
    inviting_hooks,
    localizing,
    planning_hooks,
    scoping,
)
from consultations.models import (
    AboutItem,
    ConsultationPage,
    InformationSystem,
    Questionnaire,
    StaffRole,
    StatutoryReturn,
)
from consultations.permissions import holds
from consultations.symbol_chooser import SymbolChooserViewSet
from consultations.viewsets import TermsGroup

WRITERS = (
    StaffRole.PARTICIPATION,
    StaffRole.APPROVER,
    StaffRole.GOVERNANCE,
    StaffRole.ANALYST,
    StaffRole.DECISION_MAKER,
)
hooks.register("before_delete_page", deleting.before_delete_page)
hooks.register("register_bulk_action", deleting.DeletePages, order=1)  # in place of Wagtail's
hooks.register("before_publish_page", approving.before_publish_page)
hooks.register("before_bulk_action", approving.before_bulk_action)
hooks.register("before_copy_page", approving.before_copy_page)
hooks.register("after_edit_page", approving.after_edit_page)
hooks.register("after_create_page", advising.after_save)
hooks.register("after_edit_page", advising.after_save)
hooks.register("construct_page_action_menu", approving.offer_no_publish_button)
hooks.register("construct_page_chooser_queryset", scoping.own_pages)
hooks.register("before_edit_page", localizing.before_edit_page, order=-1)  # before localize's own
hooks.register("before_publish_page", localizing.before_publish_page, order=-1)
hooks.register("before_bulk_action", localizing.before_bulk_action)
hooks.register("construct_page_action_menu", localizing.offer_no_alias)
for terms in (InformationSystem, StatutoryReturn):
    register_permission_policy(terms, SitePermissionPolicy(terms, site_field_name="council"))
register_snippet(TermsGroup)
inviting_hooks.register()
planning_hooks.register()
hooks.register("register_admin_viewset", SymbolChooserViewSet)
banking_hooks.register()
hooks.register("register_page_header_buttons", buttons.spreadsheet_buttons)
hooks.register("register_page_listing_buttons", buttons.in_a_list(buttons.spreadsheet_buttons))
hooks.register("register_admin_urls", lambda: admin_urls.urlpatterns)


@hooks.register("register_admin_urls", order=-1)  # before those of wagtail-localize
def translation_urls() -> list:
    """The screens for translations."""
    return [
        *localizing.urls(),
        path("translations/", checking.report, name="consultations_translations"),
        path("translations/<int:pk>/", checking.translation, name="consultations_translation"),
    ]


class TranslationsItem(MenuItem):
    """For those who write pages."""

    def is_shown(self, request: Any) -> bool:
        return request.user.is_superuser or holds(request.user, *WRITERS)


@hooks.register("register_admin_menu_item")
def translations_item() -> MenuItem:
    """How every translation stands."""
    address = reverse("consultations_translations")
    return TranslationsItem(gettext_lazy("Translations"), address, icon_name="globe", order=290)


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """What the history of a page says about checks."""

    @actions.register_action("consultations.check_translation")
    class CheckTranslation(LogFormatter):
        label = gettext_lazy("Check a translation")
        message = gettext_lazy("Said who checked the translation")


@deleting.register_reason
def published_consultation(pages: Iterable[int]) -> str | None:
    """A consultation that has been published is in the record, and people may have answered it."""
    page = ConsultationPage.objects.filter(
        pk__in=pages,
        translation_key__in=Questionnaire.objects.values("consultation_id"),
    ).first()
    if page is None:
        return None
    names = {"title": page.title}
    if Questionnaire.objects.filter(consultation=page.translation_key, answered=True).exists():
        return (
            _(
                "“%(title)s” cannot be deleted, because people have answered it. "
                "Change its last day to close it, or unpublish it to take it out of sight: "
                "the record will say that you did."
            )
            % names
        )
    return (
        _(
            "“%(title)s” cannot be deleted, because it has been published and the record says so. "
            "Unpublish it to take it out of sight: the record will say that you did."
        )
        % names
    )


@deleting.register_reason
def item_in_use(pages: Iterable[int]) -> str | None:
    """An item that a consultation is about stays."""
    line = AboutItem.objects.filter(item__in=pages).select_related("item", "page").first()
    return line and _in_use(line.item, line.page)


@deleting.register_reason
def item_asked_about(pages: Iterable[int]) -> str | None:
    """An item that one question of a consultation is about stays."""
    kinds = ContentType.objects.get_for_models(Page, ConsultationPage)
    chosen = ReferenceIndex.objects.filter(
        to_content_type=kinds[Page],
        to_object_id__in=[str(number) for number in pages],
        content_type=kinds[ConsultationPage],
    ).first()
    return chosen and _in_use(
        Page.objects.get(pk=chosen.to_object_id), Page.objects.get(pk=chosen.object_id)
    )


def _in_use(item: Page, page: Page) -> str:
    return _("“%(item)s” cannot be deleted, because the consultation “%(page)s” is about it.") % {
        "item": item.title,
        "page": page.title,
    }
