"""Officers' lists of the terms that the register uses."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from consultations.models import InformationSystem, StatutoryReturn


class SystemViewSet(SnippetViewSet):
    """Systems that hold records."""

    model = InformationSystem
    icon = "desktop"
    list_display = ("name", "council")


class ReturnViewSet(SnippetViewSet):
    """Statutory returns."""

    model = StatutoryReturn
    icon = "upload"
    list_display = ("name", "required_by", "council")


class TermsGroup(SnippetViewSetGroup):
    """Both, under one heading of the menu."""

    items = (SystemViewSet, ReturnViewSet)
    menu_label = _("Systems and returns")
    menu_icon = "list-ul"
    menu_order = 900
