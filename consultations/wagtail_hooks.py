"""What this room adds to the officers' screens. Hooks only register."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page, ReferenceIndex
from wagtail.permission_policies.sites import SitePermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from consultations import advising, approving, banking_hooks, deleting, scoping
from consultations.models import (
    AboutItem,
    ConsultationPage,
    InformationSystem,
    Questionnaire,
    StatutoryReturn,
)
from consultations.symbol_chooser import SymbolChooserViewSet
from consultations.viewsets import TermsGroup

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
for terms in (InformationSystem, StatutoryReturn):
    register_permission_policy(terms, SitePermissionPolicy(terms, site_field_name="council"))
register_snippet(TermsGroup)
hooks.register("register_admin_viewset", SymbolChooserViewSet)
banking_hooks.register()


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
