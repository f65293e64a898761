"""Sentences that are made from what is true of a council and a consultation."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import ngettext

from consultations.models import Consultation, CouncilSettings
from feedback.assent import Assent


def with_facts(assent: Assent, council: CouncilSettings, consultation: Consultation) -> list[str]:
    """The text to agree to, with what is true of this council and this consultation."""
    days = council.read_within_days
    facts = {
        "council": council.name,
        "within": ngettext("%d working day", "%d working days", days) % days,
        "findings_by": _date(consultation.findings_by),
    }
    return [str(text) % facts for text in assent.paragraphs]


def _date(day: date | None) -> str:
    return date_format(day, "j F Y") if day else "…"  # a draft may not say yet
