"""Recording what was taken out of sight, and what was put back. Both are acts that people see."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from wagtail.models import Page

from consultations.models import ConsultationPage, InformationItem
from feedback.models import FindingsPage
from governance.actions.log import append, hold_every
from governance.models import DecisionPage, LogEntry, LogPlace
from governance.said import CORRECTED, RESTORED, WITHDRAWN
from governance.subjects import kind_of, subject_of

KINDS: dict[str, Any] = {
    "consultation": ConsultationPage,
    "findings": FindingsPage,
    "decision": DecisionPage,
    "item": InformationItem,
}
PUBLISHED = {"consultation.opened", *CORRECTED, *CORRECTED.values()}


@transaction.atomic
def record_withdrawal(page: Page) -> LogEntry | None:
    """Enter that a page was taken out of sight, if the log says that it was published."""
    hold_every()
    subject = _subject(page)
    places = _places(subject) if subject else []
    if not places or places[-1].type == WITHDRAWN:
        return None
    return _withdraw(places[-1])


@transaction.atomic
def record_restoration(page: Page) -> LogEntry | None:
    """Enter that a page is back in sight, if the log says that it was taken out."""
    subject = _subject(page)
    places = _places(subject) if subject else []
    if not places or places[-1].type != WITHDRAWN:
        return None
    return _enter(RESTORED, places[-1], answers=places[-1].index)


@transaction.atomic
def record_missed_withdrawals() -> int:
    """Enter whatever is out of sight by now, even if its page was torn out of the database."""
    hold_every()
    in_sight = set(_in_sight())
    latest: dict[tuple[int, str], LogPlace] = {}
    for place in LogPlace.objects.filter(type__in={*PUBLISHED, WITHDRAWN, RESTORED}).order_by(
        "log", "index"
    ):
        latest[place.log_id, place.subject] = place
    gone = [
        place
        for place in latest.values()
        if place.type != WITHDRAWN and place.subject not in in_sight
    ]
    for place in gone:
        _withdraw(place)
    return len(gone)


def title_in_the_log(subject: str) -> str:
    """What something was called when it was last entered; nothing if that was taken away."""
    place = LogPlace.objects.filter(subject=subject).with_titles().order_by("index").last()
    return (place and place.title) or ""


def _subject(page: Page) -> str:
    """What the entries about a page are about; nothing for a page that the log does not follow."""
    kind = next((name for name, model in KINDS.items() if isinstance(page, model)), "")
    return subject_of(kind, page) if kind else ""


def _places(subject: str) -> list[LogPlace]:
    """Where the log says that something was published, went out of sight and came back."""
    types = {*PUBLISHED, WITHDRAWN, RESTORED}
    places = LogPlace.objects.filter(subject=subject, type__in=types)
    return list(places.select_related("log__council").order_by("index"))


def _in_sight() -> Iterator[str]:
    """The subjects of all that is published now."""
    for kind, model in KINDS.items():
        for page in model.objects.live().select_related("locale").iterator():
            yield subject_of(kind, page)


def _withdraw(place: LogPlace) -> LogEntry:
    places = LogPlace.objects.filter(log=place.log, subject=place.subject, type__in=PUBLISHED)
    return _enter(WITHDRAWN, place, answers=places.latest("index").index)


def _enter(type: str, place: LogPlace, *, answers: int) -> LogEntry:
    kind, key = kind_of(place.subject)
    return append(
        council=place.log.council,
        type=type,
        subject=place.subject,
        public={"kind": kind, "page": key, "entry": answers},
        texts={"title": title_in_the_log(place.subject)},
    )
