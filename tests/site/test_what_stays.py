"""What is on record stays: accounts that acted, groups that are roles, whatever others rest on."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Site

from consultations.models import CouncilRole
from heard.models import User
from tests import make

CLOSE_IT = "This account cannot be deleted, because what it did is on record."


@pytest.fixture
def admin(client, settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = False
    client.force_login(User.objects.create_superuser("admin@example.org", make.PASSWORD))
    return client


def delete_one(client, user):
    return client.post(reverse("wagtailusers_users:delete", args=[user.pk]), follow=True)


def delete_many(client, user):
    address = reverse("wagtail_bulk_action", args=["heard", "user", "delete"])
    return client.post(f"{address}?id={user.pk}", follow=True)


in_both_ways = pytest.mark.parametrize("delete", [delete_one, delete_many])


@in_both_ways
def test_whoever_wrote_a_page_is_not_deleted(admin, delete):
    author = make.staff("participation")
    make.draft_consultation().save_revision(user=author)

    response = delete(admin, author)

    assert User.objects.filter(pk=author.pk).exists()
    assert CLOSE_IT in response.content.decode()


@in_both_ways
def test_whoever_read_a_text_is_not_deleted(admin, delete):
    make.read_words()
    reader = make.staff("reader")

    response = delete(admin, reader)

    assert User.objects.filter(pk=reader.pk).exists()
    assert CLOSE_IT in response.content.decode()


@in_both_ways
def test_an_account_that_did_nothing_is_deleted(admin, delete):
    nobody = make.staff()

    delete(admin, nobody)

    assert not User.objects.filter(pk=nobody.pk).exists()


def test_a_group_that_is_a_role_is_not_deleted(admin):
    group = CouncilRole.objects.get(role="approver").group

    response = admin.post(reverse("wagtailusers_groups:delete", args=[group.pk]), follow=True)

    assert Group.objects.filter(pk=group.pk).exists()
    assert "something else rests on it" in response.content.decode()


def test_a_council_with_consultations_is_not_deleted(admin):
    make.consultation()

    response = admin.post(reverse("wagtailsites:delete", args=[make.council().pk]), follow=True)

    assert Site.objects.exists()
    assert "something else rests on it" in response.content.decode()
