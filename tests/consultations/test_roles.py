"""A role is held in a council, and gives nothing in another one."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.management import call_command
from django.db import IntegrityError
from wagtail.models import Site

from consultations.models import CouncilRole, StaffRole
from consultations.permissions import (
    can_see_how_many_answered,
    councils_of,
    holds,
    roles_of,
)
from heard.models import User
from tests import make

MAY_COUNT = {StaffRole.PARTICIPATION, StaffRole.APPROVER, StaffRole.ANALYST}


@pytest.fixture
def ferndale() -> Site:
    """Another council in the same installation."""
    call_command("add_council", "Ferndale Council", "ferndale.example", verbosity=0)
    return Site.objects.get(hostname="ferndale.example")


def _give(user: User, role: str, council: Site) -> User:
    user.groups.add(CouncilRole.objects.get(council=council, role=role).group)
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize("role", StaffRole)
def test_a_role_counts_in_its_own_council_alone(ferndale, role):
    user = make.staff(role)

    assert holds(user, role, council=make.council())
    assert not holds(user, role, council=ferndale)


@pytest.mark.parametrize("role", StaffRole)
def test_a_role_is_held_in_some_council_when_none_is_named(ferndale, role):
    user = _give(make.staff(), role, ferndale)

    assert holds(user, role)


def test_two_roles_in_two_councils_do_not_mix(ferndale):
    user = _give(make.staff("reader"), "analyst", ferndale)

    assert holds(user, StaffRole.READER, council=make.council())
    assert holds(user, StaffRole.ANALYST, council=ferndale)
    assert not holds(user, StaffRole.ANALYST, council=make.council())
    assert not holds(user, StaffRole.READER, council=ferndale)


def test_one_of_several_roles_is_enough():
    user = make.staff("analyst")

    assert holds(user, StaffRole.READER, StaffRole.ANALYST)
    assert not holds(user, StaffRole.READER, StaffRole.SAFEGUARDING)


def test_the_councils_of_a_role_are_those_where_it_is_held(ferndale):
    user = _give(make.staff("reader"), "analyst", ferndale)

    assert councils_of(user, StaffRole.READER) == [make.council().pk]
    assert set(councils_of(user, StaffRole.READER, StaffRole.ANALYST)) == {
        make.council().pk,
        ferndale.pk,
    }


def test_a_visitor_holds_nothing():
    assert not holds(AnonymousUser(), *StaffRole)


def test_an_account_that_is_closed_holds_nothing():
    user = make.staff("reader", is_active=False)

    assert not holds(user, *StaffRole)


@pytest.mark.parametrize("role", StaffRole)
def test_a_superuser_holds_no_role(role):
    assert not holds(make.superuser(), role)


def test_an_ordinary_group_gives_no_role():
    user = make.staff()
    user.groups.add(Group.objects.create(name="Reader"))

    assert not holds(user, *StaffRole)


def test_the_roles_of_somebody_are_read_once(django_assert_num_queries):
    user = make.staff("reader", "analyst")

    with django_assert_num_queries(1):
        both = [holds(user, StaffRole.READER), holds(user, StaffRole.SAFEGUARDING)]

    assert both == [True, False]
    assert sorted(role for role, _site in roles_of(user)) == ["analyst", "reader"]


@pytest.mark.parametrize("role", StaffRole)
def test_who_may_see_how_many_answered(role):
    assert can_see_how_many_answered(make.staff(role), make.council()) is (role in MAY_COUNT)


def test_counts_of_another_council_are_not_seen(ferndale):
    assert not can_see_how_many_answered(make.staff("participation"), ferndale)


def test_whoever_looks_after_accounts_may_see_counts():
    assert can_see_how_many_answered(make.superuser(), make.council())


def test_a_participation_officer_writes_in_their_own_council_alone(ferndale):
    ours, theirs = (
        site.root_page.get_children().get(slug="have-your-say")
        for site in (make.council(), ferndale)
    )
    user = make.staff("participation")

    assert ours.permissions_for_user(user).can_add_subpage()
    assert not theirs.permissions_for_user(user).can_add_subpage()


def _role(council: Site, role: str, group: Group | None = None) -> CouncilRole:
    return CouncilRole.objects.create(
        council=council, role=role, group=group or Group.objects.create(name="Another")
    )


def test_a_council_has_one_group_for_a_role():
    with pytest.raises(IntegrityError):
        _role(make.council(), "reader")


def test_another_council_has_a_group_of_its_own_for_the_role():
    elsewhere = Site.objects.create(hostname="b.example", root_page=make.council().root_page)

    assert _role(elsewhere, "reader").pk


def test_a_group_holds_one_role():
    held = CouncilRole.objects.get(council=make.council(), role="reader")
    elsewhere = Site.objects.create(hostname="b.example", root_page=make.council().root_page)

    with pytest.raises(IntegrityError):
        _role(elsewhere, "analyst", held.group)
