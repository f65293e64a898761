"""Nothing is dropped silently: fixed reasons, two people, counted."""

import pytest
from django.db import IntegrityError, transaction

from feedback.actions import set_aside
from feedback.actions.reading import NotYours
from feedback.actions.themes import SomebodyElseMust
from feedback.models import AsideReason, SetAside, Words
from tests import make
from tests.sharing import once_a_file


@once_a_file
def words():
    return make.read_words(text="SALE! Buy now")


def other():
    return make.staff("analyst", post="Second")


def offer(words, reason="advert", **more) -> SetAside:
    return set_aside.offer_aside(words=words, reason=reason, by=make.staff("analyst"), **more)


def analysed() -> int:
    return Words.objects.safe_to_analyse().count()


def test_it_takes_two_people(words):
    before = analysed()
    aside = offer(words)
    assert analysed() == before
    with pytest.raises(SomebodyElseMust):
        set_aside.confirm_aside(aside=aside, by=make.staff("analyst"))

    set_aside.confirm_aside(aside=aside, by=other())

    assert analysed() == before - 1
    set_aside.put_back(aside=aside, by=make.staff("analyst"))
    assert analysed() == before


@pytest.mark.parametrize("reason", ["off_topic", "swearing", "angry", "joke", "emoji", ""])
def test_there_is_no_such_reason(words, reason):
    with pytest.raises(ValueError, match="is not a valid"):
        offer(words, reason)
    assert reason not in AsideReason.values


def test_the_database_knows_the_reasons_and_wants_two_people(words):
    row = {"words": words, "proposed_by": other(), "proposed_at": make.noon(make.today())}

    with pytest.raises(IntegrityError), transaction.atomic():
        SetAside.objects.create(reason="off_topic", **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        SetAside.objects.create(
            reason="test", confirmed_by=other(), confirmed_at=row["proposed_at"], **row
        )
    SetAside.objects.create(reason="test", **row)


def test_a_threat_goes_to_the_safeguarding_lead_first(words):
    with pytest.raises(set_aside.NobodyWasTold):
        offer(words, "threat")
    make.settled_concern(make.concern(words), outcome="no_concern")

    assert offer(words, "threat").reason == "threat"


def test_only_an_analyst_sets_aside(words):
    for role in ("reader", "participation", "safeguarding"):
        with pytest.raises(NotYours):
            set_aside.offer_aside(words=words, reason="test", by=make.staff(role))


def test_a_new_offer_must_be_confirmed_anew(words):
    set_aside.confirm_aside(aside=offer(words), by=other())
    SetAside.objects.update(confirmed_by=None, confirmed_at=None)

    aside = offer(words, "test")

    assert (aside.reason, aside.confirmed_by) == ("test", None)
