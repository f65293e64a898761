"""What was promised in public, as the log says: no draft can take it back, and no unpublishing."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from wagtail.models import Site

from consultations.first_words import marked
from governance.log.entries import read_if_whole
from governance.models.decision import DecisionPage
from governance.models.log import Disclosure, Log, LogEntry, LogPlace
from governance.models.promise import Promise

DECIDED = ("decision.recorded", "decision.corrected")
KEPT, MISSED = "promise.kept", "promise.missed"


@dataclass(frozen=True)
class Promised:
    """One promise of a decision, as the entry says that was made when it was published."""

    log: Log
    index: int  # the number of the entry
    key: str
    decision: str  # the key of the decision
    reference: str  # of the decision
    due_on: date
    words: dict[str, str]  # its "promise" and "who" sees to it; nothing if they were taken away

    @property
    def subject(self) -> str:
        """What its own entries in the log are about."""
        return f"promise:{self.key}"

    @property
    def text(self) -> str:
        """Its words, or nothing if they were taken away."""
        return self.words.get("promise", "")


def promised(subject: str = "", *, council: Site | None = None) -> list[Promised]:
    """Every promise that was ever entered, first due first: of one decision or of one council, if
    it is named."""
    here = {"log": OuterRef("log"), "index": OuterRef("index")}
    places = LogPlace.objects.filter(**here, type__in=DECIDED)
    if subject:
        places = places.filter(subject=subject)
    words = Disclosure.objects.filter(**here, name="promises").values("value")
    entries = LogEntry.objects.filter(Exists(places)).annotate(words=Subquery(words))
    entries = entries.select_related("log__council")
    if council:
        entries = entries.filter(log__council=council)
    found = {promise.key: promise for entry in entries for promise in _promises_of(entry)}
    return sorted(found.values(), key=lambda promise: (promise.due_on, promise.key))


def _promises_of(entry: LogEntry) -> list[Promised]:
    whole = read_if_whole(entry.leaf)
    if whole is None:
        return []
    public = whole.public
    n = len(public["promises"])
    sealed = ((json.loads(entry.words) if entry.words else []) + [{}] * n)[:n]
    return [
        Promised(
            log=entry.log,
            index=entry.index,
            key=line["promise"],
            decision=public["decision"],
            reference=public["reference"],
            due_on=date.fromisoformat(line["due_on"]),
            words=words,
        )
        for line, words in zip(public["promises"], sealed, strict=True)
    ]


@dataclass(frozen=True)
class Standing:
    """Where a promise stands that is told from the log alone."""

    promised: Promised
    kept_on: date | None
    missed: bool

    @property
    def due_on(self) -> date:
        """The day by which it was promised."""
        return self.promised.due_on

    @property
    def state(self) -> str:
        """ "kept", "kept_late", "due" or "late", as `Promise.state`."""
        if self.kept_on:
            return "kept_late" if self.missed or self.kept_on > self.due_on else "kept"
        return "late" if self.due_on < timezone.localdate() else "due"

    @property
    def days_late(self) -> int:
        """Whole days past the day, until it was kept or until today; 0 when in time."""
        return max(((self.kept_on or timezone.localdate()) - self.due_on).days, 0)


def standing(council: Site) -> list[Standing]:
    """Every promise that a council made in public, first due first, in two statements."""
    places = LogPlace.objects.filter(log=OuterRef("log"), index=OuterRef("index"))
    settled = LogEntry.objects.filter(
        Exists(places.filter(type__in=(KEPT, MISSED))), log__council=council
    )
    leaves = settled.values_list("leaf", flat=True)
    entries = [entry for leaf in leaves if (entry := read_if_whole(leaf))]
    kept = {one.subject: one.public["kept_on"] for one in entries if one.type == KEPT}
    missed = {one.subject for one in entries if one.type == MISSED}
    return [
        Standing(
            promised=one,
            kept_on=date.fromisoformat(kept[one.subject]) if one.subject in kept else None,
            missed=one.subject in missed,
        )
        for one in promised(council=council)
    ]


def promises_of(decision: DecisionPage) -> list[Promise]:
    """The promises of one decision: for a translation, those of the page that made them."""
    if decision.locale.is_default:
        promises = [*decision.promises.select_related("keeping")]
    else:
        made = Promise.objects.filter(page__translation_key=decision.translation_key)
        promises = [*made.select_related("keeping")]
    tell_missed(promises)
    return promises


def promise_said(decision: DecisionPage, promise: Promise) -> dict[str, str]:
    """What people read of a promise, by name, in the language of the page; marked where nobody has
    put it into that."""
    is_written = decision.locale.is_default
    return {
        name: marked(decision.promise_text(promise, name), None if is_written else text)
        for name, text in promise.texts.items()
    }


def tell_promises(decisions: Iterable[DecisionPage]) -> None:
    """Tell each decision of a list the promises that it made: in two statements for all."""
    decisions = [*decisions]
    keys = [one.translation_key for one in decisions if not one.locale.is_default]
    others = Promise.objects.filter(page__translation_key__in=keys)
    by_key: dict[Any, list[Promise]] = {key: [] for key in keys}
    for promise in others.select_related("keeping", "page") if keys else ():
        by_key[promise.page.translation_key].append(promise)
    for one in decisions:
        own = [*one.promises.all()] if one.locale.is_default else by_key[one.translation_key]
        one.promises_made = own
    tell_missed(promise for one in decisions for promise in one.promises_made)


def tell_missed(promises: Iterable[Promise]) -> None:
    """Tell each promise whether the log says that it was missed: in one statement for all."""
    by_subject = {promise.subject: promise for promise in promises}
    places = LogPlace.objects.filter(type=MISSED, subject__in=list(by_subject))
    found = {place.subject: place for place in places} if by_subject else {}
    for subject, promise in by_subject.items():
        promise.missed = found.get(subject)
