"""What people answered and what the record rests on is not deleted: a sentence, not an error."""

import pytest
from django.db.models import ProtectedError
from django.urls import reverse

from consultations.models import (
    ConsultationPage,
    HaveYourSayPage,
    InformationItem,
    RegisterPage,
)
from heard.models import HomePage
from tests import make
from tests.consultations import officer

ANSWERED = (
    "“{}” cannot be deleted, because people have answered it. "
    "Change its last day to close it, or unpublish it to take it out of sight: "
    "the record will say that you did."
)
PUBLISHED = (
    "“{}” cannot be deleted, because it has been published and the record says so. "
    "Unpublish it to take it out of sight: the record will say that you did."
)


@pytest.fixture
def admin(as_staff):
    return as_staff(user=make.superuser())


def _one(client, page):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), CONFIRMED, follow=True)


def _many(client, *pages):
    chosen = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return client.post(f"{address}?{chosen}", CONFIRMED, follow=True)


CONFIRMED = {"confirm_site_name": "Heard"}
in_both_ways = pytest.mark.parametrize("delete", [_one, _many], ids=["singly", "in bulk"])


def _answered():
    page = make.consultation(title="Heard by many")
    make.response(page, heard="yes")
    return page


@in_both_ways
def test_an_answered_consultation_stays(admin, delete):
    page = _answered()

    response = delete(admin, page)

    assert ANSWERED.format("Heard by many") in officer.said(response)
    assert ConsultationPage.objects.filter(pk=page.pk).exists()


@in_both_ways
def test_the_officer_is_taken_back_to_the_list(admin, delete):
    page = _answered()

    response = delete(admin, page)

    above = reverse("wagtailadmin_explore", args=[page.get_parent().pk])
    assert response.redirect_chain == [(above, 302)]
    assert response.status_code == 200


@in_both_ways
def test_a_published_consultation_stays(admin, delete):
    page = make.consultation(title="Heard by none")

    response = delete(admin, page)

    assert PUBLISHED.format("Heard by none") in officer.said(response)
    assert ConsultationPage.objects.filter(pk=page.pk).exists()


@in_both_ways
def test_a_consultation_that_was_unpublished_stays_too(admin, delete):
    page = _answered()
    page.unpublish()

    response = delete(admin, page)

    assert ANSWERED.format("Heard by many") in officer.said(response)
    assert ConsultationPage.objects.filter(pk=page.pk).exists()


@in_both_ways
@pytest.mark.parametrize("model", [HaveYourSayPage, HomePage])
def test_no_page_above_an_answered_consultation_is_deleted(admin, delete, model):
    _answered()

    response = delete(admin, model.objects.get())

    assert ANSWERED.format("Heard by many") in officer.said(response)
    assert model.objects.exists()


def test_one_that_must_stay_keeps_the_others_of_the_bulk(admin):
    drafts = [make.draft_consultation(), make.draft_consultation()]

    _many(admin, drafts[0], _answered(), drafts[1])

    assert ConsultationPage.objects.count() == 3


@in_both_ways
def test_a_draft_can_be_deleted(admin, delete):
    draft = make.draft_consultation()

    delete(admin, draft)

    assert not ConsultationPage.objects.exists()


def test_an_author_can_delete_their_own_draft(as_staff):
    draft = make.draft_consultation()

    _one(as_staff("participation"), draft)

    assert not ConsultationPage.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_sentence_comes_before_the_question_whether_to_delete(admin, method):
    page = make.consultation(title="Heard by none")
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])

    response = getattr(admin, method)(address, follow=True)

    assert PUBLISHED.format("Heard by none") in officer.said(response)


@in_both_ways
@pytest.mark.parametrize("published", [True, False])
def test_an_item_that_a_consultation_is_about_stays(admin, delete, published):
    item = make.item("Reason for moving")
    made = make.consultation if published else make.draft_consultation
    made(about=[item], title="Moves")

    response = delete(admin, item)

    assert (
        "“Reason for moving” cannot be deleted, because the consultation “Moves” is about it."
        in officer.said(response)
    )
    assert InformationItem.objects.filter(pk=item.pk).exists()


@pytest.mark.references
@in_both_ways
@pytest.mark.parametrize("published", [True, False])
def test_an_item_that_only_a_question_is_about_stays(admin, delete, published):
    item, other = make.item("Reason for moving"), make.item()
    made = make.consultation if published else make.draft_consultation
    made(make.block("long_text", about=item), about=[other], title="Moves")

    response = delete(admin, item)

    assert (
        "“Reason for moving” cannot be deleted, because the consultation “Moves” is about it."
        in officer.said(response)
    )
    assert InformationItem.objects.filter(pk=item.pk).exists()


@in_both_ways
def test_the_register_stays_with_its_items(admin, delete):
    make.draft_consultation(about=[make.item("Reason for moving")], title="Moves")

    response = delete(admin, RegisterPage.objects.get())

    assert "“Reason for moving” cannot be deleted" in officer.said(response)
    assert RegisterPage.objects.exists()


@in_both_ways
def test_an_item_that_nothing_is_about_can_be_deleted(admin, delete):
    item = make.item()

    delete(admin, item)

    assert not InformationItem.objects.exists()


@pytest.mark.parametrize("made", [make.consultation, _answered], ids=["published", "answered"])
def test_the_database_keeps_a_published_consultation(made):
    page = made()

    with pytest.raises(ProtectedError):
        page.delete()

    assert ConsultationPage.objects.filter(pk=page.pk).exists()


def test_the_database_keeps_an_item_in_use():
    item = make.item()
    make.draft_consultation(about=[item])

    with pytest.raises(ProtectedError):
        item.delete()


def test_the_database_keeps_what_answers_hang_on():
    page = _answered()

    with pytest.raises(ProtectedError):
        page.identity.delete()
