"""Worries about somebody, and people who ask to be contacted."""

from typing import Any

from django.utils import timezone

from feedback.actions import concerns, contacting, reading
from feedback.models import Concern, Contact, Outcome, Words
from feedback.settling import Facts
from tests.make.answering import words as some_words
from tests.make.people import staff

SAFELY = {
    "way": "phone",
    "when": "Monday after school",
    "not_to": "My mum",
    "not_worker": True,
    "may_name": "no",
    "where": "07700 900123",
}


def concern(words: Words | None = None, note: str = "", **more: Any) -> Concern:
    """A worry that a reader raised about some words."""
    words = words or some_words(**more)
    return reading.raise_concern(words=words, by=staff("reader"), note=note)


def settled_concern(concern: Concern, outcome: str = Outcome.REFERRED, **facts: Any) -> Concern:
    """The same with an outcome, by the safeguarding lead."""
    known = {"category": "hurt", "told_at": timezone.now(), "reference": "R-1"}
    return concerns.settle_concern(
        concern=concern,
        by=staff("safeguarding"),
        outcome=outcome,
        action="I rang them.",
        facts=Facts(**(known | facts)),
    )


def contact(words: Words | None = None, **more: Any) -> Contact:
    """Whoever sent these words asks to be contacted."""
    response = (words or some_words()).response
    on = more.pop("on", response.received_on)
    return contacting.ask_for_contact(response=response, details=SAFELY | more, today=on)
