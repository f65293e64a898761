"""Every other button that could publish a consultation is refused with a sentence."""

import pytest
from django.urls import reverse

from consultations.models import ConsultationPage
from tests import make
from tests.consultations import officer
from tests.consultations.editing import editions, stored

ONLY_ANOTHER = "Another officer approves a consultation before it opens."
A_DRAFT = "A copy of a consultation begins as a draft"


@pytest.fixture
def draft():
    return make.draft_consultation()


@pytest.fixture
def admin(as_staff):
    return as_staff(user=make.superuser())


def _publish_many(client, *pages, **more):
    chosen = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return client.post(f"{address}?{chosen}", more, follow=True)


def _copy(client, page, **more):
    data = {
        "new_title": "Again",
        "new_slug": "again",
        "new_parent_page": page.get_parent().pk,
    }
    return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data | more, follow=True)


def test_an_author_who_presses_publish_saves_a_draft(as_staff, draft):
    data = officer.filled_in(*stored(draft), page=draft, summary="Kept.")

    officer.edit(as_staff("participation"), draft, data, "publish")

    assert not officer.now(draft).live
    assert officer.now(draft).summary == "Kept."


@pytest.mark.parametrize("roles", [(), ("participation", "approver")], ids=["superuser", "both"])
def test_nobody_publishes_in_the_editor(as_staff, draft, roles):
    client = as_staff(user=make.staff(*roles) if roles else make.superuser())
    data = officer.filled_in(*stored(draft), page=draft, summary="Kept.")

    response = officer.edit(client, draft, data, "publish")

    assert ONLY_ANOTHER in officer.said(response)
    assert not officer.now(draft).live
    assert officer.now(draft).summary == "Kept."


def test_nobody_publishes_a_new_one_at_once(admin):
    make.item()
    question = make.block("choose_one")

    response = officer.create(admin, officer.filled_in(question), "publish")

    assert ONLY_ANOTHER in officer.said(response)
    assert not officer.now().live


def test_nobody_publishes_a_change_at_once(admin):
    page = make.consultation()
    data = officer.filled_in(*stored(page), page=page, summary="Unseen by another.")

    response = officer.edit(admin, page, data, "publish")

    assert ONLY_ANOTHER in officer.said(response)
    assert officer.now(page).summary == "What do you think?"


def test_nobody_publishes_what_waits_for_approval(as_staff, draft):
    draft.get_workflow().start(draft, make.staff("participation"))
    data = officer.filled_in(*stored(draft), page=draft)

    response = officer.edit(as_staff("approver"), draft, data, "publish")

    assert ONLY_ANOTHER in officer.said(response)
    assert not officer.now(draft).live


@pytest.mark.parametrize("number", [1, 2])
def test_many_are_not_published_at_once(admin, draft, number):
    drafts = [draft, make.draft_consultation()][:number]

    response = _publish_many(admin, *drafts)

    assert ONLY_ANOTHER in officer.said(response)
    assert not ConsultationPage.objects.live().exists()


def test_one_consultation_among_other_pages_holds_them_all_back(admin, draft):
    item = make.item(live=False)

    response = _publish_many(admin, item, draft)

    assert ONLY_ANOTHER in officer.said(response)
    item.refresh_from_db()
    assert not item.live


def test_drafts_below_a_page_are_not_published_with_it(admin, draft):
    response = _publish_many(admin, draft.get_parent(), include_descendants="on")

    assert ONLY_ANOTHER in officer.said(response)
    assert not officer.now(draft).live


def test_the_page_above_can_be_published_without_its_drafts(admin, draft):
    response = _publish_many(admin, draft.get_parent())

    assert "1 page has been published" in officer.said(response)
    assert not officer.now(draft).live


def test_other_pages_are_published_in_bulk_as_ever(admin):
    item = make.item(live=False)

    _publish_many(admin, item)

    item.refresh_from_db()
    assert item.live


@pytest.mark.parametrize("tick", ["publish_copies", "alias"])
def test_a_copy_is_not_published_unseen(admin, tick):
    page = make.consultation()

    response = _copy(admin, page, **{tick: "on"})

    assert A_DRAFT in officer.said(response)
    assert ConsultationPage.objects.count() == 1


@pytest.mark.parametrize("tick", ["publish_copies", "alias"])
def test_a_copy_of_the_pages_above_does_not_publish_consultations(admin, tick):
    home = make.consultation().get_parent().get_parent()

    response = _copy(admin, home, copy_subpages="on", **{tick: "on"})

    assert A_DRAFT in officer.said(response)
    assert ConsultationPage.objects.count() == 1


def test_a_copy_is_a_draft_with_a_questionnaire_of_its_own(admin):
    page = make.consultation()

    _copy(admin, page)

    copied = ConsultationPage.objects.get(slug="again")
    assert not copied.live
    assert copied.translation_key != page.translation_key
    assert not editions(copied)


def test_other_pages_are_copied_and_published_as_ever(admin):
    item = make.item()

    _copy(admin, item, publish_copies="on")

    assert item.get_siblings().live().filter(slug="again").exists()
