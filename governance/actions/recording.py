"""Recording: what was published, what closed and what was missed goes into the log."""

import logging
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.models import Page

from consultations.models import Consultation, ConsultationPage, InformationItem
from feedback.models import FindingsPage
from governance.actions.log import append, hold, hold_every
from governance.actions.sight import record_restoration, title_in_the_log
from governance.facts import Facts, facts_of
from governance.log.entries import EntryRefused, read
from governance.log.text import Unsealable
from governance.models import DecisionPage, LogEntry, LogPlace
from governance.promised import promised
from governance.said import CORRECTED, REASON, last_entry, reason_of, what_differs

logger = logging.getLogger(__name__)

FOLLOWED = (InformationItem, ConsultationPage, FindingsPage, DecisionPage)


@transaction.atomic
def record_publication(page: Page) -> LogEntry | None:
    """Enter a page that was published, if the log does not say the same already.

    The first time it is entered as what it is. Later it is entered as a correction, which names
    the entry that it corrects and what differs; both stay. A consultation has no corrections: each
    edition is entered as opened. What was out of sight is entered as back in sight before that.
    """
    facts = facts_of(page)
    if facts is None:
        return None
    hold(facts.council)
    last = last_entry(facts)
    if last is None:
        return _append(facts, facts.type)
    restored = record_restoration(page)
    differs = what_differs(facts, last)
    if not differs:
        return restored
    if facts.type not in CORRECTED:
        return _append(facts, facts.type)
    return _correct(facts, last, differs)


def _correct(facts: Facts, last: LogEntry, differs: list[str]) -> LogEntry:
    correction = {"corrects": last.index, "fields": differs}
    type = CORRECTED[facts.type]
    said = reason_of(facts, last)
    reason = {REASON: said} if said or type == "decision.corrected" else {}
    return _append(facts, type, correction, reason)


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
            hold_every()
            page = kind.objects.live().filter(pk=number).first()
            return page is not None and record_publication(page) is not None
    except (EntryRefused, Unsealable) as refusal:
        logger.error("Page %s cannot be entered in the log. %s", number, refusal)
        return False


@transaction.atomic
def record_closings(*, today: date) -> int:
    """Enter every consultation whose last day has passed, once for each last day."""
    hold_every()
    recorded = _last_days()
    opened = set(
        LogPlace.objects.filter(type="consultation.opened").values_list("subject", flat=True)
    )
    n_entered = 0
    for consultation in Consultation.objects.closed_by(today).order_by("closes_on", "pk"):
        subject = f"consultation:{consultation.pk}"
        last_day = consultation.closes_on.isoformat()
        if recorded.get(subject) == last_day or subject not in opened:
            continue
        append(
            council=consultation.council,
            type="consultation.closed",
            subject=subject,
            public={
                "consultation": str(consultation.pk),
                "edition": consultation.questionnaires.latest("number").number,
                "closed_on": last_day,
            },
            texts={"title": title_in_the_log(subject)},
        )
        n_entered += 1
    return n_entered


@transaction.atomic
def record_missed_promises(*, today: date) -> int:
    """Enter every promise whose day has passed without its being kept, once.

    Nobody can stop it: what was promised is read from the log, not from the decision's page.
    """
    hold_every()
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


def _last_days() -> dict[str, str]:
    """The last day that was entered last for each consultation that closed. One can be opened
    again, and then it closes again."""
    places = LogPlace.objects.filter(log=OuterRef("log"), index=OuterRef("index"))
    closings = LogEntry.objects.filter(Exists(places.filter(type="consultation.closed")))
    entries = (read(one.leaf.encode()) for one in closings.order_by("log", "index"))
    return {entry.subject: entry.public["closed_on"] for entry in entries}


def _append(
    facts: Facts,
    type: str,
    more: Mapping[str, Any] | None = None,
    reason: Mapping[str, str] | None = None,
) -> LogEntry:
    return append(
        council=facts.council,
        type=type,
        subject=facts.subject,
        public={**facts.public, **(more or {})},
        texts={**facts.texts, **(reason or {})},
    )
