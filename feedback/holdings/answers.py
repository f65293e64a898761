"""What is kept of people who answer."""

from consultations.holdings import FOR_GOOD, Sensitivity, hold

_UNSENT = "Until it is sent, or as many hours as the privacy page says, whichever is first."
_UNTIL_BACK = "Until the person takes it back, or the council deletes the answers."

hold(
    "feedback.Draft",
    "So that a person can stop and go on. No member of staff can open one.",
    fields="id questionnaire role band voice language route easy agreed answers expires_at",
    sensitivity=Sensitivity.CHILD,
    kept=_UNSENT,
)
hold(
    "feedback.Draft",
    "So that four words find it, and nothing else does.",
    fields="code_digest code_key words_shown invitation",
    sensitivity=Sensitivity.SECRET,
    kept=_UNSENT,
)
hold(
    "feedback.DraftFile",
    "So that a drawing, a picture or a voice message is still there when a person goes on. No "
    "member of staff can open one.",
    fields="id draft question name content mime seconds width height strokes",
    sensitivity=Sensitivity.CHILD,
    kept=_UNSENT,
)
hold(
    "feedback.Response",
    "To know which side of the record somebody stands on, how old they are as a band, whose words "
    "these are, whether a child who had help could say what they wanted, what they were asked and "
    "what they agreed to. A day, never a time.",
    fields=(
        "id questionnaire role band voice channel route language agreed could_say asked_apart "
        "asked received_on"
    ),
    sensitivity=Sensitivity.CHILD,
    kept=_UNTIL_BACK,
)
hold(
    "feedback.Response",
    "So that four words find it, and nothing else does.",
    fields="receipt_digest receipt_key",
    sensitivity=Sensitivity.SECRET,
    kept=_UNTIL_BACK,
)
hold(
    "feedback.Answer",
    "To count what people chose.",
    fields="id response question option number",
    sensitivity=Sensitivity.CHILD,
    kept=_UNTIL_BACK,
)
hold(
    "feedback.Words",
    "So that we can read and act on what people said, in the way that they said it.",
    fields="id response question about text medium language may_show",
    sensitivity=Sensitivity.CHILD,
    kept=_UNTIL_BACK,
)
hold(
    "feedback.Recording",
    "So that we can look at what people drew and listen to what they said. Made anew by us: "
    "nothing of the camera, the place or the time is left in it.",
    fields="words content mime seconds width height strokes frozen",
    sensitivity=Sensitivity.CHILD,
    kept=_UNTIL_BACK,
)
hold(
    "feedback.Tally",
    "To see whether we heard from all kinds of people. Counts alone: nothing leads to an answer.",
    fields="id consultation role voice asks version answer n",
    sensitivity=Sensitivity.WORKING,
    kept=FOR_GOOD,
)
hold(
    "feedback.Typed",
    "To show who entered answers for others, how many and on which day; not which.",
    fields="id consultation by on n",
    sensitivity=Sensitivity.STAFF,
    kept=FOR_GOOD,
)
hold(
    "feedback.PaperFile",
    "To notice when the same file of paper forms comes again, and to show who brought it.",
    fields="id consultation by digest n imported_on",
    sensitivity=Sensitivity.STAFF,
    kept=FOR_GOOD,
)
hold(
    "feedback.PaperFile",
    "To show what would be imported before it is, and to print the four words of each form.",
    fields="sealed expires_at",
    sensitivity=Sensitivity.SECRET,
    kept="Until it has been imported and the slips are printed, a day at most.",
)
hold(
    "feedback.Erasure",
    "So that answers that were taken back stay gone when a backup is restored.",
    fields="response_id council erased_on",
    sensitivity=Sensitivity.WORKING,
    kept="Until the last backup that could hold the answers is gone.",
)
