"""Telling a consultation that a decision rests on it."""

from consultations.actions.planning import mark_decided
from consultations.models import Consultation
from governance.models import DecisionPage, Outcome


def mark_what_is_decided(consultation: Consultation) -> None:
    """Mark since when a final decision that is in public rests on `consultation`, or that none
    does. That more work is needed decides nothing yet."""
    final = (
        DecisionPage.objects.live()
        .filter(findings__consultation_page__translation_key=consultation.pk)
        .exclude(outcome=Outcome.MORE_WORK)
        .order_by("decided_on")
    )
    mark_decided(consultation=consultation, on=final.values_list("decided_on", flat=True).first())
