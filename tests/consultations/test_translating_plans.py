"""What was planned is read in every language: its lines are put into other words like the page."""

import html
import importlib
import uuid

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from wagtail.models import Revision
from wagtail_localize.operations import translate_object

from consultations.actions.translations import show_as_it_is
from consultations.models import ConsideredOption, ConsultationPage, Override
from tests import make, planned, translating
from tests.consultations.editing import edited
from tests.sharing import once_a_file

LISTS = ("considered", "expected", "overrides", "tried_out")


@once_a_file
def page() -> ConsultationPage:
    """A published consultation with a plan, and a reason for what it does without."""
    return make.consultation(tried_out=[], considered=[planned.option("Ask first", "preferred")])


@once_a_file
def welsh(page) -> ConsultationPage:
    """The same in Welsh."""
    return translating.translated(page)


def test_nothing_of_a_plan_is_english_on_a_page_in_welsh(visitor, welsh):
    shown = visitor.get(welsh.url).content.decode()

    for text in ("Ask first", "It helps some of us.", "Parents of young children", planned.REASON):
        assert f"[cy] {text}" in shown
    for ours in (
        "Rydych chi&#x27;n dweud wrthym beth rydych yn ei feddwl.",
        "Hyn sydd orau yn ein barn ni hyd yma",
        "Wnaethon ni ddim rhoi cynnig ar y cwestiynau gyda phlant yn gyntaf.",
    ):
        assert ours in shown
    assert 'lang="en-gb"' not in shown[shown.index('id="main"') : shown.index("[cy] Parents")]


def test_translators_find_every_line_of_a_plan(as_staff, page):
    begun = translating.begun(page)

    shown = as_staff("participation").get(f"/admin/pages/{begun.pk}/edit/").content.decode()

    asked = {
        segment.string.data
        for segment in translating.translation_of(begun).source.stringsegment_set.all()
    }
    told = html.unescape(html.unescape(shown))
    assert {planned.REASON, "Ask first", "At the nursery."} <= asked
    assert [text for text in asked if text not in told] == []


def test_officers_read_the_reasons_beside_the_plan_and_change_them_at_the_gate(as_staff, page):
    shown = as_staff("participation").get(f"/admin/pages/{page.pk}/edit/").content.decode()

    assert f"<dd>{planned.REASON}</dd>" in shown
    assert "overrides-TOTAL_FORMS" not in shown


def test_the_days_of_a_plan_are_the_same_in_every_language(page, welsh):
    for name in ("rung", "read_by", "undecided_on", "by_invitation"):
        assert getattr(welsh, name) == getattr(page, name)
    assert [one.standing for one in welsh.considered.all()] == ["preferred"]
    assert [one.number for one in welsh.expected.all()] == [5]


def test_a_reason_that_nobody_has_translated_says_in_which_language_it_is(page, welsh):
    welsh.overrides.all().delete()

    told = ConsultationPage.objects.get(pk=welsh.pk).without

    assert {(one["reason"], one["language"]) for one in told} == {(planned.REASON, "en-gb")}


def test_a_line_keeps_its_translation_when_another_is_added(page, welsh):
    page = edited(page, considered=[*page.considered.all(), planned.option("Do not ask")])
    page.get_latest_revision().publish()
    page = ConsultationPage.objects.get(pk=page.pk)

    translate_object(page, [welsh.locale], user=make.staff("participation"))
    translating.translation_of(welsh).source.update_from_db()
    translation = translating.translation_of(welsh)

    assert [one.text for one in welsh.considered.all()] == ["[cy] Ask first"]
    total, done = translation.get_progress()
    assert total - done == 2  # the words of the new option, and its reasons


def test_a_line_that_is_written_anew_keeps_its_translation(page, welsh):
    page = edited(page, considered=[planned.option("Ask first", "preferred")])
    page.get_latest_revision().publish()

    show_as_it_is(page=ConsultationPage.objects.get(pk=page.pk))

    total, done = translating.translation_of(welsh).get_progress()
    assert total == done
    again = translating.publish(welsh)
    assert [one.text for one in again.considered.all()] == ["[cy] Ask first"]


def test_a_line_is_the_same_line_when_its_page_is_published_again(page):
    before = list(page.considered.values_list("translation_key", flat=True))

    page.get_latest_revision().publish()

    assert list(page.considered.values_list("translation_key", flat=True)) == before


def test_a_line_is_once_in_a_language(page):
    line = page.considered.get()
    told = {"page": page, "text": "Twice", "reasons": "None.", "locale": page.locale}

    with pytest.raises(IntegrityError), transaction.atomic():
        ConsideredOption.objects.create(translation_key=line.translation_key, **told)
    ConsideredOption.objects.create(translation_key=uuid.uuid4(), **told)


def test_a_plan_from_before_gets_its_language_in_the_page_and_in_its_versions(page):
    filling = importlib.import_module(
        "consultations.migrations.0010_lines_of_a_plan_know_their_language"
    )
    revision = page.latest_revision
    for name in LISTS:
        for line in revision.content[name]:
            del line["translation_key"], line["locale"]
    revision.content["considered"].append({"pk": None, "text": "New", "reasons": "None."})
    revision.save()

    filling.fill(apps, None)

    content = Revision.objects.get(pk=revision.pk).content
    known = Override.objects.filter(page=page).values_list("code", "translation_key")
    assert {one["code"]: one["translation_key"] for one in content["overrides"]} == {
        code: str(key) for code, key in known
    }
    assert uuid.UUID(content["considered"][-1]["translation_key"])
    assert {line["locale"] for name in LISTS for line in content[name]} == {page.locale_id}
