"""Recording: what was published, what closed and what was missed goes into the log."""

import logging
from datetime import date
from typing import Any

from django.db import transaction
from wagtail.models import Page

from consultations.models import Consultation, ConsultationPage, InformationItem
from feedback.models import FindingsPage
from governance.actions.log import append
from governance.facts import Facts, facts_of
from governance.log.entries import EntryRefused, read
from governance.log.text import Unsealable, normalise
from governance.models import DecisionPage, Disclosure, Log, LogEntry, LogPlace
from governance.promised import promised

logger = logging.getLogger(__name__)

FOLLOWED = (InformationItem, ConsultationPage, FindingsPage, DecisionPage)
CORRECTED = {
    "decision.recorded": "decision.corrected",
    "findings.published": "findings.corrected",
    "item.changed": "item.changed",
}


@transaction.atomic
def record_publication(page: Page) -> LogEntry | None:
    """Enter a page that was published, if the log does not say the same already.

    The first time it is entered as what it is. Later it is entered as a correction, which names
    the entry that it corrects and what differs; both stay. A consultation has no corrections: each
    edition is entered as opened.
    """
    facts = facts_of(page)
    if facts is None:
        return None
    last = _last_entry(facts)
    if last is None:
        return _append(facts, facts.type, {})
    differs = _what_differs(facts, last)
    if not differs:
        return None
    if facts.type not in CORRECTED:
        return _append(facts, facts.type, {})
    correction = {"corrects": last.index, "fields": differs}
    return _append(facts, CORRECTED[facts.type], correction)


def record_missed_publications() -> int:
    """Enter whatever is published and was not entered when it should have been.

    A page that the log refuses is named in the server's own log, and keeps no other one out.
    """
    numbers = [
        (kind, number)
        for kind in FOLLOWED
        for number in kind.objects.live()
        .order_by("first_published_at", "pk")
        .values_list("pk", flat=True)
    ]
    return sum(_is_entered_now(kind, number) for kind, number in numbers)


def _is_entered_now(kind: type[Page], number: int) -> bool:
    """Whether a page was missing from the log. Read again once nobody else can append."""
    try:
        with transaction.atomic():
            _hold_every_log()
            page = kind.objects.live().filter(pk=number).first()
            return page is not None and record_publication(page) is not None
    except (EntryRefused, Unsealable) as refusal:
        logger.error("Page %s cannot be entered in the log. %s", number, refusal)
        return False


def _hold_every_log() -> None:
    """Nobody else appends until this transaction ends, so nothing is entered twice."""
    list(Log.objects.select_for_update().order_by("pk"))


@transaction.atomic
def record_closings(*, today: date) -> int:
    """Enter every consultation whose last day has passed, once."""
    _hold_every_log()
    recorded = set(
        LogPlace.objects.filter(type="consultation.closed").values_list("subject", flat=True)
    )
    opened = set(
        LogPlace.objects.filter(type="consultation.opened").values_list("subject", flat=True)
    )
    n_entered = 0
    for consultation in Consultation.objects.closed_by(today).order_by("closes_on", "pk"):
        subject = f"consultation:{consultation.pk}"
        if subject in recorded or subject not in opened:
            continue
        append(
            council=consultation.council,
            type="consultation.closed",
            subject=subject,
            public={
                "consultation": str(consultation.pk),
                "edition": consultation.questionnaires.latest("number").number,
                "closed_on": consultation.closes_on.isoformat(),
            },
            texts={"title": _title_in_the_log(subject)},
        )
        n_entered += 1
    return n_entered


@transaction.atomic
def record_missed_promises(*, today: date) -> int:
    """Enter every promise whose day has passed without its being kept, once.

    Nobody can stop it: what was promised is read from the log, not from the decision's page.
    """
    _hold_every_log()
    settled = set(
        LogPlace.objects.filter(type__in=("promise.missed", "promise.kept")).values_list(
            "subject", flat=True
        )
    )
    missed = [
        promise
        for promise in promised()
        if promise.due_on < today and promise.subject not in settled
    ]
    for promise in missed:
        append(
            council=promise.log.council,
            type="promise.missed",
            subject=promise.subject,
            public={
                "promise": promise.key,
                "decision": promise.decision,
                "due_on": promise.due_on.isoformat(),
            },
            texts={"promise": promise.text},
        )
    return len(missed)


def _title_in_the_log(subject: str) -> str:
    """What something was called when it was last entered; nothing if that was taken away."""
    place = LogPlace.objects.filter(subject=subject).with_titles().order_by("index").last()
    return (place and place.title) or ""


def _append(facts: Facts, type: str, more: dict[str, Any]) -> LogEntry:
    return append(
        council=facts.council,
        type=type,
        subject=facts.subject,
        public=facts.public | more,
        texts=facts.texts,
    )


def _last_entry(facts: Facts) -> LogEntry | None:
    """The last entry that says what was published under this subject."""
    types = {facts.type, CORRECTED.get(facts.type, facts.type)}
    place = (
        LogPlace.objects.filter(log__council=facts.council, subject=facts.subject, type__in=types)
        .order_by("index")
        .last()
    )
    return LogEntry.objects.get(log=place.log_id, index=place.index) if place else None


def _what_differs(facts: Facts, last: LogEntry) -> list[str]:
    """The names of facts and texts that are not what the last entry says, in order."""
    said = read(last.leaf.encode()).public
    shown = dict(
        Disclosure.objects.filter(log=last.log_id, index=last.index).values_list("name", "value")
    )
    public = [name for name, value in facts.public.items() if said.get(name) != value]
    texts = [
        name
        for name in {**facts.texts, **shown}
        if normalise(facts.texts.get(name, "")) != shown.get(name, "")
    ]
    return sorted({name.replace("_", "-") for name in [*public, *texts]})
