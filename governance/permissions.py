"""Questions about who may say what the council did."""

from typing import Any

from wagtail.models import Site

from consultations.models import StaffRole
from consultations.permissions import ANY_COUNCIL, holds


def can_keep_promises(user: Any, council: Site | None = ANY_COUNCIL) -> bool:
    """Whether `user` may say that a promise was kept."""
    return holds(user, StaffRole.DECISION_MAKER, council=council)
