"""Officers' lists for planning: who reads when, special days, plain words. Each council's own."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from consultations.models import CouncilPeriod, PlainWord, ReadingCover
from consultations.viewsets import TermViewSet


class CoverViewSet(TermViewSet):
    """The rota of those who read."""

    model = ReadingCover
    icon = "calendar-check"
    menu_label = _("Who reads when")
    list_display = ("first_day", "last_day", "lead", "deputy", "council")
    ordering = ("-first_day",)


class PeriodViewSet(TermViewSet):
    """School holidays, the weeks before elections, and days on which nobody works."""

    model = CouncilPeriod
    icon = "calendar-alt"
    menu_label = _("Special days")
    list_display = ("name", "kind", "first_day", "last_day", "council")
    ordering = ("-first_day",)


class PlainWordViewSet(TermViewSet):
    """Words of the trade, and what to say instead."""

    model = PlainWord
    icon = "openquote"
    menu_label = _("Plain words")
    list_display = ("term", "plain", "note", "council")
    search_fields = ("term", "plain")
    list_per_page = 100


class PlanningGroup(SnippetViewSetGroup):
    """All three, under one heading of the menu."""

    items = (CoverViewSet, PeriodViewSet, PlainWordViewSet)
    menu_label = _("Planning")
    menu_icon = "calendar"
    menu_order = 225
