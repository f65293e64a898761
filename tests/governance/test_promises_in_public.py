"""A promise that was made in public stays as it was made: it is neither removed nor moved."""

import pytest

from governance.gates import NotReady
from governance.models import DecisionPage, Promise
from tests import make
from tests.governance import record, screens

STAYS = "“Build the form.” was promised in public, so it stays."
NOT_MOVED = "“Build the form.” was promised by a day that cannot be moved. Make another promise."
MENDED = {"promises-0-text": "Build the new form.", "change_note": "It was another form."}
REMOVED = {"promises-0-DELETE": "1"}
MOVED = {"promises-0-due_on": make.today(90).isoformat()}


@pytest.fixture
def decider(as_staff):
    return as_staff("decision_maker")


@pytest.mark.parametrize("button", ["publish", ""], ids=["published", "draft"])
@pytest.mark.parametrize(("typed", "sentence"), [(REMOVED, STAYS), (MOVED, NOT_MOVED)])
def test_the_editor_keeps_a_promise_as_it_was_made(decider, button, typed, sentence):
    page = make.decision()

    response = screens.edit(decider, page, button, **typed)

    promise = Promise.objects.get()
    assert sentence in screens.complaints(response)
    assert promise.due_on == make.today(30)


@pytest.mark.parametrize("typed", [REMOVED, MOVED])
def test_unpublishing_a_decision_frees_nobody_from_its_promise(decider, typed):
    page = make.decision()
    page.unpublish()

    response = screens.edit(decider, page, **typed)

    assert "“Build the form.” was promised" in screens.complaints(response)


def test_a_promise_of_a_draft_can_be_removed(decider):
    page = make.draft_decision()

    screens.edit(decider, page, "publish", **REMOVED)

    assert not Promise.objects.exists()
    assert DecisionPage.objects.get().live


def test_another_promise_can_be_made(decider):
    page = make.decision()
    more = {
        "promises-TOTAL_FORMS": "2",
        "promises-1-text": "Tell everyone.",
        "promises-1-owner": "Head of Records",
        "promises-1-due_on": make.today(60).isoformat(),
        "promises-1-ORDER": "2",
        "promises-1-DELETE": "",
        "promises-1-id": "",
        "change_note": "We promise more.",
    }

    screens.edit(decider, page, "publish", **more)

    assert Promise.objects.count() == 2
    assert len(record.last("decision.corrected")["public"]["promises"]) == 2


def test_the_words_of_a_promise_can_be_mended_in_the_open(decider):
    page = make.decision()

    screens.edit(decider, page, "publish", **MENDED)

    assert record.last("decision.corrected")["public"]["fields"] == ["promises"]


def test_no_other_way_leads_past_a_promise_that_is_gone():
    page = make.decision()
    page.promises = []
    revision = page.save_revision()

    with pytest.raises(NotReady, match=STAYS):
        revision.publish()


def test_no_other_way_leads_past_a_promise_that_was_moved():
    page = make.decision()
    promise = page.promises.get()
    promise.due_on = make.today(90)
    page.promises = [promise]
    revision = page.save_revision()

    with pytest.raises(NotReady, match=NOT_MOVED):
        revision.publish()


def test_many_are_not_published_when_one_takes_a_promise_back(decider):
    page = make.decision()
    page.promises = []
    page.save_revision()

    response = screens.publish_many(decider, page)

    assert STAYS in screens.words(response)
    assert Promise.objects.count() == 1


def test_a_promise_that_was_added_later_stays_too():
    page = make.decision()
    first = page.promises.get()
    page.promises = [first, Promise(text="Tell", owner="Head", due_on=make.today(60))]
    page.change_note = "We promise more."
    page.save_revision().publish()
    page.promises = [first]
    revision = page.save_revision()

    with pytest.raises(NotReady, match="“Tell” was promised in public"):
        revision.publish()
