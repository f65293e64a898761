"""Nobody gives themselves the right to read, and whoever gives it is known."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from wagtail.log_actions import LogContext

from consultations.models import CouncilRole, StaffRole
from feedback.models import RoleChange
from feedback.models.written_once import WrittenDown
from tests import make
from tests.feedback.listening.screens import elsewhere, rows, says

READING = ["reader", "safeguarding", "analyst", "conflict"]
OTHERS = sorted(set(StaffRole.values) - set(READING))
REFUSAL = "Nobody can give themselves a role that reads answers."


def group(role):
    return CouncilRole.objects.get(council=make.council(), role=role).group


def edit(client, user, *groups):
    """Tick these groups on the screen of an account, and save."""
    address = reverse("wagtailusers_users:edit", args=[user.pk])
    data = {"email": user.email, "first_name": "A", "last_name": "B", "is_active": "on"}
    data |= {"is_superuser": "on"} if user.is_superuser else {}
    return client.post(address, data | {"groups": [one.pk for one in groups]}, follow=True)


def assign(client, role, *users):
    """Give one role to many on the list of accounts."""
    address = reverse("wagtail_bulk_action", args=["heard", "user", "assign_role"])
    query = "&".join(f"id={user.pk}" for user in users)
    return client.post(f"{address}?{query}", {"role": group(role).pk}, follow=True)


@pytest.fixture
def admin():
    return make.superuser()


@pytest.mark.parametrize("role", READING)
def test_an_administrator_does_not_give_it_to_themselves(as_staff, admin, role):
    response = edit(as_staff(user=admin), admin, group(role))

    assert REFUSAL in says(response)
    assert not admin.groups.exists()


@pytest.mark.parametrize("role", READING)
def test_nor_on_the_list_of_accounts(as_staff, admin, role):
    other = make.staff()

    response = assign(as_staff(user=admin), role, admin, other)

    assert REFUSAL in says(response)
    assert not admin.groups.exists()
    assert not other.groups.exists()


@pytest.mark.parametrize("role", OTHERS)
def test_a_role_that_does_not_read_is_theirs_to_take(as_staff, admin, role):
    edit(as_staff(user=admin), admin, group(role))

    assert list(admin.groups.all()) == [group(role)]


def test_whoever_was_given_it_by_somebody_else_saves_their_own_account(as_staff, admin):
    admin.groups.add(group("reader"))

    response = edit(as_staff(user=admin), admin, group("reader"))

    assert REFUSAL not in says(response)
    assert list(admin.groups.all()) == [group("reader")]


@pytest.mark.parametrize("role", READING)
def test_whatever_the_screen_it_is_refused(admin, role):
    for act in (
        lambda: admin.groups.add(group(role)),
        lambda: group(role).user_set.add(admin),
    ):
        with LogContext(user=admin), pytest.raises(PermissionDenied), transaction.atomic():
            act()

    assert not admin.groups.exists()


@pytest.mark.parametrize("role", READING)
def test_whoever_gives_it_to_somebody_else_is_written_down(as_staff, admin, role, time_machine):
    user, now = make.staff(), make.noon(make.today())
    time_machine.move_to(now, tick=False)

    edit(as_staff(user=admin), user, group(role))

    change = RoleChange.objects.get()
    assert (change.person, change.role, change.given) == (user, role, True)
    assert (change.changed_by, change.changed_at) == (admin, now)
    assert change.council == make.council()


def test_giving_it_to_many_is_written_down_for_each(as_staff, admin):
    people = [make.staff(), make.staff("participation")]

    assign(as_staff(user=admin), "reader", *people)

    changes = RoleChange.objects.filter(changed_by=admin, given=True, role="reader")
    assert {change.person for change in changes} == set(people)


def test_taking_it_away_is_written_down(as_staff, admin):
    user = make.staff("reader")

    edit(as_staff(user=admin), user)

    change = RoleChange.objects.first()
    assert (change.person, change.given, change.changed_by) == (user, False, admin)


@pytest.mark.parametrize(
    "take",
    [
        lambda user: user.groups.clear(),
        lambda user: user.groups.remove(group("reader")),
        lambda user: user.groups.set([]),
        lambda user: group("reader").user_set.remove(user),
        lambda user: group("reader").user_set.clear(),
    ],
)
def test_however_it_is_taken_away(take):
    user = make.staff("reader")

    take(user)

    assert [change.given for change in RoleChange.objects.filter(person=user)] == [False, True]


def test_what_nobody_had_is_not_taken_away():
    user = make.staff("participation")

    user.groups.remove(group("reader"))
    user.groups.add(Group.objects.create(name="Cooks"))

    assert not RoleChange.objects.exists()


def test_other_roles_are_not_written_down(as_staff, admin):
    edit(as_staff(user=admin), make.staff(), *(group(role) for role in OTHERS))

    assert not RoleChange.objects.exists()


def test_the_safeguarding_lead_sees_who_gave_what_to_whom(as_staff, admin):
    user = make.staff("participation")
    lead = as_staff("safeguarding")
    edit(as_staff(user=admin), user, group("reader"))

    line = rows(lead.get(reverse("feedback_concerns")))[0]

    assert line[1:] == ["A B", "Reader", "Given", str(admin)]


def test_the_lead_of_another_council_sees_none_of_it(as_staff, admin):
    user = make.staff("participation")
    client = as_staff(user=elsewhere("safeguarding"))

    edit(as_staff(user=admin), user, group("reader"))

    assert "A B" not in says(client.get(reverse("feedback_concerns")))


def test_nothing_of_it_can_be_changed_or_deleted():
    make.staff("reader")
    change = RoleChange.objects.get()

    for act in (change.save, change.delete):
        with pytest.raises(WrittenDown):
            act()
