"""Who is told that a worry, a picture or a request needs somebody: never whom it is about."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.models import Site

from consultations.models import StaffRole
from consultations.permissions import Staff
from feedback.actions.alerting import alert
from feedback.models import AlertKind, Conflict, Part

# Who sees a conflict: the first of these that is not empty, without those whom it is about.
KEEPERS = (StaffRole.CONFLICT, StaffRole.SAFEGUARDING, StaffRole.DATA_PROTECTION)


def staff_of(council: Site) -> QuerySet:
    """Everybody who works with this site for a council, by name."""
    held = get_user_model().objects.filter(groups__council_role__council=council, is_active=True)
    return held.distinct().order_by("first_name", "last_name", "pk")


def holders(council: Site, role: str) -> QuerySet:
    """Those of them who hold a role there."""
    hold_it = {"groups__council_role__council": council, "groups__council_role__role": role}
    return staff_of(council).filter(**hold_it)


def keepers(council: Site, without: Iterable[int] = ()) -> list[Staff]:
    """Who sees what is about somebody who works here: the conflict list; where it is empty, the
    safeguarding leads; where that is the person themselves, the data protection officer."""
    for role in KEEPERS:
        if found := list(holders(council, role).exclude(pk__in=without)):
            return found
    return []


def tell_leads(*, council: Site, kind: AlertKind, about: Any, conflict: Conflict | None) -> None:
    """Tell the safeguarding leads of a council. Where it is about somebody who works here, tell in
    person those who keep it, or when it is over, those leads whom it is not about."""
    if conflict is None:
        alert(council=council, kind=kind, about=about, role=StaffRole.SAFEGUARDING)
        return
    named = list(conflict.involved.filter(part=Part.NAMED).values_list("person_id", flat=True))
    leads = holders(council, StaffRole.SAFEGUARDING).exclude(pk__in=named)
    for person in keepers(council, named) if conflict.ended_at is None else leads:
        alert(council=council, kind=kind, about=about, person=person)
