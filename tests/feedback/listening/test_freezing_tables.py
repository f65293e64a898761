"""Publishing findings freezes their tables, once."""

import hashlib
import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Locale

from feedback.actions.findings import NotReady
from feedback.actions.withdrawing import withdraw_response
from feedback.models import FindingsEdition, FindingsPage, Response
from tests import make, translating
from tests.feedback.listening.counting import crowd, numbers
from tests.sharing import once_a_file


@once_a_file
def page():
    page = make.closed_consultation()
    crowd(page, "13-15", yes=8, no=9)
    return page


def publish_again(findings, **changed):
    draft = findings.get_latest_revision_as_object()
    for name, value in changed.items():
        setattr(draft, name, value)
    draft.save_revision(user=make.staff("analyst")).publish(user=make.staff("analyst"))
    return FindingsPage.objects.get(pk=findings.pk)


def test_publishing_freezes_what_was_counted(page):
    findings = make.findings(page)

    expected = numbers(page)
    assert {name: findings.edition.document[name] for name in expected} == expected
    assert (findings.edition.number, findings.edition.frozen_on) == (1, make.today())


def test_the_fingerprint_is_of_the_frozen_tables(page):
    edition = make.findings(page).edition

    exact = json.dumps(edition.document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert edition.sha256 == hashlib.sha256(exact.encode()).hexdigest()


def test_a_draft_freezes_nothing(page):
    assert make.draft_findings(page).edition is None


def test_a_withdrawal_afterwards_changes_nothing_that_was_published(page):
    findings = make.findings(page)
    before = findings.edition.document

    withdraw_response(response=Response.objects.filter(role="child").first(), today=make.today())

    assert FindingsPage.objects.get().edition.document == before
    assert numbers(page) != before


def test_publishing_again_keeps_the_tables(page):
    first = make.findings(page)
    withdraw_response(response=Response.objects.filter(role="child").first(), today=make.today())

    second = publish_again(first, summary="You said even more.")

    assert second.summary == "You said even more."
    assert second.edition == first.edition
    assert FindingsEdition.objects.count() == 1


def test_a_copy_has_no_tables_of_its_own(page):
    first = make.findings(page)
    withdraw_response(response=Response.objects.filter(role="child").first(), today=make.today())

    second = make.findings(page, *[line.theme for line in first.themes.all()])

    assert second.edition == first.edition


def test_a_translation_has_the_same_tables(page):
    first = make.findings(page)
    withdraw_response(response=Response.objects.filter(role="child").first(), today=make.today())
    welsh, _made = Locale.objects.get_or_create(language_code="cy")

    copy = first.copy_for_translation(welsh, copy_parents=True)
    copy.save_revision()
    translating.publish(copy)

    assert FindingsPage.objects.get(pk=copy.pk).edition == first.edition


def test_findings_of_another_consultation_have_tables_of_their_own(page):
    first = make.findings(page)

    second = make.findings()

    assert second.edition != first.edition


def test_findings_of_an_open_consultation_are_not_published_by_any_way():
    findings = make.draft_findings(make.consultation())

    with pytest.raises(NotReady):
        findings.get_latest_revision().publish()

    assert not FindingsPage.objects.get().live
    assert not FindingsEdition.objects.exists()


def scheduled(page, time_machine):
    """Findings that an analyst scheduled, and whose hour has come."""
    time_machine.move_to(timezone.now())
    findings = make.draft_findings(page)
    findings.go_live_at = timezone.now() + timedelta(minutes=5)
    findings.save_revision().publish()
    frozen = FindingsEdition.objects.count()
    time_machine.shift(600)
    return frozen


def test_what_is_scheduled_is_frozen_when_its_hour_comes(page, time_machine):
    frozen_before = scheduled(page, time_machine)

    call_command("publish_scheduled", verbosity=0)

    assert frozen_before == 0
    assert FindingsPage.objects.get().live
    assert FindingsEdition.objects.count() == 1


def test_what_cannot_be_published_at_its_hour_is_not_tried_for_ever(time_machine):
    scheduled(make.consultation(), time_machine)

    with pytest.raises(NotReady):
        call_command("publish_scheduled", verbosity=0)
    call_command("publish_scheduled", verbosity=0)

    assert not FindingsPage.objects.get().live
