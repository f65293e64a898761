"""What was promised in public, as the log says: no draft can take it back."""

import json
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from governance.log.entries import read
from governance.models.log import Disclosure, Log, LogEntry, LogPlace

DECIDED = ("decision.recorded", "decision.corrected")


@dataclass(frozen=True)
class Promised:
    """One promise of a decision, as the entry says that was made when it was published."""

    log: Log
    index: int  # the number of the entry
    place: int  # which promise of the entry, from 0
    key: str
    decision: str  # the key of the decision
    due_on: date

    @property
    def subject(self) -> str:
        """What its own entries in the log are about."""
        return f"promise:{self.key}"

    @property
    def text(self) -> str:
        """Its words, or nothing if they were taken away."""
        sealed = Disclosure.objects.filter(log=self.log, index=self.index, name="promises").first()
        return json.loads(sealed.value)[self.place]["promise"] if sealed else ""


def promised(subject: str = "") -> list[Promised]:
    """Every promise that was ever entered, first due first: of one decision, if it is named."""
    places = LogPlace.objects.filter(log=OuterRef("log"), index=OuterRef("index"), type__in=DECIDED)
    if subject:
        places = places.filter(subject=subject)
    entries = LogEntry.objects.filter(Exists(places)).select_related("log__council")
    found = {promise.key: promise for entry in entries for promise in _promises_of(entry)}
    return sorted(found.values(), key=lambda promise: (promise.due_on, promise.key))


def _promises_of(entry: LogEntry) -> list[Promised]:
    public = read(entry.leaf.encode()).public
    return [
        Promised(
            log=entry.log,
            index=entry.index,
            place=place,
            key=line["promise"],
            decision=public["decision"],
            due_on=date.fromisoformat(line["due_on"]),
        )
        for place, line in enumerate(public["promises"])
    ]
