"""Decisions for feed readers."""

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext as _

from consultations.models import CouncilSettings
from governance.models import DecisionPage

if TYPE_CHECKING:
    from governance.models import WhatChangedPage


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
        facts = {"outcome": item.get_outcome_display(), "title": item.title}
        facts["day"] = date_format(item.decided_on, "j F Y")
        return _("%(outcome)s: %(title)s (decided on %(day)s)") % facts

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
