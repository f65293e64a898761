"""What is kept of how texts are read: codings, notes, who read what and from where."""

from consultations.holdings import FOR_GOOD, Sensitivity, hold

_WITH_WORDS = "As long as the words that it belongs to."

hold(
    "feedback.Theme",
    "To say what people said in other words, and so that two people sort alike.",
    fields="id consultation name child_name definition use_when not_when example parent retired",
    sensitivity=Sensitivity.WORKING,
    kept=FOR_GOOD,
)
hold(
    "feedback.FrameVersion",
    "To show how the themes came to be, who changed them, when and why.",
    fields="id consultation number change why document moved by made_at",
    sensitivity=Sensitivity.STAFF,
    kept=FOR_GOOD,
)
hold(
    "feedback.Coding",
    "To show which texts a theme rests on, who read them so, and whether a machine suggested it.",
    fields="id theme words text_version start end look_again frame coder coded_at suggested_by",
    sensitivity=Sensitivity.STAFF,
    kept=_WITH_WORDS,
)
hold(
    "feedback.Seen",
    "To show that every text was read by somebody who looked for what people said.",
    fields="id words by",
    sensitivity=Sensitivity.STAFF,
    kept=_WITH_WORDS,
)
hold(
    "feedback.Note",
    "So that analysts can say to each other what they thought beside a text.",
    fields="id words by text written_at",
    sensitivity=Sensitivity.STAFF,
    kept=_WITH_WORDS,
)
hold(
    "feedback.Standpoint",
    "To say from where people read. Only numbers of it are published.",
    fields="id consultation by works_in link view said_on",
    sensitivity=Sensitivity.STAFF,
    kept=FOR_GOOD,
)
for _model, _fields in (
    ("CheckBack", "id consultation who youngest oldest held_on why_skipped by recorded_on"),
    ("CheckedTheme", "id check_back theme verdict changed"),
):
    hold(
        f"feedback.{_model}",
        "To show that young people looked at what we think they said, and what they changed.",
        fields=_fields,
        sensitivity=Sensitivity.STAFF,
        kept=FOR_GOOD,
    )
hold(
    "feedback.TextVersion",
    "So that analysts find a safe text by its words.",
    fields="searched",
    sensitivity=Sensitivity.CHILD,
    kept=_WITH_WORDS,
)
