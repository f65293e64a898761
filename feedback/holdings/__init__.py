"""What this room keeps of people who answer, and of staff who read. See consultations.holdings."""

from feedback.holdings import alerts, answers, exports, findings, reading, safe_texts

__all__ = ["alerts", "answers", "exports", "findings", "reading", "safe_texts"]
