"""What this room keeps of people who answer, and of staff who read. See consultations.holdings."""

from feedback.holdings import (
    agreeing,
    alerts,
    answers,
    coding,
    concerns,
    editions,
    exports,
    findings,
    places,
    reading,
    safe_texts,
)

__all__ = [
    "agreeing",
    "alerts",
    "answers",
    "coding",
    "concerns",
    "editions",
    "exports",
    "findings",
    "places",
    "reading",
    "safe_texts",
]
