"""Whoever can read what people wrote has a second factor."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from feedback.permissions import needs_second_factor
from tests import make
from tests.feedback.listening.screens import elsewhere


@pytest.mark.parametrize("role", ["reader", "safeguarding", "analyst"])
def test_those_who_read_answers_need_a_second_factor(role):
    assert needs_second_factor(make.staff(role))


def test_those_who_read_in_another_council_need_one_too():
    assert needs_second_factor(elsewhere("reader"))


def test_a_superuser_who_could_give_the_role_needs_one():
    assert needs_second_factor(make.superuser())


@pytest.mark.parametrize(
    "role", ["participation", "approver", "governance", "decision_maker", "councillor"]
)
def test_those_who_read_no_answers_do_not(role):
    assert not needs_second_factor(make.staff(role))


def test_one_such_role_among_others_is_enough():
    assert needs_second_factor(make.staff("participation", "analyst"))


def test_nobody_needs_nothing():
    assert not needs_second_factor(AnonymousUser())


@pytest.mark.parametrize("name", ["wagtailadmin_home", "feedback_reading", "feedback_themes"])
def test_without_it_every_screen_leads_to_setting_it_up(as_staff, settings, name):
    settings.HEARD_REQUIRE_SECOND_FACTOR = True

    response = as_staff("reader", "analyst").get(reverse(name))

    assert response.url == reverse("mfa_activate_totp")


def test_with_it_a_reader_reads(as_staff, settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = True
    Authenticator.objects.create(
        user=make.staff("reader"), type=Authenticator.Type.TOTP, data={"secret": "x"}
    )

    assert as_staff("reader").get(reverse("feedback_reading")).status_code == 200
