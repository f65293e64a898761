"""Officers' lists of the terms that the register uses, each council's for itself."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry
from wagtail.snippets.views import snippets
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from consultations.models import InformationSystem, StatutoryReturn


class OfOwnCouncil:
    """A view of one row. Wagtail asks only whether a person may change some row of its kind."""

    def get_object(self, *args: Any, **kwargs: Any) -> Model:
        row = super().get_object(*args, **kwargs)
        policy = policy_registry.get_by_type(type(row))
        if not policy.user_has_permission_for_instance(self.request.user, "change", row):
            raise PermissionDenied
        return row


class Edit(OfOwnCouncil, snippets.EditView):
    pass


class Copy(OfOwnCouncil, snippets.CopyView):
    pass


class Delete(OfOwnCouncil, snippets.DeleteView):
    pass


class Usage(OfOwnCouncil, snippets.UsageView):
    pass


class History(OfOwnCouncil, snippets.HistoryView):
    pass


class TermViewSet(SnippetViewSet):
    """Terms of one council: its officers see and change no others."""

    edit_view_class, copy_view_class, delete_view_class = Edit, Copy, Delete
    usage_view_class, history_view_class = Usage, History

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        policy = policy_registry.get_by_type(self.model)
        return policy.instances_user_has_permission_for(request.user, "change")


class SystemViewSet(TermViewSet):
    """Systems that hold records."""

    model = InformationSystem
    icon = "desktop"
    list_display = ("name", "council")


class ReturnViewSet(TermViewSet):
    """Statutory returns."""

    model = StatutoryReturn
    icon = "upload"
    list_display = ("name", "required_by", "council")


class TermsGroup(SnippetViewSetGroup):
    """Both, under one heading of the menu."""

    items = (SystemViewSet, ReturnViewSet)
    menu_label = _("Terms")
    menu_icon = "list-ul"
    menu_order = 900
