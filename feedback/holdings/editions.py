"""What is kept of who asked for a new edition of the numbers."""

from consultations.holdings import FOR_GOOD, Sensitivity, hold

hold(
    "feedback.FindingsEdition",
    "To say in public what is changed in published numbers, and why.",
    fields="what_changed why_changed",
    sensitivity=Sensitivity.PUBLIC,
    kept=FOR_GOOD,
)
hold(
    "feedback.FindingsEdition",
    "To show who asked for a new edition of the numbers.",
    fields="issued_by",
    sensitivity=Sensitivity.STAFF,
    kept=FOR_GOOD,
)
