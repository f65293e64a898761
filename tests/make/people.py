"""Councils, days and the people who work there."""

import copy
import itertools
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from consultations.models import CouncilRole, StaffRole
from heard.models import User

PASSWORD = "correct horse battery staple"
numbers = itertools.count(1)
known: dict[tuple, User] = {}
_kept: dict[tuple, User] = {}


def forget(*, everybody: bool = False) -> None:
    """Between tests nobody is known but those whom the file keeps: the database forgot them too."""
    if everybody:
        _kept.clear()
    known.clear()
    known.update(copy.deepcopy(_kept))


def keep() -> None:
    """Whoever is known now stays known until `forget(everybody=True)`."""
    _kept.update(known)


def council() -> Site:
    """The council that the migrations made."""
    return Site.objects.get(is_default_site=True)


def section(kind: type[Page]) -> Page:
    """A section of that council, such as its register."""
    return kind.objects.descendant_of(council().root_page).get()


def today(offset: int = 0) -> date:
    """Today, or so many days later."""
    return timezone.localdate() + timedelta(days=offset)


def noon(day: date) -> datetime:
    """The middle of a day."""
    return timezone.make_aware(datetime.combine(day, time(12)))


def staff(*roles: str, again: bool = False, **more: Any) -> User:
    """A member of staff with these roles, such as "reader": the same one each time in a test,
    unless `again` asks for another."""
    key = (*roles, *more)
    if key in known and not again:
        return known[key]
    name = "-".join(roles) or "nobody"
    user = User.objects.create_user(f"{name}-{next(numbers)}@example.org", PASSWORD, **more)
    for role in roles:
        held = CouncilRole.objects.get(council=council(), role=StaffRole(role))
        user.groups.add(held.group)
    known.setdefault(key, user)
    return user


def superuser() -> User:
    """Somebody who looks after accounts, and holds no role."""
    return User.objects.create_superuser(f"admin-{next(numbers)}@example.org", PASSWORD)
