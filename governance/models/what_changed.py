"""What changed: every decision, newest first, and the record that it stands in."""

from typing import ClassVar

from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from consultations.models.whole import CheckedTranslation
from consultations.translatable import in_words, the_same
from governance.models.decision import DecisionPage
from governance.models.promise import Promise


class WhatChangedPage(RoutablePageMixin, CheckedTranslation):
    """The public list of decisions; its own addresses below it: feed, spreadsheet, log."""

    translatable_fields: ClassVar[list] = [
        *in_words("title"),
        *the_same("slug", "show_in_menus"),
    ]
    content_panels: ClassVar[list] = Page.content_panels
    parent_page_types: ClassVar[list] = ["heard.HomePage"]
    subpage_types: ClassVar[list] = ["governance.DecisionPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("what changed")

    def decisions(self) -> QuerySet[DecisionPage]:
        """Every published decision, newest first, with what a list says of it."""
        from consultations.translations import shown_below

        promises = Promise.objects.select_related("keeping")
        return (
            shown_below(self, DecisionPage)
            .select_related("locale", "findings__consultation_page")
            .prefetch_related(Prefetch("promises", promises))
            .order_by("-decided_on", "-pk")
        )

    @path("")
    def every_decision(self, request: HttpRequest) -> HttpResponse:
        """The list, with its filters."""
        from governance.listing import shown_list

        context = {**self.get_context(request), **shown_list(self, request)}
        return render(request, "governance/what_changed.html", context)

    @path("spreadsheet/", name="spreadsheet")
    def spreadsheet(self, request: HttpRequest) -> HttpResponse:
        """Every decision as a table."""
        from governance.tables import decisions_csv

        return decisions_csv(self, request)

    @path("promises/", name="promises")
    def promise_table(self, request: HttpRequest) -> HttpResponse:
        """Every promise as a table."""
        from governance.tables import promises_csv

        return promises_csv(self, request)

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Every decision as an Atom feed."""
        from governance.feeds import DecisionFeed

        return DecisionFeed(self)(request)

    @path("log/", name="log")
    def log(self, request: HttpRequest) -> HttpResponse:
        """How many entries the log has, its head, and each entry."""
        from governance.showing import shown_log

        context = {**self.get_context(request), **shown_log(self, request)}
        return render(request, "governance/log.html", context)

    @path("log/check/", name="check")
    def check_seal(self, request: HttpRequest) -> HttpResponse:
        """Whether the record still begins with what somebody noted earlier."""
        from governance.showing import shown_check

        shown = shown_check(self, request)
        context, status = {**self.get_context(request), **shown}, 422 if shown["malformed"] else 200
        return render(request, "governance/check.html", context, status=status)

    @path("log/entries/", name="entries")
    def every_entry(self, request: HttpRequest) -> HttpResponseBase:
        """Every entry to the byte, one a line, for those who compute the seal themselves."""
        from governance.exporting import entries_as_lines

        return entries_as_lines(self)

    @path("log/<int:index>/", name="entry")
    def entry(self, request: HttpRequest, index: int) -> HttpResponse:
        """One entry: its exact bytes, its hash, and the words behind its digests."""
        from governance.showing import shown_entry

        shown = shown_entry(self, index)
        if shown is None:
            raise Http404
        return render(request, "governance/entry.html", {**self.get_context(request), **shown})
