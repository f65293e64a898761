"""What is kept of reading, and of worries about somebody."""

from consultations.holdings import FOR_GOOD, Sensitivity, hold

_WITH_WORDS = "As long as the words that it belongs to."
_SAFEGUARDING = "As long as the council's safeguarding rules say."

hold(
    "feedback.Reading",
    "To show that a person opened every text, and who.",
    fields="id words opened_by opened_at read_by read_at",
    sensitivity=Sensitivity.STAFF,
    kept=_WITH_WORDS,
)
hold(
    "feedback.Opening",
    "To show who opened a text, each time.",
    fields="id words by at",
    sensitivity=Sensitivity.STAFF,
    kept=_WITH_WORDS,
)
hold(
    "feedback.Browsing",
    "To show which analyst looked through the texts of a consultation, and when.",
    fields="id consultation by at",
    sensitivity=Sensitivity.STAFF,
    kept=FOR_GOOD,
)
hold(
    "feedback.RoleChange",
    "So that nobody gets the right to read answers without anyone knowing who gave it.",
    fields="id person role council given changed_by changed_at",
    sensitivity=Sensitivity.STAFF,
    kept=FOR_GOOD,
)
hold(
    "feedback.Concern",
    "So that somebody acts when a text worries a reader, and can show that they did. What is "
    "written is sealed.",
    fields=(
        "id council words raised_by raised_at sealed_words sealed_file sealed_note sealed_about "
        "outcome "
        "sealed_action acted_by acted_at"
    ),
    sensitivity=Sensitivity.CHILD,
    kept=_SAFEGUARDING,
)
hold(
    "feedback.FollowUp",
    "To show what was done about a worry after its outcome was recorded. What is written is "
    "sealed.",
    fields="id concern by at outcome sealed_note",
    sensitivity=Sensitivity.CHILD,
    kept=_SAFEGUARDING,
)
