"""Every way into the admin goes through allauth, its limits and its second factor."""

import pytest
from django.test import Client

from tests import make

SIDE_DOORS = [
    "/admin/login/",
    "/_util/login/",
    "/admin/password_reset/",
    "/django-admin/login/",
    "/django-admin/",
    "/accounts/signup/",
]


@pytest.mark.parametrize("door", SIDE_DOORS)
def test_a_right_password_opens_no_side_door(door):
    user = make.staff("participation")
    names = {"username": user.email, "login": user.email, "email": user.email}
    client = Client()

    client.post(door, {**names, "password": make.PASSWORD, "next": "/admin/"})

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("door", ["/admin/login/?next=/admin/reports/", "/_util/login/"])
def test_wagtails_own_sign_in_leads_to_ours(visitor, door):
    response = visitor.get(door)

    assert response.status_code == 302
    assert response.url.startswith("/accounts/login/")


@pytest.mark.parametrize("door", ["/admin/password_reset/", "/django-admin/", "/accounts/signup/"])
def test_other_doors_do_not_exist(visitor, door):
    assert visitor.get(door).status_code == 404


def test_staff_sign_in_by_email_and_password(visitor):
    user = make.staff("participation")

    visitor.post("/accounts/login/", {"login": user.email.upper(), "password": make.PASSWORD})

    assert visitor.session["_auth_user_id"] == str(user.pk)


def test_wrong_passwords_are_limited(visitor):
    user = make.staff("participation")
    for _try in range(12):
        visitor.post("/accounts/login/", {"login": user.email, "password": "wrong"})

    visitor.post("/accounts/login/", {"login": user.email, "password": make.PASSWORD})

    assert "_auth_user_id" not in visitor.session


def test_the_admin_asks_a_visitor_to_sign_in(visitor):
    response = visitor.get("/admin/")

    assert response.url.startswith("/accounts/login/")


def test_the_admin_is_not_for_councillors(as_staff):
    response = as_staff("councillor").get("/admin/", follow=True)

    assert response.status_code == 403


def test_a_councillor_who_signs_in_lands_on_the_front_page(visitor):
    user = make.staff("councillor")

    response = visitor.post(
        "/accounts/login/", {"login": user.email, "password": make.PASSWORD}, follow=True
    )

    assert response.redirect_chain[-1][0] == "/"
