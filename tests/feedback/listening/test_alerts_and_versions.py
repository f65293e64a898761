"""Somebody is told once, and the last version of a text is the one that counts."""

import pytest
from django.db import IntegrityError, transaction

from feedback.actions.alerting import alert, settle_alerts
from feedback.actions.versions import keep_version
from feedback.models import Alert, AlertKind, TextVersion, VersionKind
from tests import make


def test_a_role_is_told_once_until_somebody_acts():
    told = {"council": make.council(), "kind": AlertKind.CONCERN, "about": 7}

    first = alert(role="safeguarding", **told)
    again = alert(role="safeguarding", **told)
    n_ended = settle_alerts(**told)
    later = alert(role="safeguarding", **told)

    assert (first.pk == again.pk, n_ended) == (True, 1)
    assert later.pk != first.pk
    assert list(Alert.objects.open()) == [later]


def test_the_database_keeps_an_alert_for_somebody_and_made_once():
    row = {"council": make.council(), "kind": AlertKind.CONCERN, "made_at": make.noon(make.today())}

    with pytest.raises(IntegrityError), transaction.atomic():
        Alert.objects.create(**row)
    Alert.objects.create(for_role="reader", **row)
    with pytest.raises(IntegrityError), transaction.atomic():
        Alert.objects.create(for_role="reader", **row)


def test_whoever_marks_a_text_as_read_keeps_a_version_for_analysts():
    words = make.read_words(text="I like it")

    assert words.safe_text == "I like it"
    assert words.versions.get().made_by == make.staff("reader")


def test_a_later_version_takes_the_place_of_the_one_before():
    words = make.read_words(text="I am Sam")

    keep_version(words=words, kind=VersionKind.SAFE, text="I am [name]", by=make.staff("reader"))

    assert words.safe_text == "I am [name]"
    assert words.versions.count() == 2


def test_the_database_keeps_one_current_version_that_another_person_confirmed():
    words = make.read_words()
    first = words.versions.get()
    same = {"words": words, "kind": "safe", "language": first.language, "made_at": first.made_at}

    with pytest.raises(IntegrityError), transaction.atomic():
        TextVersion.objects.create(made_by=first.made_by, **same)
    with pytest.raises(IntegrityError), transaction.atomic():
        words.versions.update(confirmed_by=first.made_by, confirmed_at=first.made_at)
    words.versions.update(confirmed_by=make.staff("analyst"), confirmed_at=first.made_at)
