"""What is kept of what is done about a worry, and of people who ask to be contacted."""

from consultations.holdings import FOR_GOOD, Sensitivity, hold

_SAFEGUARDING = "As long as the council's safeguarding rules say."
_CONTACT = "As many days after it ended as the privacy page says."

for _model in ("Concern", "FollowUp"):
    hold(
        f"feedback.{_model}",
        "To show what a worry was about, when somebody knew, told and acted. It names nobody.",
        fields=(
            "category about_writer about_another others_at_risk aware_at told_at "
            "sealed_reference sealed_pattern"
        ),
        sensitivity=Sensitivity.CHILD,
        kept=_SAFEGUARDING,
    )
hold(
    "feedback.Concern",
    "To show when an outcome was written down, and that only a few see what is about staff.",
    fields="recorded_at conflict",
    sensitivity=Sensitivity.STAFF,
    kept=_SAFEGUARDING,
)
hold(
    "feedback.FollowUp",
    "To show when somebody acted later.",
    fields="acted_at",
    sensitivity=Sensitivity.STAFF,
    kept=_SAFEGUARDING,
)
hold(
    "feedback.Conflict",
    "So that whoever a worry is about, of those who work here, sees nothing of it; and to show who "
    "had seen it before.",
    fields="id council response_id marked_by marked_at sealed_seen ended_by ended_at sealed_why",
    sensitivity=Sensitivity.CHILD,
    kept=_SAFEGUARDING,
)
hold(
    "feedback.Involved",
    "So that whoever a worry is about sees nothing of it, and those who keep it do.",
    fields="id conflict person part",
    sensitivity=Sensitivity.STAFF,
    kept=_SAFEGUARDING,
)
hold(
    "feedback.ConcernOpening",
    "To show who opened a concern, each time.",
    fields="id concern by at",
    sensitivity=Sensitivity.STAFF,
    kept=_SAFEGUARDING,
)
hold(
    "feedback.HandingOver",
    "To show who handed over what was said, when, and why again.",
    fields="id concern by at sealed_reason",
    sensitivity=Sensitivity.STAFF,
    kept=_SAFEGUARDING,
)
hold(
    "feedback.Shift",
    "So that whoever takes over knows what is open.",
    fields="id council by to at sealed_note taken_at",
    sensitivity=Sensitivity.CHILD,
    kept=_SAFEGUARDING,
)
hold(
    "feedback.Freezing",
    "To show who froze a picture that may be illegal, and who let it go when the police said so.",
    fields="id concern by at released_by released_at sealed_reason",
    sensitivity=Sensitivity.STAFF,
    kept=_SAFEGUARDING,
)
hold(
    "feedback.Contact",
    "To reach somebody who asked for it, in the way and at the time that they said is safe. It is "
    "sealed, and nothing in it leads to their answers.",
    fields="id council link link_key sealed asked_on closed_on closed_by came_of_it",
    sensitivity=Sensitivity.CHILD,
    kept=_CONTACT,
)
hold(
    "feedback.ContactOpening",
    "To show who saw how somebody can be reached, each time.",
    fields="id contact by at",
    sensitivity=Sensitivity.STAFF,
    kept=_CONTACT,
)
hold(
    "feedback.Pathway",
    "To tell safeguarding leads what to do about each kind of worry here.",
    fields="id council category text",
    sensitivity=Sensitivity.WORKING,
    kept=FOR_GOOD,
)
