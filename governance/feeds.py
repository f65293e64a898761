"""Decisions for other programs: an Atom feed and a spreadsheet."""

import csv
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from consultations.models import CouncilSettings
from governance.models import DecisionPage

if TYPE_CHECKING:
    from governance.models import WhatChangedPage

# A cell that begins so is a formula to a spreadsheet program; the last four are the wide signs of
# Chinese and Japanese keyboards.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class DecisionFeed(Feed):
    """Every decision, newest first. Its id and those of its entries outlive any address."""

    feed_type = Atom1Feed

    def __init__(self, page: "WhatChangedPage") -> None:
        self.page = page

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.council = CouncilSettings.for_request(request)
        return self.page

    def title(self, page: "WhatChangedPage") -> str:
        return _("What changed: %s") % self.council.name

    def link(self, page: "WhatChangedPage") -> str:
        return page.full_url

    def feed_guid(self, page: "WhatChangedPage") -> str:
        return f"urn:uuid:{page.translation_key}"

    def author_name(self, page: "WhatChangedPage") -> str:
        return self.council.name

    def items(self, page: "WhatChangedPage") -> list[DecisionPage]:
        return list(page.decisions()[:100])

    def item_title(self, item: DecisionPage) -> str:
        return f"{item.get_outcome_display()}: {item.title}"

    def item_description(self, item: DecisionPage) -> str:
        return escape(item.summary)  # a feed reader takes it for HTML

    def item_link(self, item: DecisionPage) -> str:
        return item.full_url

    def item_guid(self, item: DecisionPage) -> str:
        return f"urn:uuid:{item.translation_key}"

    def item_pubdate(self, item: DecisionPage) -> datetime:
        return item.first_published_at or datetime.combine(item.decided_on, time(), UTC)

    def item_updateddate(self, item: DecisionPage) -> datetime:
        return item.last_published_at or self.item_pubdate(item)

    def item_categories(self, item: DecisionPage) -> list[str]:
        return [item.outcome]


COLUMNS = (
    "reference",
    "decided_on",
    "outcome",
    "title",
    "decided_by",
    "summary",
    "decision",
    "reasons",
    "review_on",
    "consultation",
    "promises",
    "promises_kept",
    "promises_late",
    "address",
)


def decisions_csv(page: "WhatChangedPage", request: HttpRequest) -> HttpResponse:
    """Every decision, one a row, for a spreadsheet: UTF-8 with a mark that Excel needs."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="decisions.csv"'
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(COLUMNS)
    for decision in page.decisions():
        writer.writerow([_safe(cell) for cell in _row(decision)])
    return response


def _row(decision: DecisionPage) -> list[object]:
    states = [promise.state for promise in decision.promises.all()]
    return [
        decision.reference,
        decision.decided_on.isoformat(),
        decision.outcome,
        decision.title,
        decision.decided_by,
        decision.summary,
        decision.decision,
        decision.reasons,
        decision.review_on.isoformat(),
        decision.findings.consultation_page.title,
        len(states),
        sum(state.startswith("kept") for state in states),
        states.count("late"),
        decision.full_url,
    ]


def _safe(cell: object) -> object:
    """A text cell that no spreadsheet program takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
