"""What changed: every decision, newest first, and the record that it stands in."""

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from consultations.models import InformationItem
from governance.models.decision import DecisionPage, Outcome
from governance.models.promise import Promise

PER_PAGE = 20


class WhatChangedPage(RoutablePageMixin, Page):
    """The public list of decisions; its own addresses below it: feed, spreadsheet, log."""

    content_panels: ClassVar[list] = Page.content_panels
    parent_page_types: ClassVar[list] = ["heard.HomePage"]
    subpage_types: ClassVar[list] = ["governance.DecisionPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("what changed")

    def decisions(self) -> QuerySet[DecisionPage]:
        """Every published decision, newest first, with what a list says of it."""
        promises = Promise.objects.select_related("keeping")
        return (
            DecisionPage.objects.live()
            .child_of(self)
            .select_related("findings__consultation_page")
            .prefetch_related(Prefetch("promises", promises))
            .order_by("-decided_on", "-pk")
        )

    @path("")
    def every_decision(self, request: HttpRequest) -> HttpResponse:
        """The list, with its filters."""
        outcome, item = request.GET.get("outcome", ""), request.GET.get("item", "")
        everything = list(self.decisions())
        items = list(
            InformationItem.objects.filter(changes__page__in=[one.pk for one in everything])
            .distinct()
            .order_by("title")
        )
        shown = self.decisions()
        if outcome in Outcome.values:
            shown = shown.filter(outcome=outcome)
        if item:
            chosen = [one for one in items if str(one.pk) == item]
            shown = shown.filter(changes__item__in=chosen).distinct()
        page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
        context = {
            **self.get_context(request),
            "decisions": page,
            "outcomes": Outcome.choices,
            "outcome": outcome,
            "items": items,
            "item": item,
            "figures": figures(everything),
        }
        return render(request, "governance/what_changed.html", context)

    @path("spreadsheet/", name="spreadsheet")
    def spreadsheet(self, request: HttpRequest) -> HttpResponse:
        """Every decision as a table."""
        from governance.feeds import decisions_csv

        return decisions_csv(self, request)

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

    @path("log/<int:index>/", name="entry")
    def entry(self, request: HttpRequest, index: int) -> HttpResponse:
        """One entry: its exact bytes, its hash, and the words behind its digests."""
        from governance.showing import shown_entry

        shown = shown_entry(self, index)
        if shown is None:
            raise Http404
        return render(request, "governance/entry.html", {**self.get_context(request), **shown})


def figures(decisions: list[DecisionPage]) -> dict[str, Any]:
    """The numbers at the top: decisions, how many changed something, promises late, days taken.

    `days` is the median of whole days from the last day of a consultation to its decision, None
    when there is no decision.
    """
    today = timezone.localdate()
    waits = sorted(
        (decision.decided_on - decision.findings.consultation_page.closes_on).days
        for decision in decisions
    )
    return {
        "decisions": len(decisions),
        "changed": sum(
            decision.outcome in (Outcome.CHANGED, Outcome.PARTLY_CHANGED) for decision in decisions
        ),
        "late": sum(
            promise.kept is None and promise.due_on < today
            for decision in decisions
            for promise in decision.promises.all()
        ),
        "days": waits[len(waits) // 2] if waits else None,
    }
