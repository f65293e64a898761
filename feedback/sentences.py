"""Sentences that are made from what is true of a council and a consultation."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.models import Consultation, CouncilSettings, NetworkAddresses
from feedback.assent import Assent


def with_facts(assent: Assent, council: CouncilSettings, consultation: Consultation) -> list[str]:
    """The text to agree to, with what is true of this council and this consultation."""
    days = council.read_within_days
    facts = {
        "council": council.name,
        "within": ngettext("%d working day", "%d working days", days) % days,
        "findings_by": _date(consultation.findings_by),
        "finding_out": finding_out(council),
    }
    return [str(text) % facts for text in assent.paragraphs]


def finding_out(council: CouncilSettings) -> str:
    """Whether anybody tries to find out who answered: only where something is kept that could
    tell (requirement S9)."""
    if council.network_addresses == NetworkAddresses.NONE:
        return _("We do not try to find out who you are.")
    return _("We only try to find out who you are if we think someone could be badly hurt.")


def _date(day: date | None) -> str:
    return date_format(day, "j F Y") if day else "…"  # a draft may not say yet
