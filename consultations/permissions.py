"""Questions about what a member of staff may do. The rule behind all: a role is held in a council.

A superuser looks after accounts and settings. That does not make them a reader: whoever reads what
children wrote holds the role that says so.
"""

from functools import reduce
from operator import or_
from typing import Any, TypeAlias

from django.db.models import Q, QuerySet
from wagtail.models import Page, Site

from consultations.models.council import CouncilRole, StaffRole

# A member of staff. Their model lives in the roof, which no room imports.
Staff: TypeAlias = Any
ANY_COUNCIL = None


def holds(user: Any, *roles: StaffRole, council: Site | None = ANY_COUNCIL) -> bool:
    """Whether `user` holds one of `roles`, in this council (or in any, when none is named)."""
    if not user.is_authenticated or not user.is_active:
        return False
    return any(
        role in roles and (council is ANY_COUNCIL or site_id == council.pk)
        for role, site_id in roles_of(user)
    )


def roles_of(user: Any) -> list[tuple[str, int]]:
    """The roles of `user`, each with the number of its council. One query, kept on the user."""
    if not hasattr(user, "_council_roles"):
        user._council_roles = list(
            CouncilRole.objects.filter(group__user=user).values_list("role", "council_id")
        )
    return user._council_roles


def councils_of(user: Any, *roles: StaffRole) -> list[int]:
    """The numbers of the councils in which `user` holds one of `roles`."""
    return [site_id for role, site_id in roles_of(user) if role in roles]


def sections_of(user: Any, model: type[Page], *roles: StaffRole) -> QuerySet:
    """The pages of a kind, such as the register, in the councils in which `user` holds a role.
    All of them for a superuser, who looks after every council."""
    if user.is_superuser:
        return model.objects.order_by("path")
    roots = Site.objects.filter(pk__in=councils_of(user, *roles)).values_list(
        "root_page__path", flat=True
    )
    below = reduce(or_, (Q(path__startswith=path) for path in roots), Q(pk__in=[]))
    return model.objects.filter(below).order_by("path")


def can_see_drafts(user: Any, council: Site | None) -> bool:
    """Whether `user` may look at a consultation before it is published: whoever may write or
    approve it. A draft without a place in the tree has no council, and nobody sees it."""
    return council is not None and (
        user.is_superuser
        or holds(user, StaffRole.PARTICIPATION, StaffRole.APPROVER, council=council)
    )


def can_open_the_bank(user: Any) -> bool:
    """Whether `user` may look through what was asked before, in the councils where they may."""
    return user.is_superuser or holds(user, StaffRole.PARTICIPATION, StaffRole.APPROVER)


def can_see_how_many_answered(user: Any, council: Site) -> bool:
    """Whether `user` may see counts of responses. Counts are not answers."""
    return user.is_superuser or holds(
        user, StaffRole.PARTICIPATION, StaffRole.APPROVER, StaffRole.ANALYST, council=council
    )


def can_invite(user: Any, council: Site) -> bool:
    """Whether `user` makes codes and posters for consultations of this council."""
    return holds(user, StaffRole.PARTICIPATION, council=council)


def can_see_gate(user: Any, council: Site | None = ANY_COUNCIL) -> bool:
    """Whether `user` may see what stands between a draft and opening."""
    return user.is_superuser or holds(
        user,
        StaffRole.PARTICIPATION,
        StaffRole.APPROVER,
        StaffRole.DECISION_MAKER,
        council=council,
    )


def can_say_undecided(user: Any, council: Site) -> bool:
    """Whether `user` may say that no decision has been taken: whoever decides, or an officer who
    has asked them."""
    return holds(user, StaffRole.PARTICIPATION, StaffRole.DECISION_MAKER, council=council)
