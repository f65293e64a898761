"""Giving somebody the right to read answers: never to oneself, and never unseen.

Who may read what children wrote is decided by groups, which whoever looks after accounts hands out.
They could give themselves such a group, read, and put it back; so they cannot, and every change of
such a group is written down for the safeguarding lead.
"""

from collections.abc import Collection, Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.log_actions import get_active_log_context

from consultations.models import CouncilRole
from feedback.models import RoleChange
from feedback.permissions import RAW

NOT_YOURSELF = gettext_lazy(
    "Nobody can give themselves a role that reads answers. Ask somebody else who looks after "
    "accounts; the safeguarding lead sees who gave it."
)


def roles_that_read(groups: Collection[int]) -> list[CouncilRole]:
    """The roles that read answers, of those that these groups hold."""
    return list(CouncilRole.objects.filter(group__in=groups, role__in=RAW))


def would_read_more(person: Any, groups: Collection[int]) -> bool:
    """Whether these groups would let somebody read who does not hold them yet."""
    held = set(person.groups.values_list("pk", flat=True))
    return any(role.group_id not in held for role in roles_that_read(groups))


def write_down(sender: Any, instance: Any, action: str, reverse: bool, **kwargs: Any) -> None:
    """Groups of members of staff change: refuse it, or write it down. From either side."""
    if action not in ("pre_add", "post_add", "pre_remove", "pre_clear"):
        return
    by = get_active_log_context().user
    now = timezone.now()
    for person, groups in _people_and_groups(instance, action, kwargs["pk_set"], is_group=reverse):
        if action == "pre_add":
            if by is not None and person.pk == by.pk and would_read_more(person, groups):
                raise PermissionDenied(NOT_YOURSELF)
            continue
        for held in roles_that_read(groups):
            RoleChange.objects.create(
                person=person,
                role=held.role,
                council_id=held.council_id,
                given=action == "post_add",
                changed_by=by,
                changed_at=now,
            )


def _people_and_groups(
    instance: Any, action: str, chosen: set | None, *, is_group: bool
) -> Iterator[tuple[Any, list[int]]]:
    """(person, groups) that a change is about. What is taken from somebody, they had."""
    adds = action.endswith("_add")
    if not is_group:
        held = instance.groups.all()
        if chosen is not None and not adds:
            held = held.filter(pk__in=chosen)
        yield instance, list(chosen or ()) if adds else [group.pk for group in held]
        return
    people = get_user_model().objects.filter(**{} if adds else {"groups": instance})
    if chosen is not None:
        people = people.filter(pk__in=chosen)
    for person in people:
        yield person, [instance.pk]
