"""What is published goes into the log, as what it is."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Locale
from wagtail.signals import page_published

from consultations.models import InformationItem
from governance import listeners
from governance.actions.recording import record_missed_publications
from governance.models import DecisionPage
from heard.models import ContentPage
from tests import make, translating
from tests.governance import record

OF_EACH_KIND = {
    "consultation": make.consultation,
    "findings": make.findings,
    "decision": make.decision,
    "item": make.item,
}


def publish(page):
    """Publish a page as it is now."""
    page.save_revision().publish()
    return page.specific_class.objects.get(pk=page.pk)


def translate(page):
    """Publish a page in Welsh too."""
    welsh, _new = Locale.objects.get_or_create(language_code="cy")
    translated = page.copy_for_translation(welsh, copy_parents=True)
    translated.title = "Yn Gymraeg"
    translated.save_revision()
    return translating.publish(translated)


def test_a_published_consultation_is_entered_with_what_it_promises():
    about = make.item(code="local-contact")

    page = make.consultation(about=[about], why="We want to know.")

    entry = record.last("consultation.opened")
    assert entry["subject"] == f"consultation:{page.translation_key}"
    assert entry["public"] == {
        "consultation": str(page.translation_key),
        "edition": 1,
        "questionnaire": page.identity.questionnaires.get().sha256,
        "opens_on": page.opens_on.isoformat(),
        "closes_on": page.closes_on.isoformat(),
        "findings_by": page.findings_by.isoformat(),
        "decision_by": page.decision_by.isoformat(),
        "items": ["local-contact"],
    }
    assert record.texts(entry["seq"])["why"] == "We want to know."


def test_new_words_of_a_question_are_entered_as_a_second_edition():
    page = make.consultation()
    page.questions[0].value["text"] = "Do you feel that you are heard?"
    page.save_revision()

    make.approve(page)

    entry = record.last("consultation.opened")
    assert entry["public"]["edition"] == 2
    assert entry["prev"] == record.types().index("consultation.opened")


def test_published_findings_are_entered_with_their_tables_and_themes():
    asked = make.closed_consultation()
    theme = make.theme(asked, "Being told")

    page = make.findings(asked, theme)

    entry = record.last("findings.published")
    assert entry["public"] == {
        "findings": str(page.translation_key),
        "consultation": str(asked.translation_key),
        "edition": 1,
        "tables": page.edition.sha256,
        "themes": [str(theme.pk)],
    }
    assert "Being told" in record.texts(entry["seq"])["themes"]


def test_a_published_decision_is_entered_with_all_that_answers_for_it():
    page = make.decision(reference="ld-04", outcome="not_changed")

    entry = record.last("decision.recorded")
    promise, change = page.promises.get(), page.changes.get()
    assert entry["public"] == {
        "decision": str(page.translation_key),
        "reference": "ld-04",
        "outcome": "not_changed",
        "decided_on": page.decided_on.isoformat(),
        "findings": str(page.findings.translation_key),
        "themes": [{"theme": str(page.influences.get().theme_id), "use": "followed"}],
        "items": [change.item.specific.code],
        "promises": [{"promise": str(promise.key), "due_on": promise.due_on.isoformat()}],
        "review_on": page.review_on.isoformat(),
    }


def test_every_text_of_a_decision_is_sealed():
    make.decision()

    assert set(record.last("decision.recorded")["sealed"]) == {
        "title",
        "summary",
        "decided-by",
        "decision",
        "reasons",
        "how-to-disagree",
        "changes",
        "influences",
        "alternatives",
        "promises",
    }


def test_a_published_item_is_entered():
    page = make.item(code="903-reason", known_gaps="Whether the move was good.")

    entry = record.last("item.changed")
    assert entry["subject"] == f"item:{page.translation_key}"
    assert entry["public"]["code"] == "903-reason"
    assert record.texts(entry["seq"])["known-gaps"] == "Whether the move was good."


def test_a_draft_is_not_entered():
    make.item(live=False)

    assert record.types() == []


@pytest.mark.parametrize("make_one", OF_EACH_KIND.values(), ids=OF_EACH_KIND)
def test_publishing_the_same_again_enters_nothing(make_one):
    page = make_one()
    before = record.types()

    listeners.record(type(page), page)
    page.get_latest_revision().publish()

    assert record.types() == before


def test_a_page_of_another_kind_is_not_entered():
    publish(ContentPage.objects.first())

    assert record.types() == []


def test_a_page_that_is_published_later_is_entered_then():
    later = timezone.now() + timedelta(days=3)
    page = make.draft_decision()
    page.go_live_at = later
    page.save_revision().publish()
    before = record.types()

    with time_machine.travel(later + timedelta(minutes=1)):
        call_command("publish_scheduled", verbosity=0)

    assert "decision.recorded" not in before
    assert record.types() == [*before, "decision.recorded"]


@pytest.mark.parametrize("make_one", OF_EACH_KIND.values(), ids=OF_EACH_KIND)
def test_what_a_listener_missed_is_made_good(make_one):
    page_published.disconnect(dispatch_uid="governance.record")
    make_one()
    missed = record.types()
    page_published.connect(listeners.record, dispatch_uid="governance.record")

    n_entered = record_missed_publications()

    assert missed == []
    assert len(record.types()) == 1 + n_entered
    assert record_missed_publications() == 0


def test_what_is_not_published_is_not_made_good():
    make.item(live=False)

    assert record_missed_publications() == 0


def test_one_page_that_the_log_refuses_keeps_no_other_out(caplog):
    refused, taken = make.item(), make.item()
    InformationItem.objects.filter(pk=refused.pk).update(known_gaps="turned \u202earound")
    InformationItem.objects.filter(pk=taken.pk).update(known_gaps="Nearly everything.")

    n_entered = record_missed_publications()

    assert n_entered == 1
    assert record.last()["subject"] == f"item:{taken.translation_key}"
    assert f"Page {refused.pk} cannot be entered in the log" in caplog.text


@pytest.mark.parametrize("make_one", OF_EACH_KIND.values(), ids=OF_EACH_KIND)
def test_a_translation_is_entered_once_in_a_thread_of_its_own(make_one):
    page = make_one()
    before = len(record.types())

    translate(page)

    assert len(record.types()) == before + 1
    assert record.last()["subject"].endswith(f"{page.translation_key}:cy")


@pytest.mark.parametrize("make_one", OF_EACH_KIND.values(), ids=OF_EACH_KIND)
def test_a_page_and_its_translation_do_not_correct_each_other_for_ever(make_one):
    translate(make_one())
    record_missed_publications()  # a translation makes a new edition of the questionnaire

    assert record_missed_publications() == 0


def test_a_translated_decision_makes_no_promise_twice():
    page = make.decision()

    translated = translate(page)

    assert not translated.promises.exists()
    assert record.last()["public"]["promises"] == []


def test_a_copied_decision_is_a_new_one_without_the_promises_of_the_old():
    page = make.decision()

    copy = page.copy(update_attrs={"slug": "a-copy"}, keep_live=False)

    copied = DecisionPage.objects.get(pk=copy.pk)
    assert copied.translation_key != page.translation_key
    assert not copied.promises.exists()
    assert page.promises.count() == 1
