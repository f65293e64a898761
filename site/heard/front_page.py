"""What the front page shows: what is open now, and what changed because people spoke up."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page

from consultations.models import ConsultationPage
from consultations.translations import shown_below
from governance.models import DecisionPage

N_DECISIONS = 4


def what_is_new(home: Page) -> dict[str, Any]:
    """Open consultations, the next to close first; and the latest decisions, whatever they were."""
    today = timezone.localdate()
    consultations = shown_below(home, ConsultationPage)
    return {
        "open": consultations.filter(opens_on__lte=today, closes_on__gte=today).order_by(
            "closes_on"
        ),
        "decisions": shown_below(home, DecisionPage).order_by("-decided_on", "-pk")[:N_DECISIONS],
    }
