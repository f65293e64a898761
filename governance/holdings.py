"""What this room keeps of decisions and of the record. See consultations.holdings."""

from consultations.holdings import FOR_GOOD, Sensitivity, hold

_EVER = "For good: the log is append-only."

for _model, _fields in (
    ("WhatChangedPage", "page_ptr"),
    (
        "DecisionPage",
        "page_ptr reference outcome findings decided_on decided_by summary decision reasons "
        "instead how_to_disagree in_force_on review_on change_note promises_said",
    ),
    ("ItemChange", "id sort_order translation_key locale page item before after from_label"),
    ("Influence", "id sort_order translation_key locale page theme use why"),
    ("Alternative", "id sort_order translation_key locale page option why_not"),
    ("Promise", "id sort_order page key text owner due_on"),
    ("PromiseUpdate", "id promise kept_on evidence"),
):
    hold(
        f"governance.{_model}",
        "It is published: the council answers for what it decided and promised.",
        fields=_fields,
        sensitivity=Sensitivity.PUBLIC,
        kept=FOR_GOOD,
    )
hold(
    "governance.PromiseUpdate",
    "To know who said that a promise was kept.",
    fields="recorded_by recorded_at",
    sensitivity=Sensitivity.STAFF,
    kept=FOR_GOOD,
)
for _model, _fields in (
    ("Log", "id council origin size last_at"),
    ("LogEntry", "pk log index leaf leaf_hash"),
    ("LogPlace", "id log index type subject at"),
):
    hold(
        f"governance.{_model}",
        "So that nobody, the council included, can quietly rewrite what was done. Holds no free "
        "text and nobody's name.",
        fields=_fields,
        sensitivity=Sensitivity.PUBLIC,
        kept=_EVER,
    )
hold(
    "governance.Disclosure",
    "The published texts behind the log's seals. One can be taken away openly, and the rest stays "
    "proven.",
    fields="id log index name salt value",
    sensitivity=Sensitivity.PUBLIC,
    kept=FOR_GOOD,
)
