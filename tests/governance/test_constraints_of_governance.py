"""What the database itself promises of decisions, promises and the log, from both sides."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from governance.models import (
    DecisionPage,
    Disclosure,
    Influence,
    ItemChange,
    Log,
    LogPlace,
    Promise,
    PromiseUpdate,
)
from tests import make
from tests.governance import record


def kept(promise, **more) -> PromiseUpdate:
    facts = {
        "kept_on": make.today(),
        "evidence": "It is in use.",
        "recorded_by": make.staff("decision_maker"),
        "recorded_at": timezone.now(),
    }
    return PromiseUpdate.objects.create(promise=promise, **(facts | more))


def sealed(**more) -> Disclosure:
    log = Log.objects.get()
    facts = {"log": log, "index": 1, "name": "words", "salt": "s" * 43, "value": "words"}
    return Disclosure.objects.create(**(facts | more))


def place(**more) -> LogPlace:
    facts = {"log": Log.objects.get(), "index": 9, "type": "log.note", "subject": "note:1"}
    return LogPlace.objects.create(at=timezone.now(), **(facts | more))


def refused(attempt, match: str | None = None) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        attempt()


@pytest.mark.parametrize("days", [-1, 0])
def test_a_decision_is_not_looked_at_again_before_it_was_made(days):
    page = make.draft_decision()
    pages = DecisionPage.objects.filter(pk=page.pk)

    refused(
        lambda: pages.update(decided_on=make.today(), review_on=make.today(days)),
        "governance_decision_is_looked_at_again_later",
    )


@pytest.mark.parametrize(("decided", "review"), [(0, 1), (0, 900), (None, 1), (0, None)])
def test_a_decision_is_looked_at_again_later_or_not_known_yet_when(decided, review):
    page = make.draft_decision()
    day = {None: None}

    DecisionPage.objects.filter(pk=page.pk).update(
        decided_on=day.get(decided, make.today(decided or 0)),
        review_on=day.get(review, make.today(review or 0)),
    )

    page.refresh_from_db()
    assert (page.decided_on is None, page.review_on is None) == (decided is None, review is None)


def test_the_editor_says_it_in_words():
    page = make.draft_decision()
    page.review_on = page.decided_on

    with pytest.raises(ValidationError, match="looked at again after it was decided"):
        page.full_clean()


def test_a_promise_is_not_kept_without_evidence():
    promise = make.promise()

    refused(lambda: kept(promise, evidence=""), "governance_promise_is_kept_with_evidence")


def test_a_promise_is_kept_with_evidence():
    promise = make.promise()

    assert kept(promise, evidence="x").pk


def test_a_promise_is_not_kept_twice():
    promise = make.promise()
    kept(promise)

    refused(lambda: kept(promise))


def test_two_promises_are_each_kept():
    one, other = make.promise(), make.promise()

    kept(one)
    kept(other)

    assert PromiseUpdate.objects.count() == 2


def test_no_two_promises_have_the_same_key():
    one, other = make.promise(), make.promise()

    refused(lambda: Promise.objects.filter(pk=other.pk).update(key=one.key))


def test_a_digest_is_not_opened_by_two_texts():
    record.note()
    sealed()

    refused(lambda: sealed(value="other words"))


@pytest.mark.parametrize("other", [{"name": "reasons"}, {"index": 0}])
def test_other_digests_are_opened_by_texts_of_their_own(other):
    record.note()
    sealed()

    sealed(**other)

    assert Disclosure.objects.count() == 2


def test_texts_of_the_same_name_stand_in_two_logs():
    record.note("ours")
    record.note("theirs", council=record.another_council())

    assert Disclosure.objects.filter(index=1, name="words").count() == 2


def test_an_entry_does_not_stand_in_two_places():
    record.note()
    place()

    refused(lambda: place(subject="note:2"))


def test_entries_stand_in_places_of_their_own():
    record.note()
    place()

    place(index=10)

    assert LogPlace.objects.filter(subject="note:1", index__gte=9).count() == 2


def test_a_council_has_no_second_log():
    record.note()

    refused(lambda: Log.objects.create(council=make.council(), origin="second.example"))


def test_two_logs_do_not_share_a_name():
    record.note()
    other = record.another_council()

    refused(lambda: Log.objects.create(council=other, origin="localhost/accountability"))


@pytest.mark.parametrize(
    "needed",
    [
        lambda page: page.findings,
        lambda page: page.changes.get().item,
        lambda page: page.influences.get().theme,
    ],
    ids=["findings", "item", "theme"],
)
def test_what_a_decision_rests_on_is_not_deleted(needed):
    page = make.draft_decision()

    with pytest.raises(ProtectedError):
        needed(page).delete()

    assert ItemChange.objects.count() == Influence.objects.count() == 1


def test_a_promise_that_was_kept_is_not_deleted():
    promise = make.promise()
    kept(promise)

    with pytest.raises(ProtectedError):
        promise.delete()


def test_whoever_said_that_a_promise_was_kept_is_not_deleted():
    kept(make.promise())

    with pytest.raises(ProtectedError):
        make.staff("decision_maker").delete()


@pytest.mark.parametrize(
    "needed", [lambda: Log.objects.get(), make.council], ids=["log", "council"]
)
def test_a_log_is_not_deleted_and_nor_is_its_council(needed):
    record.note("words")

    with pytest.raises(ProtectedError):
        needed().delete()
