"""What is kept of second readings, of texts that were set aside, and of the matrix."""

from consultations.holdings import FOR_GOOD, Sensitivity, hold

_WITH_WORDS = "As long as the words that it belongs to."

for _model, _fields, _why, _kept in (
    (
        "SecondReading",
        "id consultation coder asked_by asked_at seed n_texts ended_at figures",
        "To show that a second person read some of the texts, and that nobody picked which.",
        FOR_GOOD,
    ),
    (
        "SecondText",
        "id reading words done",
        "To know which texts a second person reads.",
        _WITH_WORDS,
    ),
    (
        "ReadTwoWays",
        "id reading words theme seen_by note by",
        "To keep both readings where two people read a text differently.",
        _WITH_WORDS,
    ),
    (
        "SetAside",
        "words reason proposed_by proposed_at confirmed_by confirmed_at",
        "To show which texts are not analysed, why, and that two people say so.",
        _WITH_WORDS,
    ),
):
    hold(f"feedback.{_model}", _why, fields=_fields, sensitivity=Sensitivity.STAFF, kept=_kept)
hold(
    "feedback.TwoWaysShown",
    "To say in public where adults read what was said in two ways.",
    fields="theme sentence by",
    sensitivity=Sensitivity.PUBLIC,
    kept=FOR_GOOD,
)
hold(
    "feedback.MatrixCell",
    "To lay beside each other what groups of people said of a theme.",
    fields="id theme role voice band summary by written_at",
    sensitivity=Sensitivity.WORKING,
    kept=FOR_GOOD,
)
