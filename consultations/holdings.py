"""What this software keeps: every stored field, why, how sensitive, how long.

Each room names its own fields in its own `holdings.py`; a test fails when a field has no entry.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Sensitivity(StrEnum):
    """How much harm it would do if the wrong person saw it."""

    PUBLIC = "public"
    STAFF = "about a member of staff"
    WORKING = "seen by staff only"
    PERSONAL = "could be about a person"
    CHILD = "could be about a child"
    SECRET = "opens something"  # noqa: S105 (a word for a password, not one)


@dataclass(frozen=True)
class Holding:
    """One stored field. `kept` is a sentence about how long."""

    field: str
    why: str
    sensitivity: Sensitivity
    kept: str


_HOLDINGS: dict[str, Holding] = {}

FOR_GOOD = "As long as the council publishes it."
WITH_ITS_PAGE = "As long as the page that it belongs to."


def hold(model: str, why: str, *, fields: str, sensitivity: Sensitivity, kept: str) -> None:
    """Say why we keep the named `fields` (with spaces between them) of `model`.

    `model` is a label such as "feedback.Response". Raises ValueError for a field named twice.
    """
    for name in fields.split():
        label = f"{model}.{name}"
        if label in _HOLDINGS:
            raise ValueError(f"{label} is held twice.")
        _HOLDINGS[label] = Holding(label, why, sensitivity, kept)


def all_holdings() -> Iterator[Holding]:
    """Every holding of every room that has been imported."""
    yield from _HOLDINGS.values()


_PLUMBING = "To tell rows apart and in which order they stand."
_COUNCIL = "To tell the councils of one installation apart."
_PUBLISHED = "It is published: anyone can read what the council wrote."

for _model, _fields in (
    ("InformationSystem", "name"),
    ("StatutoryReturn", "name required_by"),
    ("InformationItem_systems", "informationitem informationsystem"),
    (
        "InformationItem",
        "page_ptr code plain_name kind what_it_records about_whom how_obtained special_category "
        "chosen_by chosen_when why_chosen purposes purpose_note stands_in_for known_gaps "
        "lawful_basis law origin can_council_change who_can_see shared_with kept_for kept_because "
        "how_to_challenge review_on checked_against",
    ),
    ("ReturnLine", "item statutory_return table tag cbds codes"),
    ("RegisterPage", "page_ptr introduction"),
    (
        "ConsultationPage",
        "page_ptr summary why can_change cannot_change decider opens_on closes_on findings_by "
        "decision_by roles bands by_invitation questions easy_read change_note",
    ),
    ("AboutItem", "page item"),
    ("CoverageTarget", "page label role band number source"),
    ("AskedApart", "page asks roles bands"),
    ("HaveYourSayPage", "page_ptr introduction"),
):
    hold(
        f"consultations.{_model}",
        _PUBLISHED,
        fields=_fields,
        sensitivity=Sensitivity.PUBLIC,
        kept=FOR_GOOD,
    )

hold(
    "consultations.Consultation",
    "To hang answers on something that is the same in every language, and to open and close it.",
    fields="id council code is_live opens_on closes_on findings_by decision_by by_invitation",
    sensitivity=Sensitivity.PUBLIC,
    kept=FOR_GOOD,
)
hold(
    "consultations.Questionnaire",
    "To know exactly what people were asked, whatever is edited later.",
    fields="id consultation number document sha256 revision frozen_on answered",
    sensitivity=Sensitivity.PUBLIC,
    kept=FOR_GOOD,
)
hold(
    "consultations.Question",
    "To compare answers through every edition and language of a question.",
    fields="id consultation block_id key kind shape asked_of retired",
    sensitivity=Sensitivity.PUBLIC,
    kept=FOR_GOOD,
)
hold(
    "consultations.Option",
    "To count the same answer as the same, however it is worded.",
    fields="id question block_id code value apart retired",
    sensitivity=Sensitivity.PUBLIC,
    kept=FOR_GOOD,
)
hold(
    "consultations.CouncilSettings",
    "To make the sentences on our pages true.",
    fields=(
        "id site name service childline text_line adult_line duty_line night_line "
        "numbers_checked_on statement_checked_on reading_hours read_within_days draft_hours "
        "contact_days network_addresses whistleblowing "
        "post_days backup_days hide_up_to edition_guard leave_to contact_email contact_phone "
        "paper_to privacy_email log_origin"
    ),
    sensitivity=Sensitivity.PUBLIC,
    kept=FOR_GOOD,
)
hold(
    "consultations.InvitationBatch",
    "To know how many of the codes for a known group were used, and nothing else about it.",
    fields="id consultation label n_codes made_on expires_on n_used",
    sensitivity=Sensitivity.WORKING,
    kept="As long as the consultation.",
)
hold(
    "consultations.Invitation",
    "So that a code lets somebody answer once. The code itself is not kept, and who got it we "
    "never knew.",
    fields="id batch code_digest code_key",
    sensitivity=Sensitivity.SECRET,
    kept="Until it is used, or the batch ends, whichever is first.",
)
hold(
    "consultations.GroupCode",
    "So that everybody in one room can answer, one after another.",
    fields="id consultation label code valid_on",
    sensitivity=Sensitivity.WORKING,
    kept="Until the day is over.",
)
hold(
    "consultations.CouncilRole",
    "To know who may do what.",
    fields="id council role group",
    sensitivity=Sensitivity.WORKING,
    kept=FOR_GOOD,
)
for _model, _fields in (
    ("InformationSystem", "id"),
    ("StatutoryReturn", "id"),
    ("InformationItem_systems", "id"),
    ("ReturnLine", "id sort_order"),
    ("AboutItem", "id sort_order"),
    ("CoverageTarget", "id sort_order translation_key locale"),
    ("AskedApart", "id sort_order"),
    ("ApprovalByAnother", "task_ptr"),
    ("ApprovalByAnother_groups", "id approvalbyanother group"),
):
    hold(
        f"consultations.{_model}",
        _PLUMBING,
        fields=_fields,
        sensitivity=Sensitivity.WORKING,
        kept=WITH_ITS_PAGE,
    )
for _model in ("InformationSystem", "StatutoryReturn"):
    hold(
        f"consultations.{_model}",
        _COUNCIL,
        fields="council",
        sensitivity=Sensitivity.PUBLIC,
        kept=FOR_GOOD,
    )
hold(
    "consultations.TranslationCheck",
    "To say who checked a translation, and when it stopped saying what the source says.",
    fields="id page revision checked_by checked_on source_sha256 source_moved_on",
    sensitivity=Sensitivity.PUBLIC,
    kept=WITH_ITS_PAGE,
)
hold(
    "consultations.TranslationCheck",
    _COUNCIL,
    fields="council",
    sensitivity=Sensitivity.PUBLIC,
    kept=WITH_ITS_PAGE,
)
for _model, _why, _fields, _sensitivity, _kept in (
    (
        "ConsultationPage",
        _PUBLISHED,
        "rung read_by undecided_on space voice audience influence",
        Sensitivity.PUBLIC,
        FOR_GOOD,
    ),
    (
        "ConsultationPage",
        "To know who answers for it that nothing was decided.",
        "undecided_by",
        Sensitivity.STAFF,
        FOR_GOOD,
    ),
    (
        "CoverageTarget",
        _PUBLISHED,
        "local_size reach might_be_missed",
        Sensitivity.PUBLIC,
        FOR_GOOD,
    ),
    ("ConsideredOption", _PUBLISHED, "page text standing reasons", Sensitivity.PUBLIC, FOR_GOOD),
    (
        "TriedOut",
        _PUBLISHED,
        "page who number bands tried_on changed",
        Sensitivity.PUBLIC,
        FOR_GOOD,
    ),
    (
        "ImpactCheck",
        "To open nothing before it has been checked.",
        "page kind status owner checked_on reference",
        Sensitivity.WORKING,
        WITH_ITS_PAGE,
    ),
    ("Override", _PUBLISHED, "page code reason given_on", Sensitivity.PUBLIC, FOR_GOOD),
    (
        "Override",
        "To know who answers for a reason.",
        "by",
        Sensitivity.STAFF,
        WITH_ITS_PAGE,
    ),
    (
        "Opening",
        "To hold fast what was planned when it opened.",
        "consultation opened_on document",
        Sensitivity.PUBLIC,
        FOR_GOOD,
    ),
    (
        "Consultation",
        "To ask nothing that is decided, and to take no words that nobody reads.",
        "decided_on takes_words",
        Sensitivity.PUBLIC,
        FOR_GOOD,
    ),
    (
        "ReadingCover",
        "To know that somebody reads on every working day.",
        "council first_day last_day lead deputy",
        Sensitivity.STAFF,
        "Until an officer takes the line out.",
    ),
    (
        "CouncilPeriod",
        "To know the days that are not like others.",
        "council kind name first_day last_day",
        Sensitivity.WORKING,
        FOR_GOOD,
    ),
    (
        "PlainWord",
        "To write in words that people know.",
        "council term plain note",
        Sensitivity.WORKING,
        FOR_GOOD,
    ),
    (
        "CouncilSettings",
        "To make the sentences on our pages true.",
        "least_open_days most_questions_young most_questions reading_age longest_sentence",
        Sensitivity.PUBLIC,
        FOR_GOOD,
    ),
    *(
        (_name, _PLUMBING, _fields_of_rows, Sensitivity.WORKING, WITH_ITS_PAGE)
        for _name, _fields_of_rows in (
            ("ConsideredOption", "id sort_order translation_key locale"),
            ("TriedOut", "id sort_order translation_key locale"),
            ("ImpactCheck", "id sort_order"),
            ("Override", "id sort_order translation_key locale"),
            ("ReadingCover", "id"),
            ("CouncilPeriod", "id"),
            ("PlainWord", "id"),
        )
    ),
):
    hold(f"consultations.{_model}", _why, fields=_fields, sensitivity=_sensitivity, kept=_kept)
