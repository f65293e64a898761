"""What is kept of alerts."""

from consultations.holdings import Sensitivity, hold

hold(
    "feedback.Alert",
    "So that somebody is told that something needs them, and told again until they are. It says "
    "a number and nothing else.",
    fields="id council kind about for_role for_person made_at due_at sent_at tries done_at",
    sensitivity=Sensitivity.STAFF,
    kept="A year, so that the council can see whether it was in time.",
)
