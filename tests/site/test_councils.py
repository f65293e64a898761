"""A council stands with its pages and roles; a second one shares nothing with the first."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from consultations.models import CouncilRole, HaveYourSayPage, RegisterPage, StaffRole
from consultations.permissions import holds
from governance.models import WhatChangedPage
from heard.models import ContentPage, HomePage, User
from tests import make


def test_the_first_council_has_every_section():
    home = make.council().root_page

    slugs = list(home.get_children().live().values_list("slug", flat=True))

    assert slugs == [
        "have-your-say",
        "what-changed",
        "what-we-write-down",
        "what-you-told-us",
        "how-this-works",
        "privacy",
        "accessibility",
    ]


def test_the_page_tree_is_sound():
    problems = Page.find_problems()

    assert not any(problems)


def test_every_role_is_a_group_of_the_council():
    roles = CouncilRole.objects.filter(council=make.council()).values_list("role", flat=True)

    assert set(roles) == set(StaffRole.values)


def test_wagtails_own_groups_are_gone():
    names = set(Group.objects.values_list("name", flat=True))

    assert not names & {"Editors", "Moderators"}


@pytest.mark.parametrize(
    ("role", "section", "right"),
    [
        ("participation", HaveYourSayPage, "add"),
        ("participation", HaveYourSayPage, "change"),
        ("governance", RegisterPage, "publish"),
        ("decision_maker", WhatChangedPage, "publish"),
    ],
)
def test_a_role_may_do_its_work(role, section, right):
    page = section.objects.get()

    may = page.permissions_for_user(make.staff(role))

    assert right in may.permissions


@pytest.mark.parametrize("section", [RegisterPage, WhatChangedPage, HomePage, ContentPage])
def test_a_participation_officer_has_no_right_elsewhere_to_publish(section):
    page = section.objects.first()

    may = page.permissions_for_user(make.staff("participation"))

    assert section is ContentPage or "publish" not in may.permissions


def test_a_councillor_does_not_enter_the_admin():
    assert not make.staff("councillor").has_perm("wagtailadmin.access_admin")


def test_a_second_council_has_its_own_pages_roles_and_settings():
    call_command("add_council", "Ferndale Council", "ferndale.example", verbosity=0)

    ferndale = Site.objects.get(hostname="ferndale.example")
    assert ferndale.root_page.get_children().count() == 7
    assert CouncilRole.objects.filter(council=ferndale).count() == len(StaffRole)
    assert not any(Page.find_problems())


def test_a_role_in_one_council_is_none_in_another():
    call_command("add_council", "Ferndale Council", "ferndale.example", verbosity=0)
    ferndale = Site.objects.get(hostname="ferndale.example")
    reader = User.objects.create_user("reader@ferndale.example", make.PASSWORD)

    reader.groups.add(CouncilRole.objects.get(council=ferndale, role="reader").group)

    assert holds(reader, StaffRole.READER, council=ferndale)
    assert not holds(reader, StaffRole.READER, council=make.council())


def test_a_council_is_not_added_twice():
    call_command("add_council", "Ferndale Council", "ferndale.example", verbosity=0)

    with pytest.raises(CommandError, match="already"):
        call_command("add_council", "Ferndale Council", "ferndale.example", verbosity=0)
