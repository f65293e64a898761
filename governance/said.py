"""What the record last said of a page, and how that differs from what the page says now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery

from governance.facts import Facts
from governance.log.entries import Entry, read, read_if_whole
from governance.log.text import normalise
from governance.models.log import Disclosure, LogEntry, LogPlace
from governance.words import field_names

CORRECTED = {
    "decision.recorded": "decision.corrected",
    "findings.published": "findings.corrected",
    "item.changed": "item.changed",
}
WITHDRAWN, RESTORED = "publication.withdrawn", "publication.restored"
SIGHT = (WITHDRAWN, RESTORED)
REASON = "correction-reason"  # the name under which it is sealed


def last_entry(facts: Facts) -> LogEntry | None:
    """The last entry that says what was published under this subject."""
    types = {facts.type, CORRECTED.get(facts.type, facts.type)}
    place = (
        LogPlace.objects.filter(log__council=facts.council, subject=facts.subject, type__in=types)
        .order_by("index")
        .last()
    )
    return LogEntry.objects.get(log=place.log_id, index=place.index) if place else None


def what_differs(facts: Facts, last: LogEntry) -> list[str]:
    """The names of facts and texts that are not what the last entry says, in order."""
    said = read(last.leaf.encode()).public
    shown = texts_of(last)
    public = [
        name
        for name in {**said, **facts.public}.keys() - {"corrects", "fields"}
        if said.get(name) != facts.public.get(name)
    ]
    texts = [
        name
        for name in {**facts.texts, **shown}
        if name != REASON and normalise(facts.texts.get(name, "")) != shown.get(name, "")
    ]
    return sorted({name.replace("_", "-") for name in [*public, *texts]})


def texts_of(entry: LogEntry) -> dict[str, str]:
    """The words that were sealed with an entry, by name."""
    texts = Disclosure.objects.filter(log=entry.log_id, index=entry.index)
    return dict(texts.values_list("name", "value"))


def reason_of(facts: Facts, last: LogEntry) -> str:
    """Why a page is corrected; nothing if that was said of the correction before already."""
    places = LogPlace.objects.filter(log=last.log_id, subject=facts.subject)
    sealed = Disclosure.objects.filter(log=last.log_id, index__in=places.values("index"))
    before = sealed.filter(name=REASON).order_by("index").last()
    said = normalise(facts.reason.strip())
    return "" if before and said == before.value else said


@dataclass(frozen=True)
class Correction:
    """One correction of a decision, as its entry says."""

    subject: str
    index: int  # its own entry
    corrects: int  # the entry that says what it said before
    at: datetime
    fields: tuple[str, ...]  # what differs, in words
    reason: str  # nothing if it was taken away, or if nobody gave one


def history_of(subjects: Iterable[str]) -> list[LogPlace]:
    """Where the log says what became of these decisions, the oldest first, in one statement: each
    with the `leaf` and `leaf_hash` of its entry, and the `reason` of a correction."""
    reason = Disclosure.objects.filter(
        log=OuterRef("log"), index=OuterRef("index"), name=REASON
    ).values("value")[:1]
    types = ("decision.recorded", "decision.corrected", *SIGHT)
    places = LogPlace.objects.with_hash().filter(type__in=types, subject__in=list(subjects))
    return list(places.annotate(reason=Subquery(reason)).order_by("log", "index"))


def corrections_in(history: Iterable[LogPlace]) -> list[Correction]:
    """The corrections among what became of decisions."""
    corrected = [place for place in history if place.type == "decision.corrected"]
    read = [(place, read_if_whole(place.leaf)) for place in corrected]
    return [_correction(place, entry) for place, entry in read if entry]


def _correction(place: Any, entry: Entry) -> Correction:
    return Correction(
        subject=place.subject,
        index=place.index,
        corrects=entry.public["corrects"],
        at=place.at,
        fields=tuple(field_names(entry.public["fields"])),
        reason=place.reason or "",
    )
