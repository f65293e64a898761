"""Taking something out of sight is an act in the record, and so is putting it back."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from governance.actions.sight import record_missed_withdrawals
from governance.actions.verifying import verify_log
from governance.models import Log
from tests import make
from tests.governance import record, screens

KINDS = {
    "consultation": make.consultation,
    "findings": make.findings,
    "decision": make.decision,
    "item": make.item,
}


@pytest.fixture
def superuser(as_staff, settings):
    """Somebody whom no permission keeps from unpublishing."""
    settings.HEARD_REQUIRE_SECOND_FACTOR = False
    return as_staff(user=make.superuser())


def unpublish_one(browser, page):
    return browser.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), follow=True)


def unpublish_many(browser, *pages):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    numbers = "&".join(f"id={page.pk}" for page in pages)
    return browser.post(f"{address}?{numbers}&next=/admin/", follow=True)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_taken_out_of_sight_is_entered(kind):
    page = KINDS[kind]()
    published = record.last()

    page.unpublish()

    entry = record.last()
    assert (entry["type"], entry["subject"]) == ("publication.withdrawn", published["subject"])
    named = {"kind": kind, "page": str(page.translation_key), "entry": published["seq"]}
    assert entry["public"] == named
    assert record.texts(entry["seq"]) == {"title": page.title}


@pytest.mark.parametrize("kind", KINDS)
def test_what_comes_back_is_entered_too(kind):
    page = KINDS[kind]()
    page.unpublish()
    withdrawn = record.last()

    page.get_latest_revision().publish()

    entry = record.last()
    assert entry["type"] == "publication.restored"
    assert entry["public"]["entry"] == withdrawn["seq"]
    assert verify_log(Log.objects.get()).ok


def test_what_comes_back_otherwise_is_a_correction_as_well():
    page = make.decision()
    page.unpublish()
    page.summary, page.change_note = "Otherwise.", "It said too much."

    page.save_revision().publish()

    assert record.types()[-2:] == ["publication.restored", "decision.corrected"]


def test_it_can_go_and_come_back_more_than_once():
    page = make.item()
    for _time in range(2):
        page.refresh_from_db()
        page.unpublish()
        page.get_latest_revision().publish()

    assert record.types()[-4:] == ["publication.withdrawn", "publication.restored"] * 2
    assert verify_log(Log.objects.get()).ok


def test_a_page_that_the_record_does_not_follow_leaves_no_entry():
    make.item()
    before = record.types()

    Page.objects.get(slug="what-changed").unpublish()

    assert record.types() == before


@pytest.mark.parametrize("kind", KINDS)
def test_what_went_out_of_sight_behind_our_back_is_entered_by_the_next_tick(kind):
    page = KINDS[kind]()
    Page.objects.filter(pk=page.pk).update(live=False)

    assert record_missed_withdrawals() == 1
    assert record.last()["subject"] == f"{kind}:{page.translation_key}"
    assert record_missed_withdrawals() == 0


def test_a_tick_enters_nothing_about_what_is_in_sight():
    make.decision()

    assert record_missed_withdrawals() == 0


@pytest.mark.parametrize("unpublish", [unpublish_one, unpublish_many])
def test_findings_stay_while_a_decision_rests_on_them(superuser, unpublish):
    page = make.decision(title="Family time")

    response = unpublish(superuser, page.findings)

    assert "because the decision “Family time” rests on it." in screens.words(response)
    assert Page.objects.get(pk=page.findings.pk).live


@pytest.mark.parametrize("unpublish", [unpublish_one, unpublish_many])
def test_a_consultation_stays_while_its_findings_are_published(superuser, unpublish):
    page = make.findings(title="What you said")

    response = unpublish(superuser, page.consultation_page)

    assert "what people said in it is published: “What you said”." in screens.words(response)
    assert Page.objects.get(pk=page.consultation_page.pk).live


@pytest.mark.parametrize("unpublish", [unpublish_one, unpublish_many])
def test_what_nothing_in_sight_rests_on_may_go(superuser, unpublish):
    page = make.draft_decision(make.findings())

    unpublish(superuser, page.findings)

    assert not Page.objects.get(pk=page.findings.pk).live
    assert record.types()[-1] == "publication.withdrawn"


def test_findings_may_go_together_with_the_decision_that_rests_on_them(superuser):
    page = make.decision()

    unpublish_many(superuser, page, page.findings)

    assert not Page.objects.filter(pk__in=[page.pk, page.findings.pk], live=True).exists()


def test_nothing_goes_out_of_sight_while_the_clock_is_behind(superuser):
    page = make.decision()
    Log.objects.update(last_at=make.noon(make.today(2)))

    response = unpublish_one(superuser, page)

    assert "clock is behind the last entry" in screens.words(response)
    assert Page.objects.get(pk=page.pk).live


def test_the_page_of_a_decision_says_when_it_was_out_of_sight(visitor):
    page = make.decision()
    page.unpublish()
    page.get_latest_revision().publish()

    said = screens.words(visitor.get(page.url))

    assert "Taken out of sight on" in said
    assert "Put back in sight on" in said


def test_the_record_says_in_words_what_went_out_of_sight(visitor):
    make.decision(title="Family time").unpublish()

    said = screens.words(visitor.get("/what-changed/log/"))

    assert "Something was taken out of sight: Family time" in said
