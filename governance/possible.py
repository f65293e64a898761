"""What cannot be true of a decision, or cannot be said of it any more, in sentences.

A decision comes after the question, a promise and a review lie ahead, and what the record says
stays: its reference, its promises, and that a change has a reason.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Site

from governance.log.entries import read
from governance.models.log import LogEntry

if TYPE_CHECKING:
    from governance.models import DecisionPage, Promise

_published_on: ContextVar[date | None] = ContextVar("published_on", default=None)


@contextmanager
def published_on(day: date) -> Iterator[None]:
    """Within the block, a decision is judged as if it were first published on `day`.

    For decisions that are older than this site: a promise that lay ahead then may be past by now.
    No screen leads here, and the record holds the true time all the same.
    """
    token = _published_on.set(day)
    try:
        yield
    finally:
        _published_on.reset(token)


def impossible_facts(page: "DecisionPage") -> list[tuple[str, str]]:
    """Pairs of (field, sentence) for what cannot be true of a decision. A translation says what
    its source said before it, when that was judged."""
    wrong: list[tuple[str, str]] = []
    if not page.locale.is_default:
        return wrong
    if page.decided_on and page.decided_on > timezone.localdate():
        wrong.append(("decided_on", _("A decision is published after it was made.")))
    last_day = page.findings_id and page.findings.consultation_page.closes_on
    if page.decided_on and last_day and page.decided_on < last_day:
        asked = _("People were asked until %s. The decision cannot be older than that.")
        wrong.append(("decided_on", asked % date_format(last_day, "j F Y")))
    if page.review_on and page.review_on <= _first_day(page) and recorded(page) is None:
        wrong.append(("review_on", _("Choose a day that is still to come.")))
    if page.outcome == "not_changed" and not page.instead.strip():
        wrong.append(("instead", _("Say what will be done instead, or say that nothing will be.")))
    return wrong


def impossible_promises(
    page: "DecisionPage", promises: Iterable["Promise"]
) -> list[tuple["Promise", str]]:
    """Pairs of (promise, sentence) for new promises whose day cannot be kept."""
    from governance.promised import promised

    made = {promise.key for promise in promised(page.subject)}
    wrong = []
    for promise in promises:
        if promise.due_on is None or str(promise.key) in made:
            continue
        if page.decided_on and promise.due_on < page.decided_on:
            wrong.append((promise, _("This day is before the decision was made.")))
        elif promise.due_on < _first_day(page):
            wrong.append((promise, _("This day has passed. Choose one that is still to come.")))
    return wrong


def refused_reference(page: "DecisionPage", council: Site | None) -> list[tuple[str, str]]:
    """A pair of (field, sentence) if the reference is another's, or not that of the record."""
    said = recorded(page)
    reference = said and read(said.leaf.encode()).public["reference"]
    if reference and reference != page.reference:
        stays = _("The record knows this decision as %s. A reference never changes.")
        return [("reference", stays % reference)]
    if other := _others(page, council):
        taken = _("“%s” has this reference already. Choose another one.")
        return [("reference", taken % other.title)]
    return []


def without_reason(page: "DecisionPage") -> list[str]:
    """A sentence if a decision that is in the record says something else now, and not why. A
    translation changes with its source, which has said why.

    Everything else about the page must be whole.
    """
    from governance.facts import facts_of
    from governance.said import reason_of, what_differs

    last = recorded(page) if page.locale.is_default else None
    if last is None:
        return []
    facts = facts_of(page)
    if not what_differs(facts, last) or reason_of(facts, last):
        return []
    return [_("Say why it is changed this time. The record shows it beside the change.")]


def recorded(page: "DecisionPage") -> LogEntry | None:
    """The entry that last said what was decided, or None before it is first published."""
    place = page.place
    return place and LogEntry.objects.get(log=place.log_id, index=place.index)


def _first_day(page: "DecisionPage") -> date:
    """The day on which people can first see it: today, or the day for which it is planned."""
    today = timezone.localdate()
    planned = timezone.localdate(page.go_live_at) if page.go_live_at else today
    return _published_on.get() or max(planned, today)


def _others(page: "DecisionPage", council: Site | None) -> "DecisionPage | None":
    """Another decision of the council that was published under the same reference."""
    if council is None:
        return None
    published = type(page).objects.exclude(first_published_at=None).exclude(pk=page.pk)
    others = published.exclude(translation_key=page.translation_key)
    return others.descendant_of(council.root_page).filter(reference=page.reference).first()
