"""What the record rests on cannot be deleted: staff get a sentence, not a server error."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from governance.models import DecisionPage, WhatChangedPage
from tests import make
from tests.governance import record, screens


@pytest.fixture
def superuser(as_staff, settings):
    """Somebody whom no permission keeps from deleting."""
    settings.HEARD_REQUIRE_SECOND_FACTOR = False
    return as_staff(user=make.superuser())


def delete_one(browser, page):
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    return browser.post(address, follow=True)


def delete_many(browser, page):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return browser.post(f"{address}?id={page.pk}&next=/admin/", follow=True)


def recorded_decision():
    return make.decision(title="Family time"), "“Family time” cannot be deleted"


def decision_taken_out_of_sight():
    page = make.decision(title="Family time")
    page.unpublish()
    return page, "“Family time” cannot be deleted, because it is in the record."


def its_findings():
    return make.decision().findings, "cannot be deleted, because"


def findings_of_a_draft():
    findings = make.draft_findings(make.closed_consultation())
    make.draft_decision(findings, title="Family time")
    return findings, "because the decision “Family time” rests on them."


def decided_item():
    make.item("What the consultation is about")
    local = make.item("Contact")
    make.decision(items=[local], title="Family time")
    return local, "“Contact” cannot be deleted, because the decision “Family time” is about it."


def the_whole_section():
    make.decision(title="Family time")
    return WhatChangedPage.objects.get(), "“Family time” cannot be deleted"


WHAT = [
    recorded_decision,
    decision_taken_out_of_sight,
    its_findings,
    findings_of_a_draft,
    decided_item,
    the_whole_section,
]


@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("delete", [delete_one, delete_many])
def test_what_the_record_rests_on_is_not_deleted(superuser, delete, what):
    page, sentence = what()

    response = delete(superuser, page)

    assert response.status_code == 200
    assert sentence in screens.words(response)
    assert Page.objects.filter(pk=page.pk).exists()


@pytest.mark.parametrize("delete", [delete_one, delete_many])
def test_a_draft_of_a_decision_can_be_deleted(superuser, delete):
    page = make.draft_decision()

    delete(superuser, page)

    assert not DecisionPage.objects.exists()


@pytest.mark.parametrize("delete", [delete_one, delete_many])
def test_an_item_that_nothing_rests_on_can_be_deleted(superuser, delete):
    page = make.item()

    delete(superuser, page)

    assert not Page.objects.filter(pk=page.pk).exists()


def test_deleting_what_was_published_is_entered(superuser):
    page = make.item()
    before = record.leaves()

    delete_one(superuser, page)

    assert record.leaves().startswith(before)
    assert record.types()[-1] == "publication.withdrawn"
