"""What is kept of themes, of quotations and of what is published."""

from consultations.holdings import FOR_GOOD, WITH_ITS_PAGE, Sensitivity, hold

_WITH_WORDS = "As long as the words that it belongs to."

hold(
    "feedback.Quotation",
    "To show people's words when they allowed it and two people agreed that it is safe.",
    fields="id words theme text differs proposed_by cleared_by cleared_at",
    sensitivity=Sensitivity.CHILD,
    kept=_WITH_WORDS,
)
for _model, _fields in (
    ("FindingsIndexPage", "page_ptr"),
    ("FindingsPage", "page_ptr consultation_page summary how_read missing said_once"),
    (
        "FindingTheme",
        "id sort_order translation_key locale page theme name summary said_by_child said_by_parent "
        "said_by_practitioner said_by_chooser differs nobody_differs",
    ),
    ("FindingsEdition", "id page number document sha256 frozen_on"),
):
    hold(
        f"feedback.{_model}",
        "It is published: what people said, and numbers that point at nobody.",
        fields=_fields,
        sensitivity=Sensitivity.PUBLIC,
        kept=FOR_GOOD,
    )
hold(
    "feedback.FindingTheme",
    "To show who vouches that no one said otherwise.",
    fields="signed_by signed_on",
    sensitivity=Sensitivity.STAFF,
    kept=WITH_ITS_PAGE,
)
hold(
    "feedback.ShownRow",
    "To show who decided that a row may be published.",
    fields="id page question option role voice band decided_by decided_at",
    sensitivity=Sensitivity.STAFF,
    kept=WITH_ITS_PAGE,
)
