"""What is kept of texts that were made safe, written down or put into another language."""

from consultations.holdings import Sensitivity, hold

hold(
    "feedback.TextVersion",
    "So that those who look for what people said see no name in it, and no more people than must "
    "read what was written.",
    fields="id words kind source language text removed made_by made_at confirmed_by confirmed_at "
    "is_current",
    sensitivity=Sensitivity.CHILD,
    kept="As long as the words that it belongs to.",
)
