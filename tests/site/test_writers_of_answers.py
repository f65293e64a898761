"""Councils that stood before somebody could enter answers for others get the role."""

from importlib import import_module

from django.apps import apps

from consultations.models import CouncilRole
from tests import make

ADD = import_module("heard.migrations.0005_somebody_writes_for_others").add


def test_a_council_without_the_role_gets_it_with_the_way_in():
    held = CouncilRole.objects.get(council=make.council(), role="recorder")
    group = held.group
    held.delete()
    group.delete()

    ADD(apps, None)

    held = CouncilRole.objects.get(council=make.council(), role="recorder")
    assert [one.codename for one in held.group.permissions.all()] == ["access_admin"]


def test_a_council_that_has_it_keeps_it():
    before = CouncilRole.objects.get(council=make.council(), role="recorder")

    ADD(apps, None)

    assert CouncilRole.objects.get(council=make.council(), role="recorder") == before
