"""What is kept of exports."""

from consultations.holdings import FOR_GOOD, Sensitivity, hold

hold(
    "feedback.ExportJob",
    "To show who took answers away, why, and when the file was deleted.",
    fields="id consultation kind language why asked_by asked_at state n_done n_total tries "
    "moved_at ended_at expires_at gone_because",
    sensitivity=Sensitivity.STAFF,
    kept=FOR_GOOD,
)
hold(
    "feedback.Fetching",
    "To show who fetched a file of answers, each time.",
    fields="id job by at",
    sensitivity=Sensitivity.STAFF,
    kept=FOR_GOOD,
)
