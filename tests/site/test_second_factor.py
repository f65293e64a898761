"""Nobody who can read answers, or could give that role, works without a second factor."""

import pytest
from allauth.mfa.models import Authenticator

from tests import make

MUST = ["reader", "safeguarding", "analyst", "recorder"]
NEED_NOT = ["participation", "approver", "governance", "decision_maker"]


@pytest.mark.parametrize("role", MUST)
def test_whoever_can_read_answers_sets_one_up_first(as_staff, role):
    response = as_staff(role).get("/admin/")

    assert response.url == "/accounts/2fa/totp/activate/"


def test_a_superuser_sets_one_up_first(as_staff):
    response = as_staff(user=make.superuser()).get("/admin/")

    assert response.url == "/accounts/2fa/totp/activate/"


@pytest.mark.parametrize("role", NEED_NOT)
def test_others_may_work_without(as_staff, role):
    assert as_staff(role).get("/admin/").status_code == 200


def test_with_a_second_factor_the_work_begins(as_staff):
    reader = make.staff("reader")
    Authenticator.objects.create(user=reader, type=Authenticator.Type.TOTP, data={})

    assert as_staff(user=reader).get("/admin/reading/").status_code == 200


def test_no_screen_below_the_admin_is_open_before(as_staff):
    response = as_staff("reader").post("/admin/reading/", {})

    assert response.url == "/accounts/2fa/totp/activate/"


def test_the_demo_does_without_and_says_so(as_staff, settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR, settings.HEARD_DEMO = False, True

    page = as_staff("reader").get("/admin/").content.decode()

    assert "Staff sign in without a second factor" in page


def test_setting_it_up_shows_its_picture_and_nothing_from_elsewhere(as_staff):
    client = as_staff("reader")
    client.post("/accounts/reauthenticate/", {"password": make.PASSWORD})

    response = client.get("/accounts/2fa/totp/activate/")

    assert response.status_code == 200
    assert "img-src 'self' data:" in response["Content-Security-Policy"]
