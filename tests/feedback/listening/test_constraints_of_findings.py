"""What the database itself promises about findings, from both sides."""

from contextlib import contextmanager

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from feedback.models import FindingsEdition, FindingTheme, ShownRow
from tests import make
from tests.sharing import once_a_file


@contextmanager
def refused():
    """The database refuses what is done here, and the test goes on."""
    with pytest.raises(IntegrityError), transaction.atomic():
        yield


@once_a_file
def page():
    return make.draft_findings(make.closed_consultation())


def a_line(page, **more):
    theme = make.theme(page.consultation_page)
    return FindingTheme.objects.create(page=page, theme=theme, summary="x", **more)


@pytest.mark.parametrize(
    "said", [{}, {"differs": "A few parents."}, {"nobody_differs": True}], ids=str
)
def test_a_theme_is_differed_from_or_not(page, said):
    assert a_line(page, **said).pk


def test_a_theme_is_not_both_differed_from_and_agreed_on(page):
    with refused():
        a_line(page, differs="A few parents.", nobody_differs=True)


def an_edition(page, number):
    said = {"what_changed": "A count.", "why_changed": "It was wrong."} if number > 1 else {}
    return FindingsEdition.objects.create(
        page=page, number=number, document={}, sha256="0" * 64, frozen_on=make.today(), **said
    )


def test_findings_may_have_two_editions(page):
    an_edition(page, 1)

    assert an_edition(page, 2).pk


def test_an_edition_has_its_own_number(page):
    an_edition(page, 1)

    with refused():
        an_edition(page, 1)


def test_other_findings_have_numbers_of_their_own(page):
    an_edition(page, 1)

    assert an_edition(make.draft_findings(make.closed_consultation()), 1).pk


def a_row(page, **more):
    facts = {
        "page": page,
        "question": page.consultation.questions.get(key="heard"),
        "role": "child",
        "voice": "own",
        "band": "13-15",
        "decided_by": make.staff("analyst"),
        "decided_at": timezone.now(),
    }
    return ShownRow.objects.create(**(facts | more))


@pytest.mark.parametrize(
    "other", [{"role": "parent", "band": ""}, {"voice": "noticed"}, {"band": "10-12"}], ids=str
)
def test_each_row_is_decided_about(page, other):
    a_row(page)

    assert a_row(page, **other).pk


def test_a_row_is_decided_about_once(page):
    a_row(page)

    with refused():
        a_row(page)


def test_findings_with_frozen_tables_are_never_deleted():
    findings = make.findings()

    with pytest.raises(ProtectedError):
        findings.delete()


def test_a_theme_that_is_in_findings_is_never_deleted(page):
    with pytest.raises(ProtectedError):
        page.themes.get().theme.delete()


def test_whoever_signed_that_nobody_differs_is_not_deleted(page):
    signer = make.staff("analyst")
    a_line(page, nobody_differs=True, signed_by=signer)

    with pytest.raises(ProtectedError):
        signer.delete()
