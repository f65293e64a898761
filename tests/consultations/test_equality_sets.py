"""Sets of questions about people are data with a standard, a version and a first day."""

import hashlib
import json
from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from consultations import equality
from consultations.equality import EqualitySet, all_sets, asked_apart, version_on
from consultations.models import AskedApart, ConsultationPage
from tests import helped, make
from tests.words import LANGUAGES

# Of every set, version and answer.
CODES = "3ffebeaf08042f3d6ad9e034f3cceaaa6ec2a229d92e11b64a6ad2ee0b81cc8c"


@pytest.mark.parametrize("one", all_sets(), ids=lambda one: f"{one.code} {one.version}")
def test_every_set_is_whole(one):
    codes = [option.code for option in one.options]

    assert one.code in EqualitySet.values
    assert one.standard
    assert one.version
    assert isinstance(one.valid_from, date)
    assert len(set(codes)) == len(codes)
    assert "not_said" not in codes
    assert {option.parent for option in one.options} == {line.code for line in one.parents} or {""}
    said = [one.words, one.younger, *(line.words for line in (*one.options, *one.parents))]
    said += [option.younger for option in one.options]
    for words in said:
        assert set(words) == {"en-gb", *LANGUAGES}
        assert all(words.values())


def test_what_was_counted_is_counted_under_the_same_codes():
    codes = [
        (one.code, one.version, *(line.code for line in (*one.options, *one.parents)))
        for one in all_sets()
    ]

    exact = json.dumps(codes).encode()
    assert hashlib.sha256(exact).hexdigest() == CODES


def test_everything_that_can_be_chosen_has_a_set():
    assert {one.code for one in all_sets()} == set(EqualitySet.values)


def test_the_ethnic_groups_are_the_nineteen_of_the_census_in_five_wider_ones():
    one = version_on("ethnicity", date(2026, 1, 1))

    assert (len(one.options), len(one.parents)) == (19, 5)
    assert "roma" in [option.code for option in one.options]


def test_the_newest_version_that_has_begun_counts(monkeypatch):
    old = version_on("sex", date(2026, 1, 1))
    new = replace(old, version="2030", valid_from=date(2030, 1, 1))
    monkeypatch.setattr(equality, "all_sets", lambda: (old, new))

    assert version_on("sex", date(2029, 12, 31)) is old
    assert version_on("sex", date(2030, 1, 1)) is new


def test_publishing_freezes_which_version_is_asked_and_of_whom():
    page = helped.asking_apart("sex", roles=["child"])

    document = page.identity.questionnaires.get().document

    assert document["apart"] == [{"set": "sex", "version": "2021", "roles": ["child"], "bands": []}]
    assert [one.code for one in asked_apart(document["apart"], "child", "6-9")] == ["sex"]
    assert asked_apart(document["apart"], "parent", "") == []


def test_a_consultation_that_asks_nothing_apart_has_the_document_that_it_always_had():
    document = make.consultation().identity.questionnaires.get().document

    assert "apart" not in document


def test_none_is_asked_unless_an_officer_chooses_it():
    assert make.consultation().apart.count() == 0


def test_who_would_rather_not_say_is_asked_what_children_are():
    document = helped.asking_apart("sex", "age").identity.questionnaires.get().document

    assert [one.code for one in asked_apart(document["apart"], "not_said", "")] == ["sex"]


def test_a_set_is_asked_once():
    page = helped.asking_apart("sex")

    with pytest.raises(IntegrityError), transaction.atomic():
        AskedApart.objects.create(page=page, asks="sex")
    AskedApart.objects.create(page=page, asks="disability")


def test_an_officer_chooses_sets_in_the_editor(as_staff, settings):
    page = make.draft_consultation()

    shown = as_staff("participation").get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert "Questions about the person, asked apart" in shown
    assert "Gender identity, from 16" in shown
    assert isinstance(page, ConsultationPage)
