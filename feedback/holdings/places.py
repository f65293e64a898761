"""What is kept so that a text can be made safe."""

from consultations.holdings import FOR_GOOD, Sensitivity, hold

hold(
    "feedback.LocalPlace",
    "So that readers are told of schools, homes and streets here that would show where somebody "
    "lives.",
    fields="id council name kind",
    sensitivity=Sensitivity.PUBLIC,
    kept=FOR_GOOD,
)
hold(
    "feedback.Recording",
    "To show which reader said that a picture or a voice message shows and names nobody.",
    fields="shows_nobody_by",
    sensitivity=Sensitivity.STAFF,
    kept="As long as the words that it belongs to.",
)
hold(
    "feedback.Quotation",
    "So that words which could show who said them are not shown, and a translation is called one.",
    fields="doubt translated_from",
    sensitivity=Sensitivity.STAFF,
    kept="As long as the words that it belongs to.",
)
